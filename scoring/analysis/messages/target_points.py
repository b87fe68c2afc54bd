"""What stands on the chart of one indicator's way, with the words at each point?"""

from collections.abc import Sequence

import pandas as pd

from scoring.analysis.messages.target_words import origin, value
from scoring.analysis.plans.indicators import Indicator
from scoring.analysis.plans.paths import way
from scoring.analysis.plans.results import ENTERED
from scoring.analysis.trend_breaks import with_segments
from scoring.text.titles import bare_title


def way_points(one: Indicator, *, relative: bool) -> pd.DataFrame:
    """The corners of the way.

    Shape: year, value, told ('' at the start), goal (a target, else where the way starts).
    """
    goals = one.goals_read(relative=relative)
    due = {goal.due_year for goal in goals}
    points = [
        (year, level, f"{value(level, one.measure)} ({year})" if year in due else "", year in due)
        for year, level in way(goals, one.start)
    ]
    return pd.DataFrame(points, columns=["year", "value", "told", "goal"])


def result_points(one: Indicator) -> pd.DataFrame:
    """The results by year; no line goes over a missing year or a break of the series.

    Shape: year, value, told, short (the value alone), entered, segment.
    """
    points = []
    for year, found in sorted(one.actuals.items()):
        short = value(found.value, one.measure, found.field_size)
        source = f", {found.source}" if found.source else ""
        told = f"Năm {year}: {short} ({origin(found)}{source})"
        points.append((year, found.value, told, short, found.origin == ENTERED))
    frame = pd.DataFrame(points, columns=["year", "percent", "told", "short", "entered"])
    placed = with_segments(frame, [cut.year for cut in one.cuts])
    return placed.rename(columns={"percent": "value"}).drop(columns="step")


def other_points(one: Indicator, every: Sequence[Indicator]) -> pd.DataFrame:
    """The targets that other tables set for the same indicator, those of earlier years too.

    Shape: year, value, told.
    """
    points = [
        (goal.due_year, goal.value, _told(other, goal.due_year, goal.value))
        for other in every
        if other is not one
        and (bare_title(other.title), other.measure) == (bare_title(one.title), one.measure)
        for goal in other.goals
    ]
    return pd.DataFrame(sorted(points), columns=["year", "value", "told"])


def _told(other: Indicator, year: int, level: float) -> str:
    plan = other.rows[0]["plan"] or other.rows[0]["file_name"]
    return f"{value(level, other.measure)} ({year}), theo {plan}"
