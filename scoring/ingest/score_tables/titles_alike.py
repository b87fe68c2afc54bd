"""Which criterion of a set does a row's title mean?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz import fuzz, process

from scoring.ingest.reference import Criterion
from scoring.text.words import fold

ALIKE = 90.0  # of 100 (rapidfuzz's ratio of folded titles): less alike are other criteria
APART = 5.0  # by how much the next title must be less alike, or nothing is sure
SAME = 100.0


@dataclass(frozen=True)
class Wanted:
    """A row that looks for its criterion."""

    at: int
    title: str
    max_points: float  # NaN where unknown


@dataclass(frozen=True)
class Match:
    """The criterion that a title means, and how alike the titles are, of 100."""

    code: str
    likeness: float
    sure: bool  # whether it is the only one for the row, and the row the only one for it

    @property
    def same(self) -> bool:
        """Whether both titles are one, but for case and signs around."""
        return self.likeness == SAME


def matches(rows: Sequence[Wanted], criteria: Sequence[Criterion]) -> dict[int, Match]:
    """The criterion of each row that has one, by the row's position; never two rows to one surely.

    The same title first, where it stands several times with the same maximum; then titles alike.
    """
    if not rows or not criteria:
        return {}
    found = dict(_same(rows, criteria))
    taken = {one.code for one in found.values()}
    left = [row for row in rows if row.at not in found]
    return found | dict(_alike(left, criteria, taken))


def _key(title: str) -> str:
    return fold(title).strip(" .:;,")


def _same(rows: Sequence[Wanted], criteria: Sequence[Criterion]) -> Iterator[tuple[int, Match]]:
    titles = _by_title(rows, criteria)
    for named, known in titles:
        if len(named) == len(known) == 1:
            yield named[0].at, Match(known[0].code, SAME, sure=True)
            continue
        for row in named:
            alike = [one for one in known if one.max_points == row.max_points]
            beside = [one for one in named if one.max_points == row.max_points]
            sure = len(alike) == len(beside) == 1
            yield row.at, Match((alike or known)[0].code, SAME, sure=sure)


def _by_title(
    rows: Sequence[Wanted], criteria: Sequence[Criterion]
) -> list[tuple[list[Wanted], list[Criterion]]]:
    """The rows and the criteria of each title that both have."""
    known: dict[str, list[Criterion]] = {}
    for one in criteria:
        known.setdefault(_key(one.title), []).append(one)
    named: dict[str, list[Wanted]] = {}
    for row in rows:
        named.setdefault(_key(row.title), []).append(row)
    return [(of, known[title]) for title, of in named.items() if title in known]


def _alike(
    rows: Sequence[Wanted], criteria: Sequence[Criterion], taken: set[str]
) -> Iterator[tuple[int, Match]]:
    """Titles that differ in some letters; one that another row has exactly is nobody else's."""
    if not rows:
        return
    scores = process.cdist(
        [_key(row.title) for row in rows], [_key(one.title) for one in criteria], scorer=fuzz.ratio
    )
    for nth, row in enumerate(rows):
        best = int(np.argmax(scores[nth]))
        likeness, code = float(scores[nth, best]), criteria[best].code
        if likeness < ALIKE or code in taken:
            continue
        others = [*np.delete(scores[nth], best), *np.delete(scores[:, best], nth)]
        sure = likeness - max(others, default=0.0) >= APART
        yield row.at, Match(code, likeness, sure=bool(sure))
