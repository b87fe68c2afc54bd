"""Which of several columns is meant where their names do not tell: their values do."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import product

import numpy as np
from numpy.typing import NDArray

from scoring.ingest.finding.columns import Assignment, Chosen, Place, assigned, by_year
from scoring.ingest.finding.forms import Form
from scoring.ingest.finding.header_rows import Parts
from scoring.ingest.finding.headers import LOOSELY, NUMBER_FIELDS, Headers
from scoring.ingest.opening.workbook import Cell
from scoring.text.codes import code_text, numbered
from scoring.text.numbers import NotANumber, parse_number
from scoring.text.words import fold

LOOKED_AT = 200  # rows: enough to tell columns apart
_ROUNDED = 0.0205  # what rounding of the three columns leaves between them
_MOSTLY = 0.8
_TEXTS = ("title", "organisation", "factor", "lead", "coordinating", "solution")
_TOLD = ("title", "organisation", "factor", "lead")  # texts that matter if another column says else
_LAST = 99
_ROUND = re.compile(r"(?:lần|vòng|đợt)\s*(?:thứ\s*)?(\d+|cuối|nhất|một|hai|ba)\b")
_FINAL = re.compile(r"sau (?:giải trình|phúc tra|rà soát|đối thoại|kiến nghị)|cuối cùng|chính thức")
_IN_WORDS = {"nhất": 1, "một": 1, "hai": 2, "ba": 3, "cuối": _LAST}
_CHANGE = re.compile(r"tăng|so với(?! điểm (?:chuẩn|tối đa))|^so với")
_DIFFERENCE = re.compile(r"chênh lệch")
_CLOSING = ("max_points", "points", "lost_points")


@dataclass(frozen=True)
class Doubt:
    """Two columns of which either may hold a field: the one taken, and the other."""

    code: str
    field: str
    column: int
    other: int


@dataclass(frozen=True)
class Settled:
    """One table's columns as names and values together tell them."""

    assignment: Assignment
    year: int | None
    columns: Mapping[str, int]
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True)
class Rows:
    """The first rows of a table, looked at by column."""

    rows: Sequence[Sequence[Cell]]

    def cells(self, at: int) -> list[Cell]:
        """One column's cells."""
        return [row[at] if at < len(row) else "" for row in self.rows]

    @cached_property
    def _numbers(self) -> dict[int, NDArray[np.float64]]:
        return {}

    def numbers(self, at: int) -> NDArray[np.float64]:
        """One column's numbers, NaN where there is none."""
        if at not in self._numbers:
            self._numbers[at] = np.array([_number(cell) for cell in self.cells(at)], dtype=float)
        return self._numbers[at]

    def filled(self, at: int) -> int:
        """How many cells of a column say something."""
        return sum(not _says_nothing(cell) for cell in self.cells(at))

    def counted(self, at: int) -> int:
        """How many cells of a column are numbers."""
        return int((~np.isnan(self.numbers(at))).sum())

    def are_numbers(self, at: int) -> bool:
        """Whether a column holds numbers, but for a few slips."""
        return self.counted(at) > 0 and self.counted(at) >= self.filled(at) / 2

    def same(self, one: int, other: int) -> bool:
        """Whether two columns say the same in every row."""
        left, right = self.numbers(one), self.numbers(other)
        if np.isnan(left).all() and np.isnan(right).all():
            return [str(cell).strip() for cell in self.cells(one)] == [
                str(cell).strip() for cell in self.cells(other)
            ]
        return bool(np.array_equal(left, right, equal_nan=True))

    def close(self, top: int, points: int, lost: int) -> bool:
        """Whether max − points = lost, to rounding, in nearly all rows that have the three."""
        gap = np.abs(self.numbers(top) - self.numbers(points) - self.numbers(lost))
        gap = gap[~np.isnan(gap)]
        return len(gap) > 0 and bool((gap <= _ROUNDED).mean() >= _MOSTLY)


def _number(cell: Cell) -> float:
    try:
        number = parse_number(cell)
    except NotANumber:
        return np.nan
    return np.nan if number is None else number


def _says_nothing(cell: Cell) -> bool:
    try:
        return parse_number(cell) is None
    except NotANumber:
        return False


def settled(
    assignment: Assignment, parts: Parts, headers: Headers, rows: Rows, forms: Sequence[Form]
) -> Iterator[Settled]:
    """The columns of each table of a header, one table a year."""
    assignment = _of_texts(assignment, parts, headers, rows)
    scores = next((form for form in forms if form.kind == "scores"), None)
    if scores and _are_scores(assignment, parts, headers, rows):
        assignment = assigned(scores, parts, headers)
    for chosen in by_year(assignment, parts):
        yield _settled(assignment, chosen, parts, rows)


def _are_scores(assignment: Assignment, parts: Parts, headers: Headers, rows: Rows) -> bool:
    """Whether numbers stand where a list of tasks or of criteria has none."""
    kind = assignment.form.kind
    unknown = [at for at, texts in enumerate(parts) if texts and at not in assignment.strengths]
    numbers = [at for at in unknown if rows.are_numbers(at)]
    if kind == "criteria":
        top = rows.counted(assignment.columns["max_points"][0])
        return any(rows.counted(at) >= top / 2 for at in numbers)
    named = (headers.fields(" ".join(parts[at])) for at in numbers)
    return kind == "tasks" and any("max_points" in known for known in named)


