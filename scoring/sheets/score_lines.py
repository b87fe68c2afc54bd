"""The rows of a score template: a criteria set's, and blank ones where the set is not whole."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from scoring.ingest.reference import CriteriaSet, Criterion
from scoring.text.codes import depth_of, parent_of

_SPARE = {1: 3}  # blank rows under a domain whose criteria are not all known
_SPARE_BELOW = 2
_BLANK_ROWS = 60  # of a set whose criteria are not known at all
_CLOSES = 0.005  # points between a maximum and those of its parts that are no gap


@dataclass(frozen=True)
class Filled:
    """What is filled in for one criterion."""

    points: float | None = None
    self_points: float | None = None
    max_points: float | None = None  # where the set does not know it


@dataclass(frozen=True)
class ScoreLine:
    """One row: a criterion of the set, or (without a code) one to be written in."""

    code: str
    title: str
    max_points: float | None
    above: str  # the code that it stands under, '' for none
    children: tuple[int, ...] = ()  # the rows directly below it; points are summed from them
    filled: Filled = Filled()

    @property
    def spare(self) -> bool:
        """Whether code and title are to be written in too."""
        return not self.code

    @property
    def most(self) -> float | None:
        """The maximum, as the set or the one who fills says."""
        return self.max_points if self.max_points is not None else self.filled.max_points


def score_lines(criteria_set: CriteriaSet, filled: Mapping[str, Filled]) -> tuple[ScoreLine, ...]:
    """The rows of a set, top to bottom."""
    if not criteria_set.criteria:
        return (ScoreLine("", "", None, ""),) * _BLANK_ROWS
    lines: list[ScoreLine] = []
    for code in _below("", criteria_set):
        _add(code, criteria_set, filled, lines)
    return tuple(lines)


def tops(lines: Sequence[ScoreLine]) -> tuple[int, ...]:
    """The rows that the total is taken over."""
    below = {child for line in lines for child in line.children}
    return tuple(at for at in range(len(lines)) if at not in below)


def points_of(lines: Sequence[ScoreLine], at: int, field: str) -> float | None:
    """A row's points as its formula computes them; None where it would stay blank.

    A parent loses what its children lose, so that rows which are not listed lose nothing.
    """
    line = lines[at]
    if not line.children:
        value: float | None = getattr(line.filled, field)
        return value
    below = [(lines[one].most, points_of(lines, one, field)) for one in line.children]
    known = [(most, points) for most, points in below if most is not None or points is not None]
    pairs = [(most, points) for most, points in known if most is not None and points is not None]
    if line.most is None or not pairs or len(pairs) < len(known):
        return None
    return round(line.most - (sum(m for m, _ in pairs) - sum(p for _, p in pairs)), 6)


def _add(
    code: str, criteria_set: CriteriaSet, filled: Mapping[str, Filled], lines: list[ScoreLine]
) -> int:
    """Add a criterion and all below it; gives its row."""
    criterion = criteria_set.criteria[code]
    at = len(lines)
    title = _title(criterion, criteria_set)
    said = filled.get(code, Filled())
    lines.append(ScoreLine(code, title, criterion.max_points, _above(code, criteria_set), (), said))
    below = _below(code, criteria_set)
    children = [_add(one, criteria_set, filled, lines) for one in below]
    if below and not _whole(criterion, [criteria_set.criteria[one] for one in below]):
        spare = _SPARE.get(depth_of(code), _SPARE_BELOW)
        children += range(len(lines), len(lines) + spare)
        lines += [ScoreLine("", "", None, code)] * spare
    lines[at] = replace(lines[at], children=tuple(children))
    return at


def _above(code: str, criteria_set: CriteriaSet) -> str:
    """The nearest code above that the set has."""
    above = parent_of(code)
    while above and above not in criteria_set.criteria:
        above = parent_of(above)
    return above


def _below(code: str, criteria_set: CriteriaSet) -> list[str]:
    return [one for one in criteria_set.criteria if _above(one, criteria_set) == code]


def _whole(criterion: Criterion, below: Sequence[Criterion]) -> bool:
    """Whether the listed children are all there are: their maxima make up the parent's."""
    most = [one.max_points for one in below if one.max_points is not None]
    if criterion.max_points is None or len(most) < len(below):
        return False
    return abs(criterion.max_points - sum(most)) < _CLOSES


def _title(criterion: Criterion, criteria_set: CriteriaSet) -> str:
    """The title; where a sibling has the same one, a title that tells them apart."""
    above = parent_of(criterion.code)
    same = [
        one
        for one in criteria_set.criteria.values()
        if parent_of(one.code) == above and one.title.lower() == criterion.title.lower()
    ]
    return criterion.title if len(same) == 1 else f"{criterion.title} ({criterion.code})"
