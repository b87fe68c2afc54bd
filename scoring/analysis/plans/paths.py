"""Where should an indicator be this year on the way to its targets, and is it there?

Between what is known at the start and the target years the way is a straight line: 60 in 2022,
80 by 2025 and 100 by 2030 ask for 73,33 in 2024 and 84 in 2026.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

State = Literal["met", "missed", "on_path", "behind", "unknown"]
STATES: tuple[State, ...] = ("missed", "behind", "met", "on_path", "unknown")
LOWER_IS_BETTER = ("at_most", "rank")


@dataclass(frozen=True)
class Goal:
    """A level to reach by the end of a year."""

    due_year: int
    value: float
    kind: str  # at_least, at_most, rank


@dataclass(frozen=True)
class Standing:
    """How an indicator stands in a year; None where it is not known.

    Shape: `goal` is the next one due, or the last one; `value` is the latest result up to the year,
        of `value_year`, and `expected` what the way asks for in that year; `missing` is what is
        still to do to `expected`, zero or less where it is reached.
    """

    state: State
    goal: Goal | None
    value: float | None
    value_year: int | None
    expected: float | None
    missing: float | None


def expected(year: int, goals: Sequence[Goal], start: tuple[int, float] | None) -> float | None:
    """What the way asks for in a year; None before its start and where no target is known.

    Shape: `goals` of one indicator, by year, one for each; `start` is a year and its value.
    """
    points = way(goals, start)
    if not points or year < points[0][0]:
        return None
    for (before, low), (after, high) in zip(points, points[1:], strict=False):
        if before <= year <= after:
            return round(low + (high - low) * (year - before) / (after - before), 10)
    return points[-1][1] if year >= points[-1][0] else None


def way(goals: Sequence[Goal], start: tuple[int, float] | None) -> list[tuple[int, float]]:
    """The corners of the way by year: its start, then what each target year asks for."""
    points = [*([start] if start else []), *((goal.due_year, goal.value) for goal in goals)]
    return sorted(dict(points).items())  # a start in a target's year gives way to it


def start_of(
    goals: Sequence[Goal],
    actuals: Mapping[int, float],
    base: tuple[int, float] | None,
    breaks: Collection[int] = (),
) -> tuple[int, float] | None:
    """Where the way begins: the printed base, else the first result before the first target.

    A result from before a break of the series (`breaks`: the first year of each new one) is no
    start for targets after it.
    """
    if base is not None:
        return base
    first = min((goal.due_year for goal in goals), default=None)
    if first is None:
        return None
    since = max((year for year in breaks if year <= first), default=0)
    earlier = [year for year in actuals if since <= year < first]
    return (min(earlier), actuals[min(earlier)]) if earlier else None


def standing(
    year: int,
    goals: Sequence[Goal],
    actuals: Mapping[int, float],
    base: tuple[int, float] | None = None,
    breaks: Collection[int] = (),
) -> Standing:
    """How one indicator stands in a year.

    A target whose year is over is met or missed by the result of that year or a later one; one
    that is due later is judged by the way to it. Without a result since the start nobody knows.
    """
    goals = sorted(goals, key=lambda goal: goal.due_year)
    start = start_of(goals, actuals, base, breaks)
    value_year = max((known for known in actuals if known <= year), default=None)
    value = None if value_year is None else actuals[value_year]
    goal = next((one for one in goals if one.due_year >= year), goals[-1] if goals else None)
    unknown = Standing("unknown", goal, value, value_year, None, None)
    if goal is None or value is None or value_year is None:
        return unknown
    due = goal.due_year <= year
    asked = goal.value if due else expected(value_year, goals, start)
    old = value_year < goal.due_year if due else start is not None and value_year <= start[0]
    if asked is None or old:
        return unknown
    lower = goal.kind in LOWER_IS_BETTER
    missing = round(value - asked if lower else asked - value, 10)
    words: tuple[State, State] = ("met", "missed") if due else ("on_path", "behind")
    return Standing(words[missing > 0], goal, value, value_year, asked, missing)
