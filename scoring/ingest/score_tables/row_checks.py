"""Whether each row of a score table makes sense by itself: code, maximum, points, loss."""

from collections.abc import Iterator

import numpy as np

from scoring.ingest.problems import Problem
from scoring.ingest.score_tables.check_basis import (
    NOISE,
    PRINTED,
    Basis,
    graded,
    numbers_of,
    problem_at,
)
from scoring.ingest.score_tables.points_cells import Blank
from scoring.ingest.score_tables.scores import Scores
from scoring.text import format as fmt


def duplicate_codes(scores: Scores, basis: Basis) -> Iterator[Problem]:
    """A code that stands twice: neither row can be told from the other."""
    codes = scores.frame["code"]
    repeated = np.flatnonzero(codes.duplicated().to_numpy())
    first: dict[str, int] = {}
    if len(repeated):
        first = dict(zip(codes[::-1], scores.frame["row"][::-1], strict=True))
    for at in repeated:
        code = codes.iat[at]
        found = f"{code} đã có ở dòng {first[code]}"
        yield problem_at(scores, int(at), "duplicate-code", "code", "mã chưa dùng", found)


def points_above_max(scores: Scores, basis: Basis) -> Iterator[Problem]:
    """Points, or self points, above the row's own maximum."""
    top = numbers_of(scores, "max_points")
    for field in ("points", "self_points"):
        values = numbers_of(scores, field)
        for at in np.flatnonzero(values > top + NOISE):
            expected = f"số từ 0 đến {fmt.points(top[at])}"
            yield problem_at(
                scores, int(at), "points-above-max", field, expected, fmt.points(values[at])
            )


def negative_numbers(scores: Scores, basis: Basis) -> Iterator[Problem]:
    """Points below zero: penalties exist, slips too."""
    for field, code in (
        ("points", "negative-points"),
        ("self_points", "negative-points"),
        ("max_points", "negative-points"),
        ("lost_points", "negative-loss"),
    ):
        values = numbers_of(scores, field)
        for at in np.flatnonzero(values < -NOISE):
            yield problem_at(
                scores, int(at), code, field, "số từ 0 trở lên", fmt.points(values[at])
            )


def lost_differs(scores: Scores, basis: Basis) -> Iterator[Problem]:
    """Lost points that are not max − points: beyond rounding a warning, within it a note."""
    top, points, lost = (numbers_of(scores, f) for f in ("max_points", "points", "lost_points"))
    gap = np.abs(top - points - lost)
    for at in np.flatnonzero(gap > PRINTED):
        expected = (
            f"{fmt.points(top[at])} − {fmt.points(points[at])} = "
            f"{fmt.points(round(top[at] - points[at], 6))}"
        )
        differs = problem_at(
            scores, int(at), "lost-differs", "lost_points", expected, fmt.points(lost[at])
        )
        yield graded(differs, gap[at], basis)


def missing_points(scores: Scores, basis: Basis) -> Iterator[Problem]:
    """A leaf with nothing achieved written down, unless it belongs to the survey."""
    frame = scores.frame
    told = set(scores.full.cells.get("points", ()))
    wrong = {p.row for p in scores.problems if p.code == "not-a-number"}
    blank = frame["points"].isna().to_numpy().copy()
    blank[list(told)] = True
    for at in np.flatnonzero(blank & scores.tree.leaf):
        points = frame["points"].iat[at]
        row = int(frame["row"].iat[at])
        cells = scores.blanks.get(row, Blank())
        if row in wrong or cells.applies_not or (cells.formula and at not in told):
            continue
        if not is_survey(scores, int(at), basis):
            found = cells.found
            found += f"; hai cột kia cho {fmt.points(points)}" if at in told else ""
            yield problem_at(scores, int(at), "points-missing", "points", "điểm đạt được", found)


def missing_max(scores: Scores, basis: Basis) -> Iterator[Problem]:
    """Points without the maximum they are out of."""
    frame = scores.frame
    bare = (frame["max_points"].isna() & frame["points"].notna()).to_numpy()
    wrong = {p.row for p in scores.problems if p.code == "not-a-number"}
    for at in np.flatnonzero(bare):
        if int(frame["row"].iat[at]) not in wrong:
            yield problem_at(scores, int(at), "max-missing", "max_points", "điểm chuẩn", "ô trống")


def is_survey(scores: Scores, at: int, basis: Basis) -> bool:
    """Whether a row, or a row above it, is scored by survey."""
    while at >= 0:
        title = scores.frame["title"].iat[at]
        kind = basis.reference.kind_of(basis.criteria_set, scores.tree.codes[at], title)
        if kind:
            return kind == "survey"
        at = int(scores.tree.parent[at])
    return False
