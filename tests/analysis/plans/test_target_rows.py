"""How does each target stand in a year, and what is said of it?"""

from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from scoring.analysis.messages import target_notes as facts
from scoring.analysis.messages import targets as said
from scoring.analysis.messages.target_points import other_points, result_points, way_points
from scoring.analysis.messages.target_words import gap, value, word
from scoring.analysis.plans.indicators import indicators
from scoring.analysis.plans.target_rows import COLUMNS, target_rows
from scoring.analysis.questions import records
from scoring.store import Actual
from tests.analysis.material import load_satisfaction
from tests.analysis.plans.material import load_targets

NOW = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)
ONLINE = "Hồ sơ trực tuyến"
RISE = {"kind": "rise", "amount": 2.0, "base_year": 2022, "base_value": 83.99, "due_year": 2023}


@pytest.fixture
def way(store):
    """80 by 2025 and 100 by 2030, from 60 in 2022."""
    load_targets(
        store,
        {"title": ONLINE, "due_year": 2025, "amount": 80.0},
        {"title": ONLINE, "due_year": 2030, "amount": 100.0},
    )
    reach(store, ONLINE, {2022: 60.0})
    return store


def reach(store, title, years):
    words = [Actual("so-van-hoa", title, year, level) for year, level in years.items()]
    store.say(words, now=NOW)


def standing(store, year, **more):
    frame = target_rows(indicators(store.query, "so-van-hoa", None), year, **more)
    return frame, records(frame)


def plain(text):
    return text.replace("\u00a0", " ")


def test_without_a_target_the_frame_is_empty_and_keeps_its_columns():
    frame = target_rows([], 2025)
    assert (len(frame), tuple(frame.columns)) == (0, COLUMNS)
    assert sum(said.counts(frame).values()) == 0


def test_the_way_through_all_target_years_says_what_a_year_asks_for(way):
    reach(way, ONLINE, {2026: 82.0})
    _, (row,) = standing(way, 2026)
    # 80 + 20 × 1 ÷ 5 = 84
    assert (row["asked"], row["goal"], row["final"], row["final_year"]) == (
        84.0,
        100.0,
        100.0,
        2030,
    )
    assert (row["state"], row["missing"]) == ("behind", 2.0)
    (one,) = indicators(way.query, "so-van-hoa", None)
    told = plain(facts.path(one, row, 2026))
    assert "năm 2026 cần 84,00 %; kết quả năm 2026 là 82,00 %" in told
    assert told.endswith("còn thiếu 2,00 điểm % so với mức cần của năm 2026")


def test_targets_whose_last_year_is_over_are_kept_but_not_counted(store):
    load_targets(store, {"title": "Cũ", "due_year": 2022}, {"title": "Mới", "due_year": 2023})
    reach(store, "Cũ", {2022: 90.0})
    frame, (old, new) = standing(store, 2023)
    assert (old["past"], old["state"], new["past"]) == (True, "met", False)
    assert said.counts(frame) == {"missed": 0, "behind": 0, "met": 0, "on_path": 0, "unknown": 1}
    assert said.headline(frame, 2023) == "Năm 2023: 1 chỉ tiêu chưa có kết quả để xét"


def test_the_headline_counts_each_state_and_names_the_furthest(store):
    load_targets(
        store,
        {"title": "A"},
        {"title": "B"},
        {"title": "C", "kind": "at_most", "amount": 5.0, "percent": False, "measure": "ngày"},
        {"title": "D"},
    )
    reach(store, "A", {2022: 90.0})
    reach(store, "B", {2022: 80.0})  # 6 of 86: 7 %
    reach(store, "C", {2022: 6.5})  # 1,5 of 5: 30 %
    frame, _ = standing(store, 2022)
    assert plain(said.headline(frame, 2022)) == (
        "Năm 2022, trong 4 chỉ tiêu: 1 đạt, 2 chưa đạt, 1 chưa có kết quả; "
        "xa nhất: C, vượt 1,5 ngày"
    )


def test_no_target_is_never_met(store):
    load_targets(store, {"title": "Không năm", "due_year": None})
    reach(store, "Không năm", {2022: 100.0})
    frame, (row,) = standing(store, 2022)
    assert (row["state"], row["lack"], word(row)) == ("unknown", "due", "○ Chưa xét được")
    assert said.missing_of([row]) == "Trong số chưa có kết quả: 1 chưa rõ năm đến hạn."
    (one,) = indicators(store.query, "so-van-hoa", None)
    ((sentence, at),) = facts.lacks(one)
    assert "cột Thời hạn" in sentence and at["row"] == 9


