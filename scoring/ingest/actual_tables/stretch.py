"""The rows under one header of a file of results, cell by cell."""

from collections.abc import Mapping
from dataclasses import dataclass

from scoring.ingest.actual_tables.columns import AMONG_TOLD, KEY, TOLD
from scoring.ingest.actual_tables.keys import About
from scoring.ingest.cells import text_of
from scoring.ingest.opening.workbook import Cell, Sheet, column_letter
from scoring.ingest.problems import Place
from scoring.ingest.progress_tables.cells import free_text
from scoring.ingest.target_tables.fractions import Fractions
from scoring.ingest.target_tables.goals import Asked
from scoring.text.reached import PERCENT


@dataclass(frozen=True)
class Stretch:
    """The rows of a sheet that stand under one header, all counted from 0."""

    sheet: Sheet
    header: int
    first: int
    until: int  # exclusive
    columns: Mapping[str, int]
    organisation: str
    fractions: Fractions

    def cell(self, at: int, name: str) -> Cell:
        """A cell; a formula that no spreadsheet computed is the text that was typed."""
        column, row = self.columns.get(name), self.sheet.rows[at]
        if column is None or column >= len(row):
            return ""
        formula = self.sheet.formulas.get((at, column), "")
        cell = row[column] if row[column] != "" or not formula else f"={formula.removeprefix('=')}"
        if name == "source":
            return free_text(cell) or ""
        return cell if text_of(cell) else ""

    def told(self, at: int, about: About) -> dict[str, Cell]:
        """The cells that are filled in; 0.845 that is shown as 84,5% is that."""
        cells = {name: self.cell(at, name) for name in TOLD}
        column = self.columns.get("value")
        if column is not None and about.measure == PERCENT:
            shown = self.fractions.whole(column, at, cells["value"], Asked(about.indicator))
            cells["value"] = cells["value"] if shown is None else shown
        return cells

    def text(self, at: int, name: str) -> str:
        """A cell as clean text."""
        return text_of(self.cell(at, name))

    def keys(self, at: int) -> list[str]:
        """The texts where a row's three keys stand."""
        return [self.text(at, name) for name in (KEY, *AMONG_TOLD)]

    def place(self, at: int, name: str) -> Place:
        """Where a problem of a cell is."""
        column = self.columns.get(name)
        return Place(self.sheet.name, at + 1, None if column is None else column_letter(column))
