"""Where did the change of an index come from: better work, other weights, other criteria?

With w the weight of a criterion (its maximum over the total), r the share of it that was reached,
and R the mean of the two indexes, a criterion adds w × (r − R) to an index, beyond R. What changes
between two years is split in the middle: nothing is left over, and neither year is preferred.

    performance  mean weight × change of r
    weights      change of w × (mean r − R)
    structure    for new criteria w × (r − R), for dropped ones the same with a minus

Taking R off only moves shares between criteria: the weights of a year add up to one, so the sums
stay those of the index. It makes a criterion that is worth more, or is new, count as a gain only
where it is reached better than the others, which had to give way for it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import isnan, nan

import pandas as pd

from scoring.analysis.losses import NOISE
from scoring.analysis.years.domains import domain_of, domain_pairs
from scoring.analysis.years.matches import UNPRINTED, Codes, Match
from scoring.analysis.years.tables import YearTable

REST = "rest"  # what no row tells: not printed, printed without points, roundings of parents
EFFECTS = ("performance", "weights", "structure")


@dataclass(frozen=True)
class Change:
    """The change of the index in percentage points, and what makes it.

    Shape: `rows` has one row a match and, where there is any, one for the rest: old, new (codes,
        joined by ', '), title, title_before, domain (of the later table, '' where it has none),
        domain_before (of the earlier one, told only where `domain` is ''), relation, likeness,
        doubtful, decided, max_before, max_after, points_before, points_after (points; NaN on a
        side that does not exist or is not told), performance, weights, structure, effect (their
        sum, percentage points; NaN where a side is printed without points: the rest has it).
    """

    before: float
    after: float
    rows: pd.DataFrame

    @property
    def total(self) -> float:
        """The change of the index."""
        return self.after - self.before

    def sum_of(self, effect: str) -> float:
        """One effect over all rows."""
        return float(self.rows[effect].sum())

    @property
    def residual(self) -> float:
        """What the effects leave unexplained: nothing, but for the noise of binary fractions."""
        return self.total - sum(self.sum_of(effect) for effect in EFFECTS)

    def domains(self) -> pd.DataFrame:
        """The effects by domain, as the later table numbers them; '' and '' for the rest.

        Shape: domain, domain_before (told where `domain` is ''), performance, weights, structure,
            effect.
        """
        by = ["domain", "domain_before"]
        return self.rows.groupby(by, sort=False)[[*EFFECTS, "effect"]].sum().reset_index()


@dataclass(frozen=True)
class _Sum:
    """Criteria of one year together, in points; `total` is the year's."""

    max_points: float
    lost: float
    total: float

    @property
    def points(self) -> float:
        return self.max_points - self.lost

    @property
    def weight(self) -> float:
        return self.max_points / self.total

    @property
    def reached(self) -> float:
        """What they add to the index, 0–1."""
        return self.points / self.total


def change(before: YearTable, after: YearTable, matches: Sequence[Match]) -> Change:
    """The change between two tables of one organisation, split by the matches of their parts."""
    level = (before.index_value + after.index_value) / 200
    later = domain_pairs(before, after, matches)
    rows, told = [], []
    for match in matches:
        old, new = _sums(match.old, before), _sums(match.new, after)
        if match.relation == UNPRINTED:
            # Left out where nothing was lost: reached in full.
            old = old or _Sum(new.max_points if new else 0.0, 0.0, before.total)
            new = new or _Sum(old.max_points, 0.0, after.total)
        numbers = _numbers(old, new, level)
        rows.append(_about(match, before, after) | _domain(match, later) | numbers)
        if not isnan(numbers["effect"]):
            told.append((old, new))
    rows += _rest(
        _left(before, [old for old, _ in told]), _left(after, [new for _, new in told]), level
    )
    return Change(before.index_value, after.index_value, pd.DataFrame(rows))


def _sums(codes: Codes, table: YearTable) -> _Sum | None:
    if not codes:
        return None
    parts = [table.by_code[code] for code in codes]
    most, lost = sum(part.max_points for part in parts), sum(part.lost for part in parts)
    return _Sum(most, lost, table.total)


def _about(match: Match, before: YearTable, after: YearTable) -> dict[str, object]:
    old, new = (
        "; ".join(table.names[code] for code in codes)
        for codes, table in ((match.old, before), (match.new, after))
    )
    return {
        "old": ", ".join(match.old),
        "new": ", ".join(match.new),
        # One that was split is called what it was called; else the later name counts.
        "title": old if len(match.old) == 1 < len(match.new) else new or old,
        "title_before": old,
        "relation": match.relation,
        "likeness": match.likeness,
        "doubtful": match.doubtful,
        "decided": match.decided,
    }


def _domain(match: Match, later: Mapping[str, str]) -> dict[str, str]:
    if match.new:
        return {"domain": domain_of(match.new[0]), "domain_before": ""}
    old = domain_of(match.old[0])
    return {"domain": later.get(old, ""), "domain_before": "" if old in later else old}


def _numbers(old: _Sum | None, new: _Sum | None, level: float) -> dict[str, float]:
    effects = [100 * part for part in _effects(old, new, level)]
    if isnan(sum(effects)):
        effects = [nan, nan, nan]
    return {
        "max_before": old.max_points if old else nan,
        "max_after": new.max_points if new else nan,
        "points_before": old.points if old else nan,
        "points_after": new.points if new else nan,
        **dict(zip(EFFECTS, effects, strict=True)),
        "effect": sum(effects),
    }


def _effects(old: _Sum | None, new: _Sum | None, level: float) -> tuple[float, float, float]:
    if old is None or new is None:
        added = new.reached - level * new.weight if new else 0.0
        gone = old.reached - level * old.weight if old else 0.0
        return 0.0, 0.0, added - gone
    heavier = new.weight - old.weight
    if old.weight <= NOISE or new.weight <= NOISE:
        # Bonus points, or a rounding: no maximum of which a share could be reached.
        return new.reached - old.reached - level * heavier, 0.0, 0.0
    rates = old.reached / old.weight, new.reached / new.weight
    performance = (old.weight + new.weight) / 2 * (rates[1] - rates[0])
    return performance, heavier * (sum(rates) / 2 - level), 0.0


def _left(table: YearTable, told: Sequence[_Sum | None]) -> _Sum:
    """What is left of a year beside the criteria whose effect is told."""
    most = sum(one.max_points for one in told if one)
    lost = sum(one.lost for one in told if one)
    return _Sum(table.total - most, table.lost - lost, table.total)


def _rest(old: _Sum, new: _Sum, level: float) -> Iterator[dict[str, object]]:
    if any(abs(value) > NOISE for one in (old, new) for value in (one.max_points, one.lost)):
        texts = ("old", "new", "title", "title_before", "domain", "domain_before")
        about = dict.fromkeys(texts, "")
        told = {"relation": REST, "likeness": 100.0, "doubtful": False, "decided": False}
        yield about | told | _numbers(old, new, level)
