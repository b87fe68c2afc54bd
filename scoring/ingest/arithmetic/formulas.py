"""Formulas that came without their value: computed where arithmetic allows, else told."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from scoring.ingest.arithmetic.computing import CORRECTED, Book, Position
from scoring.ingest.arithmetic.functions import Fault, Value
from scoring.ingest.cells import text_of
from scoring.ingest.corrections import Correction
from scoring.ingest.finding.layout import Layout
from scoring.ingest.opening.workbook import Sheet, cell_name, column_letter, position_of
from scoring.ingest.problems import Place, Problem
from scoring.ingest.score_tables.points import PRINTED
from scoring.ingest.score_tables.totals import is_grand_total, is_total
from scoring.text.numbers import number_in

_LARGEST_SHEET = 5_000_000  # cells, where formulas stand outside of those with values
_COUNTED = (*PRINTED, "percent", "value", "rank")
_CLOSING = ("max_points", "points", "lost_points")  # two of them tell the third
_NAMES = ("code", "title", "factor", "organisation")
_MOST_NAMED = 20  # places in one note
_MOST_TOLD = 500  # errors; the last says how many more there are


def with_computed(
    sheets: Sequence[Sheet], corrections: Sequence[Correction] = ()
) -> tuple[Sheet, ...]:
    """The sheets of one file with the value of each formula that their other cells tell.

    `formulas` keeps those that could not be computed; `computed` says which were. A cell that a
    person corrected is believed as it is, and counts as the number it says.
    """
    reaching = [_reaching(sheet) for sheet in sheets]
    if None in reaching or not any(sheet.formulas for sheet in sheets):
        return tuple(sheets)
    book = Book([one for one in reaching if one], _corrected(sheets, corrections))
    values = book.values()
    return tuple(_with_values(sheet, at, values) for at, sheet in enumerate(book.sheets))


def _corrected(sheets: Sequence[Sheet], corrections: Sequence[Correction]) -> frozenset[Position]:
    places = {sheet.name: at for at, sheet in enumerate(sheets)}
    return frozenset(
        (places[one.sheet], *position_of(f"{one.column}{one.row}"))
        for one in corrections
        if one.sheet in places
    )


def _reaching(sheet: Sheet) -> Sheet | None:
    """The sheet with blank cells as far as its formulas reach: its reader stops at values.

    None where that is too far: what cannot be looked at cannot be summed.
    """
    rows = sheet.rows
    if all(row < len(rows) and column < len(rows[row]) for row, column in sheet.formulas):
        return sheet
    height = max(len(rows), *(row + 1 for row, _ in sheet.formulas))
    width = max(column + 1 for _, column in sheet.formulas)
    if height * width > _LARGEST_SHEET:
        return None
    every = [*rows, *([] for _ in range(height - len(rows)))]
    return replace(sheet, rows=[[*row, *[""] * (width - len(row))] for row in every])


def _with_values(sheet: Sheet, at: int, values: Mapping[Position, Value]) -> Sheet:
    if not sheet.formulas:
        return sheet
    rows = list(sheet.rows)
    left, computed, copied = {}, set(), set()
    for (row, column), text in sheet.formulas.items():
        value = values.get((at, row, column), Fault.UNKNOWN)
        if not _is_cell(value):
            left[row, column] = text
        elif value is not CORRECTED:
            if row not in copied:
                rows[row] = list(rows[row])
                copied.add(row)
            rows[row][column] = value  # type: ignore[index]
            computed.add((row, column))
    return replace(sheet, rows=rows, formulas=left, computed=frozenset(computed))


def _is_cell(value: Value) -> bool:
    """Whether a value can stand in a cell; a reference to a blank one does not tell 0."""
    return value is not None and not isinstance(value, Fault | bool)


def formula_problems(sheet: Sheet, layout: Layout) -> Iterator[Problem]:
    """One note on what was computed, and each number that could not be."""
    if sheet.computed:
        yield from _computed(sheet, layout)
    if sheet.formulas:
        yield from _without_value(sheet, layout)


def _computed(sheet: Sheet, layout: Layout) -> Iterator[Problem]:
    columns = {at for columns in _blocks(layout) for at in columns.values()}
    cells = sorted(
        (row, column)
        for row, column in sheet.computed
        if layout.first <= row < layout.last and column in columns
    )
    if cells:
        named = ", ".join(cell_name(*cell) for cell in cells[:_MOST_NAMED])
        more = len(cells) - _MOST_NAMED
        found = f"{len(cells)} công thức: {named}" + (f" và {more} ô khác" if more > 0 else "")
        row, column = cells[0]
        place = Place(sheet.name, row + 1, column_letter(column))
        yield place.problem("formula-computed", "giá trị lưu sẵn trong tệp", found)


def _without_value(sheet: Sheet, layout: Layout) -> Iterator[Problem]:
    fields = {
        at: (field, columns)
        for columns in _blocks(layout)
        for field, at in columns.items()
        if field in _COUNTED
    }
    cells = sorted(
        (row, column)
        for row, column in sheet.formulas
        if layout.first <= row < layout.last
        and column in fields
        and not _told_otherwise(sheet, layout, row, *fields[column])
    )
    for at, (row, column) in enumerate(cells[:_MOST_TOLD]):
        more = len(cells) - _MOST_TOLD if at == _MOST_TOLD - 1 else 0
        found = f"công thức {sheet.formulas[row, column][:60]}"
        place = Place(sheet.name, row + 1, column_letter(column))
        yield place.problem(
            "formula-without-value",
            "một số",
            f"{found} và {more} ô khác như vậy" if more > 0 else found,
        )


def _blocks(layout: Layout) -> tuple[Mapping[str, int], ...]:
    """The columns of a table, and of the blocks beside it in which it goes on."""
    return (layout.columns, *layout.blocks)


def _told_otherwise(
    sheet: Sheet, layout: Layout, row: int, field: str, columns: Mapping[str, int]
) -> bool:
    """A row that does not count, or a number that the two beside it tell."""
    cells = {name: sheet.rows[row][at] for name, at in columns.items()}
    names = [text_of(cells[name]) for name in _NAMES if cells.get(name, "") != ""]
    if row in layout.skipped or not names:
        return True
    if layout.kind != "satisfaction" and any(is_total(name) for name in names):
        grand = layout.kind == "scores" and any(is_grand_total(name) for name in names)
        if not grand:
            return True
    others = [name for name in _CLOSING if name != field]
    return field in _CLOSING and all(number_in(cells.get(name, "")) is not None for name in others)
