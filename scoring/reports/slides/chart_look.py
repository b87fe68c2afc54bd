"""What the bars and lines of a chart look like: the colour of what they say."""

from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_MARKER_STYLE
from pptx.enum.dml import MSO_LINE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from scoring.reports.blocks import Form, Series
from scoring.reports.slides.tones import COLOURS


def look(drawn: Any, series: Series, form: Form) -> None:
    """Colour a series and those of its points that have a colour of their own."""
    if form == "lines":
        _line(drawn, series)
        return
    if series.tone == "none":
        drawn.format.fill.background()
        drawn.format.line.fill.background()
        return
    drawn.format.fill.solid()
    drawn.format.fill.fore_color.rgb = RGBColor.from_string(COLOURS[series.tone])
    for at, tone in enumerate(series.tones):
        if tone == series.tone or series.values[at] is None:
            continue
        point = drawn.points[at]
        if tone == "none":
            point.format.fill.background()
        else:
            point.format.fill.solid()
            point.format.fill.fore_color.rgb = RGBColor.from_string(COLOURS[tone])
    for point in drawn._element.findall(qn("c:dPt")):
        # Without it PowerPoint paints a point under zero white.
        point.find(qn("c:idx")).addnext(parse_xml(f'<c:invertIfNegative {nsdecls("c")} val="0"/>'))


def _line(drawn: Any, series: Series) -> None:
    drawn.smooth = False
    line = drawn.format.line
    if series.tone == "none":
        line.fill.background()
    else:
        line.color.rgb = RGBColor.from_string(COLOURS[series.tone])
        line.width = Pt(2.25)
    if series.tone == "none" or not series.labelled:
        drawn.marker.style = XL_MARKER_STYLE.NONE
        if series.tone != "none":
            line.dash_style = MSO_LINE.DASH
        return
    drawn.marker.style, drawn.marker.size = XL_MARKER_STYLE.CIRCLE, 8
    drawn.marker.format.fill.solid()
    drawn.marker.format.fill.fore_color.rgb = RGBColor.from_string(COLOURS[series.tone])
    drawn.marker.format.line.fill.background()
