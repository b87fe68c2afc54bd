"""Which years of an organisation are there, and which two may be laid beside each other?"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from scoring.analysis.questions import records

Ask = Callable[..., pd.DataFrame]  # (question, parameters) → its answer

OTHER_INDEX, OTHER_LEVEL, MERGED = "other-index", "other-level", "merged"


@dataclass(frozen=True)
class YearValue:
    """One year of one organisation, index and level, as the question `year_values` gives it."""

    kin: str  # own; before: it went into the one asked about; after: that went into it
    organisation: str
    name: str
    since: date | None  # of the merger
    parts: int | None  # how many organisations went into the new one
    index_name: str
    level: str
    year: int
    criteria_set: str | None
    set_listed: bool
    total_max: float | None
    lost: float | None
    top_rows_unknown: int | None
    index_value: float | None
    origin: str | None  # scores, league
    rank: int | None
    field_size: int | None
    league_value: float | None
    batch: str | None
    file_name: str | None
    sheet: str | None
    row: int | None
    league_batch: str | None
    league_file_name: str | None
    league_sheet: str | None
    league_row: int | None

    @property
    def slug(self) -> str:
        """The year in an address: '2019', '2024.dak-nong' of another organisation."""
        return str(self.year) if self.kin == "own" else f"{self.year}.{self.organisation}"


def years_of(ask: Ask, organisation: str) -> tuple[YearValue, ...]:
    """Every year with a value, a rank or a score table, its own and those of merged ones."""
    return tuple(YearValue(**row) for row in records(ask("year_values", organisation=organisation)))


def chosen_year(values: Sequence[YearValue], year: int, index_name: str) -> YearValue | None:
    """The organisation's own year of that index; with a score table before one without."""
    own = [
        one for one in values if (one.kin, one.year, one.index_name) == ("own", year, index_name)
    ]
    return max(own, key=lambda one: one.batch is not None, default=None)


def beside(values: Sequence[YearValue], chosen: YearValue) -> tuple[YearValue, ...]:
    """What may be laid beside the chosen year, the nearest first that can be compared with it.

    One a year and organisation: of the same index and level where there is such a one. Own years
    before those of organisations that merged, earlier ones before later ones.
    """
    best: dict[tuple[str, int], YearValue] = {}
    for one in values:
        at = one.organisation, one.year
        if at != (chosen.organisation, chosen.year):
            best[at] = min(best.get(at, one), one, key=lambda it: _distance(it, chosen))
    return tuple(sorted(best.values(), key=lambda one: _order(one, chosen)))


def usual(laid_beside: Sequence[YearValue], chosen: YearValue) -> YearValue | None:
    """The one to compare with unless another is chosen: the nearest that compares.

    Of several organisations that merged, the one of the chosen one's name.

    Shape: `laid_beside` as `beside` gives it.
    """
    first = next(iter(laid_beside), None)
    if first is None or first.kin == "own":
        return first
    merged = [one for one in laid_beside if one.kin == first.kin]
    return next((one for one in merged if one.name == chosen.name), first)


def in_order(one: YearValue, other: YearValue) -> tuple[YearValue, YearValue]:
    """The earlier and the later of two years."""
    return (one, other) if one.year < other.year else (other, one)


def unlike(before: YearValue, after: YearValue) -> str:
    """Why the two years are not of one thing, so that not even their values compare; '' if so."""
    return next(_differences(before, after), "")


def _differences(before: YearValue, after: YearValue) -> Iterator[str]:
    if before.organisation != after.organisation and not _renamed(before, after):
        yield MERGED
    if before.index_name != after.index_name:
        yield OTHER_INDEX
    if before.level != after.level:
        yield OTHER_LEVEL


def _renamed(before: YearValue, after: YearValue) -> bool:
    """Whether the one became the other alone, and nothing was joined to it."""
    return (before.parts if before.kin != "own" else after.parts) == 1


def _distance(one: YearValue, chosen: YearValue) -> tuple[bool, bool, bool]:
    unlike_index, unlike_level = one.index_name != chosen.index_name, one.level != chosen.level
    return unlike_index, unlike_level, one.batch is None


def _order(one: YearValue, chosen: YearValue) -> tuple[bool, bool, bool, int, str]:
    later = one.year > chosen.year
    other = bool(unlike(*in_order(one, chosen)))
    return one.kin != "own", later, other, abs(one.year - chosen.year), one.name
