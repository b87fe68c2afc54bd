"""The numbers that Word shows before paragraphs without writing them: '1.', '1.1', 'a)'."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9
_ROMAN = (
    *((900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL")),
    *((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
_LARGEST = 999  # of a list in a document


@dataclass(frozen=True)
class Level:
    """How one level of a list counts."""

    start: int = 1
    form: str = "decimal"
    text: str = ""  # '%1.%2.': the counts of the first and second level


@dataclass(frozen=True)
class Lists:
    """What numbering.xml and styles.xml say.

    Shape: `kinds` is a list → its definition, which lists may share; `levels` is definition and
        level → how it counts; `restarts` is list and level → the count it begins at anew;
        `styles` is a paragraph style → its list and level.
    """

    kinds: Mapping[str, str] = field(default_factory=dict)
    levels: Mapping[tuple[str, int], Level] = field(default_factory=dict)
    restarts: Mapping[tuple[str, int], int] = field(default_factory=dict)
    styles: Mapping[str, tuple[str, int]] = field(default_factory=dict)


class Counting:
    """The counts of all lists, from the document's beginning to the paragraph last asked about."""

    def __init__(self, lists: Lists) -> None:
        """Nothing counted yet."""
        self._lists = lists
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()

    def next(self, name: str, level: int) -> str:
        """The number of the next paragraph of a list; '' for bullets and unknown lists."""
        kind = self._lists.kinds.get(name)
        if kind is None or not 0 <= level < _LEVELS:
            return ""
        counts = self._counts.setdefault(kind, [None] * _LEVELS)
        how = self._level(kind, level)
        before = counts[level]
        counts[level] = how.start if before is None else before + 1
        if (name, level) not in self._begun:
            self._begun.add((name, level))
            counts[level] = self._lists.restarts.get((name, level), counts[level])
        counts[level + 1 :] = [None] * (_LEVELS - level - 1)
        return self._shown(kind, how, counts)

    def _level(self, kind: str, level: int) -> Level:
        return self._lists.levels.get((kind, level), Level())

    def _shown(self, kind: str, how: Level, counts: list[int | None]) -> str:
        if how.form in ("bullet", "none"):
            return ""

        def count(place: re.Match[str]) -> str:
            at = int(place[1]) - 1
            level = self._level(kind, at)
            number = counts[at]
            return _written(level.start if number is None else number, level.form)

        return _PLACE.sub(count, how.text).strip()


def _written(number: int, form: str) -> str:
    if not 0 < number <= _LARGEST:
        return str(number)
    if form in ("upperRoman", "lowerRoman"):
        return roman(number) if form == "upperRoman" else roman(number).lower()
    if form in ("upperLetter", "lowerLetter"):
        letter = chr(97 + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter.upper() if form == "upperLetter" else letter
    return f"{number:02d}" if form == "decimalZero" else str(number)


def roman(number: int) -> str:
    """The number in roman letters: 14 → 'XIV'."""
    text = ""
    for value, letters in _ROMAN:
        text, number = text + letters * (number // value), number % value
    return text


def lists_of(numbering: bytes, styles: bytes) -> Lists:
    """The lists of a document, from its two parts; empty ones say nothing.

    Raises: ParseError for a damaged part.
    """
    numbers = _root(numbering)
    definitions = [one for one in numbers if one.tag.endswith("}abstractNum")]
    uses = {_said(one, "numId"): one for one in numbers if one.tag.endswith("}num")}
    return Lists(
        {name: _value(one, "abstractNumId") for name, one in uses.items()},
        dict(level for one in definitions for level in _levels(_said(one, "abstractNumId"), one)),
        dict(restart for name, one in uses.items() for restart in _restarts(name, one)),
        dict(listed for style in _root(styles) for listed in _listed(style)),
    )


def _levels(kind: str, definition: Element) -> Iterator[tuple[tuple[str, int], Level]]:
    for level in _all(definition, "lvl"):
        start = _whole(_value(level, "start"), 1)
        how = Level(start, _value(level, "numFmt") or "decimal", _value(level, "lvlText"))
        yield (kind, _whole(_said(level, "ilvl"), 0)), how


def _restarts(name: str, use: Element) -> Iterator[tuple[tuple[str, int], int]]:
    for level in _all(use, "lvlOverride"):
        start = _value(level, "startOverride")
        if start:
            yield (name, _whole(_said(level, "ilvl"), 0)), _whole(start, 1)


def _listed(style: Element) -> Iterator[tuple[str, tuple[str, int]]]:
    for place in style.iter():
        if place.tag.endswith("}numPr") and _value(place, "numId"):
            level = _whole(_value(place, "ilvl"), 0)
            yield _said(style, "styleId"), (_value(place, "numId"), level)


def _root(part: bytes) -> Element:
    return ElementTree.fromstring(part) if part else Element("nothing")


def _all(parent: Element, name: str) -> Iterator[Element]:
    return (one for one in parent if one.tag.endswith(f"}}{name}"))


def _value(parent: Element, name: str) -> str:
    """What a child says: w:val of w:start; '' where there is none."""
    return next((_said(one, "val") for one in _all(parent, name)), "")


def _said(element: Element, name: str) -> str:
    found = (value for key, value in element.items() if key.endswith(f"}}{name}"))
    return next(found, "")


def _whole(text: str, otherwise: int) -> int:
    return int(text) if text.isdecimal() and len(text) < 7 else otherwise
