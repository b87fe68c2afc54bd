"""How are the values of a league and the names of its members written?"""

from collections.abc import Sequence
from dataclasses import dataclass

from scoring.analysis.messages.index import trimmed
from scoring.text.format import change as signed
from scoring.text.format import number, percent

_OUT_OF_HUNDRED = ("tỉnh", "bộ")  # whose total maximum is 100: points and percent are the same
_IN_POINTS = ("PAPI", "PCI")
_MOST_NAMES = 6


@dataclass(frozen=True)
class Measure:
    """How values of one index and level are written."""

    index_name: str
    level: str

    @property
    def unit(self) -> str:
        """Points where the index is out of 100 points, else percentage points."""
        as_points = self.index_name == "PAR" and self.level in _OUT_OF_HUNDRED
        return "điểm" if as_points or self.index_name in _IN_POINTS else "điểm\u00a0%"

    def value(self, value: float | None) -> str:
        """'83,93 %', '44,12' of PAPI."""
        return number(value) if self.index_name in _IN_POINTS else percent(value)

    def gap(self, points: float) -> str:
        """'0,06 điểm', without a sign."""
        return f"{number(abs(points))} {self.unit}"

    def signed(self, points: float | None) -> str:
        """'+3,27 điểm'."""
        return signed(None if points is None else round(points, 2), self.unit)

    def bound(self, bound: float | None) -> str:
        """'80 %': a limit as people write it."""
        written = trimmed(bound)
        return written if self.index_name in _IN_POINTS else f"{written}\u00a0%"


def names(every: Sequence[str]) -> str:
    """'A, B và C'; of more than six the first six and how many more."""
    if len(every) > _MOST_NAMES:
        rest = len(every) - _MOST_NAMES
        return f"{', '.join(every[:_MOST_NAMES])} và {rest} đơn vị khác"
    return joined(every)


def joined(every: Sequence[str]) -> str:
    """'A, B và C'."""
    *before, last = every
    return f"{', '.join(before)} và {last}" if before else last
