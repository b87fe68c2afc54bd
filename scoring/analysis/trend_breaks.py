"""Where does a series of one index end and another begin?"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

import pandas as pd


class KnownBreak(Protocol):
    """A row of data/reference/breaks.csv."""

    @property
    def index_name(self) -> str: ...
    @property
    def level(self) -> str | None: ...
    @property
    def year(self) -> int: ...
    @property
    def reason(self) -> str: ...
    @property
    def source(self) -> str: ...


class KnownSet(Protocol):
    """A row of data/reference/criteria_sets.csv with its criteria."""

    @property
    def id(self) -> str: ...
    @property
    def index_name(self) -> str: ...
    @property
    def level(self) -> str: ...
    @property
    def decision(self) -> str | None: ...
    @property
    def title(self) -> str: ...
    @property
    def source(self) -> str: ...
    @property
    def criteria(self) -> Mapping[str, object]: ...
    @property
    def years(self) -> float: ...
    def covers(self, year: int) -> bool: ...


@dataclass(frozen=True)
class Cut:
    """The first year of a new series, and why it is none with the years before."""

    year: int
    reason: str
    source: str


def cuts(
    index_name: str,
    level: str | None,
    years: Collection[int],
    breaks: Iterable[KnownBreak],
    sets: Iterable[KnownSet],
) -> tuple[Cut, ...]:
    """The cuts between the first and the last of these years, in order; one a year.

    A criteria set is a new one where another one was known of an earlier year. A set without
    decision and criteria only says what the index is out of: it is not known to differ.
    """
    found = {
        one.year: Cut(one.year, one.reason, one.source)
        for one in breaks
        if one.index_name == index_name and one.level in (None, level)
    }
    scored = [one for one in sets if (one.index_name, one.level) == (index_name, level)]
    first, last = min(years, default=0), max(years, default=0)
    for cut in _new_sets(range(first, last + 1), scored):
        found.setdefault(cut.year, cut)
    return tuple(found[year] for year in sorted(found) if first < year <= last)


def _new_sets(years: Iterable[int], sets: list[KnownSet]) -> Iterator[Cut]:
    last: KnownSet | None = None
    for year in years:
        covering = [one for one in sets if one.covers(year)]
        one = min(covering, key=lambda one: (one.years, one.id), default=None)
        if one is None or not (one.decision or one.criteria):
            continue
        if last is not None and last.id != one.id:
            named = one.decision or one.title
            yield Cut(year, f"từ năm {year} chấm theo bộ tiêu chí khác ({named})", one.source)
        last = one


def with_segments(values: pd.DataFrame, cut_years: Collection[int]) -> pd.DataFrame:
    """The years in order with `segment` (0, 1 …: no line goes from one to the next) and `step`.

    A missing year ends a segment as a cut does. `step` is the change on the year before, in
    percentage points, within a segment only.

    Shape: `values` has year and percent, at most one row a year; rows without percent are left out.
    """
    known = values[values["percent"].notna()].sort_values("year").reset_index(drop=True)
    before = known["year"].shift()
    starts = (known["year"] - before != 1) | known["year"].isin(set(cut_years))
    segment = starts.cumsum() - 1
    step = (known["percent"] - known["percent"].shift()).round(10).mask(starts)
    return known.assign(segment=segment.astype(int), step=step.astype(float))


def missing_years(values: pd.DataFrame) -> list[int]:
    """The years without a value between the first and the last that have one.

    Shape: as for `with_segments`.
    """
    years = set(values.loc[values["percent"].notna(), "year"].astype(int))
    return [year for year in range(min(years), max(years)) if year not in years] if years else []
