"""What of two years is said of the value and the rank, and of the others of the field?"""

from functools import partial

import pandas as pd
import pytest

from scoring.analysis import questions
from scoring.analysis.messages import years as said
from scoring.analysis.messages import years_obstacles as said_obstacles
from scoring.analysis.years import comparison
from scoring.analysis.years.comparison import compare
from scoring.analysis.years.year_values import years_of
from scoring.store import Store
from tests.analysis.conftest import Two
from tests.analysis.made_up_years import load_years
from tests.analysis.material import load, load_league


def test_who_passed_whom_is_told_of_a_whole_field_only(two: Two, store: Store) -> None:
    load_years(store)
    compared = two()
    field = compared.field
    assert field is not None
    # tinh-hai: 77.5 → 83 passes 78 → 82; tinh-ba stays ahead: (5.5 + 1) ÷ 2 = 3.25
    assert (field.others, field.passed, field.passed_by, field.mean_change) == (2, 0, 1, 3.25)
    assert said.field(compared) == (
        "Mới biết điểm cả hai năm của 2 trong 33 đơn vị khác,"
        " nên chưa biết bao nhiêu đơn vị vượt lên"
    )
    whole = (
        [("a", "2/3", 78), ("b", "3/3", 77), ("c", "1/3", 79)],
        [("a", 3, 80), ("b", 1, 85), ("c", 2, 81)],
    )
    for year, rows in zip((2022, 2023), whole, strict=True):
        lines = [f"{code} | {code} | {str(rank)[0]}/3 | {value}" for code, rank, value in rows]
        load_league(store, "\n".join(["STT | Đơn vị | Hạng | Chỉ số", *lines]), year=year)
    compared = two("a")
    assert said.headline(compared) == (
        "Điểm tăng 2,00 (78,00 → 80,00), hạng giảm 1 bậc (2/3 → 3/3) vì 1 đơn vị vượt lên"
    )
    assert said.field(compared) == "2 đơn vị khác tăng 5,00 điểm bình quân; 1 đơn vị vượt lên trên"


@pytest.mark.parametrize(
    ("ranks", "words"),
    [
        (("12/63", "11/34"), "hạng 12/63 → 11/34, không nói tăng hay giảm vì số đơn vị xếp hạng"),
        (("12/34", "12/34"), "hạng giữ nguyên 12/34"),
        (("", "12/34"), "mới biết hạng năm 2023: 12/34"),
        (("", ""), "chưa có thứ hạng"),
    ],
)
def test_ranks_of_different_fields_are_not_compared(
    two: Two, store: Store, ranks: tuple[str, str], words: str
) -> None:
    for year, rank in zip((2022, 2023), ranks, strict=True):
        row = f"STT | Đơn vị | Hạng | Chỉ số\na | A | {rank} | 80"
        load_league(store, row, year=year)
    headline = said.headline(two("a"))
    assert headline.startswith("Điểm không đổi (80,00 → 80,00), ")
    assert words in headline


def test_more_points_for_everybody_move_no_rank(two: Two, store: Store) -> None:
    for year, rows in ((2022, [("a", 2, 78), ("c", 1, 79)]), (2023, [("a", 2, 80), ("c", 1, 82)])):
        lines = [f"{code} | {code} | {rank}/2 | {value}" for code, rank, value in rows]
        load_league(store, "\n".join(["STT | Đơn vị | Hạng | Chỉ số", *lines]), year=year)
    compared = two("a")
    assert said.headline(compared) == (
        "Điểm tăng 2,00 (78,00 → 80,00), hạng giữ nguyên 2/2"
        " vì các đơn vị khác cũng tăng 3,00 bình quân"
    )
    assert said.field(compared) == "1 đơn vị khác tăng 3,00 điểm bình quân; không ai vượt qua ai"


def test_a_league_of_points_is_compared_in_percent_of_its_maximum(two: Two, store: Store) -> None:
    """PAPI is out of 80 points since 2018; a score table of it is in percent already."""
    papi = {"index_name": "PAPI", "total_max": 80.0}
    for year, value, other in ((2020, "42,30", "40"), (2021, "42,80", "41,2")):
        text = f"STT | Đơn vị | Hạng | Chỉ số\na | A | 1/2 | {value}\nb | B | 2/2 | {other}"
        load_league(store, text, year=year, **papi)
    ask = partial(questions.ask, store.query)
    before, after = years_of(ask, "a")
    compared = compare(ask, before, after)
    assert (before.index_value, after.index_value) == (52.875, 53.5)  # 42.3 ÷ 80, 42.8 ÷ 80
    assert (compared.rise, before.total_max) == (0.625, 80)
    assert compared.field is not None and compared.field.mean_change == 1.5  # 1.2 ÷ 80
    assert said.headline(compared).startswith("Chỉ số tăng 0,63 điểm\u00a0% (52,88 → 53,50)")
    (row,) = ask("index_values", organisation="a", index_name="PAPI").iloc[:1].itertuples()
    assert (row.index_value, row.league_value) == (52.875, 52.875)


def test_lam_dong_rose_by_3_27_points_and_8_places(two: Two, lam_dong: str) -> None:
    compared = two("lam-dong", 2020)
    assert (compared.before.year, compared.after.year) == (2019, 2020)
    assert (compared.rise, compared.places) == (3.27, 8)  # 83.93 − 80.66, 40 − 32
    assert compared.obstacle == comparison.NO_TABLE
    assert said.headline(compared) == (
        "Điểm tăng 3,27 (80,66 → 83,93), hạng tăng 8 bậc (40/63 → 32/63)"
    )
    assert said_obstacles.obstacle(compared) == (
        "Năm 2019 mới có trong bảng xếp hạng, chưa có bảng điểm,"
        " nên chưa tách được thay đổi theo tiêu chí"
    )
    assert said.field(compared) is None  # the league has one row only


@pytest.mark.parametrize(
    ("before", "after", "passed", "passed_by"),
    [
        ((79, 78), (80, 80), 1, 0),  # ahead before, no longer: as many points share a place
        ((78, 78), (81, 80), 0, 1),  # not ahead before, and now
        ((78, 78), (80, 80), 0, 0),
    ],
)
def test_equal_points_are_neither_ahead_nor_behind(
    two: Two, store: Store, before: tuple, after: tuple, passed: int, passed_by: int
) -> None:
    for year, (other, own) in ((2022, before), (2023, after)):
        text = f"STT | Đơn vị | Hạng | Chỉ số\na | A | | {own}\nb | B | | {other}"
        load_league(store, text, year=year)
    field = two("a").field
    assert field is not None
    assert (field.others, field.passed, field.passed_by) == (1, passed, passed_by)


def test_of_two_rows_of_one_member_the_one_with_a_value_counts(two: Two, store: Store) -> None:
    for year, value in ((2022, 80.0), (2023, 81.0)):
        rows = [
            {"position": at, "organisation": "a", "title": "A", "rank": 2, "field_size": 63}
            | {"value": known, "source": f"nguồn {at}", "row": at}
            for at, known in enumerate((None, value))
        ]
        load(store, {"league": pd.DataFrame(rows)}, kind="league", organisation="x", year=year)
    assert two("a").rise == 1
