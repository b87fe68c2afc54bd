"""Whether the rows of a score table hang together: parents, titles, totals, absent domains."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pandas as pd

from scoring.ingest.problems import Place, Problem
from scoring.ingest.rules import WARNING
from scoring.ingest.score_tables.check_basis import (
    NOISE,
    PRINTED,
    Basis,
    graded,
    numbers_of,
    problem_at,
)
from scoring.ingest.score_tables.scores import Scores
from scoring.text import format as fmt
from scoring.text.codes import parent_of

_MOST_ABSENT = (
    "Các lĩnh vực còn lại có thể ở trang tính hoặc tệp khác: khi đó chép vào chung một bảng rồi "
    "nạp lại; nếu bảng chỉ in phần bị mất điểm thì không cần sửa."
)


def children_differ(scores: Scores, basis: Basis) -> Iterator[Problem]:
    """A parent whose printed children lost another sum: compared by loss, as tables list losses."""
    lost = numbers_of(scores, "lost_points")
    sums = scores.tree.sums(lost)
    gap = np.where(scores.tree.leaf, 0.0, np.abs(lost - sums))
    field = "lost_points" if scores.column("lost_points") else "points"
    for at in np.flatnonzero(gap > PRINTED):
        expected = f"bằng tổng điểm bị mất của các dòng con: {fmt.points(round(sums[at], 6))}"
        differs = problem_at(
            scores, int(at), "children-differ", field, expected, fmt.points(lost[at])
        )
        yield graded(differs, gap[at], basis)


def missing_parents(scores: Scores, basis: Basis) -> Iterator[Problem]:
    """A row whose own parent is not printed although other rows of higher level are."""
    depth = scores.frame["depth"].to_numpy()
    nearest = np.where(scores.tree.top, 0, depth[scores.tree.parent])
    shallowest = depth.min() if len(depth) else 0
    skipped = (depth > nearest + 1) & (depth > shallowest)
    for at in np.flatnonzero(skipped):
        code = scores.tree.codes[at]
        above = parent_of(code)
        yield problem_at(
            scores, int(at), "child-without-parent", "code", f"dòng {above} phía trên", code
        )


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
            yield problem_at(
                scores, int(at), "title-clash", "title", f"tên khác với {other}", found
            )


def printed_total_differs(scores: Scores, basis: Basis) -> Iterator[Problem]:
    """A printed totals row that is not the sum of the top rows."""
    for field, printed in scores.total.items():
        total = float(np.nansum(numbers_of(scores, field)[scores.tree.top]))
        absent = 0.0 if field == "lost_points" else _absent_max(scores, basis)
        closes = min(abs(total - printed), abs(total + absent - printed))
        if np.isnan(printed) or closes <= basis.tolerance + NOISE:
            continue
        column = scores.column(field) or scores.column("total_points")
        expected = f"tổng các dòng cấp cao nhất: {fmt.points(round(total, 6))}"
        place = Place(scores.sheet, scores.total_row, column)
        yield place.problem("total-differs", expected, fmt.points(printed))


def _absent_max(scores: Scores, basis: Basis) -> float:
    """What the total has beyond the rows printed: a printed total may count it."""
    printed = float(np.nansum(numbers_of(scores, "max_points")[scores.tree.top]))
    return 0.0 if basis.total_max is None else max(0.0, basis.total_max - printed)


def absent_domains(scores: Scores, basis: Basis) -> Iterator[Problem]:
    """What the set's total has and the table does not print: taken as nothing lost, and said so."""
    if basis.total_max is None or not len(scores.frame):
        return
    top = numbers_of(scores, "max_points")[scores.tree.top]
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
        absence = place.problem("domain-absent", expected, found)
        yield _doubted(absence) if rest > basis.total_max / 2 else absence


def _doubted(absence: Problem) -> Problem:
    """That most of the total is absent: a part of the table may stand elsewhere."""
    return replace(absence, severity=WARNING, fix=_MOST_ABSENT)


def absent_codes(scores: Scores, basis: Basis) -> list[str]:
    """The set's domains that the table does not print."""
    if not basis.criteria_set:
        return []
    domains = [code for code in basis.criteria_set.criteria if "." not in code]
    return [code for code in domains if code not in set(scores.tree.codes)]
