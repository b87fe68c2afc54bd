"""Does a chart on a slide hold exactly the numbers of its screen, in its XML and its workbook?"""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pptx.oxml.ns import qn

from scoring.charts import theme
from scoring.reports.blocks import Chart, Screen, Series, written
from scoring.reports.chart_scale import step
from scoring.reports.slides import tones
from scoring.reports.slides.chart_book import formula, label
from tests.reports.slides_material import (
    BARS,
    FALLS,
    UNITS,
    WATERFALL,
    cached,
    charts,
    made,
    names,
    sheet,
    shown,
)

NUMBERS = st.none() | st.floats(-1e6, 1e6)
FORMS = ("bars", "columns", "stacked bars", "stacked columns", "lines")


@st.composite
def drawn_by_chance(draw):
    count = draw(st.integers(1, 45))
    column = st.lists(NUMBERS, min_size=count, max_size=count).map(tuple)
    values = draw(st.lists(column, min_size=1, max_size=3))
    tone = st.sampled_from(["loss", "good", "total", "neutral", "accent", "none"])
    words = st.text(max_size=90)
    return Chart(
        form=draw(st.sampled_from(FORMS)),
        name=draw(words),
        categories=tuple(draw(st.lists(words, min_size=count, max_size=count))),
        series=tuple(Series(draw(words), one, draw(tone)) for one in values),
        kind=draw(st.sampled_from(["points", "percent", "share", "change", "integer", "number"])),
        start=draw(st.none() | st.just(0.0)),
    )


@settings(max_examples=40)
@given(drawn_by_chance())
def test_every_number_is_in_the_xml_and_in_the_workbook_to_the_last_digit(chart):
    found = list(charts(made(Screen("x", "x", "Một thông điệp", chart=chart))))
    if all(value is None for series in chart.series for value in series.values):
        assert found == []
        return
    for at, series in enumerate(chart.series):
        assert [value for one in found for value in cached(one)[at][1]] == list(series.values)
        rows = [row for one in found for row in sheet(one)[1:]]
        assert [row[1 + at] for row in rows] == list(series.values)
        told = [label(value, chart.kind) for value in series.values]
        assert [row[1 + len(chart.series) + at] or "" for row in rows] == told


def test_names_are_texts_never_formulas():
    (chart,) = charts(made(UNITS))
    assert names(chart) == list(BARS.categories)
    assert [row[0] for row in sheet(chart, values=False)[1:]] == list(BARS.categories)
    assert sheet(chart)[3][:2] == ("=SUM(A1:A9)", None)  # a formula would have no value


def test_labels_have_a_decimal_comma_and_follow_from_cells():
    (chart,) = charts(made(UNITS))
    assert shown(chart) == [{0: "3,275", 1: "0,30"}]
    xml = chart.part.blob.decode()
    assert "<c15:f>Sheet1!$C$2:$C$4</c15:f>" in xml
    assert 'type="CELLRANGE"' in xml and '<c15:showDataLabelsRange val="1"/>' in xml
    assert [row[2] for row in sheet(chart, values=False)[1:]] == [
        formula(cell, "points") for cell in ("B2", "B3", "B4")
    ]


def test_a_waterfall_stands_on_a_base_that_is_neither_seen_nor_named():
    (chart,) = charts(made(FALLS))
    base, loss, total = chart.plots[0].series
    assert chart.plots[0].overlap == 100
    assert base._element.spPr.find(qn("a:noFill")) is not None
    entries = chart.legend._element.findall(qn("c:legendEntry"))
    assert [one.find(qn("c:idx")).get("val") for one in entries] == ["0"]
    assert loss.points[3].format.fill.fore_color.rgb.__str__() == tones.COLOURS["good"]
    assert cached(chart)[0][1] == WATERFALL.series[0].values


def test_the_losses_are_written_under_their_bars_and_no_base_is():
    (chart,) = charts(made(FALLS))
    under, inside, ends = shown(chart)
    assert under == {1: "7,31", 2: "3,42", 3: "5,34"}
    assert inside == {}
    assert ends == {0: "100,00", 4: "83,93"}


def test_labels_stand_only_where_the_kind_of_chart_allows_them():
    allowed = {"bars": "outEnd", "columns": "outEnd", "lines": "t"}
    for form in FORMS:
        chart = Chart(form, "x", ("a", "b"), (Series("s", (1.0, 2.0)), Series("t", (2.0, 1.0))))
        (drawn,) = charts(made(Screen("x", "x", "y", chart=chart)))
        places = set(re.findall(r'dLblPos val="(\w+)"', drawn.part.blob.decode()))
        assert places == {allowed.get(form, "ctr")}


