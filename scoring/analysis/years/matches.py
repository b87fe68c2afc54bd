"""Which criteria of one year are which of another?

Codes and titles are both used again for other things, so neither alone decides: a pair is proposed
from both, said to be doubtful where they disagree, and a person's decision goes before any of it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import isnan

from scoring.analysis.losses import NOISE
from scoring.analysis.years.alike import alike_rows
from scoring.analysis.years.tables import YearTable
from scoring.text.codes import order_of, parent_of
from scoring.text.words import fold

SAME, RENAMED, REWEIGHTED = "same", "renamed", "reweighted"
SPLIT, MERGED, NEW, DROPPED = "split", "merged", "new", "dropped"
UNPRINTED = "unprinted"  # one of the tables leaves it out, as those do that print losses only
RELATIONS = (SAME, RENAMED, REWEIGHTED, SPLIT, MERGED, NEW, DROPPED, UNPRINTED)

Codes = tuple[str, ...]


@dataclass(frozen=True)
class Match:
    """Criteria of the earlier year and those of the later one that they became.

    `likeness` is that of the titles (0–100); `doubtful` asks for a person's look, `decided` tells
    that a person had one.
    """

    old: Codes
    new: Codes
    relation: str = ""
    likeness: float = 100.0
    doubtful: bool = False
    decided: bool = False


@dataclass(frozen=True)
class Decision:
    """What a person said: these criteria became those; an empty side: there is none.

    `unprinted` tells of an empty side that the criterion was there and only not printed.
    """

    old: Codes
    new: Codes
    unprinted: bool = False


def matches(
    before: YearTable, after: YearTable, decisions: Sequence[Decision] = (), *, same_set: bool
) -> tuple[Match, ...]:
    """Every part of both years in exactly one match, by code.

    `same_set`: both years have the same set of criteria, so that one that a table leaves out is
    surely in the other year's as well. A decision that names a criterion that is not there, or one
    that an earlier decision took, is passed over.
    """
    old, new = _Side(before), _Side(after)
    found = [*_decided(decisions, old, new), *_proposed(old, new)]
    found += _alone(old, new, DROPPED, sure=same_set)
    found += _alone(new, old, NEW, sure=same_set)
    return tuple(sorted(found, key=lambda one: order_of((one.new or one.old)[0])))


class _Side:
    """One year's parts that are in no match yet, and the room that its table leaves for others."""

    def __init__(self, table: YearTable) -> None:
        self.table = table
        self.left = dict(table.by_code)
        self._room = _rooms(table)

    def take(self, codes: Codes) -> None:
        for code in codes:
            del self.left[code]

    def has(self, codes: Codes) -> bool:
        return self.left.keys() >= set(codes)

    def leaves_out(self, code: str, max_points: float) -> bool:
        """Whether a criterion of that code may be one that this table leaves out: some row above
        it, or the whole, has more points than the rows below it print."""
        return all(max_points <= self._room[above] + NOISE for above in self._above(code))

    def leave_out(self, code: str, max_points: float) -> None:
        for above in self._above(code) if not isnan(max_points) else ():
            self._room[above] -= max_points

    def max_points(self, codes: Codes) -> float:
        return sum(self.table.by_code[code].max_points for code in codes)

    def titles(self, codes: Codes) -> list[str]:
        return [fold(self.table.by_code[code].title) for code in codes]

    def _above(self, code: str) -> Iterator[str]:
        yield ""
        while code := parent_of(code):
            if code in self._room:
                yield code


def _rooms(table: YearTable) -> dict[str, float]:
    """What each printed row has beyond its parts, and under '' the whole table.

    A part that is printed without points takes its place all the same.
    """
    most = table.rows.set_index("code")["max_points"].dropna()
    below = _parts_below(table)
    own = {part.code: 0.0 if isnan(part.max_points) else part.max_points for part in table.parts}
    rooms = {code: float(most[code]) - sum(own[one] for one in below[code]) for code in most.index}
    return rooms | {"": table.total - sum(own.values())}


def _alone(side: _Side, other: _Side, otherwise: str, *, sure: bool) -> Iterator[Match]:
    """The parts that only one year prints: left out by the other's table where it has room for
    them, else new or dropped."""
    for code, part in side.left.items():
        unprinted = other.leaves_out(code, part.max_points)
        if unprinted:
            other.leave_out(code, part.max_points)
        relation = UNPRINTED if unprinted else otherwise
        old, new = ((code,), ()) if otherwise == DROPPED else ((), (code,))
        yield Match(old, new, relation, likeness=0.0, doubtful=unprinted and not sure)


def _decided(decisions: Sequence[Decision], old: _Side, new: _Side) -> Iterator[Match]:
    for one in decisions:
        if not (one.old or one.new) or not (old.has(one.old) and new.has(one.new)):
            continue
        old.take(one.old)
        new.take(one.new)
        if one.unprinted and not (one.old and one.new):
            for side, other, codes in ((old, new, one.old), (new, old, one.new)):
                for code in codes:
                    other.leave_out(code, side.max_points((code,)))
            yield Match(one.old, one.new, UNPRINTED, decided=True)
        else:
            yield Match(one.old, one.new, _relation(one.old, one.new, old, new), decided=True)


def _proposed(old: _Side, new: _Side) -> Iterator[Match]:
    """Pairs of printed rows; a criterion that got sub-criteria goes with all of them."""
    below_old, below_new = _parts_below(old.table), _parts_below(new.table)
    for pair in alike_rows(old.table.rows, new.table.rows):
        olds = tuple(code for code in below_old[pair.old] if code in old.left)
        news = tuple(code for code in below_new[pair.new] if code in new.left)
        if olds and news:  # one of them is a leaf: nothing goes together many with many
            old.take(olds)
            new.take(news)
            relation = _relation(olds, news, old, new)
            yield Match(olds, news, relation, pair.likeness, pair.doubtful)


def _parts_below(table: YearTable) -> Mapping[str, Codes]:
    """Each printed row's parts: itself, or those anywhere below it."""
    parents = dict(zip(table.rows["code"], table.rows["parent"], strict=True))
    below: dict[str, list[str]] = {code: [] for code in parents}
    for part in table.parts:
        code = part.code
        while code in below:
            below[code].append(part.code)
            code = parents[code]
    return {code: tuple(codes) for code, codes in below.items()}


def _relation(olds: Codes, news: Codes, old: _Side, new: _Side) -> str:
    if not olds or not news:
        return DROPPED if olds else NEW
    if len(olds) != len(news):
        return SPLIT if len(olds) < len(news) else MERGED
    if abs(old.max_points(olds) - new.max_points(news)) > NOISE:
        return REWEIGHTED
    return SAME if old.titles(olds) == new.titles(news) else RENAMED
