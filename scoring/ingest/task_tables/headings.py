"""Which headings does each task stand under: I, II …, A, B, 1 over 1.1, a line of its own?"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scoring.ingest.cells import text_of
from scoring.ingest.finding.layout import Layout
from scoring.ingest.opening.workbook import Cell, Sheet
from scoring.text.codes import depth_of
from scoring.text.labels import CAPITAL, LETTER, NUMBER, ROMAN, SMALL_ROMAN, label_of

_UNCOUNTED = "line"  # a heading without a number
# A heading and its number in one cell, merged over the row: 'II. Cải cách tổ chức bộ máy'.
_WITH_NUMBER = re.compile(
    r"(?P<number>[IVXL]{1,6}|[A-H]|[a-hđ]|\d{1,3}(?:\.\d{1,3})*)\s*[.)/:–-]+\s+(?=\S)"
)


@dataclass(frozen=True)
class Heading:
    """A row that only groups the tasks below it: its text, and how it is counted."""

    text: str
    kind: str  # of its number: roman, capital, number …
    depth: int  # of 1.2 two

    def ends(self, other: "Heading") -> bool:
        """Whether what `other` groups ends where this one stands."""
        return self.kind == other.kind and (self.kind != NUMBER or self.depth <= other.depth)


@dataclass(frozen=True)
class HeadingRows:
    """The rows of a list of tasks, read for their headings."""

    sheet: Sheet
    layout: Layout

    def heading(self, at: int, title: str) -> Heading | None:
        """The heading that a row is which is no task; None where it says several things or none."""
        row = self._cells(at)
        said = {column: text_of(cell) for column, cell in row if cell != ""}
        code = self.layout.columns.get("code", -1)
        number = said.pop(code, "")
        if number and said and (counted := _counted(number)):
            text = title or next(iter(said.values()))
            return Heading(text.rstrip(" :"), *counted)
        texts = [text for text in (number, *said.values()) if text]
        return _of_one_cell(texts[0]) if len(texts) == 1 else None

    def task(self, at: int) -> Heading:
        """A task as what ends headings: 2 is not under the heading 1, nor II under I."""
        code = self.layout.columns.get("code", -1)
        number = next((text_of(cell) for column, cell in self._cells(at) if column == code), "")
        return Heading("", *(_counted(number) or ("", 0)))

    def _cells(self, at: int) -> Iterator[tuple[int, Cell]]:
        row = self.sheet.rows[self.layout.first + at]
        for column in range(self.layout.left, min(self.layout.right, len(row))):
            yield column, row[column]


def under(above: Sequence[Heading], one: Heading) -> tuple[Heading, ...]:
    """The headings that still stand above a row once those that it ends are gone."""
    for place, heading in enumerate(above):
        if one.ends(heading):
            return tuple(above[:place])
    return tuple(above)


def _counted(number: str) -> tuple[str, int] | None:
    label = label_of(number)
    if label is None:
        return None
    kind = label.kind if label.kind in (ROMAN, CAPITAL, LETTER, SMALL_ROMAN) else NUMBER
    return kind, depth_of(label.text) if kind == NUMBER else 1


def _of_one_cell(text: str) -> Heading | None:
    """A line over the whole width, with its number in front where it has one."""
    match = _WITH_NUMBER.match(text)
    counted = _counted(match["number"]) if match else None
    rest = text[match.end() :] if match and counted else text
    if not any(letter.isalpha() for letter in rest):
        return None
    return Heading(rest.rstrip(" :"), *(counted or (_UNCOUNTED, 1)))
