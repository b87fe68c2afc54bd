"""How did an index change between two years, and what can honestly be said of it?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pandas as pd

from scoring.analysis.trend_breaks import Cut, KnownBreak, cuts
from scoring.analysis.years.change import Change, change
from scoring.analysis.years.decided import Word, standing
from scoring.analysis.years.domains import domain_values
from scoring.analysis.years.matches import UNPRINTED, Match, matches
from scoring.analysis.years.repeated import repeated_losses
from scoring.analysis.years.tables import YearTable, year_table
from scoring.analysis.years.year_values import Ask, YearValue, unlike

NO_TABLE, NO_TOTAL = "no-table", "no-total"
SERIES_BREAK = "series-break"
ROWS_UNKNOWN, NOTHING_COMMON = "rows-unknown", "nothing-common"
REPEATED_OVER = 3  # years


@dataclass(frozen=True)
class Field:
    """How the others moved between two leagues; see the question `year_field`."""

    others: int
    passed: int
    passed_by: int
    mean_change: float | None


@dataclass(frozen=True)
class Comparison:
    """Two years beside each other.

    `values_differ` tells why not even the values may be compared, `obstacle` why their change is
    not split; '' where nothing is in the way. Without an obstacle `change` and `domains` are
    there; `matches` wherever both years have a table that adds up.
    """

    before: YearValue
    after: YearValue
    values_differ: str
    obstacle: str
    cut: Cut | None = None  # the break of the series between the two, where that is why
    field: Field | None = None
    tables: tuple[YearTable, YearTable] | None = None
    matches: tuple[Match, ...] = ()
    words: tuple[Word, ...] = ()
    change: Change | None = None
    domains: pd.DataFrame | None = None

    @property
    def rise(self) -> float | None:
        """The change of the index in percentage points; None where it says nothing."""
        values = self.before.index_value, self.after.index_value
        if self.values_differ or values[0] is None or values[1] is None:
            return None
        return round(values[1] - values[0], 10)

    @property
    def places(self) -> int | None:
        """How many places were won (lost: negative); None unless both fields are as large."""
        one, other = self.before, self.after
        sizes_differ = one.field_size is None or one.field_size != other.field_size
        if self.values_differ or sizes_differ or one.rank is None or other.rank is None:
            return None
        return one.rank - other.rank

    @property
    def field_known(self) -> bool:
        """Whether the value of every other member of the field is known in both years."""
        size = self.after.field_size
        return self.field is not None and size is not None and self.field.others >= size - 1

    @property
    def doubtful(self) -> tuple[Match, ...]:
        """The proposals that ask for a look, the least alike first."""
        asked = [one for one in self.matches if one.doubtful and not one.decided]
        return tuple(sorted(asked, key=lambda one: (one.relation == UNPRINTED, one.likeness)))


@dataclass(frozen=True)
class Repeated:
    """What was lost in each of the last years; `missing` are years without a usable table.

    Shape: `rows` as `repeated_losses` gives them; None where a year is missing.
    """

    years: tuple[int, ...]
    missing: tuple[int, ...]
    rows: pd.DataFrame | None


def compare(
    ask: Ask, before: YearValue, after: YearValue, breaks: Iterable[KnownBreak] = ()
) -> Comparison:
    """The two years, as far as they can be compared; `breaks` are those of any index."""
    years = before.year, after.year
    cut = next(iter(cuts(after.index_name, after.level, years, breaks, ())), None)
    differ = unlike(before, after) or (SERIES_BREAK if cut else "")
    if differ:
        return Comparison(before, after, differ, differ, cut)
    field = _field(ask, before, after)
    obstacle = next((told for one in (before, after) if (told := _unusable(one))), "")
    if obstacle:
        return Comparison(before, after, "", obstacle, field=field)
    tables = _table(ask, before), _table(ask, after)
    if tables[0] is None or tables[1] is None:
        return Comparison(before, after, "", ROWS_UNKNOWN, field=field)
    both = tables[0], tables[1]
    words = _words(ask, before, after)
    found = matches(*both, words, same_set=_same_set(before, after))
    obstacle = "" if any(one.old and one.new for one in found) else NOTHING_COMMON
    known = Comparison(before, after, "", obstacle, None, field, both, found, words)
    if obstacle:
        return known
    parts = {"change": change(*both, found), "domains": domain_values(*both, found)}
    return Comparison(**(vars(known) | parts))


def repeated(ask: Ask, values: Sequence[YearValue], last: YearValue) -> Repeated:
    """What was lost in each of the three years that end with `last`."""
    years = tuple(range(last.year - REPEATED_OVER + 1, last.year + 1))
    same = [one for one in values if one.kin == "own" and not unlike(one, last)]
    by_year = {one.year: one for one in same if not _unusable(one)}
    tables = {year: _table(ask, by_year[year]) for year in years if year in by_year}
    usable = [table for table in tables.values() if table is not None]
    missing = tuple(year for year in years if tables.get(year) is None)
    if missing:
        return Repeated(years, missing, None)
    pairs = [(by_year[year], by_year[year + 1]) for year in years[:-1]]
    between = [
        matches(*both, _words(ask, *pair), same_set=_same_set(*pair))
        for both, pair in zip(zip(usable[:-1], usable[1:], strict=True), pairs, strict=True)
    ]
    return Repeated(years, (), repeated_losses(usable, between))


def words_of(ask: Ask, before: YearValue, after: YearValue) -> pd.DataFrame:
    """Everything that was ever decided of the two, the word that counts first."""
    return ask(
        "year_matches",
        organisation=after.organisation,
        index_name=after.index_name,
        level=after.level,
        year_before=before.year,
        year_after=after.year,
    )


def can_share(before: YearValue, after: YearValue) -> bool:
    """Whether a decision may hold for all: the criteria sets are known, not the organisation's."""
    return bool(before.criteria_set and after.criteria_set)


def unusable_year(comparison: Comparison) -> YearValue:
    """Whose table is in the way, where the obstacle is that of one year."""
    return next(
        (one for one in (comparison.before, comparison.after) if _unusable(one)), comparison.after
    )


def _words(ask: Ask, before: YearValue, after: YearValue) -> tuple[Word, ...]:
    return standing(words_of(ask, before, after), shared=can_share(before, after))


def _unusable(value: YearValue) -> str:
    """Why the table of a year does not add up; '' where it does."""
    if value.batch is None:
        return NO_TABLE
    if not value.total_max or value.total_max <= 0:
        return NO_TOTAL
    return ROWS_UNKNOWN if value.lost is None else ""


def _table(ask: Ask, value: YearValue) -> YearTable | None:
    return year_table(value.year, value.total_max, ask("year_rows", batch=value.batch))


def _same_set(before: YearValue, after: YearValue) -> bool:
    """Whether one set of known criteria holds for both years."""
    return after.set_listed and before.criteria_set == after.criteria_set


def _field(ask: Ask, before: YearValue, after: YearValue) -> Field | None:
    if before.league_batch is None or after.league_batch is None:
        return None
    frame = ask(
        "year_field",
        organisation=after.organisation,
        league_before=before.league_batch,
        league_after=after.league_batch,
    )
    row = frame.iloc[0]
    mean = None if pd.isna(row["mean_change"]) else float(row["mean_change"])
    return Field(int(row["others"]), int(row["passed"]), int(row["passed_by"]), mean)
