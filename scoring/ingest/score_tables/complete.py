"""What a score table leaves out and its own numbers tell: max − points = lost, parents' sums."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from scoring.ingest.finding.layout import Layout
from scoring.ingest.score_tables.tree import Tree

COLUMNS = ("max_points", "points", "lost_points")


@dataclass(frozen=True)
class Completed:
    """The rows with every number that follows from others, and which those are."""

    frame: pd.DataFrame
    column: str | None  # the one of the three columns that is not printed at all
    cells: Mapping[str, tuple[int, ...]]  # printed columns → positions of blanks filled in
    headings: tuple[int, ...]  # positions of parents summed from their children


def completed(
    frame: pd.DataFrame,
    tree: Tree,
    layout: Layout,
    unread: Mapping[str, NDArray[np.bool_]],
) -> Completed:
    """Each row with the one of max − points = lost that it lacks, then parents from children.

    A cell that is there and cannot be read is never filled in.
    """
    before = {name: frame[name].to_numpy(dtype=float) for name in COLUMNS}
    closed = _closed(before, unread)
    unknown = np.any([unread[name] for name in COLUMNS], axis=0)
    closed, headings = _summed(closed, tree, unknown)
    cells = {
        name: tuple(np.flatnonzero(np.isnan(before[name]) & ~np.isnan(closed[name])).tolist())
        for name in _printed(layout)
    }
    summed = frozenset(headings)
    blanks = {name: tuple(at for at in ats if at not in summed) for name, ats in cells.items()}
    return Completed(frame.assign(**closed), _unprinted(layout), blanks, headings)


def _closed(
    values: Mapping[str, NDArray[np.float64]], unread: Mapping[str, NDArray[np.bool_]]
) -> dict[str, NDArray[np.float64]]:
    top, points, lost = (values[name] for name in COLUMNS)
    told = {"max_points": points + lost, "points": top - lost, "lost_points": top - points}
    return {
        name: np.where(
            np.isnan(values[name]) & ~unread[name],
            np.round(told[name], 10),
            values[name],
        )
        for name in COLUMNS
    }


def _summed(
    values: dict[str, NDArray[np.float64]], tree: Tree, unread: NDArray[np.bool_]
) -> tuple[dict[str, NDArray[np.float64]], tuple[int, ...]]:
    """Parents whose loss is not told take it from their children, from the bottom upwards.

    What a parent prints itself stays: with points, only its maximum is taken from the children.
    """
    lacking = np.isnan(values["lost_points"]) & ~tree.leaf & ~unread
    if not lacking.any():
        return values, ()
    result = {name: numbers.copy() for name, numbers in values.items()}
    top, points, lost = (result[name] for name in COLUMNS)
    headings = []
    for at in sorted(np.flatnonzero(lacking), key=lambda at: -tree.codes[at].count(".")):
        children = tree.parent == at
        below = lost[children].sum()
        if np.isnan(below):
            continue
        top[at] = round(top[children].sum(), 10) if np.isnan(top[at]) else top[at]
        lost[at] = round(below if np.isnan(points[at]) else top[at] - points[at], 10)
        points[at] = round(top[at] - lost[at], 10)
        headings.append(int(at))
    return result, tuple(sorted(headings))


def _printed(layout: Layout) -> tuple[str, ...]:
    return tuple(name for name in COLUMNS if _stands(name, layout))


def _unprinted(layout: Layout) -> str | None:
    """The one column that the other two tell."""
    missing = [name for name in COLUMNS if not _stands(name, layout)]
    return missing[0] if len(missing) == 1 else None


def _stands(name: str, layout: Layout) -> bool:
    names = {name} if name != "points" else {"points", "total_points", "survey_points"}
    return bool(names & layout.columns.keys())
