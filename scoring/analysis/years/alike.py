"""Which rows of two score tables are probably the same criterion, by code, title and parent?"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd
from rapidfuzz import fuzz, process

from scoring.text.words import fold

# Likeness of two titles, 0–100. Under the same code a title may have been reworded; under another
# code it has to be nearly the same.
_SAME_CODE_SURE, _SAME_CODE_PERHAPS = 80, 55
_OTHER_CODE_SURE, _OTHER_CODE_PERHAPS = 95, 85
# What a code and a parent weigh beside the title, in points of likeness.
_FOR_CODE, _FOR_PARENT, _PARENT_ALIKE = 15, 5, 80
_CONTESTED = 5  # another pair nearly as good leaves a doubt
_MOST_COMPARED = 1_000_000  # pairs of titles; beyond it a title is looked for under its code only


@dataclass(frozen=True)
class Alike:
    """A row of the earlier table and one of the later, by their codes."""

    old: str
    new: str
    likeness: float
    doubtful: bool


def alike_rows(old: pd.DataFrame, new: pd.DataFrame) -> Iterator[Alike]:
    """Pairs of rows of which at least one is a leaf, best first; a row is in one pair at most.

    Shape: both have code, parent, title, leaf; codes are unique.
    """
    old, new = _prepared(old), _prepared(new)
    equal = old.merge(new, on=["code", "folded"], suffixes=("_old", "_new"))
    equal = equal[equal["leaf_old"] | equal["leaf_new"]]
    for code in equal["code"]:
        yield Alike(code, code, 100.0, doubtful=False)
    left, right = (_left_over(frame, equal["code"]) for frame in (old, new))
    if len(left) * len(right) > _MOST_COMPARED:
        codes = set(left["code"]) & set(right["code"])
        left, right = (frame[frame["code"].isin(codes)] for frame in (left, right))
        yield from _under_one_code(left, right)
    elif len(left) and len(right):
        yield from _best_first(left, right)


def _prepared(rows: pd.DataFrame) -> pd.DataFrame:
    titles = dict(zip(rows["code"], rows["title"], strict=True))
    return pd.DataFrame(
        {
            "code": rows["code"].to_numpy(),
            "leaf": rows["leaf"].to_numpy(dtype=bool),
            "folded": [fold(title) for title in rows["title"]],
            "above": [fold(titles.get(code, "")) for code in rows["parent"]],
        }
    )


def _left_over(rows: pd.DataFrame, taken: pd.Series) -> pd.DataFrame:
    return rows[~rows["code"].isin(set(taken))].reset_index(drop=True)


def _under_one_code(left: pd.DataFrame, right: pd.DataFrame) -> Iterator[Alike]:
    pairs = left.merge(right, on="code", suffixes=("_old", "_new"))
    for row in pairs[pairs["leaf_old"] | pairs["leaf_new"]].itertuples(index=False):
        likeness = fuzz.ratio(row.folded_old, row.folded_new)
        if likeness >= _SAME_CODE_PERHAPS:
            yield Alike(row.code, row.code, round(likeness, 1), likeness < _SAME_CODE_SURE)


def _best_first(left: pd.DataFrame, right: pd.DataFrame) -> Iterator[Alike]:
    titles = _compared(left["folded"], right["folded"])
    same = left["code"].to_numpy()[:, None] == right["code"].to_numpy()[None, :]
    leaf = left["leaf"].to_numpy()[:, None] | right["leaf"].to_numpy()[None, :]
    parents = _compared(left["above"], right["above"]) >= _PARENT_ALIKE
    perhaps = leaf & (titles >= np.where(same, _SAME_CODE_PERHAPS, _OTHER_CODE_PERHAPS))
    sure = titles >= np.where(same, _SAME_CODE_SURE, _OTHER_CODE_SURE)
    score = np.where(perhaps, titles + _FOR_CODE * same + _FOR_PARENT * parents, -np.inf)
    rows, columns = np.nonzero(perhaps)
    free_rows, free_columns = (np.ones(size, dtype=bool) for size in score.shape)
    for at in np.lexsort((columns, rows, -score[rows, columns])):
        row, column = int(rows[at]), int(columns[at])
        if not (free_rows[row] and free_columns[column]):
            continue
        best = score[row, column]
        free_rows[row] = free_columns[column] = False
        rivals = np.append(score[row, free_columns], score[free_rows, column])
        doubtful = not sure[row, column] or bool((rivals > best - _CONTESTED).any())
        codes = left["code"].iat[row], right["code"].iat[column]
        yield Alike(*codes, round(float(titles[row, column]), 1), doubtful)


def _compared(ours: pd.Series, theirs: pd.Series) -> np.ndarray:
    """How alike each two titles are, 0–100."""
    return process.cdist(ours.tolist(), theirs.tolist(), scorer=fuzz.ratio, dtype=np.float64)
