"""What would it take: which losses, won back largest first, bring the index to which level?"""

from dataclasses import dataclass

import pandas as pd

from scoring.analysis.cards import IndexCard
from scoring.analysis.losses import NOISE, index_after

COLUMNS = ("code", "title", "short_title", "lost_points", "recovered", "index_after")


@dataclass(frozen=True)
class Recovery:
    """The largest losses with the index after each, and how many of them reach the next band.

    Shape: `steps` as `recovery` gives them; `bound` is the lower limit of the next band in
        percent, None where none is above or known; `count` of the steps reach it, None where all
        of them together do not.
    """

    steps: pd.DataFrame
    bound: float | None
    count: int | None


def recovery(leaves: pd.DataFrame, index: IndexCard) -> Recovery | None:
    """The leaves that lost points, largest first, as if each was won back with those before it.

    Shape: `leaves` as the question gives it; gives `steps` with COLUMNS: recovered (points so
        far), index_after (percent).
    Returns: None where nothing was lost, or the total or the loss is unknown.
    """
    losing = leaves[(leaves["lost_points"] > 0).fillna(False)]
    if losing.empty or index_after(index.total_max, index.lost, 0.0) is None:
        return None
    recovered = losing["lost_points"].cumsum().round(10)
    # Leaves may add up to more than the rows above them print; nobody reaches more than all.
    after = [
        min(100.0, index_after(index.total_max, index.lost, points) or 0.0) for points in recovered
    ]
    steps = losing.assign(recovered=recovered, index_after=after)[list(COLUMNS)]
    bound = None if index.band is None else index.band.upper
    if bound is None:
        return Recovery(steps.reset_index(drop=True), None, None)
    short = int((steps["index_after"] < bound - NOISE).sum())
    return Recovery(steps.reset_index(drop=True), bound, short + 1 if short < len(steps) else None)
