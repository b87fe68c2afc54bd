"""Whether a score table's numbers close: each check yields what it finds."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from scoring.ingest.problems import Place, Problem, as_rounding, problem
from scoring.ingest.reference import CriteriaSet, Reference
from scoring.ingest.score_tables.scores import Scores
from scoring.text import format as fmt
from scoring.text.codes import parent_of

_NAMED = 6  # rows named one by one in a note
NOISE = 1e-6  # what floating point leaves; anything above was printed


@dataclass(frozen=True)
class Basis:
    """What a table is checked against."""

    tolerance: float  # points between parts and total that rounding explains
    criteria_set: CriteriaSet | None
    total_max: float | None  # the set's total, None for the organisation's own maximum
    reference: Reference


Check = Callable[[Scores, Basis], Iterator[Problem]]


def check_scores(scores: Scores, basis: Basis) -> tuple[Problem, ...]:
    """All problems of a score table, by row."""
    found = [*scores.problems, *(p for check in CHECKS for p in check(scores, basis))]
    return tuple(sorted(found, key=lambda p: (p.row or 0, p.column or "", p.code)))


def _at(scores: Scores, at: int, code: str, field: str, expected: str, found: str) -> Problem:
    row = int(scores.frame["row"].iat[at])
    column = scores.column(field) or scores.column("points") or scores.column("title")
    return problem(code, sheet=scores.sheet, row=row, column=column, expected=expected, found=found)


def _values(scores: Scores, field: str) -> np.ndarray:
    return scores.frame[field].to_numpy(dtype=float)


def _graded(differs: Problem, gap: float, basis: Basis) -> Problem:
    """Within the tolerance a difference is rounding, and said as a note."""
    return as_rounding(differs) if gap <= basis.tolerance + NOISE else differs


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
        yield _at(scores, int(at), "duplicate-code", "code", "mã chưa dùng", found)


def points_above_max(scores: Scores, basis: Basis) -> Iterator[Problem]:
    """Points, or self points, above the row's own maximum."""
    top = _values(scores, "max_points")
    for field in ("points", "self_points"):
        values = _values(scores, field)
        for at in np.flatnonzero(values > top + NOISE):
            expected = f"số từ 0 đến {fmt.points(top[at])}"
            yield _at(scores, int(at), "points-above-max", field, expected, fmt.points(values[at]))


def negative_numbers(scores: Scores, basis: Basis) -> Iterator[Problem]:
    """Points below zero: penalties exist, slips too."""
    for field, code in (
        ("points", "negative-points"),
        ("self_points", "negative-points"),
        ("max_points", "negative-points"),
        ("lost_points", "negative-loss"),
    ):
        values = _values(scores, field)
        for at in np.flatnonzero(values < -NOISE):
            yield _at(scores, int(at), code, field, "số từ 0 trở lên", fmt.points(values[at]))


def lost_differs(scores: Scores, basis: Basis) -> Iterator[Problem]:
    """Lost points that are not max − points: beyond rounding a warning, within it a note."""
    top, points, lost = (_values(scores, f) for f in ("max_points", "points", "lost_points"))
    gap = np.abs(top - points - lost)
    for at in np.flatnonzero(gap > 0.0005):
        expected = (
            f"{fmt.points(top[at])} − {fmt.points(points[at])} = "
            f"{fmt.points(round(top[at] - points[at], 6))}"
        )
        differs = _at(
            scores, int(at), "lost-differs", "lost_points", expected, fmt.points(lost[at])
        )
        yield _graded(differs, gap[at], basis)


def children_differ(scores: Scores, basis: Basis) -> Iterator[Problem]:
    """A parent whose printed children lost another sum: compared by loss, as tables list losses."""
    lost = _values(scores, "lost_points")
    sums = scores.tree.sums(lost)
    gap = np.where(scores.tree.leaf, 0.0, np.abs(lost - sums))
    field = "lost_points" if scores.column("lost_points") else "points"
    for at in np.flatnonzero(gap > 0.0005):
        expected = f"bằng tổng điểm bị mất của các dòng con: {fmt.points(round(sums[at], 6))}"
        differs = _at(scores, int(at), "children-differ", field, expected, fmt.points(lost[at]))
        yield _graded(differs, gap[at], basis)


