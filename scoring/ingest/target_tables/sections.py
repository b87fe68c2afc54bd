"""Under which headings does a row of targets stand, and what do they say of it?"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scoring.ingest.opening.workbook import Cell
from scoring.ingest.target_tables.due_years import due_in, is_only_due
from scoring.text.labels import label_of

NO_CODE = ""
_CODE_AND_TEXT = re.compile(r"(?P<code>[IVX]+|[A-H]|\d{1,2}(?:\.\d{1,2})*)[.)/:-]+ ?(?P<text>\D.*)")


@dataclass(frozen=True)
class Section:
    """What the headings above a row say: its section, and the year by which it is due."""

    title: str | None = None
    due: int | None = None


@dataclass(frozen=True)
class Heading:
    """A line that heads the rows below it; its kind is that of its code ('roman', '' for none)."""

    kind: str
    text: str


def heading(code: Cell, text: str) -> Heading:
    """The heading that a row is, of its code and text; 'I. Cải cách thể chế' holds both."""
    if code == "" and (both := _CODE_AND_TEXT.fullmatch(text)):
        code, text = both["code"], both["text"]
    label = label_of(code) if code != "" else None
    return Heading(label.kind if label else NO_CODE, text)


def sections(lines: Sequence[Heading | None]) -> Iterator[Section]:
    """What is said of each line by the headings above it; None is a line that is no heading.

    A heading ends those of its own kind and the ones under them; a kind that came later hangs
    under those that came before.
    """
    order: list[str] = []
    above: list[Heading] = []
    for line in lines:
        if line is not None:
            if line.kind not in order:
                order.append(line.kind)
            height = order.index(line.kind)
            above = [one for one in above if order.index(one.kind) < height]
            above.append(line)
        yield _section(above)


def _section(above: Sequence[Heading]) -> Section:
    titles = [one.text for one in above if not is_only_due(one.text)]
    dues = [due for one in above if (due := due_in(one.text)) is not None]
    return Section(titles[-1] if titles else None, dues[-1] if dues else None)
