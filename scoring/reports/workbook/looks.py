"""How does a cell look? Numbers stay the page's numbers; a format shows them as the page does."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format

from scoring.text.format import MISSING, UNCHANGED
from scoring.text.printable import one_line
from scoring.text.values import Kind, Measured, Value, written

FONT = "Arial"  # has every Vietnamese letter, on every system
SIZE = 11  # points
# Vietnamese: LibreOffice writes the decimal comma by it; Excel by the language of the system.
_LANGUAGE = "[$-42A]"
_SIGNED = '{0};"−"{0}'
_CHANGE = '"+"#,##0.00" điểm\u00a0%";"−"#,##0.00" điểm\u00a0%";"không đổi"'
_UNCHANGED = ";".join([f'"{UNCHANGED}"'] * 3)
# The first number in a text as Vietnamese writes it: '+1.234,50'.
_DIGITS = re.compile(r"(?P<sign>[+−])?(?P<whole>\d{1,3}(?:\.\d{3})+|\d+)(?:,(?P<decimals>\d+))?")
_MINUS = "−"
_NOISE = 1e-9  # of binary fractions
_LONGEST_UNIT = 60  # letters: a format has both signs, and Excel takes 255 letters of it
_ALIGNED_RIGHT = frozenset(("points", "number", "percent", "share", "integer", "change"))

NUMBER_FORMATS: dict[Kind, str] = {
    "points": _SIGNED.format("#,##0.00#"),
    "number": _SIGNED.format("#,##0.00"),
    "percent": _SIGNED.format('#,##0.00"\u00a0%"'),  # 83.93 is 83,93 %
    "share": _SIGNED.format('#,##0.0"\u00a0"%'),  # 0.828 is 82,8 %
    "integer": _SIGNED.format("#,##0"),
    "change": _CHANGE,
    "date": "dd/mm/yyyy",
}

_BASE: dict[str, Any] = {"font_name": FONT, "font_size": SIZE, "valign": "top"}
_BOXED = {"border": 1, "border_color": "#BFC5CB"}
TITLE = {"bold": True, "font_size": 16, "text_wrap": True}
NOTE = {"font_color": "#55606A", "text_wrap": True}
TEXT = {"text_wrap": True}
STRONG = {"text_wrap": True, "bold": True}
COMPARED = {"text_wrap": True, "indent": 1}
LABEL = {"bold": True, "font_color": "#0B4A75"}
HEADER = _BOXED | {
    "bold": True,
    "text_wrap": True,
    "valign": "vcenter",
    "align": "center",
    "bg_color": "#DCE9F3",
}


@dataclass
class Looks:
    """The formats of one workbook, each made once."""

    book: xlsxwriter.Workbook
    _made: dict[tuple[tuple[str, Any], ...], Format] = field(default_factory=dict)

    def of(self, look: Mapping[str, Any]) -> Format:
        """The format of words."""
        key = tuple(sorted({**_BASE, **look}.items()))
        if key not in self._made:
            self._made[key] = self.book.add_format(dict(key))
        return self._made[key]

    def value(self, value: Value, kind: Kind, *, strong: bool = False) -> Format:
        """The format of one value of a table."""
        look: dict[str, Any] = _BOXED | {"text_wrap": True, "bold": strong}
        if kind in _ALIGNED_RIGHT:
            look |= {"align": "right", "indent": 1}
        if is_number(value) or isinstance(value, date):
            look["num_format"] = number_format(value, kind)
        return self.of(look)


def number_format(value: Value, kind: Kind) -> str:
    """The format that shows the number as `written` does, in Vietnamese."""
    if isinstance(value, Measured):
        return f"{_LANGUAGE}{_as_written(value)}"
    kind = "date" if isinstance(value, date) else kind
    if kind == "change" and written(value, kind) == UNCHANGED:
        return _UNCHANGED  # +0,001 is nothing on the page either
    pattern = NUMBER_FORMATS.get(kind, "General")
    if isinstance(value, (int, float)) and value < 0 and "−" not in written(value, kind):
        pattern = pattern.replace('"−"', "")  # nor is −0,001 less than 0,00
    return pattern if pattern == "General" else f"{_LANGUAGE}{pattern}"


def _as_written(value: Measured) -> str | None:
    """'hạng 32/63' → '"hạng "0"/63"': the words stay words, and the digits are the cell's.

    None where no format shows the text: it is too long, or its digits are not those of the number.
    """
    text = one_line(value.text)
    if len(text) > _LONGEST_UNIT:
        return None
    if not _DIGITS.search(text):
        return ";".join([_quoted(text)] * 3)
    found = next((one for one in _DIGITS.finditer(text) if _shows(one, value)), None)
    if found is None:
        return None
    before, after = _quoted(text[: found.start()]), _quoted(text[found.end() :])
    digits = "#,##0" if "." in found["whole"] else "0"
    if found["decimals"]:
        digits += f".{'0' * len(found['decimals'])}"
    plus = '"+"' if found["sign"] == "+" else ""
    minus = '"−"' if found["sign"] == _MINUS or value >= 0 else ""  # −0,001 is written '0,00'
    return f"{before}{plus}{digits}{after};{before}{minus}{digits}{after}"


def _shows(found: re.Match[str], value: float) -> bool:
    """Whether these digits are the number, rounded as they are."""
    decimals = found["decimals"] or ""
    told = float(f"{found['whole'].replace('.', '')}.{decimals or 0}")
    signed = -told if found["sign"] == _MINUS else told
    return abs(signed - value) <= 0.5 * 10.0 ** -len(decimals) + _NOISE


def _quoted(text: str) -> str:
    kept = text.replace('"', "”")
    return f'"{kept}"' if kept else ""


def is_number(value: Value) -> bool:
    """Whether a cell holds it as a number; a missing value is '–'."""
    if isinstance(value, Measured):
        return _as_written(value) is not None
    known = value is not None and value == value
    return known and isinstance(value, (int, float)) and abs(value) != float("inf")


def words(value: Value) -> str:
    """A value that is no number, as text."""
    if isinstance(value, Measured):
        return value.text
    return MISSING if value is None or value != value else str(value)