def missing_parents(scores: Scores, basis: Basis) -> Iterator[Problem]:
    """A row whose own parent is not printed although other rows of higher level are."""
    depth = scores.frame["depth"].to_numpy()
    nearest = np.where(scores.tree.top, 0, depth[scores.tree.parent])
    shallowest = depth.min() if len(depth) else 0
    skipped = (depth > nearest + 1) & (depth > shallowest)
    for at in np.flatnonzero(skipped):
        code = scores.tree.codes[at]
        above = parent_of(code)
        yield _at(scores, int(at), "child-without-parent", "code", f"dòng {above} phía trên", code)


def title_clashes(scores: Scores, basis: Basis) -> Iterator[Problem]:
    """Two criteria under one parent with one title; other parents may repeat titles rightly."""
    frame = scores.frame
    keys = pd.DataFrame(
        {"parent": frame["parent"], "title": frame["title"].astype("str").str.lower()}
    )
    keys = keys[keys["title"] != ""]
    repeated = keys.index[keys.duplicated()]
    if not len(repeated):
        return
    first = frame["code"].groupby([keys["parent"], keys["title"]]).transform("first")
    for at in repeated:
        other = first.at[at]
        if other != frame["code"].iat[at]:
            found = f"“{frame['title'].iat[at]}” trùng với {other}"
            yield _at(scores, int(at), "title-clash", "title", f"tên khác với {other}", found)


def missing_points(scores: Scores, basis: Basis) -> Iterator[Problem]:
    """A leaf with nothing achieved written down, unless it belongs to the survey."""
    frame = scores.frame
    told = set(scores.full.cells.get("points", ()))
    wrong = {p.row for p in scores.problems if p.code == "not-a-number"}
    blank = frame["points"].isna().to_numpy().copy()
    blank[list(told)] = True
    for at in np.flatnonzero(blank & scores.tree.leaf):
        points = frame["points"].iat[at]
        if int(frame["row"].iat[at]) in wrong:
            continue
        if not is_survey(scores, int(at), basis):
            found = f"ô trống; hai cột kia cho {fmt.points(points)}" if at in told else "ô trống"
            yield _at(scores, int(at), "points-missing", "points", "điểm đạt được", found)


def missing_max(scores: Scores, basis: Basis) -> Iterator[Problem]:
    """Points without the maximum they are out of."""
    frame = scores.frame
    bare = (frame["max_points"].isna() & frame["points"].notna()).to_numpy()
    wrong = {p.row for p in scores.problems if p.code == "not-a-number"}
    for at in np.flatnonzero(bare):
        if int(frame["row"].iat[at]) not in wrong:
            yield _at(scores, int(at), "max-missing", "max_points", "điểm chuẩn", "ô trống")


def is_survey(scores: Scores, at: int, basis: Basis) -> bool:
    """Whether a row, or a row above it, is scored by survey."""
    while at >= 0:
        title = scores.frame["title"].iat[at]
        kind = basis.reference.kind_of(basis.criteria_set, scores.tree.codes[at], title)
        if kind:
            return kind == "survey"
        at = int(scores.tree.parent[at])
    return False


def printed_total_differs(scores: Scores, basis: Basis) -> Iterator[Problem]:
    """A printed totals row that is not the sum of the top rows."""
    for field, printed in scores.total.items():
        total = float(np.nansum(_values(scores, field)[scores.tree.top]))
        absent = 0.0 if field == "lost_points" else _absent_max(scores, basis)
        closes = min(abs(total - printed), abs(total + absent - printed))
        if np.isnan(printed) or closes <= basis.tolerance + NOISE:
            continue
        yield problem(
            "total-differs",
            sheet=scores.sheet,
            row=scores.total_row,
            column=scores.column(field) or scores.column("total_points"),
            expected=f"tổng các dòng cấp cao nhất: {fmt.points(round(total, 6))}",
            found=fmt.points(printed),
        )


