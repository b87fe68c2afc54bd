"""The axes of a chart: whole numbers along them, which need no decimal sign on any computer."""

import math

from pptx.chart.axis import _BaseAxis
from pptx.chart.chart import Chart as Drawn
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from scoring.reports.blocks import Chart
from scoring.reports.slides.tones import COLOURS, LINES
from scoring.reports.slides.writing import Style, write
from scoring.text.printable import one_line

Limits = tuple[float, float]
_STEPS = 6  # of the axis, about
_FORMATS = {"share": "0%", "change": "+0;−0;0"}
_EVERY_NAME = f'<c:tickLblSkip {nsdecls("c")} val="1"/>'
_NOISE = 9  # decimals of a number of steps: sums of bars are not exact
_ROOM = 0.08  # of the range, over the highest value for its label


def axes(drawn: Drawn, chart: Chart, size: float, *, limits: Limits | None, level: bool) -> None:
    """Give the chart its axes.

    Shape: `limits` are the ends of the axis of values, None: as the program likes; `level`: the
        names along the axis are not turned.
    """
    _categories(drawn, chart, size, level=level)
    values = drawn.value_axis
    values.has_minor_gridlines = False
    values.has_major_gridlines = True
    lines = values.major_gridlines.format.line
    lines.color.rgb, lines.width = RGBColor.from_string(LINES), Pt(0.5)
    values.format.line.fill.background()
    values.major_tick_mark = values.minor_tick_mark = XL_TICK_MARK.NONE
    values.tick_labels.font.size = Pt(size)
    values.tick_labels.number_format = _FORMATS.get(chart.kind, "0")
    values.tick_labels.number_format_is_linked = False
    low, high = limits or extent(chart)
    unit = step(high - low, least=0.01 if chart.kind == "share" else 1.0)
    values.major_unit = unit
    # At whole steps: the programs count these from the lower end.
    if chart.start is not None or limits:
        start = low if chart.start is None else chart.start
        values.minimum_scale = math.floor(round(start / unit, _NOISE)) * unit
    if limits:
        values.maximum_scale = math.ceil(round(high / unit, _NOISE)) * unit
    if chart.axis:
        _named(values, chart.axis, size)


def extent(chart: Chart) -> Limits:
    """The lowest and the highest point that the chart draws, with its start; (0, 1) of none."""
    columns = zip(*(one.values for one in chart.series), strict=True)
    stacked = chart.form.startswith("stacked")
    found = [
        told
        for column in columns
        for values in [[value for value in column if value is not None]]
        for told in ([sum(values)] if stacked and values else values)
    ]
    if not found:
        return chart.start or 0.0, (chart.start or 0.0) + 1.0
    low = chart.start if chart.start is not None else min(0.0, *found)
    return low, max(low, *found)


def widened(low: float, high: float, *, fixed: bool, room: float = _ROOM) -> Limits:
    """Limits with room for labels at both ends, a part of the range; `fixed`: the low end stays."""
    room *= high - low or 1.0
    return low if fixed or low == 0 else low - room, high + room


def step(span: float, *, least: float) -> float:
    """1, 2 or 5 times a power of ten that parts the span into about six, and at least `least`."""
    if not span > 0:
        return least
    rough = span / _STEPS
    power = 10.0 ** math.floor(math.log10(rough))
    found = next(times * power for times in (1, 2, 5, 10) if times * power >= rough * 0.999)
    return max(found, least)


def _categories(drawn: Drawn, chart: Chart, size: float, *, level: bool) -> None:
    names = drawn.category_axis
    names.has_major_gridlines = False
    names.major_tick_mark = names.minor_tick_mark = XL_TICK_MARK.NONE
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW  # bars under zero must not cover them
    names.tick_labels.font.size = Pt(size)
    names.format.line.color.rgb = RGBColor.from_string(COLOURS["neutral"])
    if chart.form.endswith("bars"):
        names.reverse_order = True  # the first on top
        # The numbers of the values stay below.
        drawn.value_axis._element.find(qn("c:crosses")).set("val", "max")
    if chart.form != "lines":
        names._element.find(qn("c:lblOffset")).addnext(parse_xml(_EVERY_NAME))
    if level and not chart.form.endswith("bars"):
        body = names._element.find(qn("c:txPr")).find(qn("a:bodyPr"))
        body.set("rot", "0")
        body.set("vert", "horz")


def _named(axis: _BaseAxis, name: str, size: float) -> None:
    axis.has_title = True
    write(axis.axis_title.text_frame, [(one_line(name), Style(size=size))])
    axis.axis_title.text_frame.paragraphs[0].runs[0].font.bold = False
