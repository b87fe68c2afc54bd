"""A whole file with one table, or several, somewhere on one of its sheets."""

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

import openpyxl
from openpyxl.utils import get_column_letter

from tests.variants.around import notes_block, sheets_before, title_block
from tests.variants.clean import TABLES, Clean
from tests.variants.documents import document
from tests.variants.laid_out import Drawn, Grid, Range, drawn, halved

SHEETS = ("Phụ lục", "Sheet1", "Biểu 01", "Bảng điểm", "DATA")


@dataclass(frozen=True)
class Variant:
    """A file and the tables that it holds, in the order in which they are read."""

    cleans: tuple[Clean, ...]
    name: str
    content: bytes
    notes: frozenset[str]  # codes of notes that its forms ask for
    choices: str
    rows: Grid

    def __str__(self) -> str:
        """What a failing test prints."""
        lines = "\n".join(" | ".join(map(str, row)) for row in self.rows)
        names = ", ".join(clean.name for clean in self.cleans)
        return f"{names} as {self.name}: {self.choices}\n{lines}"


@dataclass
class _Page:
    """One sheet as it grows."""

    rows: Grid
    merged: list[Range]

    def put(self, lines: Grid, row: int, column: int, merged: Sequence[Range] = ()) -> None:
        """Write lines from a cell on."""
        for at, line in enumerate(lines, row):
            while len(self.rows) <= at:
                self.rows.append([])
            there = self.rows[at]
            there += [""] * (column - len(there))
            there[column:] = line
        for top, left, bottom, right in merged:
            self.merged.append((top + row, left + column, bottom + row, right + column))


def variant(seed: int) -> Variant:
    """The variant of one seed; the same seed always gives the same one."""
    return laid_out(TABLES[seed % len(TABLES)], Random(seed), seed)


def laid_out(clean: Clean, random: Random, seed: int) -> Variant:
    """A file with this table somewhere on it."""
    table = _table(clean, random)
    titled = random.random() < 0.7
    above = title_block(random.choice(clean.titles), random) if titled else []
    down, right = len(above) + random.choice((0, 0, 1)), random.choice((0, 0, 0, 2))
    page = _Page([], [])
    page.put(above, 0, 0)
    page.put(table.rows, down, right, table.merged)
    tables, cleans = [table], [clean]
    if titled and random.random() < 0.3:
        other = random.choice([one for one in TABLES if one.kind != clean.kind])
        tables.append(_second(page, (table, down, right), other, random))
        cleans.append(other)
    page.put(notes_block(random), len(page.rows), 0)
    suffix = random.choice(("xlsx", "xlsx", "xlsx", "docx", "csv"))
    if len(tables) > 1 or (page.merged and suffix == "csv"):
        suffix = "xlsx"
    name = f"{'bang' if titled else clean.file}.{suffix}"
    content = _WRITERS[suffix](page, random)
    notes = frozenset[str]().union(*(one.notes for one in tables))
    choices = f"{[one.choices for one in tables]} offset {down},{right} seed {seed}"
    return Variant(tuple(cleans), name, content, notes, choices, page.rows)


def _table(clean: Clean, random: Random) -> Drawn:
    table = drawn(clean, random)
    halves = clean.kind == "league" and table.whole and random.random() < 0.3
    return halved(table, random.choice((0, 1))) if halves else table


def _second(page: _Page, first: tuple[Drawn, int, int], clean: Clean, random: Random) -> Drawn:
    """Another table under its own title: below the first, or beside it where headers are level."""
    before, down, right = first
    for _ in range(30):
        table = drawn(clean, random)
        level = table.whole and before.whole and _heights(table) == _heights(before)
        if level and down > 0 and "halves" not in before.choices:
            column = right + before.width + 1
            page.put([[clean.titles[0]]], down - 1, column)
            page.put(table.rows, down, column, table.merged)
            table.choices["beside"] = column
            return table
    page.put([[], [clean.titles[0]], []], len(page.rows), 0)
    page.put(table.rows, len(page.rows), right, table.merged)
    return table


def _heights(table: Drawn) -> tuple[int, int]:
    return table.choices["header"], table.head


def _workbook(page: _Page, random: Random) -> bytes:
    rows, merged = page.rows, page.merged
    book = openpyxl.Workbook()
    del book[book.sheetnames[0]]
    for name, lines in sheets_before(random):
        cover = book.create_sheet(name)
        for line in lines:
            cover.append(line)
        cover.sheet_state = random.choice(("visible", "hidden"))
    sheet = book.create_sheet(random.choice(SHEETS))
    for at, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            if value != "":
                sheet.cell(at, column, value)
    for top, left, bottom, right in merged:
        sheet.merge_cells(
            start_row=top + 1, start_column=left + 1, end_row=bottom + 1, end_column=right + 1
        )
    if random.random() < 0.3:
        sheet.row_dimensions[random.randrange(1, len(rows) + 1)].hidden = True
        sheet.column_dimensions[get_column_letter(random.randrange(1, 6))].hidden = True
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _delimited(page: _Page, random: Random) -> bytes:
    rows = page.rows
    stream = io.StringIO()
    sign = random.choice((";", "\t"))
    writer = csv.writer(stream, delimiter=sign)
    width = max(map(len, rows))
    for row in rows:
        writer.writerow([_as_text(cell) for cell in [*row, *[""] * (width - len(row))]])
    return stream.getvalue().encode(random.choice(("utf-8", "utf-8-sig", "utf-16")))


def _as_text(cell: Any) -> str:
    """As a spreadsheet of this country writes it: 8.5 as '8,5', a day as 03/04/2001."""
    if isinstance(cell, float):
        return (str(int(cell)) if cell.is_integer() else repr(cell)).replace(".", ",")
    return cell if isinstance(cell, str) else f"{cell:%d/%m/%Y}"


def _document(page: _Page, random: Random) -> bytes:
    """The title lines as paragraphs, the rest as one table."""
    return document([[_as_text(cell) for cell in row] for row in page.rows], page.merged)


_WRITERS: dict[str, Callable[[_Page, Random], bytes]] = {
    "xlsx": _workbook,
    "csv": _delimited,
    "docx": _document,
}
