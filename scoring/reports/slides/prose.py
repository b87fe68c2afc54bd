"""Sentences on a slide: over a chart, beside it, or alone on as many slides as they take."""

from collections.abc import Sequence

from pptx.slide import Slide

from scoring.reports.slides import fitting
from scoring.reports.slides.layout import Box, Ground
from scoring.reports.slides.pages import INSET, box
from scoring.reports.slides.writing import Style, put
from scoring.text.printable import one_line

_AFTER = 0.5  # of a line, between two sentences
_OVER = (18, 16, 14)
_OVER_LINES = 4
_BESIDE = (18, 16, 15, 14, 13, 12)
_ALONE = (24, 22, 20, 18, 16)


def needed(sentences: Sequence[str], size: float, width: float) -> float:
    """Points that the sentences take at this width of their box."""
    inner = width - INSET
    texts = sum(fitting.height(one_line(one), size, inner) for one in sentences)
    return texts + _AFTER * size * len(sentences) + INSET / 2


def over(ground: Ground, sentences: Sequence[str], place: Box) -> tuple[float, float] | None:
    """The size of type and the height of a few lines over a chart; None where it takes more."""
    for size in map(ground.points, _OVER):
        high = needed(sentences, size, place.points_wide)
        if high <= _OVER_LINES * size * fitting.LINE + INSET:
            return size, high
    return None


def inside(
    ground: Ground, sentences: Sequence[str], place: Box, *, alone: bool = False
) -> float | None:
    """The largest size of type at which the box holds them."""
    for size in map(ground.points, _ALONE if alone else _BESIDE):
        if needed(sentences, size, place.points_wide) <= place.points_high:
            return size
    return None


def parts(ground: Ground, sentences: Sequence[str], place: Box) -> tuple[float, list[list[str]]]:
    """The sentences on slides of their own, cut between lines where one is longer than a slide."""
    size = inside(ground, sentences, place, alone=True)
    if size:
        return size, [list(sentences)]
    size = ground.points(_ALONE[-1])
    most = max(1, int((place.points_high - INSET) / (size * fitting.LINE)) - 2)
    pieces = [
        " ".join(found[at : at + most])
        for one in sentences
        for found in [fitting.lines(one_line(one), size, place.points_wide - INSET)]
        for at in range(0, len(found), most)
    ]
    slides: list[list[str]] = [[]]
    for piece in pieces:
        if slides[-1] and needed([*slides[-1], piece], size, place.points_wide) > place.points_high:
            slides.append([])
        slides[-1].append(piece)
    return size, slides


def prose(slide: Slide, place: Box, sentences: Sequence[str], size: float) -> None:
    """Write them into a text box."""
    style = Style(size=size, after=_AFTER * size)
    put(box(slide, place, "Nhận xét").text_frame, [(one, style) for one in sentences])
