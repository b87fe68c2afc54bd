"""A chart as PowerPoint draws it itself, from a workbook that can be edited."""

from dataclasses import replace
from typing import Any

from pptx.chart.chart import Chart as Drawn
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.slide import Slide
from pptx.util import Emu, Pt

from scoring.reports.blocks import Chart, Form
from scoring.reports.chart_scale import Limits, extent, stacked_ends, widened
from scoring.reports.slides import fitting
from scoring.reports.slides.chart_axes import axes
from scoring.reports.slides.chart_book import book
from scoring.reports.slides.chart_look import look
from scoring.reports.slides.chart_places import label_series, turned_height
from scoring.reports.slides.layout import Box, Ground
from scoring.text.printable import one_line

_TYPES: dict[Form, XL_CHART_TYPE] = {
    "bars": XL_CHART_TYPE.BAR_CLUSTERED,
    "columns": XL_CHART_TYPE.COLUMN_CLUSTERED,
    "stacked bars": XL_CHART_TYPE.BAR_STACKED,
    "stacked columns": XL_CHART_TYPE.COLUMN_STACKED,
    "lines": XL_CHART_TYPE.LINE_MARKERS,
}
_MOST = {"bars": 18, "stacked bars": 18, "columns": 18, "stacked columns": 18, "lines": 40}
_MOST_BARS = 54  # of all series on one slide
_SIZES = (14, 12, 11, 10, 9)
_NAMES = 0.35  # of the width, for the names beside bars
_BESIDE_BARS = 0.15  # of the axis, for a label at its end
_LONGEST = 80  # signs of a name along an axis


def parts(chart: Chart) -> list[tuple[Chart, Limits | None]]:
    """The chart in pieces that are read on a slide each, along one and the same axis."""
    whole = _clean(chart)
    count = len(whole.categories)
    seen = max(1, sum(one.tone != "none" for one in whole.series))
    together = chart.form == "lines" or chart.form.startswith("stacked")
    most = _MOST[chart.form] if together else min(_MOST[chart.form], max(6, _MOST_BARS // seen))
    if all(value is None for one in whole.series for value in one.values):
        return []
    pieces = -(-count // most)
    if pieces == 1:
        return [(whole, None)]
    limits = widened(*extent(whole), fixed=chart.start is not None)
    size = -(-count // pieces)
    return [(_slice(whole, at, at + size), limits) for at in range(0, count, size)]


def draw(
    ground: Ground, slide: Slide, place: Box, chart: Chart, limits: Limits | None = None
) -> None:
    """Put one part of a chart onto a slide."""
    data: Any = CategoryChartData()
    data.categories = [_short(one) for one in chart.categories]
    for series in chart.series:
        data.add_series(series.name, series.values)
    left, top, width, height = map(Emu, (place.left, place.top, place.width, place.height))
    frame: Any = slide.shapes.add_chart(_TYPES[chart.form], left, top, width, height, data)
    frame.name = "Biểu đồ"
    frame._element.nvGraphicFramePr.cNvPr.set("descr", one_line(chart.name))
    drawn = frame.chart
    drawn.part.chart_workbook.update_from_xlsx_blob(book(chart))
    size, level = _size(ground, chart, place)
    drawn.font.size = Pt(size)
    drawn.font.color.theme_color = MSO_THEME_COLOR.TEXT_1
    drawn.has_title = False
    _number_axes(drawn)
    axes(drawn, chart, size, limits=limits or _limits(chart, size, place), level=level)
    _legend(drawn, chart, size)
    _bars(drawn, chart)
    for at, (one, series) in enumerate(zip(drawn.plots[0].series, chart.series, strict=True)):
        look(one, series, chart.form)
        label_series(one, chart, at, size, place)


def _clean(chart: Chart) -> Chart:
    """What is not a number is a gap; texts are what XML can hold."""
    return replace(
        chart,
        categories=tuple(map(one_line, chart.categories)),
        series=tuple(
            replace(
                one,
                name=one_line(one.name),
                values=tuple(
                    None if value is None or value != value else float(value)
                    for value in one.values
                ),
            )
            for one in chart.series
        ),
    )


def _slice(chart: Chart, start: int, end: int) -> Chart:
    return replace(
        chart,
        categories=chart.categories[start:end],
        series=tuple(
            replace(one, values=one.values[start:end], tones=one.tones[start:end])
            for one in chart.series
        ),
    )


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 2].rstrip()} …"


def _limits(chart: Chart, size: float, place: Box) -> Limits | None:
    """The ends of the axis where labels would else run out of the plot; None: as it likes."""
    low, high = extent(chart)
    if chart.form.startswith("stacked"):
        return stacked_ends(chart)
    if low < 0:
        return widened(low, high, fixed=chart.start is not None, room=_BESIDE_BARS)
    turned = turned_height(chart, size, place)
    if not turned:
        return None
    return low, high + (high - low or 1.0) * turned / max(1.0, place.points_high / 2)


def _size(ground: Ground, chart: Chart, place: Box) -> tuple[float, bool]:
    """The largest type in which the names along the axis keep apart, and whether they do."""
    count = len(chart.categories)
    across = chart.form.endswith("bars")
    room = (place.points_high - 60 if across else place.points_wide - 60) / count
    for size in map(ground.points, _SIZES):
        if across:
            beside = place.points_wide * _NAMES
            told = [len(fitting.lines(name, size, beside)) for name in chart.categories]
            if room >= max(told) * size * fitting.LINE * 1.1:
                return size, True
            continue
        words = [word for name in chart.categories for word in name.split()]
        if max(map(fitting.ems, words), default=0) * size <= room:
            return size, True
    return ground.points(_SIZES[-1]), False


def _number_axes(drawn: Drawn) -> None:
    """python-pptx numbers some axes below zero, which the standard does not allow."""
    for element in drawn._chartSpace.iter(qn("c:axId"), qn("c:crossAx")):
        element.set("val", element.get("val").removeprefix("-"))


def _bars(drawn: Drawn, chart: Chart) -> None:
    if chart.form != "lines":
        plot = drawn.plots[0]
        plot.gap_width = 45 if len(chart.categories) > 3 else 120
        plot.overlap = 100 if chart.form.startswith("stacked") else -5


def _legend(drawn: Drawn, chart: Chart, size: float) -> None:
    """Over the plot, where there are several series; bases that are not seen are not named."""
    seen = [one for one in chart.series if one.tone != "none"]
    drawn.has_legend = len(seen) > 1
    if len(seen) < 2:
        return
    legend = drawn.legend
    legend.position = XL_LEGEND_POSITION.TOP
    legend.include_in_layout = False
    legend.font.size = Pt(size)
    after = legend._element.find(qn("c:legendPos"))
    for at, one in reversed(list(enumerate(chart.series))):
        if one.tone == "none":
            entry = f'<c:idx val="{at}"/><c:delete val="1"/>'
            after.addnext(parse_xml(f"<c:legendEntry {nsdecls('c')}>{entry}</c:legendEntry>"))
