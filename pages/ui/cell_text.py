"""What does a cell of a spreadsheet say, as Excel set to Vietnamese shows it?"""

from datetime import date, datetime

from scoring.ingest.opening.workbook import Cell, Sheet
from scoring.text import format as vietnamese


def shown(cell: Cell) -> str:
    """The cell as a text: '0,5', '15/02/2022', 'ĐÚNG'."""
    if isinstance(cell, bool):
        return "ĐÚNG" if cell else "SAI"
    if isinstance(cell, int | float):
        return f"{cell:.15g}".replace(".", ",")
    if isinstance(cell, datetime):
        return vietnamese.when(cell)
    if isinstance(cell, date):
        return f"{cell:%d/%m/%Y}"
    return str(cell)


def text_at(sheet: Sheet, row: int, column: int) -> str:
    """What a cell shows, row and column from 0; of a formula without a value, the formula."""
    cells = sheet.rows[row]
    text = shown(cells[column]) if column < len(cells) else ""
    return text or sheet.formulas.get((row, column), "")


def short(text: str, width: int) -> str:
    """The text, or its beginning and an ellipsis."""
    return text if len(text) <= width else text[: width - 1] + "…"
