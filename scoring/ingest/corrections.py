"""Cells that a person corrected: read as corrected, while the file stays as it was uploaded."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from scoring.ingest.opening.workbook import Sheet, position_of


@dataclass(frozen=True)
class Correction:
    """One cell read otherwise than its file says; row and column as the spreadsheet shows them."""

    sheet: str
    row: int
    column: str
    old: str  # the cell as text, as it was shown
    new: str


def with_corrections(
    sheets: Sequence[Sheet], corrections: Sequence[Correction]
) -> tuple[Sheet, ...]:
    """The sheets with the corrected cells; a cell outside a sheet is left out."""
    if not corrections:
        return tuple(sheets)
    return tuple(
        _corrected(sheet, [one for one in corrections if one.sheet == sheet.name])
        for sheet in sheets
    )


def _corrected(sheet: Sheet, corrections: Sequence[Correction]) -> Sheet:
    rows = list(sheet.rows)
    for one in corrections:
        row, column = position_of(f"{one.column}{one.row}")
        if row < len(rows) and column < len(rows[row]):
            cells = list(rows[row])
            cells[column] = one.new
            rows[row] = cells
    return replace(sheet, rows=rows) if corrections else sheet
