"""A league table's rows: who ranks where with how much."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

import numpy as np
import pandas as pd

from scoring.ingest.cells import letter_of, texts_of
from scoring.ingest.finding.headers import Headers, years_in
from scoring.ingest.finding.layout import Layout
from scoring.ingest.finding.other_columns import other_columns, unread_columns
from scoring.ingest.opening.workbook import Sheet
from scoring.ingest.problems import Problem
from scoring.ingest.reference import Organisation, Reference
from scoring.ingest.repeats import repeated_rows
from scoring.ingest.result_tables.dimensions import (
    dimensions_of,
    factor_index,
    totals_differ,
    zero_note,
)
from scoring.ingest.result_tables.factor_columns import (
    factor_columns,
    new_factors,
    percents_by_factor,
    rows_with_numbers,
    with_new_factors,
    with_overall_value,
)
from scoring.ingest.result_tables.index_column import index_column_note, with_index_column
from scoring.ingest.result_tables.league_checks import (
    average_problems,
    new_names,
    rank_problems,
    row_problems,
)
from scoring.ingest.result_tables.league_rows import LeagueRows, field_size_of, league_rows
from scoring.ingest.said import Given
from scoring.ingest.score_tables.points import parts_differ, read_points

_YEARLY = frozenset(("rank", "value"))


@dataclass(frozen=True)
class League:
    """What a league table says."""

    frame: pd.DataFrame  # row, code, title, organisation, rank, field_size, value, source
    level: str | None  # of those ranked, where the registry knows most of them
    parents: frozenset[str]
    problems: tuple[Problem, ...]
    factors: pd.DataFrame  # organisation, code, title, percent, row: of columns named for factors
    factor_problems: tuple[Problem, ...]  # of those columns
    known: Mapping[str, Organisation]  # id → those of the frame whom the registry knows
    layout: Layout  # with the columns that were read


def read_league(
    sheet: Sheet,
    layout: Layout,
    year: int | None,
    given: Given,
    *,
    area: Organisation | None = None,
    index: str | None = None,
) -> League:
    """The organisations of one table; averages, sections and 'Điểm cao nhất' are not among them.

    `area` is the organisation that the texts around name: its departments go by their bare names.
    `index` is the one that they name: the factors of PAPI and PCI are points, and 0 means missing.
    """
    parts = dimensions_of(index, year, given.reference)
    printed = layout
    known_factors = factor_columns(layout, given.reference, parts)
    factors = with_new_factors(sheet, layout, known_factors, factor_index(parts))
    layout = with_index_column(sheet, with_overall_value(layout, factors, given, parts), given)
    measured = rows_with_numbers(sheet, layout, factors, parts)
    name_of = partial(_named, reference=given.reference, year=year, area=area)
    rows = league_rows(sheet, layout, measured, name_of, zero_is_missing=parts is not None)
    frame = _frame(rows)
    read_elsewhere = (*factors, *_of_other_years(layout, given.reference))
    notes = (
        *index_column_note(sheet, printed, layout),
        *new_factors(sheet, layout, known_factors, factors),
        *unread_columns(sheet, layout, given.reference, read_elsewhere),
    )
    known = [who for who in rows.named if who]
    levels = [one.level for one in known]
    level = next((one for one, _ in Counter(levels).most_common(1)), None)  # first printed wins
    by_factor, of_factors = percents_by_factor(sheet, layout, factors, rows.at, rows.ids(), parts)
    if parts is not None:
        tolerance = given.limits.tolerance
        value = (layout.columns["value"],) if "value" in layout.columns else ()
        read = dict.fromkeys((*factors, *value))
        notes += (
            *totals_differ(sheet, layout, factors, rows.at, parts, tolerance),
            *zero_note(sheet, layout, list(read)),
        )
    return League(
        frame=frame,
        level=level,
        parents=frozenset(one.parent or "" for one in known),
        problems=(*_problems(rows, frame, given), *notes),
        factors=by_factor,
        factor_problems=of_factors,
        known={who.id: who for who in known},
        layout=layout,
    )


def _of_other_years(layout: Layout, reference: Reference) -> list[int]:
    """The columns that the tables of other years under the same header read: 'Hạng 2025'."""
    headers = Headers(reference.headers)
    return [
        at
        for at in other_columns(layout)
        if (years := years_in(layout.texts[at]))
        and layout.year not in (None, *years)
        and _YEARLY & headers.fields(layout.texts[at]).keys()
    ]


def _problems(rows: LeagueRows, frame: pd.DataFrame, given: Given) -> Iterator[Problem]:
    """What is wrong with the rows, each by itself, with each other and with what they add up to."""
    sheet, layout, tolerance = rows.sheet, rows.layout, given.limits.tolerance
    for one in rows.at:
        yield from row_problems(rows, one)
    yield from rank_problems(rows)
    yield from new_names(rows)
    yield from repeated_rows(
        frame,
        ["organisation", "source"],  # two sources may disagree, and both are kept
        sheet=sheet.name,
        column=letter_of(layout, "organisation"),
        columns=[letter_of(layout, "organisation", one) for one in rows.at],
        expected="mỗi cơ quan, địa phương một dòng cho mỗi nguồn",
    )
    kept = np.isin(np.arange(len(rows.titles)), rows.at)
    yield from parts_differ(read_points(sheet, layout), sheet.name, layout, kept, tolerance)
    yield from average_problems(rows, frame, tolerance)


def _frame(rows: LeagueRows) -> pd.DataFrame:
    sources = texts_of(rows.layout.cells(rows.sheet, "source"))
    ranks = [rows.ranks[one] for one in rows.at]
    frame = pd.DataFrame(
        {
            "row": [rows.layout.row_of(one) for one in rows.at],
            "code": [str(place) for place in range(1, len(rows.at) + 1)],
            "title": [rows.titles[one] for one in rows.at],
            "organisation": rows.ids(),
            "rank": pd.array([one.rank for one in ranks], dtype="Int64"),
            "field_size": pd.array([one.field_size for one in ranks], dtype="Int64"),
            "value": rows.values.numbers[rows.at],
            "source": [sources[one] for one in rows.at],
        }
    )
    frame["field_size"] = frame["field_size"].fillna(field_size_of(frame))
    return frame


def _named(
    title: str, reference: Reference, year: int | None, area: Organisation | None
) -> Organisation | None:
    """The organisation a row means, where the registry knows exactly one.

    In a province's own ranking 'Sở Nội vụ' is that province's.
    """
    named = reference.organisations_named(title, year)
    if not named and area is not None and area.level == "tỉnh":
        named = reference.organisations_named(f"{title} tỉnh {area.name}", year)
    return named[0] if len(named) == 1 else None
