"""Why did the rank move, and between which years may that be said?"""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.analysis.messages import ranking_change as since
from scoring.analysis.questions import ask
from scoring.analysis.ranking import Field, field_of
from scoring.analysis.ranking_change import change
from scoring.analysis.ranking_years import with_lines
from tests.analysis.league_rows import PAR, rows


def test_points_rise_and_the_rank_falls() -> None:
    before = field_of(rows("A | 1/4 | 90\nB | 2/4 | 80\nC | 3/4 | 79,9\nD | 4/4 | 79,8"))
    now = field_of(rows("A | 1/4 | 91\nC | 2/4 | 82\nD | 3/4 | 81\nB | 4/4 | 80,8"))
    moved = change(now, before, "B", 2019)
    assert moved is not None
    assert (moved.points, moved.places) == (0.8, -2)
    assert [one.name for one in moved.passed_by] == ["C", "D"]
    assert since.change(moved, PAR) == ("Điểm tăng 0,80, hạng giảm 2 (2/4 → 4/4) vì 2 đơn vị vượt")
    assert since.passings("Đã vượt lên trước", moved.passed_by, PAR, 0.01) == (
        "Đã vượt lên trước: C (3 → 2) và D (4 → 3)"
    )


def test_one_passes_some_and_is_passed_by_others() -> None:
    before = field_of(rows("A | 1/4 | 90\nB | 2/4 | 80\nC | 3/4 | 79\nD | 4/4 | 78"))
    now = field_of(rows("C | 1/4 | 92\nD | 2/4 | 91\nB | 3/4 | 90,5\nA | 4/4 | 90"))
    moved = change(now, before, "B", 2019)
    assert moved is not None
    assert since.change(moved, PAR).endswith("hạng giảm 1 (2/4 → 3/4) vì 2 đơn vị vượt, vượt lại 1")


def test_a_passing_that_rounding_explains_is_told_apart() -> None:
    before = field_of(rows("A | 1/3 | 90,12\nB | 2/3 | 80\nC | 3/3 | 79"))
    now = field_of(rows("A | 1/3 | 90,12\nC | 2/3 | 80,01\nB | 3/3 | 80"))
    moved = change(now, before, "B", 2019)
    assert moved is not None and moved.passed_by[0].inside_rounding
    told = since.passings("Đã vượt", moved.passed_by, PAR, moved.tolerance)
    assert told.endswith("1 trong số đó chỉ cách không quá 0,01 điểm")


def test_the_coarser_year_says_how_much_rounding_explains() -> None:
    """With one decimal before and two now, a rise of 0,05 means nothing, nor does being passed."""
    before = field_of(
        rows("A | 1/5 | 90,1\nB | 2/5 | 80,1\nC | 3/5 | 80\nD | 4/5 | 79\nE | 5/5 | 78")
    )
    now = field_of(
        rows("A | 1/5 | 90,12\nC | 2/5 | 80,21\nB | 3/5 | 80,15\nD | 4/5 | 79\nE | 5/5 | 78")
    )
    moved = change(now, before, "B", 2019)
    assert moved is not None
    assert moved.tolerance == pytest.approx(0.1)
    (one,) = moved.passed_by
    assert one.inside_rounding  # 80,21 − 80,15 = 0,06
    assert since.change(moved, PAR).startswith("Điểm đổi +0,05 điểm, trong mức làm tròn")


def test_who_came_and_left_is_counted_where_both_tables_are_whole() -> None:
    before = field_of(rows("A | 1/2 | 90\nB | 2/2 | 80"))
    now = field_of(rows("A | 1/2 | 91\nC | 2/2 | 85"))
    moved = change(now, before, "A", 2019)
    assert moved is not None and moved.whole
    assert (moved.entered, moved.left, moved.others_known) == (1, 1, 0)
    part = change(field_of(rows("A | 1/3 | 91\nC | 2/3 | 85")), before, "A", 2019)
    assert part is not None and not part.whole


