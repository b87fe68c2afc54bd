"""The numbers at the bars of a chart: text that follows from cells, with a decimal comma.

A number format alone would show the sign of the computer that the deck is opened on. So a label is
a 'value from cells' (c15:datalabelsRange) of the cells that `chart_book` fills by formula:
PowerPoint writes them anew when the data are edited. Each label keeps its text as well, for
programs that do not know cells as labels.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import escape

from pptx.chart.series import _BaseSeries
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn

from scoring.reports.slides.writing import LANGUAGE

_C15 = 'xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"'
_LABEL = "{CE6537A1-D6FC-4f65-9D91-7224C49458BB}"
_RANGE = "{02D57815-91ED-43cb-92C2-25804820EDAC}"


@dataclass(frozen=True)
class Labels:
    """The labels of one series.

    Shape: `texts` one a category, '' for none; `shown` the places, from 0, that have one;
        `position` as in c:dLblPos; `colours` one a category, None: the chart's own.
    """

    cells: str
    texts: tuple[str, ...]
    shown: frozenset[int]
    position: str
    size: float
    colours: tuple[str | None, ...]
    upright: bool = False


def put(series: _BaseSeries, labels: Labels) -> None:
    """Give the series its labels; those it had are gone."""
    element = series._element
    old = element.get_or_add_dLbls()
    points = [
        _point(at, text, labels) if at in labels.shown else _without(at)
        for at, text in enumerate(labels.texts)
        if text
    ]
    element.replace(old, parse_xml(_all(points, labels)))
    for extensions in element.findall(qn("c:extLst")):
        element.remove(extensions)
    element.append(parse_xml(_cells(labels)))


def hide(series: _BaseSeries) -> None:
    """No labels at this series, whatever the chart's others have."""
    element = series._element
    old = element.get_or_add_dLbls()
    element.replace(old, parse_xml(f'<c:dLbls {nsdecls("c")}><c:delete val="1"/></c:dLbls>'))


def _all(points: Sequence[str], labels: Labels) -> str:
    return (
        f"<c:dLbls {nsdecls('c', 'a')} {_C15}>{''.join(points)}"
        f"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{_type(labels, None)}"
        f'<c:dLblPos val="{labels.position}"/>{_NOTHING}'
        f'<c:extLst><c:ext uri="{_LABEL}"><c15:showDataLabelsRange val="1"/>'
        '<c15:showLeaderLines val="0"/></c:ext></c:extLst></c:dLbls>'
    )


def _point(at: int, text: str, labels: Labels) -> str:
    field = str(uuid5(NAMESPACE_URL, f"{labels.cells} {at}")).upper()
    look = _look(labels, labels.colours[at])
    return (
        f'<c:dLbl><c:idx val="{at}"/><c:tx><c:rich>{_body(labels)}<a:lstStyle/><a:p>'
        f"<a:pPr><a:defRPr{look}</a:defRPr></a:pPr>"
        f'<a:fld id="{{{field}}}" type="CELLRANGE"><a:rPr lang="{LANGUAGE}"{look}</a:rPr>'
        f"<a:pPr><a:defRPr{look}</a:defRPr></a:pPr>"
        f'<a:t>{escape(text)}</a:t></a:fld><a:endParaRPr lang="{LANGUAGE}"/></a:p></c:rich></c:tx>'
        f"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        f'<c:dLblPos val="{labels.position}"/>{_NOTHING}'
        f'<c:extLst><c:ext uri="{_LABEL}"><c15:dlblFieldTable/>'
        '<c15:showDataLabelsRange val="1"/></c:ext></c:extLst></c:dLbl>'
    )


def _without(at: int) -> str:
    return f'<c:dLbl><c:idx val="{at}"/><c:delete val="1"/></c:dLbl>'


def _type(labels: Labels, colour: str | None) -> str:
    look = _look(labels, colour)
    return (
        f"<c:txPr>{_body(labels)}<a:lstStyle/><a:p><a:pPr><a:defRPr{look}</a:defRPr></a:pPr>"
        f'<a:endParaRPr lang="{LANGUAGE}"/></a:p></c:txPr>'
    )


def _body(labels: Labels) -> str:
    turned = ' rot="-5400000" vert="horz"' if labels.upright else ""
    return f'<a:bodyPr{turned} wrap="none" anchor="ctr"/>'


def _look(labels: Labels, colour: str | None) -> str:
    """The rest of an opened tag of run properties: size, and colour within."""
    fill = f'<a:srgbClr val="{colour}"/>' if colour else '<a:schemeClr val="tx1"/>'
    return f' sz="{int(labels.size * 100)}" b="0"><a:solidFill>{fill}</a:solidFill>'


def _cells(labels: Labels) -> str:
    points = "".join(
        f'<c:pt idx="{at}"><c:v>{escape(text)}</c:v></c:pt>'
        for at, text in enumerate(labels.texts)
        if text
    )
    return (
        f'<c:extLst {nsdecls("c")} {_C15}><c:ext uri="{_RANGE}"><c15:datalabelsRange>'
        f'<c15:f>{labels.cells}</c15:f><c15:dlblRangeCache><c:ptCount val="{len(labels.texts)}"/>'
        f"{points}</c15:dlblRangeCache></c15:datalabelsRange></c:ext></c:extLst>"
    )


_NOTHING = "".join(
    f'<c:show{name} val="0"/>'
    for name in ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")
)
