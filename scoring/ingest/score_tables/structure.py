"""How deep each row of a table without codes stands: by its look, or by what adds up."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from scoring.ingest.score_tables.adding import MOST_ROWS, has_parent, nestings
from scoring.ingest.score_tables.appearance import Look

Values = NDArray[np.float64]  # a row's lost points, maximum and points; NaN where not printed
BY_INDENT, BY_BOLD, BY_SUMS = "thụt đầu dòng", "chữ đậm, chữ hoa", "tổng điểm của các dòng"
_TRUSTED = 3  # parents whose sums fit for each one whose sum does not, where indents tell


def depths(
    looks: Sequence[Look],
    values: Values,
    *,
    total: Values | None,
    tolerance: float,
) -> tuple[list[int], str] | None:
    """The depth of each row from 0, and what told it; None where nothing tells it surely.

    `total` is the printed total of these rows: their parent's numbers, or the totals row's.
    """
    for how, keys in (
        (BY_INDENT, [look.indent for look in looks]),
        (BY_BOLD, [_weight(look) for look in looks]),
    ):
        if len(set(keys)) > 1 and keys[0] == min(keys):
            found = _nested(keys)
            if _bears_out(how, found, values, tolerance):
                return found, how
    by_sums = _by_sums(values, total, tolerance)
    return (by_sums, BY_SUMS) if by_sums else None


def codes_of(depth: Sequence[int], above: str = "") -> list[str]:
    """Codes for rows of these depths: 1, 1.1, 1.2, 2 …, all under `above`."""
    counters: list[int] = []
    codes = []
    for deep in depth:
        counters = [*counters[: deep + 1], *[0] * (deep + 1 - len(counters))]
        counters[deep] += 1
        codes.append(".".join([*([above] if above else []), *map(str, counters)]))
    return codes


def _weight(look: Look) -> int:
    """0 for capitals, 1 for bold, 2 for the rest: headings are heavier."""
    if look.capitals:
        return 0
    return 1 if look.bold else 2


def _nested(keys: Sequence[int]) -> list[int]:
    """The depth of each row where a larger key stands below a smaller one."""
    open_keys: list[int] = []
    found = []
    for key in keys:
        while open_keys and open_keys[-1] >= key:
            open_keys.pop()
        open_keys.append(key)
        found.append(len(open_keys) - 1)
    return found


def fits(parent: Values, children: Values, tolerance: float) -> bool | None:
    """Whether the children add up to their parent; None where no number tells.

    The lost points decide where any were lost. Where none were, children may be left out: what
    they have less than their parent says nothing, what they have more speaks against them.
    """
    if not len(children):
        return None
    gaps = children.sum(axis=0) - parent
    lost, top = gaps[0], gaps[1]
    near = tolerance + 1e-6
    if abs(lost) > near:
        return False
    if abs(lost) <= near and abs(parent[0]) > near:
        return True
    if np.isnan(top) or top < -near:
        return None
    return bool(top <= near)


def _bears_out(how: str, depth: Sequence[int], values: Values, tolerance: float) -> bool:
    """Whether the sums do not speak against this nesting; bold alone needs them to speak for it,
    as single criteria are written in capitals too ('SIPAS')."""
    told = [
        fits(values[at], values[children], tolerance)
        for at in range(len(depth))
        if (children := children_of(depth, at))
    ]
    if how == BY_BOLD:
        return True in told and False not in told
    return told.count(True) >= _TRUSTED * told.count(False)


def children_of(depth: Sequence[int], at: int) -> list[int]:
    """The rows one level below a row, up to the next one of its own level."""
    found = []
    for below in range(at + 1, len(depth)):
        if depth[below] <= depth[at]:
            break
        if depth[below] == depth[at] + 1:
            found.append(below)
    return found


def _by_sums(values: Values, total: Values | None, tolerance: float) -> list[int] | None:
    """Each row a parent where those that follow add up to it in every column.

    Sure only where there is one way to read the rows so: the top rows add up to the printed
    total, or each of them has rows below it, or nothing adds up to anything.
    """
    columns = [at for at in (0, 1) if not np.isnan(values[:, at]).any()]
    if not columns or not 0 < len(values) <= MOST_ROWS:
        return None
    whole = total[columns] if total is not None and not np.isnan(total[columns]).any() else None
    found = nestings(values[:, columns], whole, tolerance)
    if len(found) == 1:
        return list(found[0])
    flat = [0] * len(values)
    if whole is None and not found and _adds_up_to_nothing(values, columns, tolerance):
        return flat
    return None


def _adds_up_to_nothing(values: Values, columns: Sequence[int], tolerance: float) -> bool:
    """Whether no row is the sum of some that follow it, in any of the columns alone.

    Of lost points one row is enough: a heading and its only row with losses lost the same.
    """
    return not any(
        has_parent(values[values[:, at] != 0][:, [at]], tolerance, rows=1 if at == 0 else 2)
        for at in columns
    )
