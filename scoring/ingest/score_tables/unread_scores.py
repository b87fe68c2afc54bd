"""Points in a table that is read as tasks or as a criteria set: they are not dropped silently."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from scoring.ingest.cells import numbers_in, numbers_of
from scoring.ingest.finding.headers import EXACT, Headers
from scoring.ingest.finding.layout import Layout
from scoring.ingest.finding.other_columns import column_cells, other_columns, unread_columns
from scoring.ingest.opening.workbook import Sheet, column_letter
from scoring.ingest.problems import Place, Problem
from scoring.ingest.reference import Reference

_POINTS = frozenset(
    ("max_points", "self_points", "points", "lost_points", "survey_points", "total_points")
)
_READ_AS = {
    "tasks": "danh mục nhiệm vụ, vì thiếu cột điểm chuẩn hoặc điểm thẩm định",
    "criteria": "bộ tiêu chí, vì không cột nào mang tên điểm đạt được",
}
_FIX = (
    "Nếu là bảng điểm: thêm cột điểm chuẩn, đặt tên cột điểm (Điểm thẩm định, Điểm bị mất) rồi "
    "nạp lại; nếu không cần điểm này thì không cần sửa."
)


def unread_scores(sheet: Sheet, layout: Layout, reference: Reference) -> Iterator[Problem]:
    """A warning for columns that may be points, one note for other columns of numbers."""
    points = [at for at in other_columns(layout) if _may_be_points(sheet, layout, reference, at)]
    if points:
        names = ", ".join(f"{column_letter(at)} (“{layout.texts[at]}”)" for at in points)
        place = Place(sheet.name, layout.header + 1, column_letter(points[0]))
        expected = "bảng điểm có điểm chuẩn và điểm thẩm định hoặc điểm bị mất"
        found = f"cột {names} có số nhưng không được đọc: bảng được đọc là {_READ_AS[layout.kind]}"
        yield replace(place.problem("column-doubtful", expected, found), fix=_FIX)
    yield from unread_columns(sheet, layout, reference, points)


def _may_be_points(sheet: Sheet, layout: Layout, reference: Reference, at: int) -> bool:
    """A column named for points; beside the maxima of a criteria set, one filled as they are."""
    known = Headers(reference.headers).fields(layout.texts[at])
    numbers, _ = numbers_of(column_cells(sheet, layout, at))
    count = int((~np.isnan(numbers)).sum())
    if any(known.get(field) == EXACT for field in _POINTS):
        return count > 0
    maxima, _ = numbers_in(sheet, layout, "max_points")
    filled = int((~np.isnan(maxima)).sum())
    return layout.kind == "criteria" and filled > 0 and count >= filled / 2
