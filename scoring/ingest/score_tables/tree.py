"""How the printed criteria hang together: parents, leaves, top rows, losses of children."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scoring.text.codes import parent_of

Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Tree:
    """The printed rows as a tree; all sequences are in printed order."""

    codes: tuple[str, ...]
    parent: NDArray[np.int64]  # position of the nearest printed ancestor, −1 for a top row
    leaf: NDArray[np.bool_]

    @property
    def top(self) -> NDArray[np.bool_]:
        """Which rows are top rows: those without a printed ancestor."""
        return self.parent < 0

    def parent_codes(self) -> list[str]:
        """The code of each row's nearest printed ancestor, '' for a top row."""
        return [self.codes[at] if at >= 0 else "" for at in self.parent]

    def sums(self, values: NDArray[np.float64]) -> NDArray[np.float64]:
        """For each row the sum of its printed children's values; NaN where one is missing, 0 where
        there is none."""
        below = ~self.top
        return np.bincount(
            self.parent[below], weights=values[below], minlength=len(self.codes)
        ).astype(float)


def tree_of(codes: Sequence[str]) -> Tree:
    """The tree of the printed codes; of a repeated code the first row is the parent."""
    position: dict[str, int] = {}
    for at, code in enumerate(codes):
        position.setdefault(code, at)
    nearest: dict[str, int] = {}

    def ancestor(code: str) -> int:
        above = parent_of(code)
        if not above:
            return -1
        if above not in nearest:
            nearest[above] = position[above] if above in position else ancestor(above)
        return nearest[above]

    parent = np.fromiter((ancestor(code) for code in codes), dtype=np.int64, count=len(codes))
    leaf = np.ones(len(codes), dtype=bool)
    leaf[parent[parent >= 0]] = False
    return Tree(tuple(codes), parent, leaf)
