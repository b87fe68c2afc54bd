"""Where does a target put the goal, and was it reached?"""

from typing import Literal

import pandas as pd

from scoring.analysis.questions import records

State = Literal["met", "short", "ahead", "unknown"]


def goal_value(
    kind: str | None,
    amount: float | None,
    base_value: float | None,
    percent: bool = False,
    *,
    relative: bool = False,
) -> float | None:
    """The percentage that a target asks for.

    A rise is read in percentage points (83,99 + 2 → 85,99) unless `relative` is asked for and the
    amount was written with a percent sign (83,99 × 1,02 → 85,67).

    Returns: None where there is no target, a rise has no base, or the target is a rank.
    """
    if kind is None or amount is None:
        return None
    if kind in ("at_least", "at_most"):
        return amount
    if kind != "rise" or base_value is None:
        return None
    rise = base_value * amount / 100 if relative and percent else amount
    return round(base_value + rise, 10)


def short_points(kind: str | None, value: float | None, goal: float | None) -> float | None:
    """How many percentage points are missing to the goal; zero or less when it is reached."""
    if value is None or goal is None:
        return None
    return round(value - goal if kind == "at_most" else goal - value, 10)


def state(missing: float | None, due_year: int | None, year: int) -> State:
    """Whether a target is met; one that falls due later is neither met nor missed yet."""
    if missing is None:
        return "unknown"
    if due_year is not None and due_year > year:
        return "ahead"
    return "met" if missing <= 0 else "short"


def with_goals(satisfaction: pd.DataFrame, year: int, *, relative: bool = False) -> pd.DataFrame:
    """The satisfaction rows of one year with `goal`, `short_points` and `state` beside them.

    Shape: `satisfaction` as the question `satisfaction` gives it.
    """
    goals, missing, states = [], [], []
    for row in records(satisfaction):
        goal = goal_value(
            row["kind"],
            row["amount"],
            row["base_value"],
            bool(row["is_percent"]),
            relative=relative,
        )
        goals.append(goal)
        missing.append(short_points(row["kind"], row["percent"], goal))
        states.append(state(missing[-1], row["due_year"], year))
    return satisfaction.assign(
        goal=pd.Series(goals, dtype="float64", index=satisfaction.index),
        short_points=pd.Series(missing, dtype="float64", index=satisfaction.index),
        state=pd.Series(states, dtype="str", index=satisfaction.index),
    )
