"""What a score table is checked against, and how a check says what it finds."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from scoring.ingest.problems import Problem, as_rounding, problem
from scoring.ingest.reference import CriteriaSet, Reference
from scoring.ingest.score_tables.scores import Scores

NOISE = 1e-6  # what floating point leaves; anything above was printed
PRINTED = 0.0005  # half of the last of three decimals: less is no difference that anyone printed


@dataclass(frozen=True)
class Basis:
    """What a table is checked against."""

    tolerance: float  # points between parts and total that rounding explains
    criteria_set: CriteriaSet | None
    total_max: float | None  # what the top rows are out of; None where nothing tells
    reference: Reference


Check = Callable[[Scores, Basis], Iterator[Problem]]


def problem_at(
    scores: Scores, at: int, code: str, field: str, expected: str, found: str
) -> Problem:
    """A problem at one row's cell of a field, or where that would stand."""
    row = int(scores.frame["row"].iat[at])
    column = scores.column(field) or scores.column("points") or scores.column("title")
    return problem(code, sheet=scores.sheet, row=row, column=column, expected=expected, found=found)


def numbers_of(scores: Scores, field: str) -> np.ndarray:
    """One column of numbers, NaN where there is none."""
    return scores.frame[field].to_numpy(dtype=float)


def graded(differs: Problem, gap: float, basis: Basis) -> Problem:
    """Within the tolerance a difference is rounding, and said as a note."""
    return as_rounding(differs) if gap <= basis.tolerance + NOISE else differs
