"""The change of an index adds up exactly, whatever became of the criteria."""

from dataclasses import dataclass
from fractions import Fraction

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.analysis.years import change as changes
from scoring.analysis.years.matches import Decision, Match, matches
from scoring.analysis.years.tables import YearTable, year_table

EXACT = 1e-9


def table(year: int, rows: list[tuple[str, str, float, float]], total: float = 100) -> YearTable:
    """Rows of code, title, maximum, loss; the codes say how they hang together."""
    frame = pd.DataFrame(rows, columns=["code", "title", "max_points", "lost_points"])
    frame["parent"] = [code.rpartition(".")[0] for code in frame["code"]]
    frame["leaf"] = ~frame["code"].isin(set(frame["parent"]))
    made = year_table(year, total, frame)
    assert made is not None
    return made


def by_new(found: tuple[Match, ...]) -> dict[str, Match]:
    return {", ".join(match.new): match for match in found}


BEFORE = [
    ("1", "Chỉ đạo, điều hành", 10, 3),
    ("1.1", "Kế hoạch cải cách hành chính", 4, 1),
    ("1.2", "Chế độ báo cáo", 6, 2),
    ("2", "Thể chế", 90, 5),
    ("2.1", "Văn bản quy phạm pháp luật", 80, 5),
    ("2.2", "Theo dõi thi hành pháp luật", 10, 0),
]


def test_a_year_like_the_last_changes_nothing() -> None:
    one, other = table(2019, BEFORE), table(2020, BEFORE)
    found = matches(one, other, same_set=True)
    assert [match.relation for match in found] == ["same"] * 4
    change = changes.change(one, other, found)
    assert change.total == 0
    assert (change.rows["effect"] == 0).all()


def test_better_work_is_performance_alone() -> None:
    after = [row if row[0] not in ("1", "1.2") else (*row[:3], row[3] - 1) for row in BEFORE]
    one, other = table(2019, BEFORE), table(2020, after)
    change = changes.change(one, other, matches(one, other, same_set=True))
    assert change.sum_of("performance") == pytest.approx(1)
    assert change.sum_of("weights") == change.sum_of("structure") == 0
    assert change.rows.set_index("new").at["1.2", "effect"] == pytest.approx(1)


def test_what_became_of_a_criterion_is_proposed_from_code_and_title() -> None:
    after = [
        ("1", "Chỉ đạo, điều hành", 14, 1),
        ("1.1", "Kế hoạch cải cách hành chính (CCHC)", 4, 0),
        ("1.2", "Chế độ báo cáo", 8, 1),
        ("1.2.1", "Báo cáo quý", 3, 0),
        ("1.2.2", "Báo cáo năm", 5, 1),
        ("1.3", "Sáng kiến", 2, 0),
        ("2", "Thể chế", 86, 5),
        ("2.1", "Văn bản quy phạm pháp luật", 76, 5),
        ("2.3", "Theo dõi thi hành pháp luật", 10, 0),
    ]
    found = by_new(matches(table(2019, BEFORE), table(2020, after), same_set=False))
    assert {new: match.relation for new, match in found.items()} == {
        "1.1": "renamed",
        "1.2.1, 1.2.2": "split",
        "1.3": "new",
        "2.1": "reweighted",
        "2.3": "same",
    }
    assert found["2.3"].old == ("2.2",)
    assert not any(match.doubtful for match in found.values())


def test_a_code_used_again_for_something_else_is_not_the_same_criterion() -> None:
    after = [row if row[0] != "1.2" else ("1.2", "Sáng kiến mới", 6, 2) for row in BEFORE]
    found = matches(table(2019, BEFORE), table(2020, after), same_set=False)
    told = {(match.old, match.new): match.relation for match in found}
    assert told[("1.2",), ()] == "dropped"
    assert told[(), ("1.2",)] == "new"


def test_a_reworded_title_asks_for_a_look() -> None:
    after = [row if row[0] != "1.2" else ("1.2", "Báo cáo định kỳ đầy đủ", 6, 2) for row in BEFORE]
    before = [row if row[0] != "1.2" else ("1.2", "Chế độ báo cáo định kỳ", 6, 2) for row in BEFORE]
    found = by_new(matches(table(2019, before), table(2020, after), same_set=False))
    assert found["1.2"].relation == "renamed"
    assert found["1.2"].doubtful


def test_two_rows_that_may_both_be_meant_ask_for_a_look() -> None:
    before = [("1", "Hồ sơ đúng hạn", 50, 1), ("2", "Hồ sơ đúng hạn", 50, 1)]
    after = [("3", "Hồ sơ đúng hạn", 50, 1), ("4", "Sáng kiến", 50, 1)]
    found = by_new(matches(table(2019, before), table(2020, after), same_set=False))
    assert found["3"].old == ("1",)
    assert found["3"].doubtful
    alone = by_new(matches(table(2019, before[:1]), table(2020, after), same_set=False))
    assert not alone["3"].doubtful


@pytest.mark.parametrize("same_set", [True, False])
def test_a_table_of_losses_leaves_out_what_was_reached_in_full(same_set: bool) -> None:
    after = [("1", "Chỉ đạo, điều hành", 10, 1), ("1.1", "Kế hoạch cải cách hành chính", 4, 1)]
    one, other = table(2019, BEFORE), table(2020, after)
    found = matches(one, other, same_set=same_set)
    told = {match.old: match for match in found}
    assert {old: match.relation for old, match in told.items()} == {
        ("1.1",): "same",
        ("1.2",): "unprinted",
        ("2.1",): "unprinted",
        ("2.2",): "unprinted",
    }
    assert told[("1.2",)].doubtful is not same_set
    change = changes.change(one, other, found)
    assert change.total == pytest.approx(7)
    assert change.sum_of("performance") == pytest.approx(7)
    assert change.rows.set_index("old").at["2.1", "points_after"] == 80


