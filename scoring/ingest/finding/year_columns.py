"""Which columns make a table of each year where years stand side by side."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from scoring.ingest.finding.columns import Assignment
from scoring.ingest.finding.header_rows import Parts
from scoring.ingest.finding.headers import year_of

_OF_ALL_YEARS = "max_points"  # one maximum may be of all years, one result may not
Years = Mapping[int, int | None]  # column → its year


@dataclass(frozen=True)
class Chosen:
    """One table's columns: of one year where years stand side by side."""

    year: int | None
    columns: Mapping[str, int]
    others: Mapping[str, Sequence[int]]  # the columns that may hold the same
    of_no_year: tuple[str, ...] = ()  # results that may be of another year


def by_year(assignment: Assignment, parts: Parts) -> Iterator[Chosen]:
    """One choice of columns a year where years stand side by side, else one."""
    if assignment.form.years_together:
        yield Chosen(None, {field: ats[0] for field, ats in assignment.columns.items()}, {})
        return
    years = _years(assignment, parts)
    shared: dict[str, int] = {}
    yearly: dict[int | None, dict[str, int]] = {}
    for name in assignment.columns:
        if name not in assignment.form.yearly:
            shared[name] = assignment.columns[name][0]
            continue
        taken = assignment.columns[name]
        given = [at for at in assignment.others.get(name, ()) if years[at] != year_of(parts[at])]
        for at in (*taken, *given):
            yearly.setdefault(years[at], {}).setdefault(name, at)
    named = sorted(year for year in yearly if year is not None)
    of_none = yearly.get(None, {})
    for year in named or (None,):
        own = yearly.get(year, {})
        columns = shared | of_none | own
        unsure = [f for f in of_none if len(named) > 1 and f != _OF_ALL_YEARS and f not in own]
        yield Chosen(year, columns, _rivals(assignment, columns, years, year), tuple(unsure))


def _years(assignment: Assignment, parts: Parts) -> Years:
    """The year of each column: that of its name; without one, of the years beside it.

    'Chỉ số 2022 | Hạng | Chỉ số 2023 | Hạng': each rank is of the year on its left, or each of the
    one on its right. A single one behind all years is of the last before it.
    """
    candidates = {
        name: sorted({*assignment.columns.get(name, ()), *assignment.others.get(name, ())})
        for name in assignment.form.yearly
    }
    years = {at: year_of(texts) for at, texts in enumerate(parts)}
    named = {at: year for ats in candidates.values() for at in ats if (year := years[at])}
    if len(set(named.values())) < 2:
        return years
    before = list(accumulate(map(named.get, range(len(parts))), _latest))
    after = list(accumulate(map(named.get, reversed(range(len(parts)))), _latest))[::-1]
    for name, ats in candidates.items():
        if name == _OF_ALL_YEARS or not ats or any(at in named for at in ats):
            continue
        if _tell_apart([before[at] for at in ats]):
            years.update((at, before[at]) for at in ats)
        elif len(ats) > 1 and _tell_apart([after[at] for at in ats]):
            years.update((at, after[at]) for at in ats)
    return years


def _latest(before: int | None, here: int | None) -> int | None:
    return before if here is None else here


def _tell_apart(years: Sequence[int | None]) -> bool:
    return None not in years and len(set(years)) == len(years)


def _rivals(
    assignment: Assignment, columns: Mapping[str, int], years: Years, year: int | None
) -> dict[str, list[int]]:
    """For each field the other columns, of the same year or of none, that may hold it."""
    candidates = {
        name: [*assignment.columns.get(name, ()), *assignment.others.get(name, ())]
        for name in columns
    }
    rivals = {
        name: [at for at in ats if at != columns[name] and years[at] in (year, None)]
        for name, ats in candidates.items()
    }
    return {name: ats for name, ats in rivals.items() if ats}
