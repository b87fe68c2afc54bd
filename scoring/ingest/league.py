"""A league table's rows: who ranks where with how much."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd

from scoring.ingest.cells import Numbers, letter_of, numbers_in, text_of, texts_of
from scoring.ingest.layout import Layout
from scoring.ingest.points import parts_differ, read_points
from scoring.ingest.problems import Place, Problem, problem
from scoring.ingest.reference import Organisation, Reference
from scoring.ingest.repeats import repeated_rows
from scoring.ingest.said import Given
from scoring.ingest.scores import is_total
from scoring.ingest.workbook import Cell, Sheet
from scoring.text import format as fmt
from scoring.text.words import fold

_RANK = re.compile(r"(?:thứ |hạng )?0*(\d{1,4})(?:\s*/\s*(\d{1,4}))?")


@dataclass(frozen=True)
class League:
    """What a league table says."""

    frame: pd.DataFrame  # row, code, title, organisation, rank, field_size, value, source
    level: str | None  # of those ranked, where the registry knows most of them
    parents: frozenset[str]
    problems: tuple[Problem, ...]


def read_league(sheet: Sheet, layout: Layout, year: int | None, given: Given) -> League:
    """The organisations of one table; averages and 'Điểm cao nhất' are not among them."""
    reference, tolerance = given.reference, given.limits.tolerance
    titles = texts_of(layout.cells(sheet, "organisation"))
    value, wrong = numbers_in(sheet, layout, _value_field(layout))
    value, fractions = _from_fractions(value)
    unread = {cell.at: cell.found for cell in wrong}
    ranks = layout.cells(sheet, "rank")
    at = [
        at
        for at, title in enumerate(titles)
        if title and not _is_average(title)
        if text_of(ranks[at]) or at in unread or not np.isnan(value[at])
    ]
    named = [_named(titles[one], reference, year) for one in at]
    sources = texts_of(layout.cells(sheet, "source"))
    frame = pd.DataFrame(
        {
            "row": [one + layout.first + 1 for one in at],
            "code": [str(place) for place in range(1, len(at) + 1)],
            "title": [titles[one] for one in at],
            "organisation": [
                who.id if who else titles[one] for one, who in zip(at, named, strict=True)
            ],
            "rank": pd.array([_rank(ranks[one])[0] for one in at], dtype="Int64"),
            "field_size": pd.array([_rank(ranks[one])[1] for one in at], dtype="Int64"),
            "value": value[at],
            "source": [sources[one] for one in at],
        }
    )
    frame["field_size"] = frame["field_size"].fillna(_field_size(frame))
    problems = [
        found
        for one in at
        for found in _row_problems(
            sheet,
            layout,
            one,
            ranks[one],
            unread.get(one),
            value[one] if one in fractions else None,
        )
    ]
    problems += repeated_rows(
        frame,
        ["organisation", "source"],  # two sources may disagree, and both are kept
        sheet=sheet.name,
        column=letter_of(layout, "organisation"),
        expected="mỗi cơ quan, địa phương một dòng cho mỗi nguồn",
    )
    kept = np.isin(np.arange(len(titles)), at)
    problems += parts_differ(read_points(sheet, layout), sheet.name, layout, kept, tolerance)
    problems += _average_problems(sheet, layout, titles, value, frame, tolerance)
    known = [who for who in named if who]
    levels = [one.level for one in known]
    level = max(set(levels), key=levels.count) if levels else None
    return League(frame, level, frozenset(one.parent or "" for one in known), tuple(problems))


def _named(title: str, reference: Reference, year: int | None) -> Organisation | None:
    """The organisation a row means, where the registry knows exactly one."""
    named = reference.organisations_named(title, year)
    return named[0] if len(named) == 1 else None


def _from_fractions(value: Numbers) -> tuple[Numbers, frozenset[int]]:
    """83,99 % stored as 0.8399: where no value of the table is above 1."""
    stored = (value > 0) & (value <= 1) & (np.nanmax(value, initial=0) <= 1)
    return np.where(stored, np.round(value * 100, 8), value), frozenset(
        np.flatnonzero(stored).tolist()
    )


def _value_field(layout: Layout) -> str:
    """The column of values; a table may print ranks only."""
    return next((f for f in ("value", "total_points", "points") if f in layout.columns), "value")


def _is_average(title: str) -> bool:
    return is_total(title) or fold(title).startswith("cả nước")


def _rank(cell: Cell) -> tuple[int | None, int | None]:
    """'32' → (32, None); '32/63' → (32, 63)."""
    match = _RANK.fullmatch(fold(text_of(cell)))
    if not match:
        return None, None
    return int(match[1]), int(match[2]) if match[2] else None


def _field_size(frame: pd.DataFrame) -> int | None:
    """How many are ranked: what other rows print, else the number of rows of a whole table."""
    printed = frame["field_size"].dropna()
    if len(printed):
        return int(printed.mode()[0])
    ranks = frame["rank"].dropna()
    return len(frame) if len(ranks) == len(frame) and ranks.max() <= len(frame) else None


def _row_problems(
    sheet: Sheet,
    layout: Layout,
    at: int,
    rank: Cell,
    unread: str | None,
    from_fraction: float | None,
) -> Iterator[Problem]:
    row = at + layout.first + 1
    place = Place(sheet.name, row, letter_of(layout, _value_field(layout)))
    if _rank(rank)[0] is None and text_of(rank):
        cell = Place(sheet.name, row, letter_of(layout, "rank"))
        yield cell.problem("rank-unreadable", "một thứ hạng", f"“{text_of(rank)}”")
    if unread is not None:
        yield place.problem("not-a-number", "một số", f"“{unread}”")
    if from_fraction is not None:
        found = fmt.number(from_fraction / 100, 4)
        yield place.problem("percent-fraction", fmt.percent(from_fraction), found)


def _average_problems(
    sheet: Sheet,
    layout: Layout,
    titles: list[str],
    value: np.ndarray,
    frame: pd.DataFrame,
    tolerance: float,
) -> Iterator[Problem]:
    """A printed average of a whole table that is not the mean of its rows."""
    whole = len(frame) and frame["value"].notna().all() and _field_size(frame) == len(frame)
    for at, title in enumerate(titles):
        if not whole or not fold(title).startswith(("trung bình", "bình quân")):
            continue
        mean = round(float(frame["value"].mean()), 6)
        if not np.isnan(value[at]) and abs(mean - value[at]) > tolerance + 1e-6:
            yield problem(
                "average-differs",
                sheet=sheet.name,
                row=at + layout.first + 1,
                column=letter_of(layout, _value_field(layout)),
                expected=fmt.number(mean, 2),
                found=fmt.number(value[at], 2),
            )
