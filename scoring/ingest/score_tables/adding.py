"""In how many ways rows can stand above each other so that each parent is the sum of its rows."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

MOST_ROWS = 200  # rows without codes; nobody could follow more either
_MOST_WAYS = 2  # one way is sure, two are not

Sums = tuple[float, ...]
Way = tuple[int, ...]  # the depth of each row below the first of them
Ways = dict[int, list[Way]]  # by the position after the last row


def nestings(
    numbers: NDArray[np.float64], total: NDArray[np.float64] | None, tolerance: float
) -> list[Way]:
    """The depths of all rows, for each way to nest them; two at most.

    The top rows make up the total, where there is one; else each of them has rows below it.
    """
    rows = _rounded(numbers)
    trees = _trees(rows, tolerance)
    if total is not None:
        target = tuple(total.round(6).tolist())
        return _forests(0, rows, trees, target, tolerance).get(len(rows), [])
    parents = [
        {end: tall for end, ways in tree.items() if (tall := [way for way in ways if len(way) > 1])}
        for tree in trees
    ]
    whole = _forests(0, rows, parents, None, tolerance).get(len(rows), [])
    return [way for way in whole if way.count(0) > 1]


def has_parent(numbers: NDArray[np.float64], tolerance: float, *, rows: int) -> bool:
    """Whether any row is the sum of so many or more that follow it."""
    trees = _trees(_rounded(numbers), tolerance)
    return any(way.count(1) >= rows for tree in trees for ways in tree.values() for way in ways)


def _rounded(numbers: NDArray[np.float64]) -> list[Sums]:
    return [tuple(row) for row in numbers.round(6).tolist()]


def _trees(rows: Sequence[Sums], tolerance: float) -> list[Ways]:
    """For each row the ways in which rows may stand below it: none, or such that make it up."""
    trees: list[Ways] = [{} for _ in rows]
    for at in reversed(range(len(rows))):
        below = _forests(at + 1, rows, trees, rows[at], tolerance)
        trees[at] = {
            end: [(0, *(deep + 1 for deep in way)) for way in ways] for end, ways in below.items()
        }
        trees[at].setdefault(at + 1, []).append((0,))
    return trees


def _forests(
    start: int,
    rows: Sequence[Sums],
    trees: Sequence[Ways],
    target: Sums | None,
    tolerance: float,
) -> Ways:
    """The ways in which trees from one row on make up a target; without one, all of them."""
    found: Ways = {}
    reached: dict[int, dict[Sums, list[Way]]] = {start: {(): [()]}}
    for at in range(start, len(rows)):
        for added, before in reached.pop(at, {}).items():
            sums = _added(added, rows[at]) if target else ()
            if target and _exceeds(sums, target, tolerance):
                continue
            for end, ways in trees[at].items():
                more = [one + way for one in before for way in ways]
                if not target or _meets(sums, target, tolerance):
                    found[end] = [*found.get(end, []), *more][:_MOST_WAYS]
                line = reached.setdefault(end, {})
                line[sums] = [*line.get(sums, []), *more][:_MOST_WAYS]
    return found


def _added(sums: Sums, row: Sums) -> Sums:
    return tuple(round(one + by, 6) for one, by in zip(sums or (0.0,) * len(row), row, strict=True))


def _meets(sums: Sums, target: Sums, tolerance: float) -> bool:
    return all(abs(one - of) <= tolerance + 1e-6 for one, of in zip(sums, target, strict=True))


def _exceeds(sums: Sums, target: Sums, tolerance: float) -> bool:
    return any(one > of + tolerance + 1e-6 for one, of in zip(sums, target, strict=True))
