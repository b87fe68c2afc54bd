"""How does a text get into a shape? Whatever a file holds, as text, in Vietnamese."""

from collections.abc import Iterable
from dataclasses import dataclass

from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.text import MSO_AUTO_SIZE, PP_ALIGN
from pptx.text.text import TextFrame, _Paragraph
from pptx.util import Pt

from scoring.text.printable import one_line

LANGUAGE = "vi-VN"


@dataclass(frozen=True)
class Style:
    """How a paragraph looks. Shape: `size` in points, None: the shape's; `colour` as 'D55E00'."""

    size: float | None = None
    bold: bool = False
    colour: str | None = None
    align: PP_ALIGN | None = None
    after: float = 0.0
    themed: bool = False  # in the theme's own colour of text, also on a shape that has another


def put(frame: TextFrame, paragraphs: Iterable[tuple[str, Style]]) -> None:
    """The paragraphs in place of what the shape has; lines wrap and the shape keeps its size."""
    frame.word_wrap = True
    frame.auto_size = MSO_AUTO_SIZE.NONE
    write(frame, paragraphs)


def write(frame: TextFrame, paragraphs: Iterable[tuple[str, Style]]) -> None:
    """The paragraphs in place of what the shape has, wrapped as the shape is."""
    for at, (text, style) in enumerate(paragraphs):
        paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
        _fill(paragraph, one_line(text), style)


def _fill(paragraph: _Paragraph, text: str, style: Style) -> None:
    if style.align is not None:
        paragraph.alignment = style.align
    if style.after:
        paragraph.space_after = Pt(style.after)
    run = paragraph.add_run()
    run.text = text
    run._r.get_or_add_rPr().set("lang", LANGUAGE)
    if style.size is not None:
        run.font.size = Pt(style.size)
    if style.bold:
        run.font.bold = True
    if style.colour is not None:
        run.font.color.rgb = RGBColor.from_string(style.colour)
    elif style.themed:
        run.font.color.theme_color = MSO_THEME_COLOR.TEXT_1
