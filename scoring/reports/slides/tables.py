"""A part of a table as PowerPoint's own table, its header on every slide."""

from collections.abc import Sequence
from typing import Any

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.slide import Slide
from pptx.table import _Cell
from pptx.util import Emu, Pt

from scoring.reports.blocks import Column
from scoring.reports.slides.layout import POINT, Box, Ground
from scoring.reports.slides.table_parts import Part
from scoring.reports.slides.table_widths import ABOVE, SIDE
from scoring.reports.slides.writing import Style, write


def draw(ground: Ground, slide: Slide, place: Box, part: Part, columns: Sequence[Column]) -> None:
    """The part as a native table at the top of the box."""
    count, high = len(part.rows) + 1, int(part.high * POINT)
    left, top, width = Emu(place.left), Emu(place.top), Emu(place.width)
    frame = slide.shapes.add_table(count, len(columns), left, top, width, Emu(high))
    frame.name = "Bảng"
    table: Any = frame.table
    for column, wide in zip(table.columns, part.widths, strict=True):
        column.width = Emu(int(wide * POINT))
    for drawn, row in zip(table.rows, (part.header, *part.rows), strict=True):
        drawn.height = Emu(int(row.high * POINT))
        for cell, text, column in zip(drawn.cells, row.texts, columns, strict=True):
            align = PP_ALIGN.LEFT if column.kind == "text" else PP_ALIGN.RIGHT
            align = PP_ALIGN.CENTER if row is part.header else align
            _fill(ground, cell, text, Style(row.size, bold=row.bold, align=align))


def _fill(ground: Ground, cell: _Cell, text: str, style: Style) -> None:
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    cell.margin_left = cell.margin_right = Pt(SIDE * ground.scale)
    cell.margin_top = cell.margin_bottom = Pt(ABOVE * ground.scale)
    write(cell.text_frame, [(text, style)])
