"""A criteria set's own table: codes, titles, maximum points, and the attainable points."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd

from scoring.ingest.cells import texts_of
from scoring.ingest.finding.layout import Layout
from scoring.ingest.opening.workbook import Sheet
from scoring.ingest.problems import Place, Problem, as_rounding
from scoring.ingest.reference import Reference
from scoring.ingest.said import Given
from scoring.ingest.score_tables import score_checks as checks
from scoring.ingest.score_tables.scores import Scores, read_scores
from scoring.text import format as fmt
from scoring.text.words import fold

COLUMNS = ("row", "code", "parent", "depth", "leaf", "title", "max_points")
HUNDRED = 100.0
_OUT_OF_HUNDRED = re.compile(r"\bcấp (?:tỉnh|bộ)\b|\bcác (?:tỉnh|bộ)\b|thang điểm(?: là)? 100\b")
# What score tables are asked as well, and what has an answer without any score.
_CHECKS: tuple[checks.Check, ...] = (
    checks.duplicate_codes,
    checks.missing_parents,
    checks.title_clashes,
    checks.negative_numbers,
    checks.printed_total_differs,
)


@dataclass(frozen=True)
class Criteria:
    """What the table of a criteria set says.

    Shape: `frame` is row, code, parent, depth, leaf, title, max_points, kind (survey, impact,
        control, None where no word tells); `scale` is code, position, title, points, row.
    """

    frame: pd.DataFrame
    scale: pd.DataFrame
    problems: tuple[Problem, ...]


def read_criteria(sheet: Sheet, layout: Layout, given: Given) -> Criteria:
    """The criteria of one set, their scale of points, and what does not add up."""
    scores = read_scores(sheet, layout, given)
    tolerance = given.limits.tolerance
    basis = checks.Basis(tolerance, None, None, given.reference)
    problems = (
        *scores.problems,
        *(found for check in _CHECKS for found in check(scores, basis)),
        *_without_max(scores),
        *_parts_differ(scores, tolerance),
        *_not_hundred(scores, sheet, tolerance),
    )
    frame = scores.frame[list(COLUMNS)].assign(
        kind=_kinds(scores, _remarks(sheet, layout, scores), given.reference)
    )
    in_order = sorted(problems, key=lambda found: (found.row or 0, found.column or "", found.code))
    return Criteria(frame, scores.scale, tuple(in_order))


def _remarks(sheet: Sheet, layout: Layout, scores: Scores) -> list[str]:
    """What stands beside each criterion: 'Điều tra XHH' in a column of notes."""
    columns = [
        texts_of(layout.cells(sheet, field))
        for field in ("evidence", "note")
        if field in layout.columns
    ]
    at = [row - layout.first - 1 for row in scores.frame["row"].tolist()]
    return [" ".join(texts[row] for texts in columns) for row in at]


def _kinds(scores: Scores, remarks: list[str], reference: Reference) -> list[str | None]:
    """The kinds that words give away; people decide about the others."""
    return [
        reference.kind_of(None, code, f"{title} {remark}")
        for code, title, remark in zip(
            scores.frame["code"], scores.frame["title"], remarks, strict=True
        )
    ]


def _at(scores: Scores, at: int) -> Place:
    row = int(scores.frame["row"].iat[at])
    return Place(scores.sheet, row, scores.column("max_points") or scores.column("title"))


def _without_max(scores: Scores) -> Iterator[Problem]:
    """A criterion without children that says nothing of its points."""
    told = {found.row for found in scores.problems if found.code == "not-a-number"}
    blank = scores.frame["max_points"].isna().to_numpy() & scores.tree.leaf
    for at in np.flatnonzero(blank):
        if int(scores.frame["row"].iat[at]) not in told:
            yield _at(scores, int(at)).problem("max-missing", "điểm tối đa", "ô trống")


def _parts_differ(scores: Scores, tolerance: float) -> Iterator[Problem]:
    """A parent whose children can earn another sum; beyond rounding a warning, within it a note."""
    points = scores.frame["max_points"].to_numpy(dtype=float)
    parents = scores.tree.parent
    for at in np.flatnonzero(~np.asarray(scores.tree.leaf)):
        children = np.flatnonzero((parents == at) & ~np.asarray(scores.tree.top))
        total = round(float(np.nansum(points[children])), 6)
        gap = abs(total - points[at])
        partly = np.isnan(points[children]).any()
        if np.isnan(gap) or gap <= checks.NOISE or (partly and total < points[at]):
            continue
        codes = ", ".join(scores.tree.codes[child] for child in children)
        expected = f"{fmt.points(total)} (tổng của {codes})"
        found = _at(scores, int(at)).problem("children-differ", expected, fmt.points(points[at]))
        yield as_rounding(found) if gap <= tolerance + checks.NOISE else found


def _not_hundred(scores: Scores, sheet: Sheet, tolerance: float) -> Iterator[Problem]:
    """Domains of a province's or a ministry's set that do not make up a hundred points."""
    layout = scores.layout
    above = sheet.rows[layout.title_from : layout.header]
    title = fold(" ".join(cell for row in above for cell in row if type(cell) is str))
    top = scores.frame["max_points"].to_numpy(dtype=float)[scores.tree.top]
    if not len(top) or np.isnan(top).any() or not _OUT_OF_HUNDRED.search(title):
        return
    total = round(float(top.sum()), 6)
    if abs(total - HUNDRED) > tolerance + checks.NOISE:
        place = Place(scores.sheet, layout.header + 1, scores.column("max_points"))
        expected = "tổng điểm các lĩnh vực là 100"
        yield place.problem("total-differs", expected, fmt.points(total))
