"""Which rows of a sheet are headers of tables, and which rows belong to each."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from scoring.ingest.finding.columns import Assignment, assignments, nearest
from scoring.ingest.finding.forms import Form
from scoring.ingest.finding.header_rows import (
    FIGURE,
    TALLEST_HEADER,
    Parts,
    header_parts,
    is_cut,
    may_be_header,
    may_continue,
    numbers_columns,
)
from scoring.ingest.finding.headers import Headers
from scoring.ingest.opening.workbook import Cell, Sheet
from scoring.text.codes import code_text, numbered, roman
from scoring.text.words import nfc

_NUMBERS_FIRST = ("max_points", "lost_points", "percent", "value")
_PAGE = re.compile(r"\(?(?:trang|tiếp|tiếp theo|\d+)\b[\s\d/.)]*(?:theo\)?)?", re.I)
_BELOW = 3  # rows below a header in which its first row of values stands
# A header repeated at each page break is looked at once. So many no sheet of a person has, nor so
# many rows of names that are no headers: what comes after is taken for rows.
_KEPT, _MOST_HEADERS, _MOST_OTHERS = 1_024, 5_000, 1_500
_assignments = lru_cache(maxsize=_KEPT)(assignments)
_nearest = lru_cache(maxsize=_KEPT)(nearest)


@dataclass(frozen=True)
class Found:
    """One header: its rows, the texts above each column, the tables that it names side by side."""

    row: int
    first: int  # the first row below it
    parts: Parts
    sides: Sequence[tuple[Assignment, int, int]]  # columns: left, right exclusive
    last: int  # exclusive
    title_from: int = 0
    skipped: frozenset[int] = frozenset()

    @property
    def weight(self) -> tuple[int, int]:
        """How surely the names of its columns are known, together; then how many are."""
        named = sum(side.named for side, *_ in self.sides)
        return sum(side.score for side, *_ in self.sides), named

    def same_columns(self, other: "Found") -> bool:
        """Whether it is the other's header again."""
        ours = [(side.form, side.columns) for side, *_ in self.sides]
        return ours == [(side.form, side.columns) for side, *_ in other.sides]


def found_headers(sheet: Sheet, headers: Headers, forms: Sequence[Form]) -> list[Found]:
    """All headers of a sheet, top to bottom; those repeated at page breaks belong to the first."""
    found: list[Found] = []
    rows = sheet.rows
    row, headers_seen, others = 0, 0, 0
    while row < len(rows) and headers_seen < _MOST_HEADERS and others < _MOST_OTHERS:
        row = _after_numbers(rows, row, found[-1]) if found else row
        header = None
        if (
            row < len(rows)
            and may_be_header(rows[row])
            and _are_names(sheet, row, headers, 2 if found else 1)
        ):
            header = _header_at(sheet, row, found[-1] if found else None, headers, forms)
            others += header is None
        if header is None:
            row += 1
            continue
        headers_seen += 1
        _add(sheet, found, header)
        row = header.first
    return found


def _are_names(sheet: Sheet, row: int, headers: Headers, fewest: int) -> bool:
    """A cheap look: some texts of this row, or of those below, are names of columns."""
    names: set[str] = set()
    for cells in sheet.rows[row : row + TALLEST_HEADER]:
        names.update(cell for cell in cells if type(cell) is str and cell and headers.is_name(cell))
    return len(names) >= fewest


def _add(sheet: Sheet, found: list[Found], header: Found) -> None:
    """The header as one of its own, or as the one above repeated."""
    above = found[-1] if found else None
    end = _end_of_rows(sheet, above, header.row) if above else 0
    if above and above.same_columns(header) and not _said_between(sheet, end, header.row):
        repeated = frozenset(range(header.row, header.first))
        found[-1] = replace(above, skipped=above.skipped | repeated)
        return
    if above:
        found[-1] = replace(above, last=header.row)
    found.append(replace(header, title_from=end))


def _after_numbers(rows: Sequence[Sequence[Cell]], row: int, above: Found) -> int:
    """The next row that is not the table's above by one look: its maximum, or percent, or value,
    is a number and no year."""
    columns = above.sides[0][0].columns
    at = next((columns[field][0] for field in _NUMBERS_FIRST if field in columns), None)
    while at is not None and row < len(rows):
        cell = rows[row][at]
        if type(cell) is not float or 1980 <= cell <= 2100:
            break
        row += 1
    return row


