"""Do bullets show the result against this year and the end, and which way is better?"""

import pandas as pd
import pytest

from scoring.charts import theme
from scoring.charts.label_rows import LABEL_WIDTH
from scoring.charts.targets import Measure, target_bullets
from scoring.charts.targets_path import Axis, target_path
from tests.charts.material import codes, labels, lines

PERCENT = Measure("%", of_percent=True)
RANKS = Measure("hạng", ranked=True)
LONG = "Tỷ lệ hồ sơ giải quyết trực tuyến trên <b>tổng số</b> hồ sơ của các đơn vị trực thuộc"


def rows(*some, **more):
    blank = {"state": "met", "value": None, "field_size": None, "asked": None, "lower": False}
    named = [
        {
            **blank,
            "key": str(at),
            "head": f"Tên {at}",
            "told": "✓ Đạt",
            "final": 80.0,
            **more,
            **one,
        }
        for at, one in enumerate(some)
    ]
    numbers = dict.fromkeys(("value", "asked", "final", "field_size"), "float64")
    return pd.DataFrame(named).astype(numbers)


def of(figure, name):
    return next(trace for trace in figure.data if trace.name == name)


def ends(trace):
    return [base + length for base, length in zip(trace.base, trace.x, strict=True)]


def test_a_bullet_has_its_result_what_the_year_asks_for_and_the_final_target():
    figure = target_bullets(rows({"value": 82.0, "asked": 75.0}), PERCENT, year=2024)
    track, bar = figure.data[:2]
    assert (ends(track), ends(bar), bar.marker.color) == ([100.0], [82.0], theme.GOOD)
    assert list(of(figure, "Cần đạt năm 2024").x) == [75.0]
    assert list(of(figure, "Chỉ tiêu cuối").x) == [80.0]
    assert codes(bar) == ["0"]
    assert list(figure.layout.xaxis.range) == [0, 100]


def test_a_target_that_is_due_is_marked_once():
    figure = target_bullets(rows({"asked": 80.0}), PERCENT, year=2025)
    assert "Cần đạt năm 2025" not in [trace.name for trace in figure.data]


def test_without_a_result_no_bar_is_drawn_and_no_state_is_green():
    figure = target_bullets(rows({"state": "unknown"}, {"state": "unknown"}), PERCENT, year=2025)
    assert theme.GOOD not in figure.to_json()
    assert len([trace for trace in figure.data if trace.type == "bar"]) == 1  # the track


@pytest.mark.parametrize(
    ("lower", "measure", "symbol"),
    [
        (False, PERCENT, "triangle-right"),
        (True, PERCENT, "triangle-left"),
        (True, RANKS, "triangle-right"),  # the axis itself is turned round
    ],
)
def test_an_arrow_points_to_the_better_side(lower, measure, symbol):
    figure = target_bullets(rows({"lower": lower, "final": 20.0}), measure, year=2025)
    assert figure.data[-1].marker.symbol == symbol


def test_on_an_axis_of_ranks_the_first_place_is_on_the_right():
    ranked = rows({"value": 24.0, "final": 20.0, "field_size": 63.0, "lower": True})
    figure = target_bullets(ranked, RANKS, year=2025)
    assert list(figure.layout.xaxis.range) == [63.0, 1.0]
    assert ends(figure.data[1]) == [24.0]


def test_a_result_above_100_percent_is_not_cut():
    figure = target_bullets(rows({"value": 105.0}), PERCENT, year=2025)
    assert figure.layout.xaxis.range[1] == 105.0


def test_labels_hold_the_word_of_the_state_and_fit_a_phone():
    figure = target_bullets(rows({"head": LONG, "told": "✗ Chưa đạt. Còn thiếu"}), PERCENT, year=1)
    assert labels(figure) == [f"{LONG} ✗ Chưa đạt. Còn thiếu"]
    assert max(map(len, lines(figure))) <= LABEL_WIDTH
    assert "<b>tổng" not in figure.to_json().replace("\\u003c", "<")


WAY = pd.DataFrame(
    {
        "year": [2022, 2025, 2030],
        "value": [60.0, 80.0, 100.0],
        "told": ["", "80 % (2025)", "100 % (2030)"],
        "goal": [False, True, True],
    }
)
RESULTS = pd.DataFrame(
    {
        "year": [2022, 2024, 2025],
        "value": [60.0, 70.0, 81.0],
        "told": ["a", "b", "c"],
        "short": ["60 %", "70 %", "81 %"],
        "entered": [False, True, True],
        "segment": [0, 1, 1],
    }
)
OTHERS = pd.DataFrame({"year": [2023], "value": [70.0], "told": ["70 % (2023), theo 9/KH"]})


def test_the_way_is_straight_through_all_target_years():
    figure = target_path(WAY, RESULTS, OTHERS, Axis("%"), year=2026, needed=(84.0, "cần 84 %"))
    way = of(figure, "Lộ trình qua các năm phải đạt")
    assert list(zip(way.x, way.y, strict=True)) == [(2022, 60), (2025, 80), (2030, 100)]
    needed = of(figure, "Cần đạt năm 2026")
    assert (list(needed.x), list(needed.y), list(needed.text)) == ([2026], [84.0], ["cần 84 %"])
    assert list(of(figure, "Chỉ tiêu của bảng khác").y) == [70.0]


def test_results_stop_at_a_gap_and_entered_ones_are_hollow():
    figure = target_path(WAY, RESULTS, OTHERS, Axis("%"), year=2026, marks=[(2024, "①")])
    first, second = (one for one in figure.data if str(one.name).startswith("Kết quả"))
    assert (list(first.x), list(second.x)) == ([2022], [2024, 2025])
    assert list(second.marker.symbol) == ["circle-open", "circle-open"]
    assert list(second.text) == ["", "81 %"]  # the latest one alone is told
    assert "①" in figure.to_json() or "\\u2460" in figure.to_json()


def test_the_first_rank_stands_at_the_top():
    figure = target_path(WAY, RESULTS, OTHERS, Axis("hạng", ranked=True), year=2025)
    low, high = figure.layout.yaxis.range
    assert low > high


@pytest.mark.parametrize("results", [RESULTS, RESULTS.iloc[:0]])
@pytest.mark.parametrize("way", [WAY, WAY.iloc[:0], WAY.iloc[:1]])
def test_what_is_not_known_is_not_drawn(way, results):
    figure = target_path(way, results, OTHERS.iloc[:0], Axis("%"), year=2024)
    assert figure.layout.height > 0 and figure.layout.separators == ",."


def test_a_unit_printed_in_a_file_is_never_markup_of_a_figure():
    told = {"told": "5 <i>ngày</i>", "short": "5 <i>ngày</i>"}
    path = target_path(
        WAY.assign(told="5 <i>ngày</i>"),
        RESULTS.assign(**told),
        OTHERS.assign(told="5 <i>ngày</i>"),
        Axis("<i>ngày</i>"),
        year=2026,
        needed=(84.0, "cần 5 <i>ngày</i>"),
    )
    bullets = target_bullets(rows({"told": "<i>ngày</i>"}), Measure("<i>ngày</i>"), year=2026)
    for figure in (path, bullets):
        assert "<i>" not in figure.to_json().replace("\\u003c", "<")


def test_a_click_on_one_mark_leaves_the_others_as_they_are():
    figure = target_bullets(rows({"value": 82.0, "asked": 75.0}), PERCENT, year=2024)
    assert {trace.unselected.marker.opacity for trace in figure.data} == {1}
