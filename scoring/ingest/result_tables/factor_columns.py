"""Factors of several organisations in one table: rows of organisations, columns of factors."""

from collections.abc import Iterator, Mapping, Sequence
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
from scoring.ingest.result_tables.dimensions import (
    Dimensions,
    factor_index,
    without_zeros,
)
from scoring.ingest.result_tables.percents import Percents, as_percents
from scoring.ingest.said import Given
from scoring.text.words import slug

_OVERALL, _OVERALL_POINTS = "SIPAS (%)", "Tổng (điểm)"
_FEWEST = 2  # factors that make columns of factors of a ranking
_MEASURED = frozenset(("value", "points", "total_points", "survey_points"))


def factor_columns(
    layout: Layout, reference: Reference, dimensions: Dimensions | None = None
) -> dict[int, Factor]:
    """The columns named after factors (SIPAS's, else those of `dimensions`), one a factor.

    A text over several columns ('Yếu tố') names their group and is left out.
    """
    found: dict[int, Factor] = {}
    if layout.blocks:
        return found
    for at in range(layout.left, min(layout.right, len(layout.texts))):
        text = layout.texts[at]
        if not text or at == layout.columns.get("organisation"):
            continue
        factor = _factor(text, layout, reference, factor_index(dimensions))
        if factor and factor not in found.values():
            found[at] = factor
    return found if sum(not one.overall for one in found.values()) >= _FEWEST else {}


def with_new_factors(
    sheet: Sheet, layout: Layout, known: Mapping[int, Factor], index: str = "SIPAS"
) -> dict[int, Factor]:
    """The known factors, and the other columns of numbers under the group that they stand under."""
    group = _group([layout.texts[at] for at in known], layout.texts)
    if group is None:
        return dict(known)
    names = {
        at: text.removeprefix(group).strip()
        for at, text in enumerate(layout.texts)
        if text.startswith(f"{group} ")
    }
    read = {at for field, at in layout.columns.items() if field not in _MEASURED}
    new = {
        at: Factor(index, slug(title), title, (), overall=False)
        for at, title in names.items()
        if title
        and layout.left <= at < layout.right
        and at not in read | known.keys()
        and not np.isnan(numbers_of(column_cells(sheet, layout, at))[0]).all()
    }
    return dict(sorted((dict(known) | new).items()))


def _group(known: Sequence[str], texts: Sequence[str]) -> str | None:
    """The words with which the headers of known factors begin, None where they stand alone."""
    begins = []
    for text in known:
        words = text.split()
        others = (one.split() for one in texts if one and one != text)
        shared = max((_alike(words, other) for other in others), default=0)
        begins.append(" ".join(words[:shared]))
    shortest = sorted(filter(None, begins), key=len)
    of_several = (
        one for one in shortest if sum(text.startswith(f"{one} ") for text in known) >= _FEWEST
    )
    return next(of_several, None)


def new_factors(
    sheet: Sheet, layout: Layout, known: Mapping[int, Factor], factors: Mapping[int, Factor]
) -> Iterator[Problem]:
    """The columns read as factors that the registry lacks."""
    for at, factor in factors.items():
        if at not in known:
            place = Place(sheet.name, layout.header + 1, column_letter(at))
            yield place.problem("factor-unknown", "một yếu tố trong danh mục", f"“{factor.title}”")


def _factor(text: str, layout: Layout, reference: Reference, index: str) -> Factor | None:
    others = [one.split() for one in layout.texts if one and one != text]
    words = text.split()
    shared = max((_alike(words, other) for other in others), default=0)
    names = (" ".join(words[start:]) for start in range(min(shared, len(words) - 1) + 1))
    return next((one for name in names if (one := reference.factor(index, name))), None)


def _alike(words: list[str], other: list[str]) -> int:
    """With how many of the same words two texts begin."""
    pairs = zip(words, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def with_overall_value(
    layout: Layout,
    factors: Mapping[int, Factor],
    given: Given,
    dimensions: Dimensions | None = None,
) -> Layout:
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
        columns["value"] = overall
        labels["value"] = _OVERALL if dimensions is None else _OVERALL_POINTS
    doubts = tuple(one for one in layout.doubts if one.field != "value")
    return replace(layout, columns=columns, labels=labels, doubts=doubts)


def rows_with_numbers(
    sheet: Sheet,
    layout: Layout,
    factors: Mapping[int, Factor],
    dimensions: Dimensions | None = None,
) -> frozenset[int]:
    """The rows in which any of the columns holds a number."""
    read = (numbers_of(column_cells(sheet, layout, at))[0] for at in factors)
    columns = read if dimensions is None else map(without_zeros, read)
    return frozenset(int(at) for numbers in columns for at in np.flatnonzero(~np.isnan(numbers)))


def percents_by_factor(
    sheet: Sheet,
    layout: Layout,
    factors: Mapping[int, Factor],
    at: Sequence[int],
    organisations: Sequence[str],
    dimensions: Dimensions | None = None,
) -> tuple[pd.DataFrame, tuple[Problem, ...]]:
    """What each organisation has of each factor, and what is wrong with those cells.

    Shape: organisation, code and title of the factor, percent, row; `at` are the rows that count.
    """
    found: list[tuple[object, ...]] = []
    problems: list[Problem] = []
    for column, factor in factors.items():
        cells = column_cells(sheet, layout, column)
        numbers, wrong = numbers_of(cells)
        percents = as_percents(numbers, cells) if dimensions is None else Percents(numbers)
        unread = {cell.at: cell.found for cell in wrong}
        for who, one in zip(organisations, at, strict=True):
            row = layout.row_of(one)
            number = float(percents.numbers[one])
            share = number if dimensions is None else dimensions.percent(number, factor)
            found.append((who, factor.code, factor.title, share, row))
            place = Place(sheet.name, row, column_letter(column))
            if one in unread:
                told = f"“{unread[one]}”"
                problems.append(place.problem("not-a-number", "một số", told))
            elif dimensions is not None:
                problems += dimensions.wrong(number, factor, place)
            else:
                problems += percents.problems(one, place)
    columns = ["organisation", "code", "title", "percent", "row"]
    return pd.DataFrame(found, columns=columns), tuple(problems)
