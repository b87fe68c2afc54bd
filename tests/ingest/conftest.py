"""Workbooks from text tables: what a test reads is what an analyst would see in Excel."""

import io
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from scoring.ingest.finding.headers import Headers
from scoring.ingest.finding.layout import Layout, layouts
from scoring.ingest.limits import Limits
from scoring.ingest.opening.workbook import Sheet, position_of
from scoring.ingest.read import read_tables
from scoring.ingest.reference import Reference, load_reference
from scoring.ingest.result_tables.league import League
from scoring.ingest.said import Said
from scoring.ingest.table import Table
from tests.ingest.identifying import Identified, identifying
from tests.ingest.layouts import Finder

REFERENCE = Path(__file__).parents[2] / "data" / "reference"
REST = "domain-absent"  # small tables never print all of the hundred points
PROVINCE = "Kết quả Chỉ số cải cách hành chính năm 2020 của tỉnh Lâm Đồng"

Reader = Callable[..., Table]


@pytest.fixture(scope="session")
def reference() -> Reference:
    """The shipped reference data."""
    return load_reference(REFERENCE)[0]


def rows_of(text: str) -> list[list[Any]]:
    """A text table, '|' between cells; '=1.5' is a number, '@2001-04-03' a date."""
    lines = [line.strip() for line in text.strip().splitlines() if line.strip()]
    return [[_cell(part.strip()) for part in line.split("|")] for line in lines]


def _cell(text: str) -> Any:
    if text.startswith("="):
        return float(text[1:])
    if text.startswith("@"):
        return date.fromisoformat(text[1:])
    return text or None


def workbook(sheets: dict[str, Sequence[Sequence[Any]]], merge: Sequence[str] = ()) -> bytes:
    """A workbook of these sheets; `merge` are ranges of the first one."""
    book = openpyxl.Workbook()
    del book[book.sheetnames[0]]
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    for cells in merge:
        book.worksheets[0].merge_cells(cells)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


@pytest.fixture
def read_all(reference: Reference) -> Callable[..., tuple[Table, ...]]:
    """Read a text table under a title; gives every table found."""

    def read(
        text: str,
        *,
        title: str = PROVINCE,
        merge: Sequence[str] = (),
        name: str = "bang.xlsx",
        **said: Any,
    ) -> tuple[Table, ...]:
        rows = [[title], [], *rows_of(text)] if title else rows_of(text)
        content = workbook({"Trang 1": rows}, merge)
        return read_tables(name, content, reference, Limits(), Said(**said))

    return read


@pytest.fixture
def read(read_all: Callable[..., tuple[Table, ...]]) -> Reader:
    """Read a text table that holds exactly one table; its header is row 3 under the title."""

    def one(text: str, **options: Any) -> Table:
        (table,) = read_all(text, **options)
        return table

    return one


@pytest.fixture(scope="session")
def find(reference: Reference) -> Finder:
    """The tables of a text table, found anew; `merge` are ranges."""
    headers = Headers(reference.headers)

    def found(text: str, *, merge: Sequence[str] = (), **options: Any) -> tuple[Layout, ...]:
        written = rows_of(text)
        width = max(map(len, written))
        rows = [["" if cell is None else cell for cell in row] for row in written]
        corners = [[position_of(corner) for corner in one.split(":")] for one in merge]
        merged = tuple((first, last) for first, last in corners)
        sheet = Sheet("Trang 1", [[*row, *[""] * (width - len(row))] for row in rows], merged)
        return layouts(sheet, headers, **options)

    return found


def found(table: Table, *but: str) -> list[tuple[str, str]]:
    """Place and code of each problem, but for the codes named."""
    return [
        (f"{one.column or ''}{one.row or ''}", one.code)
        for one in table.problems
        if one.code not in but
    ]


def told(table: Table | League, code: str) -> list[tuple[str | None, str | None]]:
    """What each problem of one code expected and found."""
    return [(one.expected, one.found) for one in table.problems if one.code == code]


@pytest.fixture
def identified(reference: Reference) -> Identified:
    """What a small table says of itself, by its titles, sheet, file and document."""
    return identifying(reference)
