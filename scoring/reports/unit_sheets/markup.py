"""Paragraphs and tables of a page whose height is known, as WordprocessingML.

A table is written as one text and parsed once: python-docx looks every cell up anew, which takes
longer than everything else together. Lines have an exact height, so that a page can be counted.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal
from xml.sax.saxutils import escape

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from scoring.reports.official import printable
from scoring.reports.unit_sheets.fitting import fitted, lines

Align = Literal["left", "center", "right", "both"]
LEAD = 1.22  # height of a line by the size of its type: Vietnamese capitals carry two marks
_CELL_SIDE, _CELL_TOP = 1.2, 0.4  # millimetres within a cell
_RULE = 0.5  # points
_TWIPS_PER_MM = 1440 / 25.4
_POINTS_PER_MM = 72 / 25.4


@dataclass(frozen=True)
class Type:
    """How a text is set: size in points, weight, side and colour."""

    size: float = 11.0
    bold: bool = False
    italic: bool = False
    align: Align = "left"
    colour: str = ""

    @property
    def line(self) -> float:
        """The height of one line in points."""
        return round(self.size * LEAD * 2) / 2


@dataclass(frozen=True)
class Piece:
    """A part of a page, with its height in points and the text of its markup."""

    markup: str
    height: float

    @property
    def element(self) -> Any:
        """The element to put into a document."""
        return parse_xml(self.markup)


@dataclass(frozen=True)
class Cell:
    """A text, already cut to its column, and how it is set."""

    text: str
    type: Type


def paragraph(
    text: str, width: float, kind: Type, *, most: int = 2, after: float = 3, keep: bool = False
) -> Piece:
    """A paragraph of at most so many lines, cut where it is longer; `keep` it with what follows.

    Shape: `width` of the page in millimetres; `after` it stand so many points.
    """
    told = fitted(printable(text), width, kind.size, most, bold=kind.bold)
    height = lines(told, width, kind.size, bold=kind.bold) * kind.line + after
    return Piece(_paragraph(told, kind, after, nsdecls("w"), keep=keep), height)


def cell(text: str, width: float, kind: Type, most: int = 2) -> Cell:
    """A cell's text cut to so many lines of its column of `width` millimetres."""
    within = width - 2 * _CELL_SIDE
    return Cell(fitted(printable(text), within, kind.size, most, bold=kind.bold), kind)


def row_height(cells: Sequence[Cell], widths: Sequence[float]) -> float:
    """How high a row is, in points."""
    return max(
        lines(one.text, width - 2 * _CELL_SIDE, one.type.size, bold=one.type.bold) * one.type.line
        for one, width in zip(cells, widths, strict=True)
    ) + (2 * _CELL_TOP * _POINTS_PER_MM + _RULE)


def table(
    header: Sequence[Cell], rows: Sequence[Sequence[Cell]], widths: Sequence[float], name: str
) -> Piece:
    """A ruled table under a header row; `name` says what it holds, for who cannot see it."""
    every = [header, *rows]
    height = sum(row_height(row, widths) for row in every) + _RULE
    columns = "".join(f'<w:gridCol w:w="{_twips(width)}"/>' for width in widths)
    body = "".join(_row(row, widths, first=row is header) for row in every)
    return Piece(
        f"<w:tbl {nsdecls('w')}>{_properties(sum(widths), name)}"
        f"<w:tblGrid>{columns}</w:tblGrid>{body}</w:tbl>",
        height,
    )


def _row(cells: Sequence[Cell], widths: Sequence[float], *, first: bool) -> str:
    head = "<w:tblHeader/>" if first else ""
    shade = '<w:shd w:val="clear" w:color="auto" w:fill="EDEDED"/>' if first else ""
    made = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{_twips(width)}" w:type="dxa"/>{shade}'
        f'<w:vAlign w:val="center"/></w:tcPr>{_paragraph(one.text, one.type, 0)}</w:tc>'
        for one, width in zip(cells, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{made}</w:tr>"


def _paragraph(
    text: str, kind: Type, after: float, declared: str = "", *, keep: bool = False
) -> str:
    kept = "<w:keepNext/>" if keep else ""
    bold = "<w:b/>" if kind.bold else ""
    italic = "<w:i/>" if kind.italic else ""
    colour = f'<w:color w:val="{kind.colour}"/>' if kind.colour else ""
    size = round(kind.size * 2)
    return (
        f'<w:p {declared}><w:pPr>{kept}<w:spacing w:before="0" w:after="{round(after * 20)}" '
        f'w:line="{round(kind.line * 20)}" w:lineRule="exact"/><w:jc w:val="{kind.align}"/></w:pPr>'
        f'<w:r><w:rPr>{bold}{italic}{colour}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'
        f'<w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'
    )


def _properties(width: float, name: str) -> str:
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    margins = "".join(
        f'<w:{side} w:w="{_twips(size)}" w:type="dxa"/>'
        for side, size in (
            ("top", _CELL_TOP),
            ("left", _CELL_SIDE),
            ("bottom", _CELL_TOP),
            ("right", _CELL_SIDE),
        )
    )
    quoted = escape(name, {'"': "&quot;"})
    return (
        f'<w:tblPr><w:tblW w:w="{_twips(width)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{sides}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        f"<w:tblCellMar>{margins}</w:tblCellMar>"
        f'<w:tblDescription w:val="{quoted}"/></w:tblPr>'
    )


def _twips(millimetres: float) -> int:
    return round(millimetres * _TWIPS_PER_MM)
