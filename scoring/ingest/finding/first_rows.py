"""The first rows of a table, looked at by column: what its values tell of their columns."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from scoring.ingest.opening.workbook import Cell
from scoring.text.numbers import NotANumber, number_in, parse_number

LOOKED_AT = 200  # rows: enough to tell columns apart
MOSTLY = 0.8
ROUNDED = 0.0205  # what rounding of three columns leaves between them


@dataclass(frozen=True)
class Rows:
    """The first rows of a table, looked at by column."""

    rows: Sequence[Sequence[Cell]]

    def cells(self, at: int) -> list[Cell]:
        """One column's cells."""
        return [row[at] if at < len(row) else "" for row in self.rows]

    @cached_property
    def _numbers(self) -> dict[int, NDArray[np.float64]]:
        return {}

    def numbers(self, at: int) -> NDArray[np.float64]:
        """One column's numbers, NaN where there is none."""
        if at not in self._numbers:
            self._numbers[at] = np.array([_number(cell) for cell in self.cells(at)], dtype=float)
        return self._numbers[at]

    def filled(self, at: int) -> int:
        """How many cells of a column say something."""
        return sum(not _says_nothing(cell) for cell in self.cells(at))

    def counted(self, at: int) -> int:
        """How many cells of a column are numbers."""
        return int((~np.isnan(self.numbers(at))).sum())

    def are_numbers(self, at: int) -> bool:
        """Whether a column holds numbers, but for a few slips."""
        return self.counted(at) > 0 and self.counted(at) >= self.filled(at) / 2

    def same(self, one: int, other: int) -> bool:
        """Whether two columns say the same in every row."""
        left, right = self.numbers(one), self.numbers(other)
        if np.isnan(left).all() and np.isnan(right).all():
            return [str(cell).strip() for cell in self.cells(one)] == [
                str(cell).strip() for cell in self.cells(other)
            ]
        return bool(np.array_equal(left, right, equal_nan=True))

    def covers(self, one: int, other: int) -> bool:
        """Whether a column says something in every row in which the other does."""
        pairs = zip(self.cells(one), self.cells(other), strict=True)
        return not any(_says_nothing(own) and not _says_nothing(its) for own, its in pairs)

    def close(self, top: int, points: int, lost: int, share: float = MOSTLY) -> bool:
        """Whether max − points = lost, to rounding, in so many of the rows that have the three."""
        gap = np.abs(self.numbers(top) - self.numbers(points) - self.numbers(lost))
        gap = gap[~np.isnan(gap)]
        return len(gap) > 0 and bool((gap <= ROUNDED).mean() >= share)

    def split(self, top: int, one: int, other: int) -> bool:
        """Whether two columns share out a third in every row, and each has rows of its own."""
        whole, *parts = (self.numbers(at) for at in (top, one, other))
        given = ~np.isnan(whole) & ~np.isnan(parts).all(axis=0)
        alone = [given & np.isnan(part) for part in parts]
        gap = np.abs(whole - np.nansum(parts, axis=0))[given]
        return bool(all(rows.any() for rows in alone) and (gap <= ROUNDED).all())


def _number(cell: Cell) -> float:
    number = number_in(cell)
    return np.nan if number is None else number


def _says_nothing(cell: Cell) -> bool:
    try:
        return parse_number(cell) is None
    except NotANumber:
        return False
