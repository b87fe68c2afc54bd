"""Which goals does an indicator have, what did it reach, and whose result is that?"""

from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from scoring.analysis.plans.indicators import above_of, indicators
from scoring.analysis.plans.results import index_of
from scoring.store import Actual
from tests.analysis.material import load_league, load_satisfaction, target
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


def test_a_rank_and_a_percentage_under_one_title_are_two_indicators(store) -> None:
    rank = {"kind": "rank", "amount": 20.0, "percent": False, "measure": "hạng"}
    load_targets(store, {"title": "Chỉ số PAR Index"}, {"title": "Chỉ số PAR Index", **rank})
    store.say([Actual("so-van-hoa", "Chỉ số PAR Index", 2022, 87.0)], now=NOW)
    store.say([Actual("so-van-hoa", "Chỉ số PAR Index (hạng)", 2022, 15.0)], now=NOW)
    of_percent, of_rank = indicators(store.query, "so-van-hoa", None)
    assert (of_percent.measure, of_percent.standing(2022).value) == ("percent", 87.0)
    assert (of_rank.measure, of_rank.standing(2022).value) == ("rank", 15.0)
    assert of_percent.key != of_rank.key


def test_no_target_is_left_out_where_one_title_stands_twice(store) -> None:
    load_targets(store, {"title": "Số hóa hồ sơ"}, {"title": "Số hóa hồ sơ", "amount": 90.0})
    found = indicators(store.query, "so-van-hoa", None)
    assert [one.goals[0].value for one in found] == [86.0, 90.0]
    assert len({one.key for one in found}) == 2


def test_a_base_without_a_year_is_enough_for_a_rise_but_no_start(store) -> None:
    load_targets(store, {"title": "Số hóa", "kind": "rise", "amount": 5.0, "base_value": 60.0})
    found = the_one(store)
    assert [goal.value for goal in found.goals] == [65.0]
    assert found.base is None and found.lacks == []


def test_a_rise_in_percentage_points_has_one_reading(store) -> None:
    rise = {"kind": "rise", "amount": 2.0, "base_year": 2021, "base_value": 80.0}
    load_targets(store, {"title": "Số hóa", "measure": "điểm %", **rise})
    found = the_one(store)
    assert found.goals[0].value == found.relative[0].value == 82.0


LEAGUE = "STT | Đơn vị | Hạng | Chỉ số\nlam-dong | Lâm Đồng | 32/63 | 83,93"


def test_a_rank_is_taken_from_the_league_with_the_size_of_its_field(store) -> None:
    load_league(store, LEAGUE, year=2020)
    rank = {"kind": "rank", "amount": 30.0, "percent": False, "measure": "hạng", "due_year": 2020}
    load_targets(store, {"title": "Xếp hạng PAR Index", **rank}, organisation="lam-dong")
    found = the_one(store, "lam-dong")
    assert (found.actuals[2020].value, found.actuals[2020].field_size) == (32.0, 63)
    standing = found.standing(2020)
    assert (standing.state, standing.missing) == ("missed", 2.0)


def test_points_of_papi_are_out_of_its_own_maximum(store) -> None:
    text = "STT | Đơn vị | Chỉ số\nlam-dong | Lâm Đồng | 42"
    load_league(store, text, year=2021, index_name="PAPI", total_max=80.0)
    points = {"amount": 43.0, "percent": False, "measure": "điểm", "due_year": 2021}
    load_targets(store, {"title": "Chỉ số PAPI", **points}, organisation="lam-dong")
    assert the_one(store, "lam-dong").standing(2021).missing == 1.0  # 43 − 42, not 43 − 52,5


@pytest.mark.parametrize(
    ("title", "index"),
    [
        ("Chỉ số SIPAS", "SIPAS"),
        ("Mức độ hài lòng của người dân đối với sự phục vụ hành chính", "SIPAS"),
        ("Chỉ số CCHC của tỉnh", "PAR"),
        ("Điểm PAPI", "PAPI"),
        ("Tiêu chí thành phần 3.4 trong PAR Index", None),
        ("Tỷ lệ công chức được tập huấn về PAR Index", None),
        ("Nội dung 5 của PAPI", None),
        ("Tỷ lệ người dân hài lòng với dịch vụ công trực tuyến", None),
    ],
)
def test_only_an_index_as_a_whole_takes_its_results(title, index) -> None:
    assert index_of({"title": title}) == index


def test_the_index_of_a_department_itself_is_never_the_provinces(store) -> None:
    load_league(store, LEAGUE, year=2022)
    load_targets(
        store,
        {"title": "Chỉ số cải cách hành chính của Sở"},
        {"title": "Chỉ số cải cách hành chính của tỉnh"},
        parent="lam-dong",
    )
    own, aimed = indicators(store.query, "so-van-hoa", "lam-dong")
    assert (own.actuals, aimed.actuals[2022].organisation) == ({}, "lam-dong")


def test_a_province_does_not_take_the_results_of_the_nation(store) -> None:
    load_targets(store, {"title": "Chỉ số SIPAS"}, organisation="lam-dong", parent="ca-nuoc")
    load_targets(store, {"title": "Chỉ số SIPAS"}, parent="lam-dong", level="sở")
    assert above_of(store.query, "lam-dong") is None
    assert above_of(store.query, "so-van-hoa") == "lam-dong"


@dataclass(frozen=True)
class Broken:
    index_name: str = "SIPAS"
    level: str | None = None
    year: int = 2022
    reason: str = "khảo sát đo thêm khâu chính sách"
    source: str = "BC"


def test_a_break_of_the_series_is_known_and_starts_the_way_anew(store) -> None:
    for year, value in ((2021, "90,00"), (2022, "80,00")):
        text = f"STT | Yếu tố | Kết quả\n1 | Chung | {value}"
        load_satisfaction(store, text, organisation="so-van-hoa", year=year)
    load_targets(store, {"title": "Chỉ số SIPAS", "due_year": 2024})
    (found,) = indicators(store.query, "so-van-hoa", None, [Broken()])
    assert [cut.year for cut in found.cuts] == [2022]
    assert found.start == (2022, 80.0)


def test_what_a_target_does_not_tell_is_named(store) -> None:
    load_targets(
        store,
        {"title": "Không năm", "due_year": None},
        {"title": "Không gốc", "kind": "rise", "amount": 2.0, "base_year": 2021},
        {"title": "Đủ"},
    )
    found = indicators(store.query, "so-van-hoa", None)
    assert [[lack for _, lack in one.lacks] for one in found] == [["due"], ["base"], []]
    store.say([Actual("so-van-hoa", "Không gốc", 2021, 80.0)], now=NOW)
    mended = indicators(store.query, "so-van-hoa", None)[1]
    assert (mended.lacks, mended.goals[0].value) == ([], 82.0)
