"""How did each unit under an organisation move since the year before, and its place among them?"""

from dataclasses import dataclass

import pandas as pd

from scoring.analysis.losses import NOISE
from scoring.analysis.trend_breaks import Cut


@dataclass(frozen=True)
class Moved:
    """The units of one level beside the year before.

    `cut` is the break of the series between the two years: values are then not compared.

    Shape: `units` as given, with before (the index of the year before), step (percentage points;
        missing where one of both is), place, place_before (by the index, equal ones share a place;
        missing without an index).
    """

    year_before: int
    units: pd.DataFrame
    size: int  # units with an index, this year and the year before
    size_before: int
    median_before: float | None
    cut: Cut | None

    @property
    def compared(self) -> pd.DataFrame:
        """The units of both years, those that rose most first."""
        known = self.units.dropna(subset=["step"])
        return known.sort_values(["step", "name"], ascending=[False, True], ignore_index=True)

    @property
    def rose(self) -> pd.DataFrame:
        """Those whose index rose, the most first."""
        return self.compared[self.compared["step"] > NOISE]

    @property
    def fell(self) -> pd.DataFrame:
        """Those whose index fell, the most first."""
        return self.compared[self.compared["step"] < -NOISE].iloc[::-1]


def moved(
    units: pd.DataFrame, before: pd.DataFrame, year_before: int, cut: Cut | None = None
) -> Moved:
    """The units beside the same ones a year earlier; one that merged since then is another one.

    Shape: `units` and `before` have organisation, name and index_value (percent), of one index and
        level.
    """
    earlier = before.drop_duplicates("organisation").set_index("organisation")["index_value"]
    value = units["organisation"].map(earlier).astype(float)
    step = (units["index_value"].astype(float) - value).round(10)
    known = earlier.dropna()
    return Moved(
        year_before,
        units.assign(
            before=value,
            step=step if cut is None else float("nan"),
            place=_places(units["index_value"]),
            place_before=units["organisation"].map(_places(earlier)),
        ),
        size=int(units["index_value"].notna().sum()),
        size_before=len(known),
        median_before=float(known.median()) if len(known) else None,
        cut=cut,
    )


def _places(values: pd.Series) -> pd.Series:
    """1 for the highest; missing where the value is."""
    return values.astype(float).round(8).rank(ascending=False, method="min")
