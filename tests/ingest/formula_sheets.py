"""Sheets with formulas, for tests of what they are computed to."""

from collections.abc import Sequence
from typing import Any

from scoring.ingest.arithmetic.formulas import with_computed
from scoring.ingest.opening.workbook import Cell, Sheet
from tests.ingest.conftest import rows_of


def sheet_of(text: str, name: str = "Trang 1") -> Sheet:
    """A text table whose cells '{…}' are formulas without a stored value."""
    rows: list[list[Cell]] = [
        ["" if cell is None else cell for cell in row] for row in rows_of(text)
    ]
    return with_formulas(rows, name)


def with_formulas(rows: Sequence[Sequence[Cell]], name: str = "Trang 1") -> Sheet:
    formulas = {
        (at, column): f"={cell[1:-1]}"
        for at, row in enumerate(rows)
        for column, cell in enumerate(row)
        if type(cell) is str and cell.startswith("{")
    }
    blank = [
        ["" if (at, c) in formulas else v for c, v in enumerate(row)] for at, row in enumerate(rows)
    ]
    return Sheet(name, blank, formulas=formulas)


def computed(formula: str, *cells: Cell) -> Any:
    """The value of one formula in B1 beside the cells A1, A2, …; None where it has none."""
    rows = [[cell, ""] for cell in cells] or [["", ""]]
    (sheet,) = with_computed([Sheet("Trang 1", rows, formulas={(0, 1): formula})])
    return sheet.rows[0][1] if sheet.computed else None
