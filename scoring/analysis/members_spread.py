"""How far do the units of one level lie apart, and which lie outside?"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from scoring.analysis.losses import NOISE

FEWEST = 5  # values: fewer have no quartiles worth the name
FENCE = 1.5  # × (Q3 − Q1) beyond a quartile; Tukey's rule


@dataclass(frozen=True)
class Spread:
    """Range and quartiles (linear between the values) of the values that are known."""

    count: int
    low: float
    q1: float
    median: float
    q3: float
    high: float

    @property
    def lower_fence(self) -> float:
        """Values below it are outliers."""
        return round(self.q1 - FENCE * (self.q3 - self.q1), 10)

    @property
    def upper_fence(self) -> float:
        """Values above it are outliers."""
        return round(self.q3 + FENCE * (self.q3 - self.q1), 10)

    def outside(self, value: float) -> bool:
        """Whether a value is an outlier by the rule of the fences."""
        return value < self.lower_fence - NOISE or value > self.upper_fence + NOISE


def spread(values: pd.Series) -> Spread | None:
    """The spread of the known values; None for fewer than five of them."""
    known = values.dropna().to_numpy(dtype=float)
    if len(known) < FEWEST:
        return None
    low, q1, median, q3, high = np.quantile(known, [0, 0.25, 0.5, 0.75, 1]).round(10).tolist()
    return Spread(len(known), low, q1, median, q3, high)
