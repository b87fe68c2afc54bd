"""How the texts of an .ods show where characters are raised or struck out within a cell."""

import re
from collections.abc import Mapping

from scoring.ingest.opening.raised import as_shown
from scoring.ingest.opening.reach import LONGEST_TEXT
from scoring.ingest.opening.xml_events import attribute

_NOT_SHOWN = "annotation"
_UP = re.compile(r"super|(?=.*[1-9])\d+(?:\.\d+)?%")  # below the line a percentage is negative
_SIGNS = {"tab": " ", "line-break": "\n"}
_MOST_BLANKS = 1_000
_PLAIN = (False, False)


class ShownTexts:
    """The text of one cell after another, element by element; the file's styles stand before.

    A file without such a style costs no more than a look at its styles.
    """

    def __init__(self) -> None:
        self._styles: dict[str, tuple[bool, bool]] = {}  # name → raised, struck out
        self._style: str | None = None
        self.begin()

    def begin(self) -> None:
        """A cell begins."""
        self.text, self.rich = "", False
        self._spans: list[tuple[bool, bool]] = []
        self._paragraphs = self._hidden = 0

    def starts(self, name: str, given: Mapping[str, str]) -> None:
        """An element, its name without prefix."""
        if name == "style":
            self._style = attribute(given, "name")
        elif name == "text-properties" and self._style is not None:
            self._learns(self._style, given)
        elif self._styles:
            self._goes_on(name, given)

    def _goes_on(self, name: str, given: Mapping[str, str]) -> None:
        """What an element says of the text of a cell."""
        if name == _NOT_SHOWN:
            self._hidden += 1
        elif name == "p" and not self._hidden:
            self._add("\n" if self._paragraphs else "")
            self._paragraphs += 1
        elif name == "span":
            self._spans.append(self._styles.get(attribute(given, "style-name") or "", _PLAIN))
        elif name == "s":
            count = attribute(given, "c") or "1"
            self._add(" " * min(int(count), _MOST_BLANKS) if count.isdecimal() else " ")
        elif name in _SIGNS:
            self._add(_SIGNS[name])

    def says(self, text: str) -> None:
        """A text within the element that has begun."""
        if not self._styles or self._hidden or not self._paragraphs:
            return
        raised = any(one for one, _ in self._spans)
        struck = any(one for _, one in self._spans)
        piece = as_shown(text, raised=raised, struck=struck)
        self.rich = self.rich or piece != text
        self._add(piece)

    def ends(self, name: str) -> None:
        """An element ends."""
        if name == "style":
            self._style = None
        elif name == "span" and self._spans:
            self._spans.pop()
        elif name == _NOT_SHOWN and self._hidden:
            self._hidden -= 1

    def _add(self, text: str) -> None:
        if not self._hidden and len(self.text) <= LONGEST_TEXT:
            self.text += text

    def _learns(self, style: str, given: Mapping[str, str]) -> None:
        rise = (attribute(given, "text-position") or "0%").split(" ")[0]
        raised = bool(_UP.fullmatch(rise))
        lines = [attribute(given, f"text-line-through-{one}") for one in ("type", "style")]
        struck = any(line not in (None, "none") for line in lines)
        if raised or struck:
            self._styles[style] = raised, struck
