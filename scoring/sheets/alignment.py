"""Which row of a changed sheet is which row of the original, though rows came in or went out."""

from bisect import bisect_left
from collections.abc import Callable, Hashable, Sequence

Row = tuple[str, ...]
Pairs = list[tuple[int | None, int | None]]  # old, new; None where there is no such row
Likeness = Callable[[Row, Row], float]
_ALIKE = 0.3  # less of two rows in common, and they are two rows
_MOST_COMPARED = 250_000  # pairs of rows that are looked at one by one


def aligned(old: Sequence[Row], new: Sequence[Row], likeness: Likeness) -> Pairs:
    """Old and new rows side by side, in order: equal ones first, then those most alike."""
    pairs: Pairs = []
    for old_gap, new_gap in _gaps(old, new, _whole, range(len(old)), range(len(new)), pairs):
        inner: Pairs = []
        for left, right in _gaps(old, new, _named, old_gap, new_gap, inner):
            inner += _most_alike(old, new, left, right, likeness)
        pairs += inner
    return _in_order(pairs)


def cells_alike(old: Row, new: Row) -> float:
    """How much of two rows is the same, 0–1; words count more than numbers."""
    longest = max(len(old), len(new))
    same = total = 0
    for at in range(longest):
        before = old[at] if at < len(old) else ""
        after = new[at] if at < len(new) else ""
        weight = max(_weight(before), _weight(after))
        total += weight
        same += weight if before == after else 0
    return same / total if total else 1.0


def values_alike(old: Row, new: Row) -> float:
    """How much of two columns is the same, 0–1, whatever the order."""
    before, after = set(old) - {""}, set(new) - {""}
    most = max(len(before), len(after))
    return len(before & after) / most if most else 1.0


def _whole(row: Row) -> Hashable:
    return row


def _named(row: Row) -> Hashable:
    """The row by its words: what it is about stays when its numbers are mended."""
    return tuple(cell for cell in row if _weight(cell) > 1)


def _weight(cell: str) -> int:
    if not cell:
        return 0
    return 3 if sum(map(str.isalpha, cell[:20])) > 2 else 1


def _gaps(
    old: Sequence[Row],
    new: Sequence[Row],
    key: Callable[[Row], Hashable],
    old_rows: range,
    new_rows: range,
    pairs: Pairs,
) -> list[tuple[range, range]]:
    """The runs between rows that occur once on each side; those rows are added to the pairs."""
    before, after = _once(old, key, old_rows), _once(new, key, new_rows)
    both = [(at, after[name]) for name, at in before.items() if name in after]
    gaps = []
    left, right = old_rows.start, new_rows.start
    for at_old, at_new in [*_rising(both), (old_rows.stop, new_rows.stop)]:
        if at_old > left or at_new > right:
            gaps.append((range(left, at_old), range(right, at_new)))
        if at_old < old_rows.stop and at_new < new_rows.stop:
            pairs.append((at_old, at_new))
        left, right = at_old + 1, at_new + 1
    return gaps


def _once(rows: Sequence[Row], key: Callable[[Row], Hashable], at: range) -> dict[Hashable, int]:
    """The names that one row only has → that row, in order."""
    places: dict[Hashable, int] = {}
    again: set[Hashable] = set()
    for one in at:
        name = key(rows[one])
        if not name or name in places:
            again.add(name)
        else:
            places[name] = one
    return {name: one for name, one in places.items() if name not in again}


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs whose new rows rise too: rows that were moved are left out."""
    ends: list[int] = []  # the smallest last new row of a run of each length
    at_end: list[int] = []
    before: list[int] = []
    for at, (_, new) in enumerate(pairs):
        length = bisect_left(ends, new)
        ends[length : length + 1] = [new]
        at_end[length : length + 1] = [at]
        before.append(at_end[length - 1] if length else -1)
    run: list[tuple[int, int]] = []
    at = at_end[-1] if at_end else -1
    while at >= 0:
        run.append(pairs[at])
        at = before[at]
    return run[::-1]


def _most_alike(
    old: Sequence[Row], new: Sequence[Row], left: range, right: range, likeness: Likeness
) -> Pairs:
    """The pairs of a gap with most in common; what is left over came in or went out."""
    if len(left) * len(right) > _MOST_COMPARED:
        return _side_by_side(list(left), list(right))
    best = [[0.0] * (len(right) + 1) for _ in range(len(left) + 1)]
    alike = [[likeness(old[i], new[j]) for j in right] for i in left]
    for i in range(len(left) - 1, -1, -1):
        for j in range(len(right) - 1, -1, -1):
            paired = alike[i][j] + best[i + 1][j + 1] if alike[i][j] >= _ALIKE else 0.0
            best[i][j] = max(paired, best[i + 1][j], best[i][j + 1])
    return _followed(best, alike, left, right)


def _followed(
    best: Sequence[Sequence[float]], alike: Sequence[Sequence[float]], left: range, right: range
) -> Pairs:
    """The pairs of the best sum; between them, as many rows on both sides are the same rows."""
    pairs: Pairs = []
    gone: list[int] = []
    come: list[int] = []
    i = j = 0
    while i < len(left) and j < len(right):
        if best[i][j] == best[i + 1][j]:
            gone.append(left[i])
            i += 1
        elif best[i][j] == best[i][j + 1]:
            come.append(right[j])
            j += 1
        else:
            pairs += [*_side_by_side(gone, come), (left[i], right[j])]
            gone, come = [], []
            i, j = i + 1, j + 1
    return [*pairs, *_side_by_side([*gone, *left[i:]], [*come, *right[j:]])]


def _side_by_side(gone: Sequence[int], come: Sequence[int]) -> Pairs:
    if len(gone) == len(come):
        return list(zip(gone, come, strict=True))
    return [*((at, None) for at in gone), *((None, at) for at in come)]


def _in_order(pairs: Pairs) -> Pairs:
    """By new row, rows that went out where they stood."""

    def place(pair: tuple[int | None, int | None]) -> tuple[int, int]:
        old, new = pair
        return (new, 0) if new is not None else (after.get(old, -1), 1)

    after: dict[int | None, int] = {}
    last = -1
    for old, new in sorted(pairs, key=lambda one: (one[0] is None, one[0] or 0)):
        last = last if new is None else new
        after[old] = last
    return sorted(pairs, key=place)
