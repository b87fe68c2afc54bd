"""Do the bullets and the trends say of satisfaction what the frame says, and no more?"""

import plotly.graph_objects as go
import pytest

from scoring.charts import theme
from scoring.charts.label_rows import LABEL_WIDTH
from scoring.charts.sipas import STATE_WORDS, factor_bullets, overall_trend
from scoring.charts.years import standing, value_by_year
from tests.charts.material import codes, frame, labels, lines, plain

FACTORS = """
    code | title       | percent | previous_percent | goal  | state   | standing
    1    | Tiếp cận    | 83,99   | 82,5             | 85,99 | short   | Mục tiêu 85,99 %, thiếu 2,00
    2    | Thủ tục     | 88      |                  | 86,04 | met     | Mục tiêu 86,04 %, vượt 1,96
    3    | Công chức   | 85,39   | 84               |       | unknown | Chưa có mục tiêu
    4    | Kết quả     |         | 80,9             | 82,9  | unknown | Mục tiêu 82,90 %
"""
HEAD = "code | title | percent | previous_percent | goal | state | standing"
YEARS = "year | percent\n2022 | 80,08\n2023 | 82,66\n2024 | 83,94"


def bars(figure):
    """The bars of this year by their name in the legend; the tracks behind them have none."""
    return {plain(one.name): one for one in figure.data if one.type == "bar" and one.showlegend}


def marks(figure, name):
    return [one for one in figure.data if one.type == "scatter" and one.name == name]


def by_year(text: str):
    return frame(text).astype({"year": int})


def test_bar_diamond_and_line_are_the_frames_numbers():
    figure = factor_bullets(frame(FACTORS), year=2023)
    assert {name: list(bar.x) for name, bar in bars(figure).items()} == {
        "Năm 2023 (✓ Đạt)": [88],
        "Năm 2023 (✗ Chưa đạt)": [83.99],
        "Năm 2023 (○ Chưa có mục tiêu để so)": [85.39],
    }
    (before,) = marks(figure, "Năm 2022")
    assert list(before.x) == [82.5, 84, 80.9]
    for goal in marks(figure, "Mục tiêu"):
        assert list(goal.x) == [85.99, 86.04, 82.9]


def test_missing_values_draw_nothing():
    figure = factor_bullets(frame(FACTORS), year=2023)
    assert "4" not in [code for bar in bars(figure).values() for code in codes(bar)]
    assert codes(marks(figure, "Năm 2022")[0]) == ["1", "3", "4"]
    assert labels(figure)[3].startswith("Kết quả: –")


def test_a_factor_without_a_target_never_looks_met():
    text = f"{HEAD}\n3 | Công chức | 99 | 84 | | unknown | Chưa có mục tiêu"
    figure = factor_bullets(frame(text), year=2023)
    (name,) = bars(figure)
    assert bars(figure)[name].marker.color == theme.NEUTRAL != theme.GOOD
    assert STATE_WORDS["met"] not in " ".join([name, *labels(figure)])
    assert marks(figure, "Mục tiêu") == []


def test_each_state_has_a_colour_an_icon_and_a_word_of_its_own():
    colours = {bar.marker.color for bar in bars(factor_bullets(frame(FACTORS), year=2023)).values()}
    assert len(colours) == 3
    assert len({word.split()[0] for word in STATE_WORDS.values()}) == len(STATE_WORDS)


def test_the_label_says_value_state_and_reading():
    assert labels(factor_bullets(frame(FACTORS), year=2023))[0] == (
        "Tiếp cận: 83,99 % ✗ Chưa đạt. Mục tiêu 85,99 %, thiếu 2,00"
    )


def test_a_long_sentence_in_brackets_is_wrapped_as_well():
    long = "Mục tiêu 2023: “đạt (bằng mức trung bình của cả nước, không thấp hơn năm trước)”"
    figure = factor_bullets(frame(f"{HEAD}\n1 | Tiếp cận | 80 | | | unknown | {long}"), year=2023)
    assert max(map(len, lines(figure))) <= LABEL_WIDTH
    assert long in labels(figure)[0]


@pytest.mark.parametrize("text", [HEAD, f"{HEAD}\n1 | Tiếp cận | | | | unknown | Chưa có mục tiêu"])
def test_no_factor_and_no_value_are_figures_too(text):
    assert isinstance(factor_bullets(frame(text), year=2023), go.Figure)


def test_the_trend_has_each_year_and_the_step_to_it():
    (line,) = overall_trend(by_year(YEARS), name="Gia Lai").data
    assert (list(line.x), list(line.y)) == (["2022", "2023", "2024"], [80.08, 82.66, 83.94])
    assert [plain(text) for text in line.text] == [
        "80,08 %",
        "82,66 % +2,58 điểm %",  # 82,66 − 80,08
        "83,94 % +1,28 điểm %",
    ]


def test_the_line_is_broken_where_the_survey_changed():
    figure = overall_trend(by_year("year | percent\n2021 | 87,16\n2022 | 80,08"), name="Cả nước")
    assert [list(line.x) for line in figure.data] == [["2021"], ["2022"]]
    assert [plain(line.text[0]) for line in figure.data] == ["87,16 %", "80,08 %"]


def test_a_year_without_a_value_leaves_a_gap():
    (line,) = overall_trend(by_year("year | percent\n2022 | 80\n2023 |\n2024 | 81"), name="X").data
    assert list(line.x) == ["2022", "2024"]
    assert "điểm" not in line.text[1]  # no step over the gap
    (points,) = value_by_year([2022, 2023], [80.0, None]).data
    assert list(points.y) == [80.0, None]


@pytest.mark.parametrize(
    "figure",
    [
        lambda: overall_trend(by_year("year | percent"), name="X"),
        lambda: overall_trend(by_year("year | percent\n2023 |"), name="X"),
        lambda: overall_trend(by_year("year | percent"), name="X", mean=by_year("year | percent")),
        lambda: value_by_year([], []),
        lambda: value_by_year([2023], [None]),
        lambda: standing([], [], own=0),
        lambda: standing(["Cao nhất"], [None], own=0),
    ],
)
def test_no_years_and_no_values_are_figures_too(figure):
    assert isinstance(figure(), go.Figure)


def test_ones_own_bar_stands_out_and_each_says_its_value():
    (bar,) = standing(["Cao nhất", "Bộ Nội vụ", "Trung bình"], [89.95, 84.9, 84.38], own=1).data
    assert list(bar.x) == [89.95, 84.9, 84.38]
    assert list(bar.marker.color) == [theme.NEUTRAL, theme.TOTAL, theme.NEUTRAL]
    assert [plain(text) for text in bar.text] == ["89,95 %", "84,90 %", "84,38 %"]
