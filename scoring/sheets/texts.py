"""How a cell's value is compared as text, and how a text is written into a workbook's XML."""

import re
from datetime import date, datetime, time
from xml.sax.saxutils import escape

from scoring.ingest.opening.workbook import Cell

LONGEST = 32_767  # characters of one cell, as spreadsheets allow
_ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_CODED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def legal(text: str) -> str:
    """The text without the characters that XML has no place for; one kind of line break."""
    if text.isprintable():
        return text
    return _ILLEGAL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def in_xml(text: str) -> str:
    """A text as it stands between two tags, cut where a spreadsheet would cut it.

    '_x0041_' would be read as 'A', so its first sign is coded itself.
    """
    return escape(_CODED.sub("_x005F_", legal(text)[:LONGEST]))


def compared(cell: Cell) -> str:
    """A cell as it is compared with what it was: '1,5' whether number or text, '' for a blank one.

    Rounder than a cell is shown: another program that saves or computes it anew may end in other
    last digits, and nobody changed them.
    """
    if type(cell) is str:
        return legal(cell)
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float | int):
        return _number(cell)
    if isinstance(cell, datetime):
        return f"{cell:%d/%m/%Y %H:%M:%S}".removesuffix(" 00:00:00")
    if isinstance(cell, date):
        return f"{cell:%d/%m/%Y}"
    if isinstance(cell, time):
        return f"{cell:%H:%M:%S}"
    return "" if cell is None else str(cell)


def _number(value: float) -> str:
    if value == 0 or not 1e-9 < abs(value) < 1e15:
        return f"{value:g}".replace(".", ",")
    text = f"{value:.10f}".rstrip("0").rstrip(".")
    return text.replace(".", ",")
