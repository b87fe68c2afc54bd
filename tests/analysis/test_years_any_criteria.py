"""The change of an index adds up exactly, whatever became of the criteria."""

from fractions import Fraction

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.analysis.years import change as changes
from scoring.analysis.years.matches import Decision, matches
from scoring.analysis.years.tables import year_table
from tests.analysis.year_tables import EXACT

POINTS = st.integers(0, 900)


@st.composite
def sides(draw: st.DrawFn) -> tuple[int, int]:
    """Maximum and loss in hundredths; a loss may be larger than the maximum (negative scores)."""
    most = draw(POINTS)
    return most, draw(st.integers(0, most + 50))


@st.composite
def groups(draw: st.DrawFn) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Criteria of the earlier year and what they became: same, split, merged, new or dropped."""
    sizes = draw(st.sampled_from([(1, 1), (1, 1), (1, 2), (1, 3), (2, 1), (0, 1), (1, 0), (2, 2)]))
    old, new = (draw(st.lists(sides(), min_size=size, max_size=size)) for size in sizes)
    return old, new


def plain_effects(
    found: list[tuple[list[tuple[int, int]], list[tuple[int, int]]]], totals: tuple[int, int]
) -> tuple[Fraction, Fraction, Fraction]:
    """The same split once more, in fractions and from the definition alone."""
    reached = [
        Fraction(sum(most - lost for pair in found for most, lost in pair[side]), totals[side])
        for side in (0, 1)
    ]
    gaps = [totals[side] - sum(most for pair in found for most, _ in pair[side]) for side in (0, 1)]
    value = [reached[side] + Fraction(gaps[side], totals[side]) for side in (0, 1)]
    mean = (value[0] + value[1]) / 2
    # What is not printed is one more criterion, reached in full.
    whole = [*found, ([(gaps[0], 0)], [(gaps[1], 0)])]
    performance = weights = structure = Fraction(0)
    for pair in whole:
        weight = [Fraction(sum(most for most, _ in pair[s]), totals[s]) for s in (0, 1)]
        got = [Fraction(sum(most - lost for most, lost in pair[s]), totals[s]) for s in (0, 1)]
        if not pair[0] or not pair[1]:
            structure += (got[1] - mean * weight[1]) - (got[0] - mean * weight[0])
        elif min(weight) <= 0:
            performance += (got[1] - mean * weight[1]) - (got[0] - mean * weight[0])
        else:
            rate = [got[s] / weight[s] for s in (0, 1)]
            performance += (weight[0] + weight[1]) / 2 * (rate[1] - rate[0])
            weights += (weight[1] - weight[0]) * ((rate[0] + rate[1]) / 2 - mean)
    return 100 * performance, 100 * weights, 100 * structure


@given(st.lists(groups(), min_size=1, max_size=12), POINTS, POINTS)
def test_any_change_is_explained_to_the_last_digit(
    found: list[tuple[list[tuple[int, int]], list[tuple[int, int]]]], spare: int, other: int
) -> None:
    tables: list[list[tuple[str, str, float, float]]] = [[], []]
    said = []
    for number, pair in enumerate(found, 1):
        codes = [tuple(f"{number}.{s}{at}" for at in range(len(pair[s]))) for s in (0, 1)]
        said.append(Decision(*codes))
        for side in (0, 1):
            tables[side] += [
                (code, f"Tiêu chí {code}", most / 100, lost / 100)
                for code, (most, lost) in zip(codes[side], pair[side], strict=True)
            ]
    maxima = [sum(most for pair in found for most, _ in pair[s]) for s in (0, 1)]
    totals = maxima[0] + spare, maxima[1] + other
    if not all(tables) or not all(totals):
        return
    flat = []
    for year, rows, total in zip((2019, 2020), tables, totals, strict=True):
        frame = pd.DataFrame(rows, columns=["code", "title", "max_points", "lost_points"])
        made = year_table(year, total / 100, frame.assign(parent="", leaf=True))
        assert made is not None
        flat.append(made)
    change = changes.change(*flat, matches(*flat, said, same_set=True))
    assert abs(change.residual) < EXACT
    assert abs(change.rows["effect"].sum() - change.total) < EXACT
    expected = plain_effects(found, totals)
    for effect, value in zip(changes.EFFECTS, expected, strict=True):
        assert change.sum_of(effect) == pytest.approx(float(value), abs=EXACT)


@given(st.integers(1, 50), st.integers(1, 50), st.integers(0, 2**32))
def test_proposed_matches_take_every_part_once(left: int, right: int, seed: int) -> None:
    words = ("Kế hoạch", "Báo cáo", "Kiểm tra", "Tuyên truyền", "Sáng kiến", "Hồ sơ", "Thủ tục")
    sheets = []
    for year, count in ((2019, left), (2020, right)):
        rows = [
            (f"{1 + at % 4}.{at}", " ".join(words[(seed >> at + n) % 7] for n in range(3)), 1, 0.5)
            for at in range(count)
        ]
        frame = pd.DataFrame(rows, columns=["code", "title", "max_points", "lost_points"])
        made = year_table(year, 100, frame.assign(parent="", leaf=True))
        assert made is not None
        sheets.append(made)
    found = matches(*sheets, same_set=False)
    for side, sheet in enumerate(sheets):
        codes = [code for match in found for code in (match.old, match.new)[side]]
        assert sorted(codes) == sorted(part.code for part in sheet.parts)
    assert abs(changes.change(*sheets, found).residual) < EXACT
