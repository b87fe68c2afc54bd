"""Which domain of one year is which of another, and what did each reach?"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import isnan, nan

import pandas as pd
from rapidfuzz import fuzz

from scoring.analysis.years.matches import UNPRINTED, Match
from scoring.analysis.years.tables import YearTable
from scoring.text.codes import order_of
from scoring.text.words import fold

Sums = tuple[float, float]  # maximum and points
_ALIKE = 55  # likeness of the titles of domains under one code, 0–100


def domain_of(code: str) -> str:
    """The code of the domain that a criterion belongs to: '3' of '3.4.1'."""
    return code.partition(".")[0]


def domain_pairs(
    before: YearTable, after: YearTable, matches: Sequence[Match]
) -> Mapping[str, str]:
    """The later code of each earlier domain that goes on: where most of its points went.

    Domains that no matched criteria join go together under one code with titles alike.
    """
    shared: dict[tuple[str, str], float] = defaultdict(float)
    for match in matches:
        for code in match.old if match.new else ():
            pair = domain_of(code), domain_of(match.new[0])
            most = before.by_code[code].max_points
            shared[pair] += 0.0 if isnan(most) else most
    pairs: dict[str, str] = {}
    for (old, new), _ in sorted(shared.items(), key=lambda one: (-one[1], one[0])):
        if old not in pairs and new not in pairs.values():
            pairs[old] = new
    for code in _codes(before):
        free = code not in pairs and code not in pairs.values() and code in _codes(after)
        if free and fuzz.ratio(*(fold(_name(side, code)) for side in (before, after))) >= _ALIKE:
            pairs[code] = code
    return pairs


def domain_values(before: YearTable, after: YearTable, matches: Sequence[Match]) -> pd.DataFrame:
    """What each domain reached in both years, in the order of the later table.

    A domain that one table leaves out because nothing was lost in it was reached in full.

    Shape: old, new (codes, '' where there is none), title, max_before, points_before, max_after,
        points_after (points; NaN on a side that does not exist or is not known), share_before,
        share_after (percent of the maximum), left_out (not printed in one of the years).
    """
    later = domain_pairs(before, after, matches)
    earlier = {new: old for old, new in later.items()}
    pairs = [(earlier.get(code, ""), code) for code in _codes(after)]
    pairs += [(code, "") for code in _codes(before) if code not in later]
    printed = _printed(before), _printed(after)
    rows = []
    for old, new in pairs:
        left_out = bool(old) != bool(new) and _is_left_out(old, new, matches)
        sides = printed[0].get(old), printed[1].get(new)
        title = _name(after, new) or _name(before, old) or f"Lĩnh vực {new or old}"
        told = {"old": old, "new": new, "title": title, "left_out": left_out}
        rows.append(told | _points(*sides, left_out=left_out))
    made = pd.DataFrame(rows)
    for side in ("before", "after"):
        most = made[f"max_{side}"].where(made[f"max_{side}"] > 0)
        made[f"share_{side}"] = 100 * made[f"points_{side}"] / most
    return made.sort_values("new", key=_orders, kind="stable", ignore_index=True)


def _orders(codes: pd.Series) -> pd.Series:
    """Later codes in their order, then the domains that are gone."""
    places = sorted({code for code in codes if code}, key=order_of)
    return codes.map({code: place for place, code in enumerate([*places, ""])})


def _codes(table: YearTable) -> tuple[str, ...]:
    tops = table.rows.loc[table.rows["parent"] == "", "code"]
    return tuple(dict.fromkeys(domain_of(code) for code in tops))


def _name(table: YearTable, code: str) -> str:
    return table.names.get(code, "")


def _points(old: Sums | None, new: Sums | None, *, left_out: bool) -> dict[str, float]:
    if left_out:  # the missing side has the other's maximum, and lost nothing of it
        most = (old or new or (nan, nan))[0]
        old, new = old or (most, most), new or (most, most)
    sides = {"before": old or (nan, nan), "after": new or (nan, nan)}
    return {f"max_{side}": most for side, (most, _) in sides.items()} | {
        f"points_{side}": got for side, (_, got) in sides.items()
    }


def _printed(table: YearTable) -> dict[str, Sums]:
    """Maximum and points of each domain: of its own row, or of the top rows that stand for it."""
    tops = table.rows[table.rows["parent"] == ""]
    sums: dict[str, Sums] = {}
    for code, most, lost in zip(tops["code"], tops["max_points"], tops["lost_points"], strict=True):
        before = sums.get(domain_of(code), (0.0, 0.0))
        sums[domain_of(code)] = before[0] + float(most), before[1] + float(most) - float(lost)
    return sums


def _is_left_out(old: str, new: str, matches: Sequence[Match]) -> bool:
    """Whether every criterion of a domain is one that the other year's table leaves out."""
    own = (
        match
        for match in matches
        if any(domain_of(code) == (new or old) for code in (match.new if new else match.old))
    )
    return all(match.relation == UNPRINTED for match in own)
