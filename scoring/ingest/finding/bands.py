"""Tables side by side, parted by blank columns, whose headers are not in the same rows."""

from collections.abc import Sequence
from dataclasses import replace

from scoring.ingest.finding.columns import names_rows
from scoring.ingest.finding.first_rows import LOOKED_AT
from scoring.ingest.finding.forms import Form
from scoring.ingest.finding.found_headers import Found, found_headers
from scoring.ingest.finding.headers import Headers
from scoring.ingest.opening.workbook import Cell, Sheet

Band = tuple[int, int]  # columns: left, right exclusive


def apart(sheet: Sheet, found: Found, headers: Headers, forms: Sequence[Form]) -> list[Found]:
    """The headers of the tables beside each other, each looked at alone; one where they are one.

    One header over all columns misses a table that begins lower, or whose names take more rows.
    """
    last = min(found.last, found.first + LOOKED_AT)
    bands = _bands(sheet.rows[found.row : last])
    if len(bands) < 2:
        return [found]
    alone = [one for band in bands for one in _within(sheet, found, last, band, headers, forms)]
    tables = [one for one in alone if names_rows(one.parts, headers)]
    more = _complete(tables) - _complete([found])
    if more < 0 or sum(one.weight[1] for one in tables) < found.weight[1]:
        return [found]  # a blank column within one table
    if more == 0 and all(one.first == found.first for one in tables):
        return [found]
    return sorted(tables, key=lambda one: (one.row, one.sides[0][1]))


def _complete(found: Sequence[Found]) -> int:
    return sum(not side.missing for one in found for side, *_ in one.sides)


def _bands(rows: Sequence[Sequence[Cell]]) -> list[Band]:
    """The columns between blank ones, as far as the first blank row."""
    filled: set[int] = set()
    for row in rows:
        here = {at for at, cell in enumerate(row) if cell != ""}
        if not here:
            break
        filled |= here
    bands: list[Band] = []
    for at in sorted(filled):
        left = bands.pop()[0] if bands and bands[-1][1] == at else at
        bands.append((left, at + 1))
    return bands


def _within(
    sheet: Sheet, found: Found, last: int, band: Band, headers: Headers, forms: Sequence[Form]
) -> list[Found]:
    """The headers in some columns, from the row of the header over all columns on."""
    left, right = band
    rows: list[list[Cell]] = [[""] for _ in range(found.row)]
    for row in sheet.rows[found.row : last]:
        rows.append([cell if left <= at < right else "" for at, cell in enumerate(row)])
    alone = found_headers(replace(sheet, rows=rows), headers, forms)
    return [
        replace(
            one,
            sides=[(side, max(from_, left), min(to, right)) for side, from_, to in one.sides],
            last=found.last if one is alone[-1] else one.last,
            title_from=one.title_from if at else found.title_from,
        )
        for at, one in enumerate(alone)
    ]
