"""How do the units under one organisation compare, each out of its own maximum?"""

from collections import Counter
from dataclasses import dataclass

import pandas as pd
from rapidfuzz import fuzz

from scoring.analysis.losses import NOISE
from scoring.analysis.members_names import short_names
from scoring.analysis.members_spread import Spread, spread
from scoring.text.words import fold

_ALIKE = 80  # likeness of titles, 0–100: under one code a title may be worded otherwise


@dataclass(frozen=True)
class Units:
    """The units of one level with the domains that can be compared.

    Shape: `tables` as `members_tables` gives them, best first, and `label` (the name without the
        words that all of them end in); `cells` as `members_domains` gives them, only those whose
        domain is the same for most units; `elsewhere` the rows whose code means another domain.
    """

    tables: pd.DataFrame
    cells: pd.DataFrame
    elsewhere: pd.DataFrame
    domains: pd.DataFrame  # code, short_title: one row a domain, in order of the codes

    @property
    def maxima_differ(self) -> bool:
        """Whether the units are out of different maxima, so that only percentages compare."""
        return _differ(self.tables["total_max"])

    @property
    def set_names(self) -> tuple[str, ...]:
        """The criteria sets of the units, by title; '' where a table has none."""
        named = self.tables["criteria_set_title"].fillna(self.tables["criteria_set"]).fillna("")
        return tuple(sorted(set(named)))


@dataclass(frozen=True)
class DomainFacts:
    """One domain over the units: who reached most and least, how far apart, who is outside."""

    code: str
    title: str
    count: int
    best: tuple[str, ...]
    best_value: float | None
    worst: tuple[str, ...]
    worst_value: float | None
    spread: Spread | None
    low: tuple[str, ...]  # outliers below, worst first
    high: tuple[str, ...]


def units(tables: pd.DataFrame, domains: pd.DataFrame) -> Units:
    """The units of one index and level, sorted by their index, and their comparable domains."""
    titles = _usual_titles(domains)
    same = [_alike(row.title, titles[row.code]) for row in domains[["code", "title"]].itertuples()]
    kept = pd.Series(same, index=domains.index, dtype=bool)
    cells = domains[kept]
    return Units(
        tables=tables.assign(label=short_names(tables["name"].tolist())),
        cells=cells,
        elsewhere=domains[~kept],
        domains=_columns(cells),
    )


def facts(found: Units) -> list[DomainFacts]:
    """Each domain in the order of its code."""
    labels = dict(zip(found.tables["organisation"], found.tables["label"], strict=True))
    return [
        _facts(domain.code, domain.short_title, found.cells, labels)
        for domain in found.domains.itertuples()
    ]


def domain_spreads(found: Units) -> pd.DataFrame:
    """The domains of which five units or more are known, with their range and quartiles.

    Shape: code, short_title, count, low, q1, median, q3, high, in order of the codes.
    """
    rows = [
        {"code": domain.code, "short_title": domain.short_title, **vars(whole)}
        for domain in found.domains.itertuples()
        if (whole := spread(found.cells.loc[found.cells["code"] == domain.code, "reached"]))
    ]
    columns = ["code", "short_title", "count", "low", "q1", "median", "q3", "high"]
    return pd.DataFrame(rows, columns=columns)


def own_place(found: Units, organisation: str) -> pd.DataFrame:
    """One organisation's domains beside those of all units of its level.

    Shape: as `domain_spreads`, and `own`, missing where its table does not print the domain.
    """
    cells = found.cells[found.cells["organisation"] == organisation]
    own = cells.drop_duplicates("code").set_index("code")["reached"]
    spreads = domain_spreads(found)
    return spreads.assign(own=spreads["code"].map(own).astype(float))


def wide(found: Units) -> pd.DataFrame:
    """The units, best first, with a column for each domain's code: percent of their own maximum.

    A domain that a unit's table does not print is missing.
    """
    cells = found.cells.drop_duplicates(["organisation", "code"])
    by_code = cells.pivot(index="organisation", columns="code", values="reached")
    reached = by_code.reindex(columns=found.domains["code"].tolist())
    return found.tables.merge(reached.reset_index(), on="organisation", how="left")


def outliers(found: Units) -> pd.DataFrame:
    """The units whose index lies outside the fences of all of them, lowest first."""
    whole = spread(found.tables["index_value"])
    known = found.tables.dropna(subset=["index_value"])
    if whole is None:
        return known.head(0)
    return known[known["index_value"].map(whole.outside)].sort_values(["index_value", "name"])


def both_ends(tables: pd.DataFrame, each: int) -> pd.DataFrame:
    """The first and the last `each` of the units with an index; all where there are no more."""
    known = tables.dropna(subset=["index_value"])
    if len(known) <= 2 * each:
        return known
    return pd.concat([known.head(each), known.tail(each)])


def _usual_titles(domains: pd.DataFrame) -> dict[str, str]:
    """The title that most units give each code; of equally many, the first in the alphabet."""
    usual: dict[str, str] = {}
    for code, titles in domains.groupby("code")["title"]:
        counted = Counter(titles)
        usual[str(code)] = min(counted, key=lambda title: (-counted[title], title))
    return usual


def _alike(title: str, usual: str) -> bool:
    return title == usual or fuzz.ratio(fold(title), fold(usual)) >= _ALIKE


def _columns(cells: pd.DataFrame) -> pd.DataFrame:
    first = cells.drop_duplicates("code")[["code", "short_title"]]
    return first.sort_values("code", key=lambda codes: codes.map(_code_order)).reset_index(
        drop=True
    )


def _code_order(code: str) -> tuple[int, str]:
    return (int(code), "") if code.isdigit() else (10**6, code)


def _facts(code: str, title: str, cells: pd.DataFrame, labels: dict[str, str]) -> DomainFacts:
    known = cells[cells["code"] == code].dropna(subset=["reached"])
    known = known.assign(label=known["organisation"].map(labels)).sort_values(["reached", "label"])
    whole = spread(known["reached"])
    values = known["reached"]
    outside = known[values.map(whole.outside)] if whole else known.head(0)
    middle = whole.median if whole else 0.0
    return DomainFacts(
        code=code,
        title=title,
        count=len(known),
        best=_at(known, values.max()),
        best_value=float(values.max()) if len(known) else None,
        worst=_at(known, values.min()),
        worst_value=float(values.min()) if len(known) else None,
        spread=whole,
        low=tuple(outside.loc[outside["reached"] < middle, "label"]),
        high=tuple(outside.loc[outside["reached"] > middle, "label"]),
    )


def _at(known: pd.DataFrame, value: float) -> tuple[str, ...]:
    return tuple(known.loc[(known["reached"] - value).abs() <= NOISE, "label"])


def _differ(values: pd.Series) -> bool:
    known = values.dropna()
    return len(known) > 0 and float(known.max() - known.min()) > NOISE
