"""The texts and numbers of a column of cells, with what could not be read."""

import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

import numpy as np
from numpy.typing import NDArray

from scoring.ingest.finding.layout import Layout
from scoring.ingest.opening.workbook import Cell, Sheet, column_letter
from scoring.text.numbers import NotANumber, parse_number
from scoring.text.words import nfc

_BETWEEN = "\x1f"
_UNCLEAN = ("  ", "\n", "\t", "\r", "\xa0", "\u200b", "\ufeff", f"{_BETWEEN} ", f" {_BETWEEN}")
_LARGEST = 1e12  # beyond it nobody counts points, ranks or percent
Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Unreadable:
    """A cell that should hold a number and does not."""

    at: int
    found: str


def text_of(cell: Cell) -> str:
    """A cell as clean text: NFC, single blanks; '' for a blank one."""
    if type(cell) is not str:
        if isinstance(cell, float) and cell.is_integer():
            return str(int(cell))
        return "" if cell is None else str(cell)
    plain = cell.isascii() or unicodedata.is_normalized("NFC", cell)
    if plain and "  " not in cell and "\n" not in cell and "\xa0" not in cell:
        return cell.strip()
    return nfc(cell)


def shown(cell: Cell) -> str:
    """A cell that is no number as a problem names it; of a date, the numbers it may have been."""
    if isinstance(cell, bool):
        return "ĐÚNG (TRUE)" if cell else "SAI (FALSE)"
    if isinstance(cell, date):
        parts = dict.fromkeys((f"{cell.day},{cell.month}", f"{cell.month},{cell.day}"))
        return f"ngày {cell:%d/%m/%Y}; có thể là {' hoặc '.join(parts)}"
    if isinstance(cell, time):
        return f"giờ {cell:%H:%M}"
    if isinstance(cell, timedelta):
        minutes = int(cell.total_seconds() // 60)
        return f"giờ {minutes // 60}:{minutes % 60:02}"
    return text_of(cell)


def texts_of(cells: Sequence[Cell]) -> list[str]:
    """A column of clean texts; repeated ones are cleaned once, and clean columns not at all."""
    different = set(cells)
    if set(map(type, different)) <= {str} and _are_clean(different):
        return list(cells)
    clean = {cell: text_of(cell) for cell in different}
    return [clean[cell] for cell in cells]


def _are_clean(texts: Collection[str]) -> bool:
    """One look at all texts together, which costs little however many there are."""
    whole = _BETWEEN + _BETWEEN.join(texts) + _BETWEEN
    return unicodedata.is_normalized("NFC", whole) and not any(sign in whole for sign in _UNCLEAN)


def numbers_in(sheet: Sheet, layout: Layout, field: str) -> tuple[Numbers, tuple[Unreadable, ...]]:
    """A field's column of numbers; all NaN where the table has no such column."""
    if field not in layout.columns:
        return np.full(layout.length, np.nan), ()
    return numbers_of(layout.cells(sheet, field))


def numbers_of(cells: Sequence[Cell]) -> tuple[Numbers, tuple[Unreadable, ...]]:
    """A column of numbers, NaN where blank, and the cells that are not numbers."""
    if set(map(type, cells)) == {float}:
        numbers = np.array(cells, dtype=float)
        if (np.abs(numbers) < _LARGEST).all():
            return np.round(numbers, 10), ()
    values = np.empty(len(cells))
    wrong: list[Unreadable] = []
    for at, cell in enumerate(cells):
        if type(cell) is float and -_LARGEST < cell < _LARGEST:
            values[at] = cell
            continue
        try:
            number = parse_number(cell)
            if number is not None and abs(number) >= _LARGEST:
                raise NotANumber(cell)
        except NotANumber:
            wrong.append(Unreadable(at, shown(cell)))
            number = None
        values[at] = np.nan if number is None else number
    return np.round(values, 10), tuple(wrong)


def filled(sheet: Sheet, layout: Layout, field: str) -> list[Cell]:
    """The cells of a column with merged ones filled downwards: for agencies and times only."""
    cells = layout.cells(sheet, field)
    at = layout.columns.get(field, -1)
    for (top, left), (bottom, right) in sheet.merged:
        if left <= at <= right and layout.first <= top < min(bottom, layout.last):
            value = sheet.rows[top][left]
            for row in range(top, min(bottom + 1, layout.last)):
                cells[row - layout.first] = value
    return cells


def letter_of(layout: Layout, field: str, at: int = 0) -> str | None:
    """The column letter of one of a field's cells, None where the table has no such column."""
    column = layout.column_of(field, at)
    return None if column is None else column_letter(column)
