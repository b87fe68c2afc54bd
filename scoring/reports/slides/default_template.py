"""What does a deck look like that no agency's template was given for? Sixteen by nine, plain."""

import re
from functools import cache
from io import BytesIO
from typing import Any

from pptx import Presentation
from pptx.enum.text import MSO_ANCHOR
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.presentation import Presentation as Deck
from pptx.util import Inches, Pt

from scoring.reports.slides.tones import COLOURS, INK, PURPLE

FONT = "Arial"  # on every computer, and with every Vietnamese letter
_WIDTH, _HEIGHT = Inches(13.333), Inches(7.5)
_KEPT = frozenset(("title", "obj", "twoObj", "titleOnly"))
_MARGIN = 0.5
_WIDE = 13.333 - 2 * _MARGIN
# Inches: left, top, width, height.
_PLACES = {
    "title": (_MARGIN, 0.35, _WIDE, 1.0),
    "body": (_MARGIN, 1.5, _WIDE, 5.3),
    "dt": (_MARGIN, 6.95, 1.0, 0.4),
    "ftr": (_MARGIN, 6.95, _WIDE - 1.0, 0.4),
    "sldNum": (_MARGIN + _WIDE - 0.9, 6.95, 0.9, 0.4),
    "ctrTitle": (0.9, 1.9, 11.5, 1.9),
    "subTitle": (0.9, 4.0, 11.5, 1.8),
}
_COLOURS = {
    "dk1": INK,
    "dk2": "1F3A5F",
    "lt2": "EEF2F6",
    "accent1": COLOURS["total"],
    "accent2": COLOURS["loss"],
    "accent3": COLOURS["good"],
    "accent4": COLOURS["accent"],
    "accent5": PURPLE,
    "accent6": COLOURS["neutral"],
    "hlink": COLOURS["total"],
    "folHlink": PURPLE,
}


@cache
def default_template() -> bytes:
    """A .pptx without slides, made once a process."""
    deck = Presentation()
    stretch = int(_WIDTH) / int(deck.slide_width or _WIDTH)
    deck.slide_width, deck.slide_height = _WIDTH, _HEIGHT
    for layout in list(deck.slide_layouts):
        if layout._element.get("type") not in _KEPT:
            deck.slide_layouts.remove(layout)
    master: Any = deck.slide_master
    for shape in master.placeholders:
        _place(shape)
    layouts: Any = deck.slide_layouts
    for layout in layouts:
        for shape in layout.placeholders:
            _settle(shape, stretch)
        _cover(layout)
    _type(master)
    _theme(deck)
    content = BytesIO()
    deck.save(content)
    return content.getvalue()


def _kind(shape: Any) -> str:
    return str(shape._element.ph.get("type", "obj"))


def _place(shape: Any) -> None:
    left, top, width, height = (Inches(one) for one in _PLACES[_kind(shape)])
    shape.left, shape.top, shape.width, shape.height = left, top, width, height


def _settle(shape: Any, stretch: float) -> None:
    """A layout's placeholder: where the master has it, or as wide as the paper became."""
    own = shape._element.spPr.find(qn("a:xfrm"))
    if own is None:
        return
    if _kind(shape) in _PLACES:
        _place(shape)
    else:
        shape.left, shape.width = int(shape.left * stretch), int(shape.width * stretch)
        shape.top, shape.height = Inches(_PLACES["body"][1]), Inches(_PLACES["body"][3])


def _cover(layout: Any) -> None:
    if layout._element.get("type") != "title":
        return
    for shape in layout.placeholders:
        body = shape._element.txBody.find(qn("a:bodyPr"))
        if _kind(shape) == "ctrTitle":
            body.set("anchor", "b")
            _first_level(shape, size=40)
        elif _kind(shape) == "subTitle":
            body.set("anchor", "t")
            _first_level(shape, size=22)


def _first_level(shape: Any, *, size: int) -> None:
    styles = shape._element.txBody.find(qn("a:lstStyle"))
    for level in list(styles):
        styles.remove(level)
    styles.append(
        parse_xml(
            f'<a:lvl1pPr {nsdecls("a")} marL="0" indent="0" algn="l"><a:buNone/>'
            f'<a:defRPr sz="{size}00"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
            "</a:defRPr></a:lvl1pPr>"
        )
    )


def _type(master: Any) -> None:
    """Titles at the left and bold, a bar at the top, the footer small."""
    title = master._element.find(qn("p:txStyles")).find(qn("p:titleStyle")).find(qn("a:lvl1pPr"))
    title.set("algn", "l")
    words = title.find(qn("a:defRPr"))
    words.set("sz", "2600")
    words.set("b", "1")
    for shape in master.placeholders:
        frame = shape.text_frame
        if _kind(shape) == "title":
            frame.vertical_anchor = MSO_ANCHOR.MIDDLE
        elif _kind(shape) in ("ftr", "sldNum"):
            level = shape._element.txBody.find(qn("a:lstStyle")).find(qn("a:lvl1pPr"))
            level.set("algn", "l" if _kind(shape) == "ftr" else "r")
            words = level.find(qn("a:defRPr"))
            words.set("sz", "1000")
            words.replace(words.find(qn("a:solidFill")), parse_xml(_QUIET))
    tree = master.shapes._spTree
    tree.insert(2, parse_xml(_BAR.format(ns=nsdecls("p", "a"), width=_WIDTH, height=Pt(9))))


def _theme(deck: Deck) -> None:
    part = deck.slide_master.part.part_related_by(RT.THEME)
    xml = part.blob.decode("utf-8")
    xml = re.sub(r'<a:font script="[^"]*" typeface="[^"]*"/>', "", xml)
    xml = re.sub(r'<a:latin typeface="Calibri[^"]*"', f'<a:latin typeface="{FONT}"', xml)
    for name, colour in _COLOURS.items():
        replaced = f'<a:{name}><a:srgbClr val="{colour}"/></a:{name}>'
        xml = re.sub(rf"<a:{name}>.*?</a:{name}>", replaced, xml, flags=re.DOTALL)
    part.blob = xml.encode("utf-8")


_QUIET = f'<a:solidFill {nsdecls("a")}><a:srgbClr val="55606B"/></a:solidFill>'
_BAR = (
    "<p:sp {ns}><p:nvSpPr><p:cNvPr id='90' name='Bar'/><p:cNvSpPr/><p:nvPr userDrawn='1'/>"
    "</p:nvSpPr><p:spPr><a:xfrm><a:off x='0' y='0'/><a:ext cx='{width}' cy='{height}'/></a:xfrm>"
    "<a:prstGeom prst='rect'><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val='accent1'/>"
    "</a:solidFill><a:ln><a:noFill/></a:ln></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p>"
    "<a:endParaRPr lang='vi-VN'/></a:p></p:txBody></p:sp>"
)