def _absent_max(scores: Scores, basis: Basis) -> float:
    """What the total has beyond the rows printed: a printed total may count it."""
    printed = float(np.nansum(_values(scores, "max_points")[scores.tree.top]))
    return 0.0 if basis.total_max is None else max(0.0, basis.total_max - printed)


def absent_domains(scores: Scores, basis: Basis) -> Iterator[Problem]:
    """What the set's total has and the table does not print: taken as nothing lost, and said so."""
    if basis.total_max is None:
        return
    top = _values(scores, "max_points")[scores.tree.top]
    printed = round(float(np.nansum(top)), 6)
    rest = round(basis.total_max - printed, 6)
    first = int(scores.layout.header) + 1
    place = Place(scores.sheet, first, scores.column("max_points"))
    expected = f"tổng điểm chuẩn {fmt.points(basis.total_max)}"
    if rest < -basis.tolerance - NOISE:
        yield place.problem("total-exceeded", expected, fmt.points(printed))
    elif rest > basis.tolerance + NOISE:
        absent = absent_codes(scores, basis)
        named = f"lĩnh vực {', '.join(absent)}" if absent else "các mục không in"
        found = f"{fmt.points(printed)}; {named} ({fmt.points(rest)} điểm) hiểu là không mất điểm"
        yield place.problem("domain-absent", expected, found)


def absent_codes(scores: Scores, basis: Basis) -> list[str]:
    """The set's domains that the table does not print."""
    if not basis.criteria_set:
        return []
    domains = [code for code in basis.criteria_set.criteria if "." not in code]
    return [code for code in domains if code not in set(scores.tree.codes)]


def computed_column(scores: Scores, basis: Basis) -> Iterator[Problem]:
    """A column of the three that the table does not print, computed from the other two."""
    if scores.full.column:
        names = {
            "max_points": "Điểm chuẩn",
            "points": "Điểm thẩm định",
            "lost_points": "Điểm bị mất",
        }
        yield problem(
            "column-computed",
            sheet=scores.sheet,
            row=scores.layout.header + 1,
            column=scores.column("max_points") or scores.column("title"),
            expected=f"cột “{names[scores.full.column]}”",
            found="không có cột này; đã tính từ hai cột kia",
        )


def computed_cells(scores: Scores, basis: Basis) -> Iterator[Problem]:
    """Blanks of a printed column that the row's other numbers tell: said once a column."""
    for field, filled in scores.full.cells.items():
        cells = [at for at in filled if field != "points" or not scores.tree.leaf[at]]
        if cells:
            row = int(scores.frame["row"].iat[cells[0]])
            place = Place(scores.sheet, row, scores.column(field) or scores.column("total_points"))
            yield place.problem("cell-computed", "một số", f"ô trống ở {_rows(scores, cells)}")


def summed_headings(scores: Scores, basis: Basis) -> Iterator[Problem]:
    """Parents that do not print what they lost."""
    if cells := scores.full.headings:
        row = int(scores.frame["row"].iat[cells[0]])
        place = Place(scores.sheet, row, scores.column("max_points"))
        found = f"ô trống ở {_rows(scores, cells)}"
        yield place.problem("heading-summed", "điểm của dòng cấp trên", found)


def _rows(scores: Scores, cells: Sequence[int]) -> str:
    """'1, 1.2 và 3 dòng khác'"""
    named = ", ".join(scores.tree.codes[at] for at in cells[:_NAMED])
    more = len(cells) - _NAMED
    return f"{named} và {more} dòng khác" if more > 0 else named


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
