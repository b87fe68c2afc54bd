"""How does a cell look? Numbers stay the page's numbers; a format shows them as the page does."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format

from scoring.text.format import MISSING, UNCHANGED
from scoring.text.values import Kind, Value, written

FONT = "Arial"  # has every Vietnamese letter, on every system
SIZE = 11  # points
# Vietnamese: LibreOffice writes the decimal comma by it; Excel by the language of the system.
_LANGUAGE = "[$-42A]"
_SIGNED = '{0};"−"{0}'
_CHANGE = '"+"#,##0.00" điểm\u00a0%";"−"#,##0.00" điểm\u00a0%";"không đổi"'
_UNCHANGED = ";".join([f'"{UNCHANGED}"'] * 3)
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
    kind = "date" if isinstance(value, date) else kind
    if kind == "change" and written(value, kind) == UNCHANGED:
        return _UNCHANGED  # +0,001 is nothing on the page either
    pattern = NUMBER_FORMATS.get(kind, "General")
    if isinstance(value, (int, float)) and value < 0 and "−" not in written(value, kind):
        pattern = pattern.replace('"−"', "")  # nor is −0,001 less than 0,00
    return pattern if pattern == "General" else f"{_LANGUAGE}{pattern}"


def is_number(value: Value) -> bool:
    """Whether a cell holds it as a number; a missing value is '–'."""
    known = value is not None and value == value
    return known and isinstance(value, (int, float)) and abs(value) != float("inf")


def words(value: Value) -> str:
    """A value that is no number, as text."""
    return MISSING if value is None or value != value else str(value)
