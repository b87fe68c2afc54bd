"""A task list's rows: what is to be done, by whom, with what product, by when."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from scoring.ingest.cells import filled
from scoring.ingest.finding.layout import Layout
from scoring.ingest.opening.workbook import Sheet
from scoring.ingest.score_tables.codes import canonical_codes
from scoring.ingest.score_tables.totals import is_total
from scoring.ingest.task_tables.ditto import above
from scoring.ingest.task_tables.line_texts import field_texts
from scoring.ingest.task_tables.sections import sections
from scoring.text.codes import order_of, parent_of

TEXTS = ("goal", "solution", "product", "lead", "coordinating", "deadline", "note")
PLACED = ("section", "purpose", "index_name")  # where a task stands in its plan
# What makes a row a task and not a heading: somebody, something or some time.
_ASSIGNED = ("lead", "coordinating", "product", "deadline")
Texts = Mapping[str, Sequence[str]]


def read_tasks(sheet: Sheet, layout: Layout) -> pd.DataFrame:
    """The tasks of one list; section headings (I, II …, bold lines) are where they stand.

    A cell merged over several rows goes for all of them; rows that go on with the task above are
    rows of the same code and title, and a text that only wraps into the next row is put together.
    Codes that stand twice are both kept.

    Shape: row, code, title, goal, solution, product, lead, coordinating, deadline, note,
        section ('' where none), purpose (mend, keep, steer, other or None), index_name (that of
        the section, or None)
    """
    printed = _printed(sheet, layout)
    kept = _put_together(printed)
    texts = {field: _with_wrapped(printed.filled[field], kept) for field in printed.filled}
    rows = {at: named for at, named in _named(printed, texts["title"]) if printed.is_task(at)}
    ends = {at for more in kept.values() for at in more}
    whole = {at: texts["title"].get(at, "") for at in range(layout.height) if at not in ends}
    placed = sections(sheet, layout, whole, rows.__contains__)
    return pd.DataFrame(
        {
            "row": [at + layout.first + 1 for at in rows],
            "code": [code for code, _ in rows.values()],
            "title": [title for _, title in rows.values()],
            **{field: [texts[field][at] for at in rows] for field in TEXTS},
            "section": [placed[at].text for at in rows],
            "purpose": pd.Series([placed[at].purpose for at in rows], dtype=object),
            "index_name": pd.Series([placed[at].index_name for at in rows], dtype=object),
        }
    )


@dataclass(frozen=True)
class _Printed:
    """What the rows say: each in its own cells, and with merged ones filled downwards."""

    codes: Sequence[str]
    headings: frozenset[int]  # I, II, A, B
    parents: frozenset[str]  # codes that other codes stand under
    own: Texts
    filled: Texts

    def said(self, at: int, fields: Sequence[str]) -> bool:
        """Whether one of the row's own cells says something."""
        return any(self.own[field][at] for field in fields)

    def is_task(self, at: int) -> bool:
        """A row that somebody is to do, or that has a code; with a title, its own or one above."""
        if is_total(self.own["title"][at]):
            return False
        if self.said(at, _ASSIGNED):
            return bool(self.codes[at] or self.filled["title"][at] or self._goes_on(at))
        code = self.codes[at]
        counted = bool(code) and at not in self.headings and code not in self.parents
        return counted and bool(self.own["title"][at]) and not self._is_note(at)

    def _is_note(self, at: int) -> bool:
        """Below the last row that is assigned, numbered notes begin anew; without one, none do."""
        last = self._last
        return 0 <= last < at and order_of(self.codes[at]) <= order_of(self.codes[last] or "0")

    @cached_property
    def _last(self) -> int:
        assigned = (at for at in range(len(self.codes)) if self.said(at, _ASSIGNED))
        return max(assigned, default=-1)

    def _goes_on(self, at: int) -> bool:
        """Whether the row just above is a task; below a gap or a total stands the signature."""
        before = at - 1
        while before >= 0 and not self.codes[at] and self.said(before, _ASSIGNED):
            if self.filled["title"][before]:
                return not is_total(self.own["title"][before])
            before -= 1
        return False

    def wraps(self, at: int) -> bool:
        """A row at a page break that only ends the texts of the row above."""
        if self.codes[at] or self.said(at, ("lead", "deadline", "product")):
            return False
        title = self.own["title"][at]
        return (not title or title[0] != title[0].upper()) and self.said(at, ("title", *TEXTS))


def _printed(sheet: Sheet, layout: Layout) -> _Printed:
    named = "title" if "title" in layout.columns else "solution"
    columns = {"title": named, **{field: field for field in TEXTS}}
    own = {to: field_texts(layout.cells(sheet, field), to) for to, field in columns.items()}
    codes, _, headings = canonical_codes(layout.cells(sheet, "code"))
    return _Printed(
        codes=codes,
        headings=headings,
        parents=frozenset(map(parent_of, codes)),
        own=own,
        filled={
            to: above(field_texts(filled(sheet, layout, of), to)) for to, of in columns.items()
        },
    )


def _put_together(printed: _Printed) -> dict[int, list[int]]:
    """The rows that are rows, each with those below that only end its texts."""
    kept: dict[int, list[int]] = {}
    last: int | None = None
    for at in range(len(printed.codes)):
        if last is not None and printed.wraps(at):
            kept[last].append(at)
        elif printed.said(at, ("title", *TEXTS)):
            kept[at] = []
            last = at if printed.is_task(at) else None
    return kept


def _with_wrapped(texts: Sequence[str], kept: Mapping[int, Sequence[int]]) -> dict[int, str]:
    """Each row's text with what the rows at a page break add to it; a merged cell adds nothing."""
    return {
        at: " ".join(dict.fromkeys(filter(None, (texts[row] for row in (at, *more)))))
        for at, more in kept.items()
    }


def _named(printed: _Printed, titles: Mapping[int, str]) -> Iterator[tuple[int, tuple[str, str]]]:
    """Each row's code and title; of the row above where it goes on with it."""
    code, title = "", ""
    for at, own in titles.items():
        goes_on = not printed.codes[at] and own in ("", title)
        code = code if goes_on else printed.codes[at]
        title = own or title
        yield at, (code, title)
