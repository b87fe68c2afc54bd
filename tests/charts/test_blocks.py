"""Does the chart of a screen show exactly its numbers, on a phone and on a wall?"""

import json
import math

import pytest
from hypothesis import given, settings

from scoring.charts.blocks import WIDE, figure
from scoring.reports.blocks import Chart, Series, written
from tests.charts.material import plain
from tests.reports.slides_material import BARS, WATERFALL
from tests.reports.test_slides_charts import drawn_by_chance

SIZES = (13, 24)


def values(trace, form: str, size: int) -> list[float | None]:
    told = trace.y if form == "lines" or (size >= WIDE and form.endswith("columns")) else trace.x
    return [None if one is None or math.isnan(one) else one for one in told]


@pytest.mark.parametrize("size", SIZES)
@settings(max_examples=30)
@given(drawn_by_chance())
def test_every_number_that_is_seen_is_drawn_and_told(size: int, chart: Chart) -> None:
    shown = [one for one in chart.series if one.tone != "none"]
    drawn = figure(chart, size=size)
    assert [trace.name for trace in drawn.data] == [one.name for one in shown]
    for trace, series in zip(drawn.data, shown, strict=True):
        assert values(trace, chart.form, size) == list(series.values)
        for value, told in zip(series.values, trace.hovertext, strict=True):
            said = written(value, chart.kind).replace("\u00a0", " ")
            assert value is None or plain(told).endswith(f": {said}")


@pytest.mark.parametrize("size", SIZES)
def test_a_waterfall_falls_from_each_bar_to_the_next(size: int) -> None:
    lost, ends = figure(WATERFALL, size=size).data
    assert list(lost.base)[1:4] == [92.69, 89.27, 83.93]
    assert [ends.base[0], ends.base[-1]] == [0.0, 0.0]
    assert [text for text in lost.text if text] == ["7,31", "3,42", "5,34"]
    assert list(lost.marker.color)[1:4] == ["#D55E00", "#D55E00", "#00795A"]


@pytest.mark.parametrize("size", SIZES)
def test_all_text_has_the_size_asked_for_and_a_decimal_comma(size: int) -> None:
    for chart in (WATERFALL, BARS):
        layout = figure(chart, size=size).layout
        assert layout.font.size == size and layout.separators == ",."
        smaller = [layout.xaxis.tickfont.size, layout.yaxis.tickfont.size, layout.legend.font.size]
        assert [one for one in smaller if one is not None and one < size] == []


def test_columns_lie_where_a_phone_may_read_them_and_stand_on_a_wall() -> None:
    assert {trace.orientation for trace in figure(WATERFALL).data} == {"h"}
    assert "h" not in {trace.orientation for trace in figure(WATERFALL, size=24).data}


def test_names_are_text_and_no_markup() -> None:
    for size in SIZES:
        told = json.dumps(figure(BARS, size=size).to_plotly_json(), default=str, ensure_ascii=False)
        assert "<b>Sở &" not in told and "&lt;b&gt;Sở &amp; Y tế" in told


def test_an_axis_that_does_not_start_at_nought_says_so() -> None:
    assert figure(WATERFALL).layout.xaxis.title.text == "điểm; trục bắt đầu từ 70"
    assert figure(BARS).layout.xaxis.title.text == "điểm"


def test_what_is_missing_is_told_and_leaves_a_gap_in_a_line() -> None:
    labels = [plain(note.text) for note in figure(BARS).layout.annotations]
    assert labels[-1] == "=SUM(A1:A9): –"
    line = Chart("lines", "x", ("1", "2", "3"), (Series("s", (1.0, None, 3.0)),))
    assert figure(line).data[0].connectgaps is False


def test_bars_of_one_stack_stand_on_each_other_below_nought_apart() -> None:
    series = (Series("p", (2.0,)), Series("q", (-1.0,)), Series("r", (3.0,)))
    chart = Chart("stacked bars", "x", ("a",), series)
    assert [trace.base[0] for trace in figure(chart).data] == [0.0, 0.0, 2.0]


def test_a_height_that_is_asked_for_is_kept() -> None:
    assert figure(BARS, size=24, height=700).layout.height == 700
