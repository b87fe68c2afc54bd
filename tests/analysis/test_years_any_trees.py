"""The change between any two printed trees adds up, as a plain count of their rows gives it."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.analysis.years import change as changes
from scoring.analysis.years.matches import Decision, Match, matches
from scoring.analysis.years.tables import YearTable, year_table
from tests.analysis.test_years_any_criteria import sides
from tests.analysis.year_tables import EXACT


@dataclass(frozen=True)
class Printed:
    """One row as printed, in hundredths of a point; a leaf has no printed children.

    What a leaf lost may be printed or not (`told`); what a domain lost always is.
    """

    code: str
    title: str
    most: int
    lost: int
    leaf: bool
    told: bool = True


WORDS = ("Kế hoạch", "Báo cáo", "Kiểm tra", "Tuyên truyền", "Sáng kiến", "Hồ sơ", "Thủ tục")


ROUNDING = st.sampled_from([0, 0, 0, -1, 1])


@st.composite
def branches(draw: st.DrawFn, code: str, deepest: int) -> list[Printed]:
    """A criterion with what is printed below it: all of it, those that lost points, or nothing.

    What a parent prints may differ from its children's sum by a rounding.
    """
    title = " ".join(draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=2)))
    count = draw(st.integers(0, 3)) if deepest else 0
    below = [draw(branches(f"{code}.{at}", deepest - 1)) for at in range(1, count + 1)]
    if not below:
        most, lost = draw(sides())
        told = "." not in code or draw(st.sampled_from([True, True, True, False]))
        return [Printed(code, title, most, lost, True, told)]
    most = sum(rows[0].most for rows in below)
    lost = sum(rows[0].lost for rows in below) + draw(ROUNDING)
    if draw(st.booleans()):  # a table of losses
        below = [rows for rows in below if rows[0].lost]
    return [Printed(code, title, most, lost, not below), *(row for rows in below for row in rows)]


@st.composite
def sheets(draw: st.DrawFn) -> tuple[list[Printed], int]:
    """A printed table and its total maximum, which may be more than it prints."""
    found = [draw(branches(str(at), 2)) for at in range(1, draw(st.integers(1, 4)) + 1)]
    if draw(st.booleans()):
        found = [rows for rows in found if rows[0].lost] or found[:1]
    rows = [row for domain in found for row in domain]
    total = sum(domain[0].most for domain in found) + draw(st.integers(0, 500))
    return rows, max(total, 1)


def as_table(year: int, rows: list[Printed], total: int) -> YearTable:
    codes = {row.code for row in rows}
    frame = pd.DataFrame(
        {
            "code": [row.code for row in rows],
            "title": [row.title for row in rows],
            "parent": [up if (up := row.code.rpartition(".")[0]) in codes else "" for row in rows],
            "leaf": [row.leaf for row in rows],
            "max_points": [row.most / 100 for row in rows],
            "lost_points": [row.lost / 100 if row.told else None for row in rows],
        }
    )
    made = year_table(year, total / 100, frame)
    assert made is not None
    return made


Sums = tuple[int, int]  # maximum and points, in hundredths


def plain_groups(
    found: tuple[Match, ...], years: list[tuple[list[Printed], int]]
) -> Iterator[list[Sums | None]]:
    """What each match holds in both years; nothing of one that is printed without points."""
    leaves = [{row.code: row for row in rows if row.leaf} for rows, _ in years]
    for match in found:
        sides = zip(leaves, (match.old, match.new), strict=True)
        own = [[side[code] for code in codes] for side, codes in sides]
        if not all(row.told for rows in own for row in rows):
            continue
        group: list[Sums | None] = [
            (sum(row.most for row in rows), sum(row.most - row.lost for row in rows))
            if rows
            else None
            for rows in own
        ]
        if match.relation == "unprinted":  # reached in full where it is not printed
            most = next(one for one in group if one)[0]
            group = [one or (most, most) for one in group]
        yield group


def plain_split(
    found: tuple[Match, ...], years: list[tuple[list[Printed], int]]
) -> tuple[Fraction, Fraction, Fraction]:
    """The split of two printed trees in fractions, from the rows and the matches alone."""
    lost = [sum(row.lost for row in rows if "." not in row.code) for rows, _ in years]
    totals = [total for _, total in years]
    groups = list(plain_groups(found, years))
    rest: list[Sums | None] = []
    for side in (0, 1):
        told = [group[side] for group in groups if group[side]]
        most, got = (sum(one[at] for one in told if one) for at in (0, 1))
        rest.append((totals[side] - most, totals[side] - lost[side] - got))
    mean = sum(Fraction(totals[side] - lost[side], totals[side]) for side in (0, 1)) / 2
    effects = [plain_effect(group, totals, mean) for group in [*groups, rest]]
    performance, weights, structure = (
        100 * sum((one[at] for one in effects), Fraction(0)) for at in (0, 1, 2)
    )
    return performance, weights, structure


def plain_effect(
    group: list[Sums | None], totals: list[int], mean: Fraction
) -> tuple[Fraction, Fraction, Fraction]:
    """Performance, weights and structure of one match, as the method defines them."""
    weight, got = (
        [Fraction(one[at], totals[s]) if one else Fraction(0) for s, one in enumerate(group)]
        for at in (0, 1)
    )
    added = (got[1] - mean * weight[1]) - (got[0] - mean * weight[0])
    nothing = Fraction(0)
    if group[0] is None or group[1] is None:
        return nothing, nothing, added
    if min(weight) <= 0:
        return added, nothing, nothing
    rates = [got[side] / weight[side] for side in (0, 1)]
    heavier = weight[1] - weight[0]
    return sum(weight) / 2 * (rates[1] - rates[0]), heavier * (sum(rates) / 2 - mean), nothing


@given(sheets(), sheets(), st.booleans(), st.data())
def test_the_change_between_any_two_printed_tables_adds_up(
    old: tuple[list[Printed], int],
    new: tuple[list[Printed], int],
    same_set: bool,
    data: st.DataObject,
) -> None:
    years = [old, new]
    tables = [as_table(2019 + at, rows, total) for at, (rows, total) in enumerate(years)]
    said = [
        Decision(*chosen, unprinted=data.draw(st.booleans()))
        for _ in range(data.draw(st.integers(0, 3)))
        if any(chosen := [data.draw(_some(table)) for table in tables])
    ]
    found = matches(tables[0], tables[1], said, same_set=same_set)
    for side, table in enumerate(tables):
        codes = [code for match in found for code in (match.old, match.new)[side]]
        assert sorted(codes) == sorted(part.code for part in table.parts)
    change = changes.change(tables[0], tables[1], found)
    index = [
        100 - Fraction(100 * sum(row.lost for row in rows if "." not in row.code), total)
        for rows, total in years
    ]
    assert change.total == pytest.approx(float(index[1] - index[0]), abs=EXACT)
    assert abs(change.residual) < EXACT
    for effect, value in zip(changes.EFFECTS, plain_split(found, years), strict=True):
        assert change.sum_of(effect) == pytest.approx(float(value), abs=EXACT)
        assert change.domains()[effect].sum() == pytest.approx(float(value), abs=EXACT)


def _some(table: YearTable) -> st.SearchStrategy[tuple[str, ...]]:
    codes = [part.code for part in table.parts]
    return st.lists(st.sampled_from(codes), max_size=2, unique=True).map(tuple)
