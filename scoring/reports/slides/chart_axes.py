"""The axes of a chart: whole numbers along them, which need no decimal sign on any computer."""

from pptx.chart.axis import _BaseAxis
from pptx.chart.chart import Chart as Drawn
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from scoring.reports.blocks import Chart
from scoring.reports.chart_scale import Limits, extent, unit_of, whole_above, whole_below
from scoring.reports.slides.tones import COLOURS, LINES
from scoring.reports.slides.writing import Style, write
from scoring.text.format import axis
from scoring.text.printable import one_line

_FORMATS = {"share": "0%", "change": "+0;−0;0"}
_EVERY_NAME = f'<c:tickLblSkip {nsdecls("c")} val="1"/>'


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
    unit = unit_of(chart, low, high)
    values.major_unit = unit
    # At whole steps: the programs count these from the lower end.
    start = low if chart.start is None else chart.start
    if chart.start is not None or limits:
        start = values.minimum_scale = whole_below(start, unit)
    if limits:
        values.maximum_scale = whole_above(high, unit)
    if named := axis(chart.axis, start if chart.start else None):
        _named(values, named, size)


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
