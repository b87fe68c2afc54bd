"""Where the tables of a sheet are: header rows, columns, and the rows below them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from scoring.ingest.columns import (
    Assignment,
    Parts,
    assignments,
    by_year,
    header_parts,
    numbers_columns,
)
from scoring.ingest.forms import FORMS, Form
from scoring.ingest.headers import Headers, years_in
from scoring.ingest.workbook import Cell, Sheet, cell_name
from scoring.text.codes import code_text, numbered, roman
from scoring.text.words import nfc

TALLEST_HEADER = 3
_NUMBERS_FIRST = ("max_points", "lost_points", "percent", "value")
_DATED = (date, time, timedelta)
_PAGE = re.compile(r"\(?(?:trang|tiếp|tiếp theo|\d+)\b[\s\d/.)]*(?:theo\)?)?", re.I)
_FIGURE = re.compile(r"[-+−]?[\d.,\s]*\d[\d.,\s]*%?")


@dataclass(frozen=True)
class Layout:
    """One table: its kind, the column of each field, its rows (all counted from 0)."""

    kind: str
    columns: Mapping[str, int]
    labels: Mapping[str, str]  # field → header text as written
    header: int
    first: int
    last: int  # exclusive
    year: int | None  # where the header names one, as in two years side by side
    part: int  # which of the tables that share this header
    score: int
    left: int  # the columns it shares with no other table, right exclusive
    right: int
    title_from: int = 0  # the rows from here to the header are its own title block
    skipped: frozenset[int] = frozenset()  # headers repeated at page breaks
    sure: bool = True  # False where only the texts around can tell what it is

    @property
    def anchor(self) -> str:
        """The address of the header's first cell, which tells two tables of a sheet apart."""
        return cell_name(self.header, min(self.columns.values()))

    def cells(self, sheet: Sheet, field: str) -> list[Cell]:
        """The cells of one column below the header; blanks where there is no such column."""
        rows = sheet.rows[self.first : self.last]
        at = self.columns.get(field)
        cells = [""] * len(rows) if at is None else [row[at] for row in rows]
        for row in self.skipped:
            cells[row - self.first] = ""
        return cells


def layouts(sheet: Sheet, headers: Headers, forms: Sequence[Form] = FORMS) -> tuple[Layout, ...]:
    """All tables of a sheet, top to bottom; two years side by side are two of them."""
    found: list[tuple[Layout, ...]] = []
    rows = sheet.rows
    row = 0
    while row < len(rows):
        if found and _has_number(rows[row], found[-1][0]):
            row += 1
            continue
        tables = _tables_at(sheet, row, headers, forms) if _may_be_header(rows[row]) else ()
        if not tables or _begins_later(sheet, row, tables, headers, forms):
            row += 1
            continue
        end = _end_of_rows(sheet, found[-1][0], row) if found else 0
        if found and _same_columns(found[-1], tables) and not _said_between(sheet, end, row):
            repeated = frozenset(range(row, tables[0].first))
            found[-1] = tuple(replace(one, skipped=one.skipped | repeated) for one in found[-1])
        else:
            if found:
                found[-1] = tuple(replace(one, last=row) for one in found[-1])
            found.append(tuple(replace(one, title_from=end) for one in tables))
        row = tables[0].first
    return tuple(table for tables in found for table in tables)


def _has_number(row: Sequence[Cell], above: Layout) -> bool:
    """A row of the table above, by one look: its maximum (or percent, or value) is a number."""
    at = next((above.columns[f] for f in _NUMBERS_FIRST if f in above.columns), None)
    return at is not None and type(row[at]) is float and not 1980 <= row[at] <= 2100


def _begins_later(
    sheet: Sheet,
    row: int,
    tables: Sequence[Layout],
    headers: Headers,
    forms: Sequence[Form],
) -> bool:
    """Whether the header's first row adds nothing: 'Đơn vị: …' above it is a title."""
    if tables[0].first - row < 2 or not _may_be_header(sheet.rows[row + 1]):
        return False
    later = _tables_at(sheet, row + 1, headers, forms)
    return bool(later) and _weight(later) >= _weight(tables)


