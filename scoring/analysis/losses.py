"""How are lost points concentrated, and what would the zero-scored leaves bring back?"""

from dataclasses import dataclass

import pandas as pd

NOISE = 1e-9  # sums of decimal fractions in binary; a printed table has three decimals at most


@dataclass(frozen=True)
class ParetoPoint:
    """The first `count` of `of` losing leaves carry `share` of the leaves' loss."""

    count: int
    of: int
    share: float
    threshold: float
    unknown: int  # leaves whose loss is not known; they are in none of the other numbers


def pareto_point(leaves: pd.DataFrame, threshold: float = 0.8) -> ParetoPoint | None:
    """The fewest leaves, largest loss first, whose losses reach `threshold` of all lost points.

    Leaves that lost nothing are not counted: many published tables do not print them at all.

    Shape: `leaves` as the question `leaves` gives them.
    Returns: None when nothing was lost.
    """
    losing = leaves[(leaves["lost_points"] > 0).fillna(False)]
    reached = losing[(losing["cumulative_share"] >= threshold - NOISE).fillna(False)]
    if reached.empty:
        return None
    first = reached.iloc[0]
    return ParetoPoint(
        count=int(first["rank"]),
        of=len(losing),
        share=float(first["cumulative_share"]),
        threshold=threshold,
        unknown=int(leaves["lost_points"].isna().sum()),
    )


def recoverable(leaves: pd.DataFrame) -> float:
    """The points that these leaves lost together; a leaf whose loss is unknown adds nothing."""
    return round(float(leaves["lost_points"].sum()), 10)


def index_after(total_max: float | None, lost: float | None, recovered: float) -> float | None:
    """The index in percent if `recovered` of the lost points came back.

    Returns: None where the total or the loss is unknown.
    """
    if not total_max or lost is None:
        return None
    return round(100 * (total_max - lost + recovered) / total_max, 10)