def test_children_stand_in_the_order_of_the_standard():
    order = ["idx", "delete", "layout", "tx", "numFmt", "spPr", "txPr", "dLblPos"]
    order += [f"show{one}" for one in ("LegendKey", "Val", "CatName", "SerName", "Percent")]
    order += ["showBubbleSize", "separator", "extLst"]
    of_series = ["idx", "order", "tx", "spPr", "invertIfNegative", "marker", "dPt", "dLbls"]
    of_series += ["cat", "val", "smooth", "extLst"]
    for chart in charts(made(FALLS, UNITS)):
        root = chart._chartSpace
        for name, wanted in (("dLbl", order), ("dLbls", ["dLbl", *order]), ("ser", of_series)):
            for one in root.iter(qn(f"c:{name}")):
                places = [wanted.index(child.tag.partition("}")[2]) for child in one]
                assert places == sorted(places), name
        assert all(int(one.get("val")) > 0 for one in root.iter(qn("c:axId")))


@pytest.mark.parametrize("form", ["bars", "columns"])
def test_a_chart_of_forty_units_goes_on_along_the_same_axis(form):
    values = tuple(5 - at / 10 for at in range(40))
    chart = Chart(form, "x", tuple(f"Sở {at}" for at in range(40)), (Series("s", values),))
    found = list(charts(made(Screen("x", "x", "y", chart=chart))))
    assert len(found) == 3
    assert [value for one in found for value in cached(one)[0][1]] == list(values)
    ends = {(one.value_axis.minimum_scale, one.value_axis.maximum_scale) for one in found}
    assert len(ends) == 1


def test_axes_have_whole_numbers():
    for chart in charts(made(FALLS, UNITS)):
        assert chart.value_axis.major_unit == int(chart.value_axis.major_unit) > 0
        assert chart.value_axis.tick_labels.number_format == "0"
    assert [step(span, least=1.0) for span in (0.0, 0.3, 7.0, 30.0, 100.0, 65_000.0)] == [
        *(1.0, 1.0, 2.0, 5.0, 20.0, 20_000.0),
    ]


@pytest.mark.parametrize(
    ("total", "start", "ends"),
    [
        (100.0, 70.0, (70.0, 100.0)),  # no point above those that there are
        (100.0, 0.0, (0.0, 100.0)),
        (66.27, 0.0, (0.0, 80.0)),
        (100.0, 95.5, (95.0, 100.0)),  # whole numbers that are what they say
    ],
)
def test_the_axis_of_a_waterfall_ends_at_its_total_or_the_next_step(total, start, ends):
    lost = 1.1 + 2.2  # and what is left: their sum is not the total to the last digit
    base = Series("Nền", (None, total - lost, None), "none", labelled=False)
    falls = Series("Điểm mất", (None, lost, None), "loss")
    points = Series("Điểm", (total, None, total - lost), "total")
    names = ("Điểm tối đa", "9 Điều tra", "Kết quả")
    chart = Chart("stacked columns", "x", names, (base, falls, points), start=start)
    (drawn,) = charts(made(Screen("x", "x", "y", chart=chart)))
    axis = drawn.value_axis
    assert (axis.minimum_scale, axis.maximum_scale) == ends
    told = axis.axis_title.text_frame.text if axis.has_title else ""
    assert told == (f"trục bắt đầu từ {ends[0]:.0f}" if start else "")


def test_a_sum_of_bars_a_breath_above_its_total_does_not_add_a_step():
    base, falls = Series("Nền", (92.69000000000001, 10.0), "none"), Series("x", (7.31, 1.0))
    chart = Chart("stacked columns", "x", ("a", "b"), (base, falls), start=70.0)
    assert base.values[0] + falls.values[0] > 100.0
    (drawn,) = charts(made(Screen("x", "x", "y", chart=chart)))
    assert drawn.value_axis.maximum_scale == 100.0


def test_an_axis_under_zero_has_its_zero_among_the_numbers_and_room_for_labels():
    values = (1.23, -0.31, -2.5)
    chart = Chart("bars", "x", ("a", "b", "c"), (Series("s", values),), kind="change")
    (drawn,) = charts(made(Screen("x", "x", "y", chart=chart)))
    axis = drawn.value_axis
    assert (axis.minimum_scale, axis.maximum_scale, axis.major_unit) == (-4.0, 2.0, 1.0)


def test_the_colours_are_those_of_the_pages():
    same = {"loss": theme.LOSS, "good": theme.GOOD, "total": theme.TOTAL, "accent": theme.LINE}
    for tone, colour in (same | {"neutral": theme.NEUTRAL}).items():
        assert f"#{tones.COLOURS[tone]}" == colour
    assert f"#{tones.PURPLE}" == theme.PURPLE


@pytest.mark.parametrize("kind", ["points", "percent", "share", "change", "integer", "number"])
@pytest.mark.parametrize("value", [0.0, 3.42, -0.125, 16.084, 999.996, 1234.5, -98765.4])
def test_a_label_is_the_number_as_the_page_writes_it(kind, value):
    unit = {"percent": "\u00a0%", "share": "\u00a0%", "change": " điểm\u00a0%"}.get(kind, "")
    told = label(value, kind)
    assert written(value, kind) in (f"{told}{unit}", told)
