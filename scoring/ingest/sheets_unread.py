"""What a file has beside its tables: rows of a further sheet without a header, hidden sheets."""

from collections.abc import Iterator, Mapping, Sequence

from scoring.ingest.finding.forms import NAMES_A_ROW
from scoring.ingest.finding.header_rows import FIGURE
from scoring.ingest.finding.headers import NUMBER_FIELDS
from scoring.ingest.opening.workbook import Cell, Sheet, position_of
from scoring.ingest.problems import Problem, problem
from scoring.ingest.table import Table

Found = Mapping[int, tuple[Problem, ...]]  # number of the table → what is to be said of it


def sheet_problems(sheets: Sequence[Sheet], tables: Sequence[Table]) -> Found:
    """What is to be said of some tables: they stand on a hidden sheet, or seem to go on elsewhere.

    A table that was broken over sheets, or over two tables of a document, has its header on the
    first; the rows of the others are not read, which must not pass in silence.
    """
    said: dict[int, list[Problem]] = {}
    last: int | None = None
    for sheet in sheets:
        here = [number for number, table in enumerate(tables) if table.sheet == sheet.name]
        if sheet.hidden:
            for number in here:
                said.setdefault(number, []).append(_hidden(tables[number]))
        elif not here and last is not None:
            said.setdefault(last, []).extend(_going_on(sheet, tables[last]))
        last = here[-1] if here and not sheet.hidden else last
    return {number: tuple(found) for number, found in said.items()}


def _hidden(table: Table) -> Problem:
    return problem("sheet-hidden", sheet=table.sheet, row=table.header, found="trang tính đang ẩn")


def _going_on(sheet: Sheet, table: Table) -> Iterator[Problem]:
    like = [at for at, row in enumerate(sheet.rows, 1) if _is_like(row, table)]
    if like:
        yield problem(
            "rows-unread",
            sheet=sheet.name,
            row=like[0],
            expected=f"hàng tiêu đề, hoặc các dòng này nằm ngay dưới bảng ở “{table.sheet}”",
            found=f"{len(like)} dòng giống các dòng của bảng ấy, không có hàng tiêu đề, chưa đọc",
        )


def _is_like(row: Sequence[Cell], table: Table) -> bool:
    """Whether a row has a name and a number where the table has them; of a list of tasks, where
    the numbers are those of the rows."""
    at = {field: position_of(f"{letter}1")[1] for field, letter in table.columns.items()}
    cells = {field: row[place] for field, place in at.items() if place < len(row)}
    named = any(type(cells.get(field)) is str and cells[field] for field in NAMES_A_ROW)
    numbers = NUMBER_FIELDS & at.keys() or {"code"}
    return named and any(_is_figure(cells.get(field)) for field in numbers)


def _is_figure(cell: Cell) -> bool:
    return type(cell) in (float, int) or (type(cell) is str and bool(FIGURE.fullmatch(cell)))
