"""The PowerPoint file of a review meeting: its screens as slides, chosen and in order."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from pptx.enum.shapes import PP_PLACEHOLDER as PH

from scoring.reports.blocks import Screen
from scoring.reports.slides import fitting, notes
from scoring.reports.slides.arrangement import slides
from scoring.reports.slides.ground import ground
from scoring.reports.slides.layout import Ground, box_of, placed
from scoring.reports.slides.pages import INSET, box, drop_empty, titled
from scoring.reports.slides.template import opened
from scoring.reports.slides.writing import LANGUAGE, Style, put
from scoring.text.printable import one_line

COVER = "bia"
_SIZES = (24, 22, 20, 18, 16, 14, 12)


def deck(
    screens: Sequence[Screen],
    *,
    body: str,
    template: bytes | None = None,
    chosen: Sequence[str] | None = None,
) -> bytes:
    """A .pptx of the screens, a slide each and more where a table or a text goes on.

    Shape: `body` is whose meeting it is; `template` an agency's own file, whose master, layouts,
        fonts and size are used; `chosen` the keys of the wanted screens in their order, None: all.
    Raises: TemplateProblem for a template that cannot be used; KeyError for a key that no screen
        has; ValueError where nothing is left to show.
    """
    wanted = _wanted(screens, chosen)
    made = opened(template)
    place = ground(made)
    for screen in wanted:
        if screen.key == COVER:
            _cover(place, screen, body)
        else:
            slides(place, screen)
    properties = made.core_properties
    properties.title = one_line(wanted[0].message)[:255]
    properties.author, properties.language = one_line(body)[:255], LANGUAGE
    content = BytesIO()
    made.save(content)
    return content.getvalue()


def _wanted(screens: Sequence[Screen], chosen: Sequence[str] | None) -> list[Screen]:
    known = {one.key: one for one in screens}
    keys = list(known) if chosen is None else list(chosen)
    missing = [key for key in keys if key not in known]
    if missing:
        raise KeyError(f"no screen {', '.join(missing)}; there are {', '.join(known)}")
    if not keys:
        raise ValueError("no screen to show")
    return [known[key] for key in keys]


def _cover(place: Ground, screen: Screen, body: str) -> None:
    """The title of the meeting, whose it is, and the day, where the template's cover has them."""
    slide = place.deck.slides.add_slide(place.cover)
    title, whose = one_line(screen.message), one_line(body)
    cut = [] if titled(place, slide, place.headline, title) else [title]
    said = [one_line(one) for one in screen.sentences]
    if not any(whose.casefold() in one.casefold() for one in said):
        said.insert(0, whose)
    shape: Any = placed(slide, (PH.SUBTITLE,)) or placed(slide, (PH.BODY, PH.OBJECT))
    shape = shape or box(slide, place.area, "Cơ quan")
    room = box_of(shape) or place.area
    width, high = room.points_wide - INSET, room.points_high - INSET / 2
    sizes = [place.points(one) for one in _SIZES]
    size = fitting.largest(sizes, said, width, high)
    if size is None:
        size = sizes[-1]
        cut += said
        said = [fitting.cut("; ".join(said), size, width, high)]
    put(shape.text_frame, [(one, Style(size=size)) for one in said])
    drop_empty(slide)
    notes.speak(slide, notes.lines(screen, None, cut))
