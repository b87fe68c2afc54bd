"""Where does a unit stand among the others, and which of its criteria are worth naming?"""

from collections.abc import Collection

import pandas as pd

FEW = 5  # criteria of a list on a unit's sheet


def place(points: pd.DataFrame, unit: str) -> tuple[int, int] | None:
    """Its place among the named units that lead, and how many they are; None where it has none."""
    field = points[~points["unit_group"].astype(bool) & (points["led"] > 0)]
    own = field.loc[field["unit"] == unit, "shared"]
    if own.empty:
        return None
    return int((field["shared"].round(10) > round(own.iloc[0], 10)).sum()) + 1, len(field)


def largest(criteria: pd.DataFrame) -> pd.DataFrame:
    """At most FEW of the criteria that lost points, most first."""
    losing = criteria[(criteria["lost_points"] > 0).fillna(False)]
    return losing.sort_values(["lost_points", "position"], ascending=[False, True]).head(FEW)


def best(led: pd.DataFrame, named: Collection[str]) -> pd.DataFrame:
    """At most FEW of the criteria that reached anything, the largest part of their maximum first.

    Shape: `named` are the codes that stand among the largest losses: none is praised as well;
        added: reached (of the maximum, 0–1); of two alike the one worth more comes first.
    """
    others = led[~led["code"].isin(list(named))]
    known = others[(others["points"] > 0).fillna(False) & (others["max_points"] > 0).fillna(False)]
    rated = known.assign(reached=known["points"] / known["max_points"])
    by = ["reached", "max_points", "position"]
    return rated.sort_values(by, ascending=[False, False, True]).head(FEW)
