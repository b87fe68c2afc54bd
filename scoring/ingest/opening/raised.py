"""Characters that are raised or struck out within a cell, kept apart from those beside them.

The plain text of '4,5' with a raised footnote mark is '4,51', another number. Raised digits become
the raised characters that stand for them; what is struck out keeps a stroke through each character.
"""

from collections.abc import Iterable, Mapping

from scoring.ingest.opening.xml_events import local, parse

_RAISED = str.maketrans("0123456789+-=()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾")
_STROKE = "\u0336"
_OFF = ("0", "false")
_PHONETIC = "rPh"


def as_shown(text: str, *, raised: bool, struck: bool) -> str:
    """The text of one run as it shows."""
    if raised:
        text = text.translate(_RAISED)
    return "".join(letter + _STROKE for letter in text) if struck else text


class Runs:
    """The runs of one cell's text in a workbook's XML."""

    def __init__(self) -> None:
        self.shown = ""
        self.rich = False  # whether it shows otherwise than its plain text
        self._raised = self._struck = False

    def starts(self, name: str, given: Mapping[str, str]) -> None:
        """An element within the cell or string, its name without prefix."""
        if name == "r":
            self._raised = self._struck = False
        elif name == "vertAlign":
            self._raised = given.get("val") == "superscript"
        elif name == "strike":
            self._struck = given.get("val") not in _OFF

    def add(self, text: str) -> None:
        """The text of the run that has begun."""
        piece = as_shown(text, raised=self._raised, struck=self._struck)
        self.rich = self.rich or piece != text
        self.shown += piece


def rich_strings(chunks: Iterable[bytes]) -> Mapping[int, str]:
    """The shared strings that show otherwise than their plain text: number → as they show.

    Raises: Refused where the XML is damaged.
    """
    found: dict[int, str] = {}
    number, runs, pieces = -1, Runs(), []  # type: int, Runs, list[str]
    sounds = False  # within a reading of Japanese characters, which does not show

    def starts(name: str, given: Mapping[str, str]) -> None:
        nonlocal number, runs, sounds
        name = local(name)
        if name == "si":
            number, runs = number + 1, Runs()
        elif name == _PHONETIC:
            sounds = True
        else:
            pieces.clear()
            runs.starts(name, given)

    def ends(name: str) -> None:
        nonlocal sounds
        name = local(name)
        if name == "t" and not sounds:
            runs.add("".join(pieces))
        elif name == _PHONETIC:
            sounds = False
        elif name == "si" and runs.rich:
            found[number] = runs.shown

    parse(chunks, starts, ends, pieces.append)
    return found
