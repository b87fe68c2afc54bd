"""Which layouts of a template are used, and what room do they leave?"""

from dataclasses import replace
from typing import Any

from pptx.enum.shapes import PP_PLACEHOLDER as PH
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck
from pptx.slide import SlideLayout

from scoring.reports.slides.layout import TITLES, Box, Ground, Heading, box_of, placed

_INCH = 914400
_USUAL = (10 * _INCH, 7.5 * _INCH)
_BODIES = (PH.BODY, PH.OBJECT)
_FOOTERS = (PH.FOOTER, PH.SLIDE_NUMBER)
_FURNITURE = (PH.DATE, PH.FOOTER, PH.SLIDE_NUMBER)
# Their titles stand where nothing fits under them.
_UNSUITED = frozenset(("title", "secHead", "picTx", "objTx", "vertTx", "vertTitleAndTx"))


def ground(deck: Deck) -> Ground:
    """Where the template wants its title, its content and its footer."""
    width, height = int(deck.slide_width or _USUAL[0]), int(deck.slide_height or _USUAL[1])
    layouts = list(deck.slide_layouts)
    content = min(layouts, key=_unsuited)
    cover = next((one for one in layouts if one._element.get("type") == "title"), content)
    scale = min(width / _USUAL[0], height / _USUAL[1])
    edge = int(0.4 * _INCH * scale)
    inner = Box(edge, edge, width - 2 * edge, height - 2 * edge)
    heading = _heading(content, inner, scale)
    title = heading.place
    foot, number = _footer(content, inner, int(0.4 * _INCH * scale))
    body = box_of(placed(deck.slide_master, _BODIES)) or box_of(placed(content, _BODIES))
    area = _inside(body, inner) or inner
    top = max(area.top, title.bottom) if title.top < height // 2 else area.top
    bottom = min(area.bottom, foot.top) if area.bottom > height // 2 else foot.top
    if bottom - top < height // 2:  # the master's text stands somewhere else than the title leaves
        top, bottom = min(title.bottom, height // 3), max(bottom, min(foot.top, inner.bottom))
    return Ground(
        deck,
        cover,
        content,
        scale,
        heading,
        _heading(cover, inner, scale),
        replace(area, top=top, height=bottom - top),
        foot,
        number,
        {kind: shape for kind in _FOOTERS if (shape := placed(content, (kind,)))},
    )


def _unsuited(layout: Any) -> tuple[bool, bool, bool, int]:
    """Sorts layouts: a title, where titles stand, and as little else to fill as can be."""
    kind = layout._element.get("type")
    title: Any = placed(layout, TITLES)
    vertical = title is not None and title._element.ph.get("orient") == "vert"
    others = [
        one
        for one in layout.placeholders
        if one.placeholder_format.type not in (*TITLES, *_FURNITURE)
    ]
    return title is None, kind in _UNSUITED or vertical, kind != "titleOnly", len(others)


def _inside(box: Box | None, inner: Box) -> Box | None:
    """The box as far as it is on the slide; None where hardly anything of it is."""
    if box is None:
        return None
    left, top = max(box.left, 0), max(box.top, 0)
    right = min(box.right, inner.right + inner.left)
    bottom = min(box.bottom, inner.bottom + inner.top)
    if right - left < inner.width // 2 or bottom - top < inner.height // 20:
        return None
    return Box(left, top, right - left, bottom - top)


def _footer(content: SlideLayout, inner: Box, high: int) -> tuple[Box, Box]:
    """A line for the sources, as wide as the number of the slide leaves it, and the number."""
    least = Box(inner.left, inner.bottom - high // 2, inner.width, high)
    usual = replace(least, left=inner.right - 2 * high, width=2 * high)
    number = box_of(placed(content, (PH.SLIDE_NUMBER,))) or usual
    own = box_of(placed(content, (PH.FOOTER,)))
    line = least if own is None or own.top < inner.bottom // 2 else own
    left, right = min(inner.left, line.left), max(inner.right, line.right)
    level = number.top < line.bottom and line.top < number.bottom
    if level and number.left > (left + right) // 2:
        right = number.left
    elif level and number.right < (left + right) // 2:
        left = number.right
    return Box(left, line.top, right - left, max(line.height, high * 3 // 4)), number


def _heading(layout: SlideLayout, inner: Box, scale: float) -> Heading:
    shape = placed(layout, TITLES)
    own = _inside(box_of(shape), inner)
    return Heading(own or inner.upper(72 * scale), _size(shape, layout), own is not None)


def _size(own: Any, layout: SlideLayout) -> float | None:
    """The size of a title's type as layout and master have it, in points."""
    master: Any = layout.slide_master
    holders: tuple[Any, ...] = (own, placed(master, TITLES))
    levels = [
        holder._element.txBody.find(qn("a:lstStyle")) for holder in holders if holder is not None
    ]
    styles = master._element.find(qn("p:txStyles"))
    if styles is not None:
        levels.append(styles.find(qn("p:titleStyle")))
    for level in levels:
        words = None if level is None else level.find(f"{qn('a:lvl1pPr')}/{qn('a:defRPr')}")
        if words is not None and words.get("sz"):
            return int(words.get("sz")) / 100
    return None
