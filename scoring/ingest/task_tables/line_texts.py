"""The texts of units and times, with the line ends that tell one from the next."""

from collections.abc import Sequence

from scoring.ingest.cells import text_of, texts_of
from scoring.ingest.opening.workbook import Cell
from scoring.text.wrapped import unwrapped

BY_LINES = frozenset(("lead", "coordinating", "deadline"))


def field_texts(cells: Sequence[Cell], field: str) -> list[str]:
    """A column of clean texts; one that names units or times keeps the lines that begin anew."""
    different = set(cells)
    if field not in BY_LINES or not any(type(cell) is str and "\n" in cell for cell in different):
        return texts_of(cells)
    clean = {cell: unwrapped(cell) if type(cell) is str else text_of(cell) for cell in different}
    return [clean[cell] for cell in cells]
