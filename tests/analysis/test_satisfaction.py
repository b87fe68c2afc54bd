"""How satisfied are people, against last year and against the target?"""

import pytest

from scoring.analysis.questions import ask, rows
from scoring.analysis.targets import goal_value, short_points, state, with_goals
from tests.analysis.material import load_satisfaction, target

FACTORS = """
    STT | Yếu tố                     | Kết quả
    1   | Tiếp cận dịch vụ           | 83,99
    2   | Thủ tục hành chính         | 84,04
    3   | Công chức                  | 85,39
    4   | Kết quả giải quyết         | 80,90
    5   | Phản ánh, kiến nghị        | 77,89
"""
RISES = [
    target(code, "rise", amount, base_year=2022, due_year=2023)
    for code, amount in [("1", 2), ("2", 2), ("3", 2), ("4", 2), ("5", 4)]
]


def _goals(store, year, *, relative=False):
    asked = ask(store.query, "satisfaction", organisation="gia-lai", year=year)
    return with_goals(asked, year, relative=relative)


def test_gia_lai_rises_in_percentage_points(store):
    load_satisfaction(store, FACTORS, RISES, year=2022)
    goals = _goals(store, 2022)
    assert goals["goal"].tolist() == [85.99, 86.04, 87.39, 82.90, 81.89]
    assert goals["short_points"].tolist() == [2.0, 2.0, 2.0, 2.0, 4.0]
    assert set(goals["state"]) == {"ahead"}  # due in 2023


def test_a_relative_rise_on_request(store):
    load_satisfaction(store, FACTORS, RISES, year=2022)
    goals = _goals(store, 2022, relative=True)
    assert round(goals["goal"].iloc[0], 2) == 85.67  # 83,99 × 1,02


def test_next_year_is_judged_by_the_target_set_before(store):
    load_satisfaction(store, FACTORS, RISES, year=2022)
    load_satisfaction(
        store,
        """
        STT | Yếu tố             | Kết quả
        1   | Tiếp cận dịch vụ   | 85,99
        2   | Thủ tục hành chính | 85,00
        6   | Yếu tố mới         | 70,00
        """,
        year=2023,
    )
    goals = _goals(store, 2023)
    assert goals["previous_percent"].tolist()[:2] == [83.99, 84.04]
    assert goals["goal"].tolist()[:2] == [85.99, 86.04]
    # 85,99 reaches 85,99; 85,00 does not reach 86,04; a new factor has no target
    assert goals["state"].tolist() == ["met", "short", "unknown"]
    assert goals["previous_percent"].isna().tolist() == [False, False, True]


def test_the_printed_base_comes_before_the_loaded_one(store):
    printed = [target("1", "rise", 2, base_year=2022, base_value=83.0, due_year=2023)]
    load_satisfaction(store, FACTORS, printed, year=2022)
    assert _goals(store, 2022)["goal"].iloc[0] == 85.0  # 83,00 + 2


def test_a_rise_without_a_base_is_unknown(store):
    load_satisfaction(
        store, FACTORS, [target("1", "rise", 2, base_year=2019, due_year=2023)], year=2022
    )
    first = _goals(store, 2022).iloc[0]
    assert first["state"] == "unknown"
    assert first["goal"] != first["goal"]  # NaN


def test_a_target_that_was_due_is_not_carried_on(store):
    load_satisfaction(store, FACTORS, RISES, year=2022)
    load_satisfaction(store, FACTORS, year=2024)
    assert set(_goals(store, 2024)["state"]) == {"unknown"}


def test_the_source_of_result_and_target(store):
    load_satisfaction(store, FACTORS, RISES, year=2022, sheet="SIPAS", file_name="gia-lai.xlsx")
    first = rows(store.query, "satisfaction", organisation="gia-lai", year=2022)[0]
    assert (first["file_name"], first["sheet"], first["row"]) == ("gia-lai.xlsx", "SIPAS", 2)
    assert (first["target_sheet"], first["target_row"]) == ("SIPAS", 9)


def test_the_overall_row_over_the_years(store):
    for year, value in [(2022, "80,08"), (2023, "82,66")]:
        load_satisfaction(store, f"STT | Yếu tố | Kết quả\n0 | Chung | {value}", year=year)
    found = rows(store.query, "satisfaction_overall", organisation="gia-lai")
    assert [(row["year"], row["percent"]) for row in found] == [(2022, 80.08), (2023, 82.66)]


@pytest.mark.parametrize(
    ("kind", "amount", "base", "goal"),
    [
        ("rise", 2.0, 83.99, 85.99),  # 83,99 + 2
        ("rise", 2.0, None, None),
        ("at_least", 86.0, None, 86.0),
        ("at_most", 5.0, None, 5.0),
        ("rank", 20.0, None, None),
        (None, None, None, None),
    ],
)
def test_where_a_target_puts_the_goal(kind, amount, base, goal):
    assert goal_value(kind, amount, base, True) == goal


def test_points_of_percent_are_never_read_as_relative():
    assert goal_value("rise", 2.0, 83.99, False, relative=True) == 85.99


def test_reached_or_not():
    assert short_points("at_least", 87.0, 86.0) == -1.0
    assert short_points("at_most", 6.0, 5.0) == 1.0
    assert short_points("at_least", None, 86.0) is None
    assert state(0.0, 2023, 2023) == "met"
    assert state(0.01, None, 2023) == "short"
    assert state(-1.0, 2024, 2023) == "ahead"
    assert state(None, 2023, 2023) == "unknown"
