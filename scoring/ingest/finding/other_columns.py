"""Which columns of a table hold numbers that no field reads."""

from collections.abc import Collection, Iterator

from scoring.ingest.cells import numbers_of
from scoring.ingest.finding.headers import EXACT, Headers, bare
from scoring.ingest.finding.layout import Layout
from scoring.ingest.opening.workbook import Cell, Sheet, column_letter
from scoring.ingest.problems import Place, Problem
from scoring.ingest.reference import Reference
from scoring.ingest.said import Given

_NOT_DATA = frozenset({"code", "year", "note"})  # numbers that count rows or name a year
_LONGEST_NAME = 40


def column_cells(sheet: Sheet, layout: Layout, at: int) -> list[Cell]:
    """The cells of any column beside a table's rows; blanks where a header is repeated."""
    rows = sheet.rows[layout.first : layout.last]
    cells = [row[at] if at < len(row) else "" for row in rows]
    for row in layout.skipped:
        cells[row - layout.first] = ""
    return cells


def column_is_said(layout: Layout, field: str, given: Given) -> bool:
    """Whether a person chose a field's column, now or for a file laid out alike."""
    remembered = given.memory.columns.get(layout.shape, {})
    return field in remembered or any(field == name for name, _ in given.said.columns)


def other_columns(layout: Layout) -> Iterator[int]:
    """The columns under a header text that no field reads, nor the table of another year."""
    read = {at for columns in (layout.columns, *layout.blocks) for at in columns.values()}
    names = {bare(text) for text in layout.labels.values()}
    for at in range(layout.left, min(layout.right, len(layout.texts))):
        text = layout.texts[at]
        of_another_year = layout.year is not None and bare(text) in names
        if text and at not in read and not of_another_year:
            yield at


def unread_columns(
    sheet: Sheet, layout: Layout, reference: Reference, kept: Collection[int] = ()
) -> Iterator[Problem]:
    """One note that names the columns of numbers that are not read; `kept` are read after all."""
    headers = Headers(reference.headers)
    unread = [
        at
        for at in other_columns(layout)
        if at not in kept
        and not _counts_rows(headers, layout.texts[at])
        and _has_numbers(column_cells(sheet, layout, at))
    ]
    if unread and not layout.blocks:
        names = (f"{column_letter(at)} ({_short(layout.texts[at])})" for at in unread)
        place = Place(sheet.name, layout.header + 1, column_letter(unread[0]))
        yield place.problem("column-unread", found=", ".join(names))


def _counts_rows(headers: Headers, text: str) -> bool:
    return any(headers.fields(text).get(field) == EXACT for field in _NOT_DATA)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_NAME else f"{text[:_LONGEST_NAME].rstrip()}…"


def _has_numbers(cells: list[Cell]) -> bool:
    numbers, _ = numbers_of(cells)
    return bool((numbers == numbers).any())  # NaN is no number, and equals nothing
