"""Between which years do the values and places of a league line compare?"""

from collections.abc import Collection

import pandas as pd

from scoring.analysis.trend_breaks import with_segments


def with_lines(places: pd.DataFrame, cut_years: Collection[int]) -> pd.DataFrame:
    """The places with a value, oldest first, each organisation's with its `segment` and `step`.

    A line ends at a missing year and before a cut; `step` is the change of the value on the year
    before within a line only.

    Shape: `places` as `ranking_places` gives them, the rows that count, of one index and level.
    """
    known = places.dropna(subset=["value"]).assign(percent=lambda one: one["value"].astype(float))
    once = known.drop_duplicates(["organisation", "year"], keep="last")
    lines = [with_segments(rows, cut_years) for _, rows in once.groupby("organisation", sort=False)]
    if not lines:
        return once.assign(segment=0, step=float("nan"))
    return pd.concat(lines, ignore_index=True).drop(columns="percent")