def _header_at(
    sheet: Sheet, row: int, above: Found | None, headers: Headers, forms: Sequence[Form]
) -> Found | None:
    """The header that begins at this row: one with all that a table needs, else one near it."""
    complete, near = _at_each_height(sheet, row, headers, forms)
    if complete:
        return None if _begins_later(sheet, complete, headers, forms) else complete
    if (
        near
        and _stands_alone(sheet, near, above)
        and not _complete_below(sheet, row, headers, forms)
    ):
        return near
    return None


def _at_each_height(
    sheet: Sheet, row: int, headers: Headers, forms: Sequence[Form]
) -> tuple[Found | None, Found | None]:
    """The height that explains most columns, of those with all that a table needs and of others.

    Of two that explain as many, the one to which the header's merged cells reach.
    """
    best: Found | None = None
    near: Found | None = None
    for height in range(1, TALLEST_HEADER + 1):
        if row + height > len(sheet.rows):
            break
        if height > 1 and not _goes_on(sheet.rows[row + height - 1]):
            break
        parts = header_parts(sheet, row, height)
        one = _found(sheet, row, height, parts, _assignments(parts, headers, tuple(forms)))
        best = one if one and (best is None or _tells_more(sheet, one, best, height)) else best
        if best is None and (side := _nearest(parts, headers, tuple(forms))):
            one = _found(sheet, row, height, parts, [(side, 0, len(parts))])
            near = one if one and (near is None or one.weight > near.weight) else near
    return best, near


def _goes_on(line: Sequence[Cell]) -> bool:
    """Whether a row is a further line of names: one that numbers the columns is not."""
    return may_continue(line) and not numbers_columns(line)


def _tells_more(sheet: Sheet, taller: Found, best: Found, height: int) -> bool:
    if taller.weight != best.weight:
        return taller.weight > best.weight
    return is_cut(sheet, best.row, height - 1) and not is_cut(sheet, best.row, height)


def _found(
    sheet: Sheet,
    row: int,
    height: int,
    parts: Parts,
    sides: Sequence[tuple[Assignment, int, int]],
) -> Found | None:
    first = _first_row(sheet, row + height)
    return Found(row, first, parts, sides, len(sheet.rows)) if sides else None


def _first_row(sheet: Sheet, below: int) -> int:
    """The row below the header, and below the rows that only number its columns.

    Blank rows before those are the lower part of merged cells.
    """
    rows = sheet.rows
    numbering = range(below, min(below + TALLEST_HEADER, len(rows)))
    for at in numbering:
        if numbers_columns(rows[at]):
            return _first_row(sheet, at + 1)
        if any(cell != "" for cell in rows[at]):
            break
    return below


def _begins_later(sheet: Sheet, header: Found, headers: Headers, forms: Sequence[Form]) -> bool:
    """Whether the header's first row adds nothing: 'Đơn vị: …' above it is a title."""
    below = header.row + 1
    if header.first - header.row < 2 or not may_be_header(sheet.rows[below]):
        return False
    later, _ = _at_each_height(sheet, below, headers, forms)
    return later is not None and later.weight >= header.weight


def _complete_below(sheet: Sheet, row: int, headers: Headers, forms: Sequence[Form]) -> bool:
    """Whether one of the next rows is a header with all that a table needs."""
    below = range(row + 1, min(row + TALLEST_HEADER, len(sheet.rows)))
    return any(
        may_be_header(sheet.rows[at]) and _at_each_height(sheet, at, headers, forms)[0]
        for at in below
    )


def _stands_alone(sheet: Sheet, near: Found, above: Found | None) -> bool:
    """Whether rows stand below it, and no row of the table above right over it."""
    rows = sheet.rows[near.first : near.first + _BELOW]
    has_rows = any(sum(cell != "" for cell in row) > 1 for row in rows)
    return has_rows and (above is None or _end_of_rows(sheet, above, near.row) < near.row)


def _end_of_rows(sheet: Sheet, above: Found, row: int) -> int:
    """The row after the last that has a number or a code, seen from the next header upwards.

    Not above its own header where that was repeated: rows are looked at once.
    """
    first = max(above.skipped, default=above.first - 1) + 1
    for at in range(row - 1, first - 1, -1):
        if any(_is_figure(cell) for cell in sheet.rows[at]):
            return at + 1
    return first


def _is_figure(cell: Cell) -> bool:
    if type(cell) is str:
        text = code_text(cell)
        return bool(FIGURE.fullmatch(cell)) or numbered(text) or roman(text) is not None
    return type(cell) in (float, int)


def _said_between(sheet: Sheet, start: int, end: int) -> bool:
    """Whether a text stands between two tables: then they are two, not one with a page break."""
    texts = (cell for row in sheet.rows[start:end] for cell in row if cell != "")
    return any(not (type(text) is str and _PAGE.fullmatch(nfc(text))) for text in texts)
