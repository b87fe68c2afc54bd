"""How the printed criteria hang together: parents, leaves, top rows, losses of children."""

from collections.abc import Mapping, Sequence
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
        return [self.codes[at] if at >= 0 else "" for at in self.parent.tolist()]

    def sums(self, values: NDArray[np.float64]) -> NDArray[np.float64]:
        """For each row the sum of its printed children's values; NaN where one is missing, 0 where
        there is none."""
        below = ~self.top
        return np.bincount(
            self.parent[below], weights=values[below], minlength=len(self.codes)
        ).astype(float)


def tree_of(codes: Sequence[str]) -> Tree:
    """The tree of the printed codes; of a repeated code the first row is the parent."""
    last = len(codes) - 1
    position = dict(zip(reversed(codes), range(last, -1, -1), strict=True))
    above = [parent_of(code) for code in codes]
    nearest = {code: _nearest(code, position) for code in set(above)}
    parent = np.fromiter(map(nearest.__getitem__, above), dtype=np.int64, count=len(codes))
    leaf = np.ones(len(codes), dtype=bool)
    leaf[parent[parent >= 0]] = False
    return Tree(tuple(codes), parent, leaf)


def _nearest(code: str, position: Mapping[str, int]) -> int:
    """The position of a code or else of the one above it that is printed; −1 where none is."""
    while code and code not in position:
        code = parent_of(code)
    return position.get(code, -1) if code else -1