def _same_columns(above: Sequence[Layout], tables: Sequence[Layout]) -> bool:
    return [one.columns for one in above] == [one.columns for one in tables]


def _end_of_rows(sheet: Sheet, above: Layout, row: int) -> int:
    """The row after the last that has a number or a code, seen from the next header upwards."""
    for at in range(row - 1, above.first - 1, -1):
        if any(_is_figure(cell) for cell in sheet.rows[at]):
            return at + 1
    return above.first


def _is_figure(cell: Cell) -> bool:
    if type(cell) is str:
        text = code_text(cell)
        return bool(_FIGURE.fullmatch(cell)) or numbered(text) or roman(text) is not None
    return type(cell) in (float, int)


def _said_between(sheet: Sheet, start: int, end: int) -> bool:
    """Whether a text stands between two tables: then they are two, not one with a page break."""
    texts = (cell for row in sheet.rows[start:end] for cell in row if cell != "")
    return any(not (type(text) is str and _PAGE.fullmatch(nfc(text))) for text in texts)


def _may_be_header(row: Sequence[Cell]) -> bool:
    """A cheap look: some texts, and no codes or numbers but years."""
    texts = 0
    for cell in row:
        kind = type(cell)
        if kind is str:
            if cell[:1].isdigit() and len(cell) != 4 and _FIGURE.fullmatch(cell):
                return False  # a code or a number, and no year
            if cell and _FIGURE.fullmatch(cell) and not _is_year(cell):
                return False
            texts += cell != ""
        elif kind in (float, int):
            if not (1980 <= cell <= 2100 and cell == int(cell)):
                return False
        elif isinstance(cell, _DATED):
            return False
    return texts >= 2


def _is_year(cell: str) -> bool:
    return len(cell) < 7 and bool(years_in(cell))


def _tables_at(
    sheet: Sheet, row: int, headers: Headers, forms: Sequence[Form]
) -> tuple[Layout, ...]:
    """The tables whose header begins at this row: the height that explains most columns."""
    best: tuple[Layout, ...] = ()
    for height in range(1, TALLEST_HEADER + 1):
        if row + height > len(sheet.rows):
            break
        if height > 1 and not _may_continue(sheet.rows[row + height - 1]):
            break
        parts = header_parts(sheet, row, height)
        tables = tuple(_tables(sheet, row, height, parts, assignments(parts, headers, forms)))
        if tables and (not best or _weight(tables) > _weight(best)):
            best = tables
    return best


def _weight(tables: Sequence[Layout]) -> int:
    return sum(table.score for table in tables)


def _may_continue(row: Sequence[Cell]) -> bool:
    texts = [cell for cell in row if cell != ""]
    return bool(texts) and all(
        (type(cell) is str and not _FIGURE.fullmatch(cell))
        or (type(cell) in (float, int) and 1980 <= cell <= 2100)
        or (type(cell) is str and _is_year(cell))
        for cell in texts
    )


def _tables(
    sheet: Sheet, row: int, height: int, parts: Parts, chosen: Sequence[Assignment]
) -> Iterator[Layout]:
    first = row + height
    while first < len(sheet.rows) and numbers_columns(sheet.rows[first]):
        first += 1
    texts = [nfc(" ".join(part)) for part in parts]
    starts = [min(at for ats in one.columns.values() for at in ats) for one in chosen]
    ends = [*starts[1:], len(parts)][: len(starts)]
    part = 0
    for assignment, left, right in zip(chosen, starts, ends, strict=True):
        for year, columns in by_year(assignment, parts):
            sure = assignment.form.kind != "satisfaction" or "factor" in columns
            if not sure:
                columns["factor"] = columns.pop("title")
            yield Layout(
                kind=assignment.form.kind,
                columns=columns,
                labels={field: texts[at] for field, at in columns.items()},
                header=row,
                first=first,
                last=len(sheet.rows),
                year=year,
                part=part,
                score=assignment.score,
                left=left if len(chosen) > 1 else 0,
                right=right,
                sure=sure,
            )
            part += 1
