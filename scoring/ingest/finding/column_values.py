"""Which of several columns is meant where their names do not tell: their values do."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np

from scoring.ingest.finding.answers import answers_among, are_added
from scoring.ingest.finding.columns import Assignment
from scoring.ingest.finding.first_rows import MOSTLY, ROUNDED, Rows
from scoring.ingest.finding.forms import NAMES_A_ROW, Form
from scoring.ingest.finding.header_rows import Parts
from scoring.ingest.finding.headers import LOOSELY, NUMBER_FIELDS, Headers, bare
from scoring.ingest.finding.kinds import of_values, split_by_method
from scoring.ingest.finding.losses import is_difference, is_no_loss
from scoring.ingest.finding.year_columns import Chosen, by_year
from scoring.text.words import fold

_TOLD = (*NAMES_A_ROW, "lead")  # texts that matter if another column says else
_LAST = 99
_ROUND = re.compile(r"(?:lần|vòng|đợt)\s*(?:thứ\s*)?(\d+|cuối|nhất|một|hai|ba)\b")
_FINAL = re.compile(
    r"sau (?:giải trình|phúc tra|rà soát|đối thoại|kiến nghị)|cuối cùng|chính thức|cả năm"
)
_IN_WORDS = {"nhất": 1, "một": 1, "hai": 2, "ba": 3, "cuối": _LAST}
_CLOSING = ("max_points", "points", "lost_points")
_PARTS = ("points", "survey_points")  # of a total


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


def settled(
    assignment: Assignment, parts: Parts, headers: Headers, rows: Rows, forms: Sequence[Form]
) -> Iterator[Settled]:
    """The columns of each table of a header, one table a year."""
    assignment = of_values(assignment, parts, headers, rows, forms)
    for chosen in by_year(assignment, parts):
        yield _settled(assignment, chosen, parts, rows)


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
    if is_no_loss(columns, names, rows):
        del columns["lost_points"]
    doubts += _loose(assignment, columns, names, rows)
    doubts += (_may_be_no(field, columns) for field in chosen.of_no_year if field in columns)
    if split := split_by_method(assignment.form.kind, columns, rows):
        doubts.append(Doubt("column-doubtful", "points", split[0], split[0]))
    return Settled(assignment, chosen.year, columns, _that_matter(doubts, columns, rows))


def _that_matter(
    doubts: Sequence[Doubt], columns: Mapping[str, int], rows: Rows
) -> tuple[Doubt, ...]:
    """The doubts without those about the parts of a total that is printed: it counts."""
    total = columns.get("total_points")
    if total is None or not rows.counted(total):
        return tuple(doubts)
    return tuple(one for one in doubts if one.code != "column-doubtful" or one.field not in _PARTS)


def _may_be_no(field: str, columns: Mapping[str, int]) -> Doubt:
    """That a column may not hold what it is taken for."""
    return Doubt("column-doubtful", field, columns[field], columns[field])


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
    if field in NAMES_A_ROW and said:
        most = max(said, key=rows.filled)
        said = [at for at in said if not _names_fewer(at, most, rows)]
    if field == "percent":
        answers = answers_among(names)
        said = [at for at in said if at not in answers] or said
        if are_added(said, answers, names):
            return said[0], None
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


def _names_fewer(at: int, most: int, rows: Rows) -> bool:
    """Whether a column names only some of the rows that another names: 'Lĩnh vực' over several."""
    return rows.filled(at) < MOSTLY * rows.filled(most) and rows.covers(most, at)


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
        return not bool((numbers > rows.numbers(columns["max_points"]) + ROUNDED).any())
    return True


def _loose(
    assignment: Assignment, columns: Mapping[str, int], names: Sequence[str], rows: Rows
) -> Iterator[Doubt]:
    """'Điểm thưởng' is taken for the points only with a question, unless the rows prove it.

    So is a column named by its year alone, and a difference of which nothing tells between what.
    """
    if assignment.form.kind != "scores":
        return
    closing = set(_CLOSING) <= columns.keys()
    proved = closing and rows.close(*(columns[f] for f in _CLOSING))
    for field in ("max_points", "self_points", "points", "total_points"):
        loosely = field in columns and (
            assignment.strengths.get(columns[field]) == LOOSELY or not bare(names[columns[field]])
        )
        if loosely and not (proved and field in _CLOSING):
            yield _may_be_no(field, columns)
    if "lost_points" in columns and not closing and is_difference(names[columns["lost_points"]]):
        yield _may_be_no("lost_points", columns)
