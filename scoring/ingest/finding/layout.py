"""Where the tables of a sheet are: their header, their columns, and the rows below them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from scoring.ingest.finding.bands import apart
from scoring.ingest.finding.blocks import Side, goes_on
from scoring.ingest.finding.column_values import Doubt, Settled, settled
from scoring.ingest.finding.columns import Assignment, assigned, only
from scoring.ingest.finding.first_rows import LOOKED_AT, Rows
from scoring.ingest.finding.foot import end_of_rows
from scoring.ingest.finding.forms import FORMS, Form
from scoring.ingest.finding.found_headers import Found, found_headers
from scoring.ingest.finding.header_rows import Parts
from scoring.ingest.finding.headers import NUMBER_FIELDS, Headers, bare
from scoring.ingest.finding.said_columns import with_remembered, with_said
from scoring.ingest.opening.workbook import Cell, Sheet, cell_name
from scoring.text.words import nfc

Remembered = Mapping[str, Mapping[str, str]]  # shape → field → header text, '' for no column


@dataclass(frozen=True)
class Layout:
    """One table: its kind, the column of each field, its rows (all counted from 0)."""

    kind: str
    columns: Mapping[str, int]
    labels: Mapping[str, str]  # field → header text as written
    header: int
    first: int
    last: int  # exclusive, without the notes and signatures below
    until: int  # exclusive, with them: the next header, or the end of the sheet
    year: int | None  # where the header names one, as in two years side by side
    part: int  # which of the tables that share this header
    left: int  # the columns it shares with no other table, right exclusive
    right: int
    corner: int  # the column of the header's first cell
    texts: tuple[str, ...] = ()  # the header text of every column of the sheet
    title_from: int = 0  # the rows from here to the header are its own title block
    top: int = 0  # the header of the sheet's first table: the rows above may speak of all
    skipped: frozenset[int] = frozenset()  # headers repeated at page breaks
    sure: bool = True  # False where only the texts around can tell what it is
    missing: tuple[str, ...] = ()  # needed fields that no column holds
    blocks: tuple[Mapping[str, int], ...] = ()  # further columns of a league that goes on beside
    doubts: tuple[Doubt, ...] = ()  # columns that may be meant otherwise
    units: tuple[int, ...] = ()  # columns each of another unit, where the result should stand

    @property
    def anchor(self) -> str:
        """The address of the header's first cell, which tells two tables of a sheet apart."""
        return cell_name(self.header, self.corner)

    @property
    def shape(self) -> str:
        """The names of its columns in order, without years: the same for files laid out alike."""
        return " | ".join(bare(text) for text in self.texts[self.left : self.right] if text)

    @property
    def height(self) -> int:
        """The rows below the header."""
        return self.last - self.first

    @property
    def length(self) -> int:
        """How many cells a column has: the rows once for every block."""
        return self.height * (1 + len(self.blocks))

    def row_of(self, at: int) -> int:
        """The row of one of a column's cells, as the spreadsheet shows it."""
        return self.first + at % max(self.height, 1) + 1

    def column_of(self, field: str, at: int = 0) -> int | None:
        """The column in which one of a field's cells stands."""
        block = at // max(self.height, 1)
        return (self.columns, *self.blocks)[block].get(field)

    def cells(self, sheet: Sheet, field: str) -> list[Cell]:
        """The cells of one column below the header; blanks where there is no such column."""
        cells: list[Cell] = []
        for columns in (self.columns, *self.blocks):
            cells += self._cells(sheet, columns.get(field))
        return cells

    def _cells(self, sheet: Sheet, at: int | None) -> list[Cell]:
        rows = sheet.rows[self.first : self.last]
        cells = [""] * len(rows) if at is None else [row[at] for row in rows]
        for row in self.skipped:
            cells[row - self.first] = ""
        return cells


@dataclass(frozen=True)
class _Told:
    """What people said about the columns of a sheet's tables."""

    forms: Sequence[Form]
    columns: tuple[tuple[str, str], ...]
    remembered: Remembered
    width: int


def layouts(
    sheet: Sheet,
    headers: Headers,
    forms: Sequence[Form] = FORMS,
    said_columns: Sequence[tuple[str, str]] = (),
    remembered: Remembered | None = None,
) -> tuple[Layout, ...]:
    """All tables of a sheet, top to bottom; two years side by side are two of them.

    `said_columns` are pairs of field and column letter, '' for no column: they change what a table
    holds, never where it is. `remembered` is followed where nothing is said.
    """
    width = min(map(len, sheet.rows), default=0) if said_columns else 0
    told = _Told(forms, tuple(said_columns), remembered or {}, width)
    together = found_headers(sheet, headers, FORMS)
    all_found = [one for found in together for one in apart(sheet, found, headers, FORMS)]
    return tuple(
        replace(table, top=all_found[0].row)
        for found in all_found
        for table in _tables(sheet, headers, found, told)
    )