def _of_texts(assignment: Assignment, parts: Parts, headers: Headers, rows: Rows) -> Assignment:
    """The columns without those that are named for texts and hold numbers."""
    refused = frozenset(
        (field, at)
        for field, ats in assignment.columns.items()
        if field in _TEXTS
        for at in ats
        if rows.counted(at) > 1 and rows.counted(at) >= _MOSTLY * rows.filled(at)
    )
    if not refused:
        return assignment
    again = _with_codes(assigned(assignment.form, parts, headers, refused), refused, rows)
    return again if set(again.missing) <= set(assignment.missing) else assignment


def _with_codes(found: Assignment, refused: frozenset[Place], rows: Rows) -> Assignment:
    """'Tiêu chí' over 1.1, 1.2 … is the column of codes where there is no other."""
    for field, at in refused:
        texts = [code_text(cell) for cell in rows.cells(at) if cell != ""]
        if field == "title" and "code" not in found.columns and all(map(numbered, texts)):
            return replace(found, columns={**found.columns, "code": [at]})
    return found


def _settled(assignment: Assignment, chosen: Chosen, parts: Parts, rows: Rows) -> Settled:
    columns = dict(chosen.columns)
    names = [fold(" ".join(texts)) for texts in parts]
    doubts = []
    closing = _closing(chosen, rows)
    columns.update(closing)
    for field, others in chosen.others.items():
        candidates = [chosen.columns[field], *others]
        at, doubt = _meant(field, candidates, columns, names, rows)
        if field not in closing or (doubt and doubt.code == "column-superseded"):
            columns[field] = at
            doubts += [doubt] if doubt else []
    if _is_no_loss(columns, names, rows):
        del columns["lost_points"]
    doubts += _loose(assignment, columns, rows)
    return Settled(assignment, chosen.year, columns, tuple(doubts))


def _closing(chosen: Chosen, rows: Rows) -> dict[str, int]:
    """The only choice of the three columns for which max − points = lost; empty if none is."""
    if not set(_CLOSING) & chosen.others.keys() or not set(_CLOSING) <= chosen.columns.keys():
        return {}
    choices = product(*([chosen.columns[f], *chosen.others.get(f, ())] for f in _CLOSING))
    close = [one for one in choices if len(set(one)) == len(one) and rows.close(*one)]
    return dict(zip(_CLOSING, close[0], strict=True)) if len(close) == 1 else {}


def _meant(
    field: str, candidates: list[int], columns: Mapping[str, int], names: list[str], rows: Rows
) -> tuple[int, Doubt | None]:
    """Which of several columns holds a field, and whether that is to be asked or told."""
    first = candidates[0]
    said = [at for at in candidates if rows.filled(at)]
    if field in NUMBER_FIELDS:
        said = [at for at in said if rows.are_numbers(at)]
        last = _last_round(said, names)
        if last is not None:
            before = next(at for at in said if at != last)
            return last, Doubt("column-superseded", field, last, before)
        said = [at for at in said if _fits(field, at, columns, rows)] or said
    if len(said) < 2:
        return (said or candidates)[0], None
    rivals = [at for at in said[1:] if not rows.same(at, said[0])]
    if rivals and (field in NUMBER_FIELDS or field in _TOLD):
        return said[0], Doubt("column-doubtful", field, said[0], rivals[0])
    return (first if first in said else said[0]), None


def _last_round(columns: Sequence[int], names: Sequence[str]) -> int | None:
    """Of 'lần 1' and 'lần 2' the last; None where the names do not count rounds."""
    rounds = {at: _round(names[at]) for at in columns}
    last = max(rounds, key=lambda at: rounds[at], default=None)
    values = sorted(rounds.values())
    return last if len(values) > 1 and values[-1] > values[-2] else None


def _round(name: str) -> int:
    if _FINAL.search(name):
        return _LAST
    match = _ROUND.search(name)
    if not match:
        return 0
    return int(match[1]) if match[1].isdigit() else _IN_WORDS[match[1]]


def _fits(field: str, at: int, columns: Mapping[str, int], rows: Rows) -> bool:
    """Whether a column's numbers can be what the field holds: no points above their maximum."""
    numbers = rows.numbers(at)
    if field == "percent":
        return bool(((numbers >= 0) & (numbers <= 100) | np.isnan(numbers)).all())
    if field in ("points", "self_points") and "max_points" in columns:
        return not bool((numbers > rows.numbers(columns["max_points"]) + _ROUNDED).any())
    return True


def _is_no_loss(columns: Mapping[str, int], names: Sequence[str], rows: Rows) -> bool:
    """Whether the column named as lost points is another difference: on last year, on self points.

    'Tăng/giảm' has to prove itself by max − points; 'Chênh lệch' is believed unless it is the
    difference of self points and points.
    """
    if "lost_points" not in columns:
        return False
    at = columns["lost_points"]
    told = {f: columns[f] for f in ("max_points", "points") if f in columns}
    if len(told) == 2 and rows.close(told["max_points"], told["points"], at):
        return False
    if _CHANGE.search(names[at]):
        return True
    if not _DIFFERENCE.search(names[at]) or not {"self_points", "points"} <= columns.keys():
        return False
    own, points = columns["self_points"], columns["points"]
    return rows.close(own, points, at) or rows.close(points, own, at)


def _loose(assignment: Assignment, columns: Mapping[str, int], rows: Rows) -> Iterator[Doubt]:
    """'Điểm thưởng' is taken for the points only with a question, unless the rows prove it."""
    if assignment.form.kind != "scores":
        return
    proved = set(_CLOSING) <= columns.keys() and rows.close(*(columns[f] for f in _CLOSING))
    for field in ("max_points", "self_points", "points", "total_points"):
        loosely = field in columns and assignment.strengths.get(columns[field]) == LOOSELY
        if loosely and not (proved and field in _CLOSING):
            yield Doubt("column-doubtful", field, columns[field], columns[field])