def test_both_readings_of_a_rise_in_percent_are_printed_and_either_can_be_chosen(store):
    load_targets(store, {"title": "Tiếp cận dịch vụ", **RISE})
    reach(store, "Tiếp cận dịch vụ", {2023: 85.8})
    (one,) = indicators(store.query, "so-van-hoa", None)
    assert [plain(text) for text in facts.readings(one)] == [
        "83,99 → 85,99 nếu hiểu là điểm %, → 85,67 nếu hiểu là tương đối"
    ]
    _, (by_points,) = standing(store, 2023)
    _, (relative,) = standing(store, 2023, relative=True)
    assert (by_points["state"], relative["state"]) == ("missed", "met")  # 85,8 of 85,99 or 85,6698


def test_a_result_of_the_base_year_alone_says_of_which_year_it_is(store):
    load_targets(store, {"title": "Tiếp cận dịch vụ", **RISE})
    reach(store, "Tiếp cận dịch vụ", {2022: 84.5})
    _, (row,) = standing(store, 2023)
    assert (row["state"], row["lack"]) == ("unknown", "recent")
    assert plain(said.standing(row)) == "Chỉ tiêu năm 2023: 85,99 %; mới có kết quả năm 2022"
    (one,) = indicators(store.query, "so-van-hoa", None)
    (told,) = facts.differences(one)  # 83,99 is printed, 84,50 was entered
    assert "mức gốc năm 2022" in told and "84,50" in told


@pytest.mark.parametrize(
    ("amount", "measure", "size", "told", "apart"),
    [
        (85.5, "percent", None, "85,50 %", "85,50 điểm %"),
        (43.2, "points", None, "43,20 điểm", "43,20 điểm"),
        (20.0, "rank", 63, "hạng 20/63", "20 bậc"),
        (5.0, "ngày", None, "5 ngày", "5 ngày"),
        (1250.5, "", None, "1.250,5", "1.250,5"),
        (None, "percent", None, "–", None),
    ],
)
def test_values_are_written_in_their_measure(amount, measure, size, told, apart):
    assert plain(value(amount, measure, size)) == told
    if apart:
        assert plain(gap(amount, measure)) == apart


def test_the_points_of_the_path(way):
    reach(way, ONLINE, {2024: 70.0, 2025: 81.0})
    load_targets(way, {"title": ONLINE, "due_year": 2023, "amount": 70.0}, plan="9/KH", year=2023)
    every = indicators(way.query, "so-van-hoa", None)
    one = next(one for one in every if len(one.goals) == 2)
    corners = way_points(one, relative=False)
    assert corners[["year", "value", "goal"]].to_numpy().tolist() == [
        [2022, 60.0, False],
        [2025, 80.0, True],
        [2030, 100.0, True],
    ]
    results = result_points(one)
    assert results["segment"].tolist() == [0, 1, 1]  # nothing is known of 2023
    others = other_points(one, every)
    assert others[["year", "value"]].to_numpy().tolist() == [[2023, 70.0]]
    assert "9/KH" in others["told"].iat[0]


@dataclass(frozen=True)
class Broken:
    index_name: str = "SIPAS"
    level: str | None = None
    year: int = 2022
    reason: str = "khảo sát đo thêm khâu chính sách"
    source: str = "BC"


def test_a_break_between_the_base_and_the_target_is_said(store):
    load_satisfaction(
        store, "STT | Yếu tố | Kết quả\n1 | Chung | 80,00", organisation="so-van-hoa", year=2022
    )
    rise = {"kind": "rise", "amount": 2.0, "base_year": 2021, "base_value": 85.0}
    load_targets(store, {"title": "Chỉ số SIPAS", "due_year": 2023, **rise})
    (one,) = indicators(store.query, "so-van-hoa", None, [Broken()])
    assert list(facts.breaks(one)) == [
        "① Chuỗi SIPAS gãy ở năm 2022: khảo sát đo thêm khâu chính sách. "
        "Kết quả trước và sau năm này không nối với nhau."
    ]


def test_it_is_told_of_which_years_the_results_are_another_organisations(store):
    text = "STT | Yếu tố | Kết quả\n1 | Chung | 86,50"
    load_satisfaction(store, text, organisation="ha-noi", year=2024)
    load_targets(store, {"title": "Chỉ số SIPAS"})
    reach(store, "Chỉ số SIPAS", {2022: 87.5})
    (one,) = indicators(store.query, "so-van-hoa", "ha-noi")
    assert list(facts.whose(one, {"ha-noi": "Hà Nội"})) == ["Kết quả năm 2024 là của Hà Nội."]
