"""Whether a score table's numbers close: each check yields what it finds."""

from scoring.ingest.problems import Problem
from scoring.ingest.score_tables.check_basis import NOISE, Basis, Check
from scoring.ingest.score_tables.computed_checks import (
    computed_cells,
    computed_column,
    summed_headings,
)
from scoring.ingest.score_tables.row_checks import (
    duplicate_codes,
    lost_differs,
    missing_max,
    missing_points,
    negative_numbers,
    points_above_max,
)
from scoring.ingest.score_tables.scores import Scores
from scoring.ingest.score_tables.tree_checks import (
    absent_domains,
    children_differ,
    missing_parents,
    printed_total_differs,
    title_clashes,
)

# A criteria set's own table is asked some of the checks as well.
__all__ = [
    "NOISE",
    "Basis",
    "Check",
    "check_scores",
    "duplicate_codes",
    "missing_parents",
    "negative_numbers",
    "printed_total_differs",
    "title_clashes",
]

CHECKS: tuple[Check, ...] = (
    duplicate_codes,
    points_above_max,
    negative_numbers,
    lost_differs,
    children_differ,
    missing_parents,
    title_clashes,
    missing_points,
    missing_max,
    printed_total_differs,
    absent_domains,
    computed_column,
    computed_cells,
    summed_headings,
)


def check_scores(scores: Scores, basis: Basis) -> tuple[Problem, ...]:
    """All problems of a score table, by row."""
    found = [*scores.problems, *(p for check in CHECKS for p in check(scores, basis))]
    return tuple(sorted(found, key=lambda p: (p.row or 0, p.column or "", p.code)))
