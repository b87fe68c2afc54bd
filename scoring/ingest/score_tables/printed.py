"""What the rows of a score table print: titles, numbers, and which of them only repeat others."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from scoring.ingest.cells import Numbers
from scoring.ingest.opening.workbook import Cell
from scoring.ingest.score_tables.points import Points
from scoring.ingest.score_tables.totals import Totals, is_bonus, is_repeated

COLUMNS = ("lost_points", "max_points", "points")  # in this order sums are looked for


@dataclass(frozen=True)
class Printed:
    """The rows below one header; all sequences are in printed order."""

    titles: list[str]
    cells: list[Cell]  # of the code column
    points: Points
    tolerance: float
    totals: Totals
    apart: frozenset[int] = frozenset()  # sections and rows that number the columns

    @cached_property
    def values(self) -> NDArray[np.float64]:
        """A row's lost points, maximum and points; what lacks told by the other two."""
        counting = self.points.counting
        top, got, lost = (counting[field] for field in ("max_points", "points", "lost_points"))
        return np.column_stack(
            [
                np.where(np.isnan(lost), top - got, lost),
                np.where(np.isnan(top), got + lost, top),
                np.where(np.isnan(got), top - lost, got),
            ]
        ).round(10)

    @property
    def maximum(self) -> Numbers:
        """The maximum of each row as printed."""
        return self.points.printed["max_points"]

    @property
    def scored(self) -> NDArray[np.bool_]:
        """The rows with a number beside their maximum."""
        return self.points.scored

    @cached_property
    def unread_maximum(self) -> dict[int, str]:
        """The texts that stand in the place of a maximum."""
        return {cell.at: cell.found for cell in self.points.wrong["max_points"]}

    def named(self, at: int) -> str:
        """A row's title, or what stands in its code cell."""
        return self.titles[at] or str(self.cells[at])

    def stands_apart(self, at: int) -> bool:
        """Whether a row without a code is no criterion: it repeats others, or gives a bonus."""
        return at in self.apart or self.repeats(at) or is_bonus(self.named(at))

    def repeats(self, at: int) -> bool:
        """Whether a row without a code surely repeats others."""
        return is_repeated(self.named(at))
