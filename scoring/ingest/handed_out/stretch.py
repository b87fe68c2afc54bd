"""The rows under one header of a file, cell by cell."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from scoring.ingest.cells import text_of
from scoring.ingest.handed_out.form import KEYS, Form
from scoring.ingest.handed_out.keys import Mark
from scoring.ingest.opening.workbook import Cell, Sheet, column_letter
from scoring.ingest.problems import Place
from scoring.text.words import nfc


def free_text(cell: Cell) -> str | None:
    """A free text with its line breaks, days as people write them; None for a blank cell."""
    if isinstance(cell, datetime | date):
        return f"{cell:%d/%m/%Y}"
    if type(cell) is not str:
        return text_of(cell) or None
    lines = [nfc(line) for line in cell.splitlines()]
    return "\n".join(lines).strip() or None


@dataclass(frozen=True)
class Stretch:
    """The rows of a sheet that stand under one header, all counted from 0."""

    form: Form
    sheet: Sheet
    header: int
    first: int
    until: int  # exclusive
    columns: Mapping[str, int]
    mark: Mark

    @property
    def top(self) -> Place:
        """Where a problem of the whole stretch is."""
        return Place(self.sheet.name, self.header + 1)

    def cell(self, at: int, name: str) -> Cell:
        """A cell; a formula that no spreadsheet computed is the text that was typed."""
        column, row = self.columns.get(name), self.sheet.rows[at]
        if column is None or column >= len(row):
            return ""
        formula = self.sheet.formulas.get((at, column), "")
        cell = row[column] if row[column] != "" or not formula else f"={formula.removeprefix('=')}"
        if name in self.form.free:
            return free_text(cell) or ""
        return cell if text_of(cell) else ""

    def text(self, at: int, name: str) -> str:
        """A cell as clean text."""
        return text_of(self.cell(at, name))

    def keys(self, at: int) -> list[str]:
        """The texts where a row's three keys stand."""
        return [self.text(at, name) for name in KEYS]

    def told(self, at: int) -> dict[str, Cell]:
        """The cells that are filled in."""
        return {name: self.cell(at, name) for name in self.form.told}

    def place(self, at: int, name: str) -> Place:
        """Where a problem of a cell is."""
        column = self.columns.get(name)
        return Place(self.sheet.name, at + 1, None if column is None else column_letter(column))

    def places(self, at: int) -> dict[str, Place]:
        """Where the cells are that are filled in."""
        return {name: self.place(at, name) for name in self.form.told}
