"""Which column of a league is the index where points and their percentage are both printed."""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from scoring.ingest.cells import numbers_of
from scoring.ingest.finding.headers import EXACT, Headers, years_in
from scoring.ingest.finding.layout import Layout
from scoring.ingest.finding.other_columns import column_cells, column_is_said, other_columns
from scoring.ingest.opening.workbook import Sheet, column_letter
from scoring.ingest.problems import Place, Problem
from scoring.ingest.result_tables.percents import in_percent
from scoring.ingest.said import Given
from scoring.text.words import fold

_MEASURED = ("value", "total_points", "points")  # in the order of choosing


def with_index_column(sheet: Sheet, layout: Layout, given: Given) -> Layout:
    """Units are compared by 'Tỷ lệ % so với điểm tối đa', not by points out of their own maximum.

    Only where the percentage stands in every row that has points.
    """
    field = next((one for one in _MEASURED if one in layout.columns), None)
    if not field or layout.blocks or in_percent(layout) or column_is_said(layout, "value", given):
        return layout
    points = _numbers(sheet, layout, layout.columns[field])
    for at in other_columns(layout):
        if _is_percentage(layout, at, given) and _covers(_numbers(sheet, layout, at), points):
            columns = dict(layout.columns)
            labels: Mapping[str, str] = layout.labels
            if field == "value" and "total_points" not in columns:
                columns["total_points"] = columns["value"]
                labels = {**labels, "total_points": labels["value"]}
            columns["value"] = at
            return replace(layout, columns=columns, labels={**labels, "value": layout.texts[at]})
    return layout


def _numbers(sheet: Sheet, layout: Layout, at: int) -> np.ndarray:
    return numbers_of(column_cells(sheet, layout, at))[0]


def _is_percentage(layout: Layout, at: int, given: Given) -> bool:
    """Whether a header names the percentage of the maximum, of the table's own year."""
    text = layout.texts[at]
    years = years_in(text)
    known = Headers(given.reference.headers).fields(text)
    says = "%" in text or "tỷ lệ" in fold(text) or "tỉ lệ" in fold(text)
    return says and known.get("percent_of_max") == EXACT and layout.year in (None, *years)


def _covers(percents: np.ndarray, points: np.ndarray) -> bool:
    counted = ~np.isnan(points)
    within = (percents >= 0) & (percents <= 100)
    return bool(counted.any() and within[counted].all())


def index_column_note(sheet: Sheet, printed: Layout, used: Layout) -> tuple[Problem, ...]:
    """That the percentage is the value, and which column of points is not."""
    at = used.columns.get("value")
    if at is None or at == printed.columns.get("value") or at in printed.columns.values():
        return ()
    field = next(one for one in _MEASURED if one in printed.columns)
    points = printed.columns[field]
    place = Place(sheet.name, used.header + 1, column_letter(at))
    found = (
        f"cột {column_letter(at)} “{used.texts[at]}” là giá trị so sánh; "
        f"cột {column_letter(points)} “{used.texts[points]}” không phải"
    )
    return (place.problem("index-column", "chỉ số (%)", found),)
