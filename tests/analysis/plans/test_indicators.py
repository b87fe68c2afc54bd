"""Which goals does an indicator have, what did it reach, and whose result is that?"""

from datetime import UTC, datetime

import pytest

from scoring.analysis.plans.indicators import indicators
from scoring.store import Actual
from tests.analysis.material import load_satisfaction, target
from tests.analysis.plans.material import load_targets

NOW = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)
FACTORS = """
    STT | Yếu tố                        | Kết quả
    1   | Tiếp cận dịch vụ              | 83,99
    2   | Thủ tục hành chính            | 84,04
"""


def the_one(store, organisation="so-van-hoa", above=None):
    (found,) = indicators(store.query, organisation, above)
    return found


@pytest.mark.parametrize(("due", "levels"), [(2023, [85.99, 85.6698]), (None, [])])
def test_a_rise_has_two_readings_and_needs_a_due_year(store, due, levels) -> None:
    rise = {"base_year": 2022, "base_value": 83.99, "due_year": due}
    load_satisfaction(store, FACTORS, [target("1", "rise", 2, **rise)], year=2022)
    found = the_one(store, "gia-lai")
    assert [goal.value for goal in (*found.goals, *found.relative)] == levels


def test_the_base_is_the_result_of_the_base_year_where_the_sentence_has_none(store) -> None:
    rise = {"base_year": 2022, "due_year": 2023, "title": "Tiếp cận dịch vụ"}
    load_satisfaction(store, FACTORS, [target("1", "rise", 2, **rise)], year=2022)
    found = the_one(store, "gia-lai")
    assert (found.base, found.goals[0].value) == ((2022, 83.99), 85.99)
    assert found.standing(2023).state == "unknown"
    load_satisfaction(store, FACTORS.replace("83,99", "85,00"), year=2023)
    standing = the_one(store, "gia-lai").standing(2023)
    assert (standing.state, standing.missing) == ("missed", 0.99)


def test_a_department_aims_at_the_index_of_the_province_above(store) -> None:
    load_satisfaction(
        store, "STT | Yếu tố | Kết quả\n1 | Chung | 85,00", organisation="ha-noi", year=2022
    )
    load_targets(store, {"title": "Chỉ số SIPAS của Thành phố"}, parent="ha-noi")
    found = the_one(store, above="ha-noi")
    assert (found.actuals[2022].value, found.actuals[2022].organisation) == (85.0, "ha-noi")
    assert found.standing(2022).state == "missed"
    assert the_one(store).standing(2022).state == "unknown"  # nobody stands above


def test_several_due_years_are_one_way(store) -> None:
    load_targets(
        store,
        {"title": "Hồ sơ trực tuyến", "due_year": 2030, "amount": 100.0},
        {"title": "Hồ sơ trực tuyến", "due_year": 2025, "amount": 80.0},
    )
    store.say([Actual("so-van-hoa", "Hồ sơ trực tuyến", 2022, 60.0)], now=NOW)
    found = the_one(store)
    assert [(goal.due_year, goal.value) for goal in found.goals] == [(2025, 80.0), (2030, 100.0)]
    assert found.start == (2022, 60.0)


def test_what_is_published_counts_before_what_was_entered_and_both_are_kept(store) -> None:
    load_satisfaction(store, FACTORS, organisation="so-van-hoa", year=2022)
    load_targets(store, {"title": "Tiếp cận dịch vụ", "index_name": "SIPAS"})
    store.say([Actual("so-van-hoa", "Tiếp cận dịch vụ", 2022, 84.5, "Báo cáo 12")], now=NOW)
    found = the_one(store)
    assert found.actuals[2022].value == 83.99
    assert [(one.value, one.source) for one in found.differing] == [(84.5, "Báo cáo 12")]
    store.say([Actual("so-van-hoa", "Tiếp cận dịch vụ", 2022, None)], now=NOW)
    assert the_one(store).differing == []


def test_plans_keep_their_targets_apart(store) -> None:
    load_targets(store, {"title": "Hồ sơ trực tuyến"})
    load_targets(store, {"title": "Hồ sơ trực tuyến", "amount": 90.0}, plan="93/KH-SVHTT")
    found = indicators(store.query, "so-van-hoa", None)
    assert sorted(one.goals[0].value for one in found) == [86.0, 90.0]


def test_an_organisation_without_targets_has_no_indicators(store) -> None:
    assert indicators(store.query, "so-van-hoa", None) == []
