"""One slide: its title as a title, its sources and number at the foot, nothing left empty."""

from collections.abc import Sequence
from typing import Any

from pptx.enum.shapes import PP_PLACEHOLDER as PH
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.shapes.autoshape import Shape
from pptx.shapes.base import BaseShape
from pptx.slide import Slide
from pptx.util import Emu

from scoring.reports.slides import fitting
from scoring.reports.slides.layout import Box, Ground, Heading
from scoring.reports.slides.writing import LANGUAGE, Style, put
from scoring.text.printable import one_line

CONTINUED = " (tiếp)"
INSET = 14.4  # points that a text keeps from both sides of its box together
_TITLE_SIZES = (40, 36, 32, 28, 26, 24, 22, 20, 18, 16, 14)
_FOOT_SIZES = (10, 9, 8)
_NUMBER = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"


def page(
    ground: Ground, message: str, sources: Sequence[str], *, continued: bool = False
) -> tuple[Slide, list[str]]:
    """A slide with title and foot, and the texts that were cut to fit, whole."""
    slide = ground.deck.slides.add_slide(ground.content)
    told = one_line(message) + (CONTINUED if continued else "")
    whole = titled(ground, slide, ground.title, told)
    drop_empty(slide)
    _foot(ground, slide, sources)
    _number(ground, slide)
    return slide, [] if whole else [told]


def drop_empty(slide: Slide) -> None:
    """Take out placeholders that nothing was written into: they would ask to be filled."""
    for shape in list(slide.placeholders):
        if not shape.has_text_frame or not shape.text_frame.text:
            shape._element.getparent().remove(shape._element)


def box(slide: Slide, place: Box, name: str) -> Shape:
    """An empty text box."""
    left, top, width, height = map(Emu, (place.left, place.top, place.width, place.height))
    left, top, width, height = map(Emu, (place.left, place.top, place.width, place.height))
    made = slide.shapes.add_textbox(left, top, width, height)
    made.name = name
    return made


def stand(shape: BaseShape, place: Box) -> None:
    """Put a shape into a box."""
    shape.left, shape.top = Emu(place.left), Emu(place.top)
    shape.width, shape.height = Emu(place.width), Emu(place.height)


def titled(ground: Ground, slide: Slide, heading: Heading, text: str) -> bool:
    """Write the title where the layout has it, as large as it fits; whether all of it does."""
    shape: Any = slide.shapes.title or _added_title(slide)
    if not heading.own:
        stand(shape, heading.place)
    top = heading.size or ground.points(26)
    sizes = [top, *(one for one in map(ground.points, _TITLE_SIZES) if one < top)]
    width, high = heading.place.points_wide - INSET, heading.place.points_high - INSET / 2
    size = fitting.largest(sizes, [text], width, high, bold=True)
    told = text if size else fitting.cut(text, sizes[-1], width, high, bold=True)
    shown = None if size == heading.size else size or sizes[-1]
    put(shape.text_frame, [(told, Style(size=shown))])
    return told == text


def _added_title(slide: Slide) -> BaseShape | None:
    """A title on a slide whose layout has none, so that the outline shows it."""
    tree = slide.shapes._spTree
    tree.add_placeholder(slide.shapes._next_shape_id, "Title", PH.TITLE, "horz", "full", 0)
    return slide.shapes.title


def _foot(ground: Ground, slide: Slide, sources: Sequence[str]) -> None:
    if not sources:
        return
    shape = _furniture(ground, slide, PH.FOOTER) or box(slide, ground.foot, "Nguồn")
    place = ground.foot
    stand(shape, place)
    width, high = place.points_wide - INSET, place.points_high
    sizes = [ground.points(one) for one in _FOOT_SIZES]
    for count in range(len(sources), 0, -1):
        text = _told(sources, count)
        size = fitting.largest(sizes, [text], width, high)
        if size:
            break
    else:
        size = sizes[-1]
        text = fitting.cut(text, size, width, high)
    frame = shape.text_frame
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    frame.margin_top = frame.margin_bottom = 0
    put(frame, [(text, Style(size=size, align=PP_ALIGN.LEFT))])


def _told(sources: Sequence[str], count: int) -> str:
    """The first sources, and how many more the notes have."""
    told = "; ".join(map(one_line, sources[:count]))
    more = len(sources) - count
    return f"Nguồn: {told}" + (f"; và {more} nguồn khác (xem ghi chú)" if more else "")


def _number(ground: Ground, slide: Slide) -> None:
    own = _furniture(ground, slide, PH.SLIDE_NUMBER)
    shape = own or box(slide, ground.number, "Số trang")
    paragraph = shape.text_frame.paragraphs[0]
    at = len(ground.deck.slides)
    size = "" if own is not None else f' sz="{int(ground.points(10) * 100)}"'
    if own is None:
        paragraph.alignment = PP_ALIGN.RIGHT
    paragraph._p.append(
        parse_xml(
            f'<a:fld {nsdecls("a")} id="{_NUMBER}" type="slidenum">'
            f'<a:rPr lang="{LANGUAGE}"{size}/><a:t>{at}</a:t></a:fld>'
        )
    )


def _furniture(ground: Ground, slide: Slide, kind: PH) -> Any:
    """The layout's footer or number on this slide: PowerPoint, too, copies them one by one."""
    pattern: Any = ground.footers.get(kind)
    if pattern is None:
        return None
    slide.shapes.clone_placeholder(pattern)
    return slide.shapes[len(slide.shapes) - 1]
