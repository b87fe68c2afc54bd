"""Which of the readings of a doubtful code the codes before and after it tell."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

_NEAR = 5  # codes left out between two rows: tables often print only the rows with losses
_FAR, _BACK = 11.0, 10.0  # a jump costs a little more than a code that stands twice
_MARGIN = 2.0  # readings closer than this cannot be told apart by order
_TOLD = 15.0  # what a number format weighs against a jump

Code = tuple[int, ...]


@dataclass(frozen=True)
class Choice:
    """The readings of one row, and what order makes of them."""

    chosen: int  # position among the readings
    second: int  # the next best one
    margin: float  # by how much it is worse
    forward: bool  # whether the code stands after the one above it
    followed: bool  # whether it is the one that the number format tells, if that tells any

    @property
    def sure(self) -> bool:
        """Whether order tells the readings apart, and no format contradicts it."""
        return self.margin >= _MARGIN and self.forward and self.followed


def step(before: Code, after: Code) -> float:
    """How far a code is from the one before it: 0 for the next one, or the first one below.

    Backwards, or the same again, costs 10; a jump over many more than that, so that a repeated
    code is taken for a repeated code and not for a far one that lost its zero.
    """
    shared = 0
    while shared < min(len(before), len(after)) and before[shared] == after[shared]:
        shared += 1
    if shared == len(after):
        return _BACK
    here = after[shared] - (before[shared] if shared < len(before) else 0)
    if here <= 0:
        return _BACK
    return _gap(here) + sum(2 + _gap(part) for part in after[shared + 1 :])


def _gap(by: int) -> float:
    if by == 1:
        return 0.0
    return 1 + by / 100 if by <= _NEAR else _FAR + by / 5


def choices(
    rows: Sequence[Sequence[Code]], starts: Sequence[Code], told: Sequence[int | None]
) -> list[Choice]:
    """The reading of each row on the way through all of them that goes forward most evenly.

    `starts` are the codes that the first row may follow; `told` is the reading that a row's number
    format tells, None where it tells nothing. A row with one reading is what the others go by.
    """
    own = [
        [-_TOLD if at == hint else 0.0 for at in range(len(readings))]
        for readings, hint in zip(rows, told, strict=True)
    ]
    ahead, behind = _ahead(rows, starts, own), _behind(rows, own)
    costs = [
        [one + other for one, other in zip(*both, strict=True)]
        for both in zip(ahead, behind, strict=True)
    ]
    ranked = [sorted(range(len(line)), key=line.__getitem__) for line in costs]
    codes = [readings[best[0]] for readings, best in zip(rows, ranked, strict=True)]
    return [
        Choice(
            chosen=best[0],
            second=best[min(1, len(best) - 1)],
            margin=costs[at][best[1]] - costs[at][best[0]] if len(best) > 1 else inf,
            forward=at == 0 or step(codes[at - 1], codes[at]) != _BACK,
            followed=told[at] in (None, best[0]),
        )
        for at, best in enumerate(ranked)
    ]


def _ahead(
    rows: Sequence[Sequence[Code]], starts: Sequence[Code], own: Sequence[Sequence[float]]
) -> list[list[float]]:
    """The least cost of the way from the start to each reading, its own included."""
    costs: list[list[float]] = []
    for at, readings in enumerate(rows):
        line = []
        for one, code in enumerate(readings):
            if at:
                ways = [costs[-1][by] + step(other, code) for by, other in enumerate(rows[at - 1])]
            else:
                ways = [_beginning(start, code) for start in starts]
            line.append(min(ways) + own[at][one])
        costs.append(line)
    return costs


def _beginning(start: Code, code: Code) -> float:
    """The step to a first code; after no code at all, levels left out cost nothing."""
    return step(start, code) if start else sum(_gap(part) for part in code)


def _behind(rows: Sequence[Sequence[Code]], own: Sequence[Sequence[float]]) -> list[list[float]]:
    """The least cost of the way from each reading to the end, its own not included."""
    costs: list[list[float]] = [[0.0] * len(rows[-1])] if rows else []
    for at in range(len(rows) - 2, -1, -1):
        after = rows[at + 1]
        costs.append(
            [
                min(
                    step(code, other) + own[at + 1][by] + costs[-1][by]
                    for by, other in enumerate(after)
                )
                for code in rows[at]
            ]
        )
    return costs[::-1]