def test_a_domain_printed_in_full_has_no_room_for_one_left_out() -> None:
    after = [*BEFORE, ("1.3", "Sáng kiến", 1, 1)]
    one, other = table(2019, BEFORE, total=120), table(2020, after, total=120)
    assert by_new(matches(one, other, same_set=True))["1.3"].relation == "new"


def test_a_decision_goes_before_what_is_proposed() -> None:
    one, other = table(2019, BEFORE), table(2020, BEFORE)
    said = [
        Decision(("1.1", "1.2"), ("1.1",)),
        Decision((), ("1.2",)),
        Decision(("2.1",), ("1.2",)),  # taken by the one before
        Decision(("9.9",), ("2.1",)),  # not there
    ]
    found = matches(one, other, said, same_set=True)
    told = {(match.old, match.new): (match.relation, match.decided) for match in found}
    assert told == {
        (("1.1", "1.2"), ("1.1",)): ("merged", True),
        ((), ("1.2",)): ("new", True),
        (("2.1",), ("2.1",)): ("same", False),
        (("2.2",), ("2.2",)): ("same", False),
    }


def test_the_example_that_the_method_gives() -> None:
    one = table(2022, [("1", "A", 80, 20), ("2", "B", 20, 0)])
    other = table(2023, [("1", "A", 60, 6), ("2", "B", 20, 0), ("3", "C", 20, 12)])
    change = changes.change(one, other, matches(one, other, same_set=False))
    effects = change.rows.set_index("new")[list(changes.EFFECTS)]
    # (0.80 + 0.60) ÷ 2 × (0.90 − 0.75); (0.60 − 0.80) × ((0.75 + 0.90) ÷ 2 − 0.81)
    assert effects.loc["1"].tolist() == pytest.approx([10.5, -0.3, 0])
    assert effects.loc["2"].tolist() == pytest.approx([0, 0, 0])
    assert effects.loc["3"].tolist() == pytest.approx([0, 0, -8.2])  # 0.20 × (0.40 − 0.81)
    assert change.total == pytest.approx(2)


def test_nothing_adds_up_where_a_top_row_has_no_loss() -> None:
    rows = pd.DataFrame(
        {
            "code": ["1", "2"],
            "parent": "",
            "title": "A",
            "leaf": True,
            "max_points": [5.0, 5.0],
            "lost_points": [1.0, None],
        }
    )
    assert year_table(2020, 100, rows) is None
    assert year_table(2020, None, rows.fillna(0)) is None


# --- any two years -------------------------------------------------------------------------------

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


# --- any two printed trees -----------------------------------------------------------------------


@dataclass(frozen=True)
class Printed:
    """One row as printed, in hundredths of a point; a leaf has no printed children."""

    code: str
    title: str
    most: int
    lost: int
    leaf: bool


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
        return [Printed(code, title, most, lost, leaf=True)]
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
            "lost_points": [row.lost / 100 for row in rows],
        }
    )
    made = year_table(year, total / 100, frame)
    assert made is not None
    return made


def plain_split(
    found: tuple[Match, ...], years: list[tuple[list[Printed], int]]
) -> tuple[Fraction, Fraction, Fraction]:
    """The split of two printed trees in fractions, from the rows and the matches alone."""
    leaves = [{row.code: row for row in rows if row.leaf} for rows, _ in years]
    lost = [sum(row.lost for row in rows if "." not in row.code) for rows, _ in years]
    totals = [total for _, total in years]
    groups = []
    for match in found:
        group: list[tuple[int, int] | None] = []
        for side, codes in enumerate((match.old, match.new)):
            own = [leaves[side][code] for code in codes]
            sums = sum(row.most for row in own), sum(row.most - row.lost for row in own)
            group.append(sums if codes else None)
        if match.relation == "unprinted":  # reached in full where it is not printed
            most = next(one for one in group if one)[0]
            group = [one or (most, most) for one in group]
        groups.append(group)
    rest: list[tuple[int, int] | None] = []
    for side in (0, 1):
        told = [group[side] for group in groups if group[side]]
        most, got = (sum(one[at] for one in told if one) for at in (0, 1))
        rest.append((totals[side] - most, totals[side] - lost[side] - got))
    mean = sum(Fraction(totals[side] - lost[side], totals[side]) for side in (0, 1)) / 2
    performance = weights = structure = Fraction(0)
    for group in [*groups, rest]:
        weight = [
            Fraction(one[0], totals[s]) if one else Fraction(0) for s, one in enumerate(group)
        ]
        got = [Fraction(one[1], totals[s]) if one else Fraction(0) for s, one in enumerate(group)]
        added = (got[1] - mean * weight[1]) - (got[0] - mean * weight[0])
        if group[0] is None or group[1] is None:
            structure += added
        elif min(weight) <= 0:
            performance += added
        else:
            rates = [got[side] / weight[side] for side in (0, 1)]
            performance += sum(weight) / 2 * (rates[1] - rates[0])
            weights += (weight[1] - weight[0]) * (sum(rates) / 2 - mean)
    return 100 * performance, 100 * weights, 100 * structure


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
