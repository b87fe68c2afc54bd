"""The cells of one sheet's XML, looked at one by one: far ones, errors, formulas without value."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from scoring.ingest.limits import Limits
from scoring.ingest.opening.addresses import column_index
from scoring.ingest.opening.raised import Runs
from scoring.ingest.opening.reach import (
    LONGEST_TEXT,
    Position,
    check_reach,
    outside,
    too_long,
    too_many,
)
from scoring.ingest.opening.xml_events import local, parse

_ELEMENTS_PER_CELL = 3
_REFERENCE = re.compile(r"([A-Za-z]{1,3})([0-9]{1,7})")
_TEXTS = ("v", "t", "f")


@dataclass(frozen=True)
class Formula:
    """A formula as the XML has it; those of a group have their text in one of its cells."""

    text: str
    group: str | None = None


@dataclass(frozen=True)
class Cells:
    """What the reader of the values does not tell.

    Shape: `masters` is a group of formulas → the cell that has its text, and the text; `strings`
        counts the cells by the number of the shared string that they show.
    """

    errors: Mapping[Position, str]
    formulas: Mapping[Position, Formula]  # without a value
    masters: Mapping[str, tuple[Position, str]]
    strings: Mapping[int, int]
    rich: Mapping[Position, str]  # texts with raised or struck out characters, as they show


def cells_of(chunks: Iterable[bytes], limits: Limits, rich: Mapping[int, str]) -> Cells:
    """The cells of a sheet; `rich` are the shared strings with raised or struck out characters.

    Raises: Refused, without the sheet's name, where one lies too far out or is too long, or where
        the XML is damaged.
    """
    seen = _Seen(limits, rich)
    parse(chunks, seen.starts, seen.ends, seen.says)
    return Cells(seen.errors, seen.formulas, seen.masters, seen.strings, seen.rich)


def string_lengths(chunks: Iterable[bytes], limits: Limits) -> Sequence[int]:
    """How many characters each shared string has.

    Raises: Refused where there are more than a file can show, or the XML is damaged.
    """
    lengths: list[int] = []

    def starts(name: str, _: Mapping[str, str]) -> None:
        if local(name) == "si":
            lengths.append(0)
            if len(lengths) > limits.max_cells:
                raise too_many(limits)

    def says(text: str) -> None:
        if lengths:
            lengths[-1] += len(text)

    parse(chunks, starts, lambda _: None, says)
    return lengths


class _Seen:
    """What was seen of a sheet so far."""

    def __init__(self, limits: Limits, rich_strings: Mapping[int, str]) -> None:
        self.limits = limits
        self.rich_strings = rich_strings
        self.runs = Runs()
        self.rich: dict[Position, str] = {}
        self.errors: dict[Position, str] = {}
        self.formulas: dict[Position, Formula] = {}
        self.masters: dict[str, tuple[Position, str]] = {}
        self.strings: Counter[int] = Counter()
        self.elements = self.rows = self.columns = 0
        self.row = -1
        self.at: Position = (0, -1)
        self.kind = ""
        self.group: str | None = None
        self.texts: dict[str, str] = {}
        self.pieces: list[str] | None = None

    def starts(self, name: str, given: Mapping[str, str]) -> None:
        self.elements += 1
        if self.elements > _ELEMENTS_PER_CELL * self.limits.max_cells + 1000:
            raise too_many(self.limits)
        name = local(name)
        self.runs.starts(name, given)
        if name in _TEXTS:
            self.pieces = []
            if name == "f" and given.get("t") == "shared":
                self.group = given.get("si")
        elif name == "c":
            self.at = self._position(given.get("r"))
            self.kind, self.group, self.texts = given.get("t", "n"), None, {}
            self.runs = Runs()
        elif name == "row":
            number = given.get("r", "")
            self.row = int(number) - 1 if number.isdecimal() else self.row + 1
            self.at = (self.row, -1)

    def says(self, text: str) -> None:
        if self.pieces is not None:
            self.pieces.append(text)

    def ends(self, name: str) -> None:
        name = local(name)
        if name in _TEXTS and self.pieces is not None:
            text = "".join(self.pieces)
            self.runs.add(text)
            self.texts[name] = self.texts.get(name, "") + text
            self.pieces = None
        elif name == "c" and self.texts:
            self._holds(self.texts.get("v") or self.texts.get("t") or "", self.texts.get("f"))

    def _position(self, reference: str | None) -> Position:
        if reference is None:
            return max(self.row, 0), self.at[1] + 1
        parts = _REFERENCE.fullmatch(reference)
        if not parts:
            raise outside()
        return max(int(parts[2]), 1) - 1, column_index(parts[1])

    def _holds(self, value: str, formula: str | None) -> None:
        if formula and self.group is not None:
            self.masters[self.group] = (self.at, formula)
        if not value and not self._lacks_value(formula):
            return
        if not value:
            self.formulas[self.at] = Formula(formula or "", self.group)
        elif self.kind == "e":
            self.errors[self.at] = value
        elif self.kind == "s" and value.isdecimal():
            self.strings[int(value)] += 1
            if int(value) in self.rich_strings:
                self.rich[self.at] = self.rich_strings[int(value)]
        elif self.kind == "inlineStr" and self.runs.rich:
            self.rich[self.at] = self.runs.shown
        self._reaches(len(value))

    def _lacks_value(self, formula: str | None) -> bool:
        """Whether a formula has no value; the empty text is one."""
        written = bool(formula) or (formula is not None and self.group is not None)
        return written and not (self.kind == "str" and "v" in self.texts)

    def _reaches(self, length: int) -> None:
        row, column = self.at
        if row >= self.rows or column >= self.columns:
            self.rows, self.columns = max(self.rows, row + 1), max(self.columns, column + 1)
            check_reach(self.rows, self.columns, self.limits, self.at)
        if length > LONGEST_TEXT:
            raise too_long(self.at, length)
