"""What an .ods says besides its values: how far it reaches once repeated, merged and odd cells."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import product

from scoring.ingest.limits import Limits
from scoring.ingest.opening.opendocument_texts import ShownTexts
from scoring.ingest.opening.reach import (
    LONGEST_TEXT,
    Position,
    Range,
    check_reach,
    check_texts,
    outside,
    too_long,
    too_many,
)
from scoring.ingest.opening.refusal import Refused, on_sheet
from scoring.ingest.opening.xml_events import attribute, local, parse

_ELEMENTS_PER_CELL = 3
_CELLS = ("table-cell", "covered-table-cell")


@dataclass(frozen=True)
class SheetExtras:
    """One sheet's merged ranges, and its texts with raised or struck out characters."""

    sheet: str
    ranges: tuple[Range, ...] = ()
    texts: Mapping[Position, str] = field(default_factory=dict)


def sheet_extras(chunks: Iterable[bytes], limits: Limits) -> tuple[SheetExtras, ...]:
    """What each sheet has besides its values, in the order of the file's content.xml.

    Raises: Refused where the cells, repeated as often as they say, are more than allowed.
    """
    seen = _Seen(limits)
    try:
        parse(chunks, seen.starts, seen.ends, seen.says)
    except Refused as refusal:
        raise on_sheet(refusal, seen.name) if seen.name else refusal from refusal
    return tuple(seen.sheets)


class _Seen:
    """What was seen of the content so far."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.sheets: list[SheetExtras] = []
        self.shown = ShownTexts()
        self.elements = self.length = self.depth = 0
        self.name = ""
        self.ranges: list[Range] = []
        self._begin("")

    def _begin(self, name: str) -> None:
        self.name, self.ranges = name, []
        self.texts: dict[Position, str] = {}
        self.is_text = False
        self.row = self.column = self.rows = self.columns = 0
        self.height = self.width = 1
        self.filled = False
        self.text = 0

    def starts(self, name: str, given: Mapping[str, str]) -> None:
        self.elements += 1
        if self.elements > _ELEMENTS_PER_CELL * self.limits.max_cells + 1000:
            raise too_many(self.limits)
        name = local(name)
        self.shown.starts(name, given)
        if name == "table":
            self.depth += 1
            if self.depth == 1:
                self._begin(attribute(given, "name") or "")
        elif self.depth == 1 and name == "table-row":
            self.column = 0
            self.height = _number(given, "number-rows-repeated")
        elif self.depth == 1 and name in _CELLS:
            self.width = _number(given, "number-columns-repeated")
            kind = attribute(given, "value-type")
            self.filled, self.is_text, self.text = kind is not None, kind == "string", 0
            self.shown.begin()
            self._merges(given)

    def says(self, text: str) -> None:
        self.text += len(text)
        self.shown.says(text)

    def ends(self, name: str) -> None:
        name = local(name)
        self.shown.ends(name)
        if name == "table":
            if self.depth == 1:
                self.sheets.append(SheetExtras(self.name, tuple(self.ranges), self.texts))
            self.depth -= 1
        elif self.depth == 1 and name == "table-row":
            self.row += self.height
        elif self.depth == 1 and name in _CELLS:
            if self.filled:
                self._reaches()
            self.column += self.width

    def _merges(self, given: Mapping[str, str]) -> None:
        down, across = (_number(given, f"number-{what}-spanned") for what in ("rows", "columns"))
        if down > 1 or across > 1:
            start = (self.row, self.column)
            self.ranges.append((start, (self.row + down - 1, self.column + across - 1)))

    def _reaches(self) -> None:
        at = (self.row + self.height - 1, self.column + self.width - 1)
        self.rows, self.columns = max(self.rows, at[0] + 1), max(self.columns, at[1] + 1)
        check_reach(self.rows, self.columns, self.limits, at)
        if self.text > LONGEST_TEXT:
            raise too_long((self.row, self.column), self.text)
        self.length += self.text * self.height * self.width
        check_texts(self.length)
        if self.is_text and self.shown.rich:
            down, across = range(self.row, at[0] + 1), range(self.column, at[1] + 1)
            self.texts.update(dict.fromkeys(product(down, across), self.shown.text))


def _number(given: Mapping[str, str], name: str) -> int:
    text = attribute(given, name) or "1"
    if not text.isdecimal() or len(text) > 9:
        raise outside()
    return max(int(text), 1)
