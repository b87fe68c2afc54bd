"""How does one organisation stand in each index in one year? Side by side, never added up."""

from dataclasses import dataclass

import pandas as pd

from scoring.analysis.questions import records
from scoring.analysis.trend_breaks import Cut, KnownBreak, KnownSet, cuts
from scoring.analysis.trend_parts import part_series

INDICES = ("PAR", "SIPAS", "PAPI", "PCI")


@dataclass(frozen=True)
class IndexView:
    """One index in one year, in percent of its maximum; `percent` None where it is not loaded."""

    index_name: str
    year: int
    percent: float | None
    total_max: float | None  # of an index in points
    rank: int | None
    field_size: int | None
    step: float | None  # on the year before, percentage points; None across a break too
    cut: Cut | None  # the last break up to this year
    other_years: tuple[int, ...]  # that are loaded
    parts: pd.DataFrame  # index_name, year, code, name, percent, step: up to the year
    batch: str | None = None
    file_name: str | None = None
    sheet: str | None = None
    row: int | None = None

    @property
    def comparable(self) -> pd.DataFrame:
        """The parts of the years that are one series with this one."""
        return self.parts if self.cut is None else self.parts[self.parts["year"] >= self.cut.year]

    @property
    def loaded(self) -> bool:
        """Whether anything is known of the year."""
        return self.percent is not None or bool((self.parts["year"] == self.year).any())


def side_by_side(
    values: pd.DataFrame,
    parts: pd.DataFrame,
    year: int,
    breaks: tuple[KnownBreak, ...],
    sets: tuple[KnownSet, ...],
) -> tuple[IndexView, ...]:
    """A view of each of INDICES, and of every other index that is loaded, in that order.

    Shape: `values` as `trend_values` gives them, `parts` as `trend_parts`; of one organisation.
    """
    held = dict.fromkeys((*INDICES, *values["index_name"], *parts["index_name"]))
    return tuple(
        _view(
            name,
            values[values["index_name"] == name],
            parts[parts["index_name"] == name],
            year,
            breaks,
            sets,
        )
        for name in held
    )


def _view(
    name: str,
    values: pd.DataFrame,
    parts: pd.DataFrame,
    year: int,
    breaks: tuple[KnownBreak, ...],
    sets: tuple[KnownSet, ...],
) -> IndexView:
    years = sorted({int(one) for one in (*values["year"], *parts["year"])})
    level = None if values.empty else str(values["level"].iat[-1])
    found = cuts(name, level, [*years, year], breaks, sets)
    now = next(iter(records(values[values["year"] == year])), {})
    before = next(iter(records(values[values["year"] == year - 1])), {})
    cut = next((one for one in reversed(found) if one.year <= year), None)
    begins = cut is not None and cut.year == year
    series = part_series(parts[parts["year"] <= year], [one.year for one in found])
    return IndexView(
        index_name=name,
        year=year,
        percent=now.get("percent"),
        total_max=now.get("total_max"),
        rank=now.get("rank"),
        field_size=now.get("field_size"),
        step=None if begins else _step(before.get("percent"), now.get("percent")),
        cut=cut,
        other_years=tuple(one for one in years if one != year),
        parts=series,
        **{field: now.get(field) for field in ("batch", "file_name", "sheet", "row")},
    )


def _step(before: float | None, after: float | None) -> float | None:
    return None if before is None or after is None else round(after - before, 10)
