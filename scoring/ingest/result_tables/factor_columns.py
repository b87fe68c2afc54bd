"""Satisfaction of several organisations in one table: rows of organisations, columns of factors."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

import numpy as np
import pandas as pd

from scoring.ingest.cells import numbers_of
from scoring.ingest.finding.layout import Layout
from scoring.ingest.finding.other_columns import column_cells, column_is_said
from scoring.ingest.opening.workbook import Sheet, column_letter
from scoring.ingest.problems import Place, Problem
from scoring.ingest.reference import Factor, Reference
from scoring.ingest.result_tables.percents import as_percents
from scoring.ingest.said import Given

_OVERALL = "SIPAS (%)"


def factor_columns(layout: Layout, reference: Reference) -> dict[int, Factor]:
    """The columns named after satisfaction factors, one a factor: column → factor.

    A text over several columns ('Yếu tố') names their group and is left out.
    """
    found: dict[int, Factor] = {}
    if layout.blocks:
        return found
    for at in range(layout.left, min(layout.right, len(layout.texts))):
        text = layout.texts[at]
        if not text or at == layout.columns.get("organisation"):
            continue
        factor = _factor(text, layout, reference)
        if factor and factor not in found.values():
            found[at] = factor
    return found if sum(not factor.overall for factor in found.values()) > 1 else {}


def _factor(text: str, layout: Layout, reference: Reference) -> Factor | None:
    others = [one.split() for one in layout.texts if one and one != text]
    words = text.split()
    shared = max((_alike(words, other) for other in others), default=0)
    names = (" ".join(words[start:]) for start in range(min(shared, len(words) - 1) + 1))
    return next((one for name in names if (one := reference.factor("SIPAS", name))), None)


def _alike(words: list[str], other: list[str]) -> int:
    """With how many of the same words two texts begin."""
    pairs = zip(words, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def with_overall_value(layout: Layout, factors: Mapping[int, Factor], given: Given) -> Layout:
    """Among columns of factors 'Kết quả' is one of them, and 'Chung' the value."""
    at = layout.columns.get("value")
    if (
        not factors
        or column_is_said(layout, "value", given)
        or (at is not None and at not in factors)
    ):
        return layout
    columns = {field: column for field, column in layout.columns.items() if field != "value"}
    labels = {field: text for field, text in layout.labels.items() if field != "value"}
    overall = next((column for column, factor in factors.items() if factor.overall), None)
    if overall is not None:
        columns["value"], labels["value"] = overall, _OVERALL
    doubts = tuple(one for one in layout.doubts if one.field != "value")
    return replace(layout, columns=columns, labels=labels, doubts=doubts)


def rows_with_numbers(
    sheet: Sheet, layout: Layout, factors: Mapping[int, Factor]
) -> frozenset[int]:
    """The rows in which any of the columns holds a number."""
    columns = (numbers_of(column_cells(sheet, layout, at))[0] for at in factors)
    return frozenset(int(at) for numbers in columns for at in np.flatnonzero(~np.isnan(numbers)))


def percents_by_factor(
    sheet: Sheet,
    layout: Layout,
    factors: Mapping[int, Factor],
    at: Sequence[int],
    organisations: Sequence[str],
) -> tuple[pd.DataFrame, tuple[Problem, ...]]:
    """What each organisation has of each factor, and what is wrong with those cells.

    Shape: organisation, code and title of the factor, percent, row; `at` are the rows that count.
    """
    found: list[tuple[object, ...]] = []
    problems: list[Problem] = []
    for column, factor in factors.items():
        cells = column_cells(sheet, layout, column)
        numbers, wrong = numbers_of(cells)
        percents = as_percents(numbers, cells)
        unread = {cell.at: cell.found for cell in wrong}
        for who, one in zip(organisations, at, strict=True):
            row = layout.row_of(one)
            found.append((who, factor.code, factor.title, float(percents.numbers[one]), row))
            place = Place(sheet.name, row, column_letter(column))
            if one in unread:
                told = f"“{unread[one]}”"
                problems.append(place.problem("not-a-number", "một tỷ lệ phần trăm", told))
            else:
                problems += percents.problems(one, place)
    columns = ["organisation", "code", "title", "percent", "row"]
    return pd.DataFrame(found, columns=columns), tuple(problems)
