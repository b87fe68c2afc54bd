"""A table whose codes were counted: which of its rows nothing printed decides."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from scoring.ingest.cells import texts_of
from scoring.ingest.opening.workbook import Sheet
from scoring.ingest.problems import Place
from scoring.ingest.reference import CriteriaSet, Criterion
from scoring.ingest.score_tables.scores import Scores
from scoring.ingest.score_tables.titles_alike import Wanted
from scoring.text.codes import code_text, parent_of
from scoring.text.labels import label_of

NO_PARENT = -1


@dataclass(frozen=True)
class Counted:
    """A table with counted codes, and which of them nothing printed decides."""

    scores: Scores
    criteria_set: CriteriaSet
    free: frozenset[int]  # rows without a code, and without coded rows below that tell theirs
    below: Mapping[int, list[int]]  # position → those of its children, NO_PARENT → the top rows

    def wanted(self, at: int) -> Wanted:
        """What a row looks for in the set."""
        most = float(self.scores.frame["max_points"].iat[at])
        return Wanted(at, self.title(at), most)

    def criteria(self, parent: str) -> list[Criterion]:
        """The criteria of the set that stand right under one code, '' for the domains."""
        every = self.criteria_set.criteria
        return [one for code, one in every.items() if parent_of(code) == parent]

    def title(self, at: int) -> str:
        """A row's title as printed."""
        return str(self.scores.frame["title"].iat[at])

    def place(self, at: int) -> Place:
        """A row's code cell, or its title's where the table has no such column."""
        scores = self.scores
        column = scores.column("code") or scores.column("title")
        return Place(scores.sheet, int(scores.frame["row"].iat[at]), column)


def counted(scores: Scores, sheet: Sheet, criteria_set: CriteriaSet) -> Counted:
    """The table beside the set of its index, level and year."""
    return Counted(scores, criteria_set, _free(scores, sheet), _below(scores))


def _below(scores: Scores) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for at, parent in enumerate(scores.tree.parent.tolist()):
        found.setdefault(parent, []).append(at)
    return found


def _free(scores: Scores, sheet: Sheet) -> frozenset[int]:
    """The rows whose code stands nowhere, and follows from no code printed in full below them.

    '2.1' tells that the row above it is 2; a '1' that was counted anew under a heading does not.
    """
    layout, frame, parent = scores.layout, scores.frame, scores.tree.parent.tolist()
    cells, titles = layout.cells(sheet, "code"), texts_of(layout.cells(sheet, "title"))
    printed: set[int] = set()
    told: set[int] = set()
    for at, (row, code, title) in enumerate(
        zip(frame["row"], frame["code"], frame["title"], strict=True)
    ):
        cell = cells[row - layout.first - 1]
        within = titles[row - layout.first - 1]
        if label_of(cell) is None and within == title:
            continue
        printed.add(at)
        if not code.endswith(f".{code_text(cell)}"):
            told.update(_above(at, parent))
    return frozenset(range(len(frame))) - printed - told


def _above(at: int, parent: Sequence[int]) -> Iterator[int]:
    while (at := parent[at]) >= 0:
        yield at
