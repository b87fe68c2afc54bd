"""Which sheets of a file are progress that a unit tells, and what each of them holds?"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from scoring.ingest.cells import text_of
from scoring.ingest.opening.workbook import Cell, Sheet, cell_name, column_letter
from scoring.ingest.problems import Place, Problem
from scoring.ingest.progress_tables.columns import (
    AMONG_TOLD,
    KEY,
    columns_of,
    looks_like_ours,
    missing_columns,
)
from scoring.ingest.progress_tables.keys import SIGNS, Mark, NotOurs, is_key, is_mark, read_mark
from scoring.ingest.progress_tables.rows import Stretch, read_rows, stretches, unchanged
from scoring.ingest.reference import Reference
from scoring.ingest.table import PLANS, Table
from scoring.text.moments import VIETNAM

KIND = "progress"
_HEADERS = 40  # rows in which a header that lost its mark is looked for


class Progress(NamedTuple):
    """The tables of progress in a file, and the sheets that hold none."""

    tables: tuple[Table, ...]
    others: tuple[Sheet, ...]


def progress_tables(name: str, sheets: Sequence[Sheet], reference: Reference) -> Progress:
    """Take the sheets that were handed out to units from a file, however they were changed.

    Such a sheet that lost its mark is refused, never read as a table of another kind.
    """
    found = {at: tuple(_tables(name, sheet, reference)) for at, sheet in enumerate(sheets)}
    others = tuple(sheet for at, sheet in enumerate(sheets) if not found[at])
    return Progress(tuple(table for at in found for table in found[at]), others)


def _tables(name: str, sheet: Sheet, reference: Reference) -> Iterator[Table]:
    signed = list(_signed(sheet))
    rows = [at for at, text in signed if is_mark(text)]
    if not rows:
        yield from _unmarked(name, sheet, {at for at, text in signed if is_key(text)})
        return
    columns = {at: columns_of(sheet.rows[at]) for at in rows}
    marks = {at: _mark(sheet.rows[at][columns[at][KEY]]) for at in rows}
    for of in stretches(sheet, [(at, columns[at], _unit(marks[at])) for at in rows]):
        mark = marks[of.header]
        yield _damaged(name, of) if mark is None else _table(name, of, mark, reference)


def _signed(sheet: Sheet) -> Iterator[tuple[int, str]]:
    """The first of our texts in each row that has one: this looks at every cell of every file."""
    for at, row in enumerate(sheet.rows):
        for cell in row:
            if type(cell) is str and cell.startswith(SIGNS):
                yield at, cell
                break


def _unit(mark: Mark | None) -> str:
    return mark.unit if mark else ""


def _mark(cell: Cell) -> Mark | None:
    try:
        return read_mark(text_of(cell))
    except NotOurs:
        return None


def _unmarked(name: str, sheet: Sheet, keyed: Collection[int]) -> Iterator[Table]:
    """A sheet of ours that lost what tells it: only its column names or its keys are left."""
    heads = (at for at, row in enumerate(sheet.rows[:_HEADERS]) if looks_like_ours(row))
    at = min(keyed, default=next(heads, None))
    if at is not None:
        expected = "tệp tiến độ còn đủ các cột ẩn và hàng tiêu đề"
        found = "khoá ẩn mà không có hàng tiêu đề" if keyed else "không có cột ẩn"
        problem = Place(sheet.name, at + 1).problem("progress-mark-missing", expected, found)
        yield Table(name, sheet.name, cell_name(at, 0), problems=(problem,))


def _damaged(name: str, of: Stretch) -> Table:
    place = Place(of.sheet.name, of.header + 1, column_letter(of.columns[KEY]))
    found = place.problem("progress-mark-missing", "dấu của tệp còn nguyên", "đã bị sửa")
    return Table(name, of.sheet.name, _anchor(of), problems=(found,))


def _table(name: str, of: Stretch, mark: Mark, reference: Reference) -> Table:
    header = of.sheet.rows[of.header]
    place = Place(of.sheet.name, of.header + 1)
    organisation = reference.organisation(mark.organisation.id) or mark.organisation
    made = mark.made_at.astimezone(VIETNAM)
    columns = {field: at for field, at in of.columns.items() if field not in (KEY, *AMONG_TOLD)}
    table = Table(
        file=name,
        sheet=of.sheet.name,
        anchor=_anchor(of),
        kind=KIND,
        index=PLANS,
        organisation=organisation,
        level=organisation.level,
        year=made.year,
        columns={field: column_letter(at) for field, at in columns.items()},
        labels={field: text_of(header[at]) for field, at in columns.items()},
        header=of.header + 1,
        last=of.until,
        title=f"Tiến độ của {mark.unit}, tệp tải ngày {made:%d/%m/%Y}",
        made_at=mark.made_at,
    )
    return _filled(table, of, list(missing_columns(header, of.columns, place)), place)


def _filled(table: Table, of: Stretch, missing: list[Problem], place: Place) -> Table:
    if missing:
        return replace(table, problems=tuple(missing))
    read = read_rows(of)
    problems = (*read.problems, *unchanged(read, place))
    return replace(table, frame=read.frame, problems=problems, last=read.last + 1)


def _anchor(of: Stretch) -> str:
    corner = next((at for at, cell in enumerate(of.sheet.rows[of.header]) if text_of(cell)), 0)
    return cell_name(of.header, corner)
