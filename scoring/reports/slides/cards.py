"""Figures as cards: a label, the number in large type, what it is compared to."""

import math
from collections.abc import Sequence

from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.slide import Slide
from pptx.util import Emu, Pt

from scoring.reports.blocks import Figure
from scoring.reports.slides import fitting
from scoring.reports.slides.layout import POINT, Box, Ground
from scoring.reports.slides.tones import COLOURS
from scoring.reports.slides.writing import Style, put
from scoring.text.printable import one_line

_MOST_A_ROW = 6
_LEAST_WIDE = 120.0  # points, of slides of the usual size
_GAP = 12.0
_INSET = 10.0
_VALUES = (32, 28, 24, 20, 16, 12)
_LABELS = (14, 13, 12, 11, 10)
_LABEL_LINES, _BESIDE_LINES = 2, 3


def cards(
    ground: Ground, slide: Slide, place: Box, figures: Sequence[Figure]
) -> tuple[float, list[str]]:
    """Draw them at the top of the box; how many points they take, and the texts cut short."""
    gap = _GAP * ground.scale
    fitting_ones = int((place.points_wide + gap) // (_LEAST_WIDE * ground.scale + gap))
    most = max(1, min(_MOST_A_ROW, fitting_ones))
    ranks = math.ceil(len(figures) / most)
    columns = math.ceil(len(figures) / ranks)
    wide = (place.points_wide - gap * (columns - 1)) / columns
    if len(figures) == 1:
        wide = min(wide, place.points_wide / 2)
    told = [_Fitted(ground, figure, wide - 2 * _INSET * ground.scale) for figure in figures]
    high = max(one.high for one in told) + 1.6 * _INSET * ground.scale
    high = min(high, (place.points_high - gap * ranks) / ranks)
    for at, one in enumerate(told):
        row, column = divmod(at, columns)
        left = place.left + int(column * (wide + gap) * POINT)
        top = place.top + int(row * (high + gap) * POINT)
        _draw(ground, slide, Box(left, top, int(wide * POINT), int(high * POINT)), one)
    return ranks * (high + gap), [text for one in told for text in one.cut]


class _Fitted:
    """A figure with the sizes of type at which it fits into its card."""

    def __init__(self, ground: Ground, figure: Figure, width: float) -> None:
        values = [ground.points(one) for one in _VALUES]
        labels = [ground.points(one) for one in _LABELS]
        texts = [one_line(one) for one in (figure.label, figure.shown, figure.beside)]
        limits = [
            (labels, _LABEL_LINES, False),
            (values, 1, True),
            (labels[1:], _BESIDE_LINES, False),
        ]
        self.cut: list[str] = []
        self.told: list[tuple[str, float]] = []
        for text, (sizes, lines, bold) in zip(texts, limits, strict=True):
            found = next(
                (s for s in sizes if len(fitting.lines(text, s, width, bold=bold)) <= lines), None
            )
            size = found or sizes[-1]
            shown = fitting.cut(text, size, width, lines * size * fitting.LINE, bold=bold)
            if shown != text:
                self.cut.append(text)
            self.told.append((shown, size))
        self.high = sum(
            fitting.height(text, size, width, bold=at == 1)
            for at, (text, size) in enumerate(self.told)
            if text
        )


def _draw(ground: Ground, slide: Slide, place: Box, card: _Fitted) -> None:
    shape = slide.shapes.add_shape(
        MSO_SHAPE.RECTANGLE, Emu(place.left), Emu(place.top), Emu(place.width), Emu(place.height)
    )
    shape.name = "Số liệu"
    shape.shadow.inherit = False
    # A shade of the template's own paper, so that its colour of text is read on it.
    shape.fill.solid()
    shape.fill.fore_color.theme_color = MSO_THEME_COLOR.BACKGROUND_1
    shape.fill.fore_color.brightness = -0.05
    shape.line.color.rgb = RGBColor.from_string(COLOURS["track"])
    shape.line.width = Pt(0.75)
    frame = shape.text_frame
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    frame.margin_left = frame.margin_right = Pt(_INSET * ground.scale)
    frame.margin_top = frame.margin_bottom = Pt(2)
    put(
        frame,
        [
            (text, Style(size=size, bold=at == 1, align=PP_ALIGN.LEFT, themed=True))
            for at, (text, size) in enumerate(card.told)
            if text
        ],
    )
