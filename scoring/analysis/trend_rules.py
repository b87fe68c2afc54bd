"""Is an index rising, slowing, flat, falling or recovering? By rules that cover every case."""

from collections.abc import Sequence
from typing import Literal

Course = Literal["rising", "slowing", "flat", "falling", "recovering"]

STEADY = 0.5  # percentage points: a smaller change from year to year counts as none
FEWEST_YEARS = 3  # years in a row of one series


def course(values: Sequence[float]) -> Course | None:
    """Where the last years of one series are going; all the years count that are given.

    By the last two changes, each up, down or steady (within ± STEADY):

    - up after down: recovering; up by less than the change before, beyond STEADY: slowing;
      up otherwise: rising
    - steady after up: slowing; steady after down: flat; steady twice: by the sum of both, rising,
      falling or flat
    - down: falling

    Shape: percentages, oldest first, without gaps and breaks.
    Returns: None for fewer than FEWEST_YEARS.
    """
    if len(values) < FEWEST_YEARS:
        return None
    third, second, last = values[-3:]
    before, change = _step(third, second), _step(second, last)
    if change < -STEADY:
        return "falling"
    if change > STEADY:
        if before < -STEADY:
            return "recovering"
        return "slowing" if round(before - change, 10) > STEADY else "rising"
    if before > STEADY:
        return "slowing"
    return "flat" if before < -STEADY else _both(round(before + change, 10))


def _both(change: float) -> Course:
    """Two small changes the same way are a movement."""
    if change > STEADY:
        return "rising"
    return "falling" if change < -STEADY else "flat"


def _step(before: float, after: float) -> float:
    return round(after - before, 10)