def _tables(sheet: Sheet, headers: Headers, found: Found, told: _Told) -> Iterator[Layout]:
    """The tables of one header: side by side, and one a year."""
    rows = [row for at, row in _first_rows(sheet, found) if at not in found.skipped]
    sides: Sequence[Side] = found.sides
    beside: Sequence[Side] = ()
    if goes_on(sides, found.parts, headers, rows):
        sides, beside = sides[:1], sides[1:]
    lowest = max(found.skipped, default=found.first - 1) + 1
    last = end_of_rows(sheet.rows, lowest, found.last, _number_columns(found))
    part = 0
    for assignment, left, right in sides:
        parts = only(found.parts, left, right)
        if assignment.form not in told.forms:
            assignment = _of_kind(parts, headers, told.forms)
        for one in settled(assignment, parts, headers, Rows(rows), told.forms):
            table = _layout(found, one, part=part, left=left, right=right, last=last)
            table = _as_told(table, told)
            yield replace(table, blocks=_blocks(table, found.parts, beside))
            part += 1


def _number_columns(found: Found) -> frozenset[int]:
    columns = (side.columns for side, *_ in found.sides)
    fields = NUMBER_FIELDS - {"rank"}  # notes are numbered as ranks are
    return frozenset(at for one in columns for f in fields & one.keys() for at in one[f])


def _first_rows(sheet: Sheet, found: Found) -> Iterator[tuple[int, Sequence[Cell]]]:
    last = min(found.last, found.first + LOOKED_AT)
    return zip(range(found.first, last), sheet.rows[found.first : last], strict=True)


def _of_kind(parts: Parts, headers: Headers, forms: Sequence[Form]) -> Assignment:
    """The columns that a header has for the kinds of table asked for, whatever else it lacks."""
    found = [assigned(form, parts, headers) for form in forms]
    return max(found, key=lambda one: (not one.missing, one.score))


def _layout(found: Found, one: Settled, *, part: int, left: int, right: int, last: int) -> Layout:
    texts = tuple(nfc(" ".join(part)) for part in found.parts)
    form = one.assignment.form
    return Layout(
        kind=form.kind,
        columns=one.columns,
        labels={field: texts[at] for field, at in one.columns.items()},
        header=found.row,
        first=found.first,
        last=last,
        until=found.last,
        year=one.year,
        part=part,
        left=left,
        right=right,
        corner=next(at for at in range(left, right) if texts[at]),
        texts=texts,
        title_from=found.title_from,
        skipped=frozenset(row for row in found.skipped if row < last),
        missing=form.missing(one.columns),
        doubts=one.doubts,
    )


def _as_told(table: Layout, told: _Told) -> Layout:
    """The table with the columns that a person said; the place of its header stays."""
    remembered = told.remembered.get(table.shape, {})
    columns = with_remembered(table.columns, remembered, table.texts, table.year)
    columns = with_said(columns, told.columns, told.width)
    form = _form_of(table.kind, columns, told.forms)
    sure = form.kind != "satisfaction" or "factor" in columns
    if not sure and "title" in columns:
        columns["factor"] = columns.pop("title")
    answered = {*remembered, *(field for field, _ in told.columns)}
    return replace(
        table,
        kind=form.kind,
        columns=columns,
        labels={f: table.texts[at] if at < len(table.texts) else "" for f, at in columns.items()},
        missing=form.missing(columns),
        sure=sure,
        doubts=tuple(one for one in table.doubts if one.field not in answered),
    )


def _form_of(kind: str, columns: Mapping[str, int], forms: Sequence[Form]) -> Form:
    """The table's own kind; another where the columns said belong to that one only."""
    own = next(form for form in FORMS if form.kind == kind)
    return own if own.holds(columns) else next((f for f in forms if f.holds(columns)), own)


def _blocks(table: Layout, parts: Parts, sides: Sequence[Side]) -> tuple[Mapping[str, int], ...]:
    """The columns of a table's further sides: their names stand in the same order."""
    here = [at for at in range(table.right) if parts[at]]
    beside = ([at for at in range(left, right) if parts[at]] for _, left, right in sides)
    return tuple(
        {f: there[here.index(at)] for f, at in table.columns.items() if at in here}
        for there in beside
    )