def test_ranks_of_fields_of_different_sizes_are_not_compared() -> None:
    before = field_of(rows("A | 1/63 | 90\nB | 32/63 | 83"))
    now = field_of(rows("A | 1/34 | 90\nB | 11/34 | 84"))
    moved = change(now, before, "B", 2024)
    assert moved is not None and moved.places is None
    assert since.change(moved, PAR) == (
        "Điểm tăng 1,00, không so hạng: năm 2024 xếp 63 đơn vị, năm 2025 xếp 34"
    )
    assert "không đặt chung một trục" in str(since.fields_apart([63, 63, 34]))
    assert since.fields_apart([63, 63]) is None


def test_what_is_not_known_of_others_is_said() -> None:
    before = field_of(rows("A | 1/63 | 90\nB | 40/63 | 80,66"))
    now = field_of(rows("A | 1/63 | 90\nB | 32/63 | 83,93"))
    moved = change(now, before, "B", 2019)
    assert moved is not None and not moved.everybody_known
    assert since.change(moved, PAR).startswith("Điểm tăng 3,27, hạng tăng 8 (40/63 → 32/63); ")
    assert "của 1 trên 62 đơn vị khác" in since.change(moved, PAR)
    assert since.others_moved(moved) is None  # rows that were not found did not come or go
    assert change(now, before, "C", 2019) is None


@st.composite
def two_years(draw: st.DrawFn) -> tuple[Field, Field]:
    """The same members in two years, values with two decimals, ranks as competitions give them."""
    size = draw(st.integers(2, 7))
    fields = []
    for _ in range(2):
        values = draw(st.lists(st.integers(7000, 7040), min_size=size, max_size=size))
        text = "\n".join(f"u{at} | | {value / 100}" for at, value in enumerate(values))
        fields.append(field_of(rows(text)))
    return fields[0], fields[1]


@settings(max_examples=25)
@given(two_years())
def test_the_passings_explain_the_change_of_rank_exactly(pair: tuple[Field, Field]) -> None:
    now, before = pair
    for organisation in now.members["organisation"]:
        moved = change(now, before, organisation, 2019)
        assert moved is not None and moved.everybody_known
        assert moved.places == len(moved.passed) - len(moved.passed_by)


def test_lam_dong_rose_from_40_to_32_of_63(store, lam_dong) -> None:
    places = ask(store.query, "ranking_places", organisation="lam-dong")
    held = places.set_index("year")
    assert held["value"].to_dict() == {2019: 80.66, 2020: 83.93}
    fields = {
        year: field_of(ask(store.query, "ranking_field", batch=held.loc[year, "league"]))
        for year in (2019, 2020)
    }
    moved = change(fields[2020], fields[2019], "lam-dong", 2019)
    assert moved is not None and (moved.points, moved.places) == (3.27, 8)
    assert since.by_year(with_lines(places, []), PAR).replace("\u00a0", " ") == (
        "Năm 2020: 83,93 %, hạng 32/63; +3,27 điểm so với năm 2019 (hạng 40/63)"
    )


def test_years_apart_or_of_another_series_are_not_compared() -> None:
    places = pd.DataFrame(
        [
            (2018, 83.0, "A", True, 5, 63),
            (2021, 80.0, "A", True, 2, 63),
            (2022, 82.0, "A", True, 1, 63),
        ],
        columns=["year", "value", "organisation", "own", "rank", "field_size"],
    )
    whole, cut = with_lines(places, []), with_lines(places, [2022])
    assert (whole["segment"].tolist(), cut["segment"].tolist()) == ([0, 1, 1], [0, 1, 2])
    assert since.by_year(whole, PAR).endswith("+2,00 điểm so với năm 2021 (hạng 2/63)")
    assert "so với" not in since.by_year(cut, PAR)
    assert "so với" not in since.by_year(whole[whole["year"] <= 2021], PAR)
    assert str(since.lines_broken(["lý do"])).startswith("Đường bị ngắt vì lý do")
    assert since.lines_broken([]) is None


def test_of_two_leagues_of_one_year_the_one_loaded_last_counts() -> None:
    places = pd.DataFrame(
        {"year": [2020, 2020], "value": [80.0, 81.0], "organisation": "A", "own": True}
    )
    assert with_lines(places, [])["value"].tolist() == [81]
