"""A league table's rows: who ranks where with how much."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

import numpy as np
import pandas as pd

from scoring.ingest.cells import letter_of, numbers_in, texts_of
from scoring.ingest.finding.layout import Layout
from scoring.ingest.finding.other_columns import unread_columns
from scoring.ingest.opening.workbook import Sheet
from scoring.ingest.problems import Place, Problem
from scoring.ingest.reference import Organisation, Reference
from scoring.ingest.repeats import repeated_rows
from scoring.ingest.result_tables.factor_columns import (
    factor_columns,
    percents_by_factor,
    rows_with_numbers,
    with_overall_value,
)
from scoring.ingest.result_tables.percents import Percents, as_percents, in_percent, known_by_format
from scoring.ingest.result_tables.ranks import Rank, are_bands, rank_in
from scoring.ingest.said import Given
from scoring.ingest.score_tables.points import parts_differ, read_points
from scoring.ingest.score_tables.scores import is_total
from scoring.text import format as fmt
from scoring.text.words import fold

# 'Tổng cục Thuế' is no total.
_ORGANISATION = re.compile(r"tổng (?:cục|công ty|liên đoàn|đội|kho)\b|cộng (?:đồng|hòa)\b")
_SECTION = re.compile(
    r"(?:(?:[ivx]+|[a-h]|\d{1,2})[.):]? )?(?:vùng|nhóm|khối|cụm|khu vực|miền)\b.*"
    r"|đồng bằng sông (?:hồng|cửu long)|trung du và miền núi.*|tây nguyên|đông nam bộ"
    r"|bắc trung bộ.*|duyên hải.*"
)


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


@dataclass(frozen=True)
class _Rows:
    """The cells of every row, and which rows count."""

    sheet: Sheet
    layout: Layout
    titles: list[str]
    ranks: list[Rank]
    values: Percents
    unread: Mapping[int, str]
    at: list[int]
    named: list[Organisation | None]

    def place(self, at: int, field: str) -> Place:
        return Place(self.sheet.name, self.layout.row_of(at), letter_of(self.layout, field, at))

    def ids(self) -> list[str]:
        """Who each row is: the registry's id, else the title as printed."""
        pairs = zip(self.at, self.named, strict=True)
        return [who.id if who else self.titles[one] for one, who in pairs]


def read_league(
    sheet: Sheet,
    layout: Layout,
    year: int | None,
    given: Given,
    *,
    area: Organisation | None = None,
) -> League:
    """The organisations of one table; averages, sections and 'Điểm cao nhất' are not among them.

    `area` is the organisation that the texts around name: its departments go by their bare names.
    """
    factors = factor_columns(layout, given.reference)
    layout = with_overall_value(layout, factors, given)
    measured = rows_with_numbers(sheet, layout, factors)
    name_of = partial(_named, reference=given.reference, year=year, area=area)
    rows = _rows(sheet, layout, measured, name_of)
    frame = _frame(rows)
    problems = [found for one in rows.at for found in _row_problems(rows, one)]
    problems += _rank_problems(rows)
    problems += repeated_rows(
        frame,
        ["organisation", "source"],  # two sources may disagree, and both are kept
        sheet=sheet.name,
        column=letter_of(layout, "organisation"),
        columns=[letter_of(layout, "organisation", one) for one in rows.at],
        expected="mỗi cơ quan, địa phương một dòng cho mỗi nguồn",
    )
    kept = np.isin(np.arange(len(rows.titles)), rows.at)
    tolerance = given.limits.tolerance
    problems += parts_differ(read_points(sheet, layout), sheet.name, layout, kept, tolerance)
    problems += _average_problems(rows, frame, tolerance)
    problems += unread_columns(sheet, layout, given.reference, factors)
    known = [who for who in rows.named if who]
    levels = [one.level for one in known]
    level = max(set(levels), key=levels.count) if levels else None
    parents = frozenset(one.parent or "" for one in known)
    by_factor, of_factors = percents_by_factor(sheet, layout, factors, rows.at, rows.ids())
    return League(
        frame=frame,
        level=level,
        parents=parents,
        problems=tuple(problems),
        factors=by_factor,
        factor_problems=of_factors,
        known={who.id: who for who in known},
    )


def _rows(
    sheet: Sheet,
    layout: Layout,
    measured: Collection[int],
    name_of: Callable[[str], Organisation | None],
) -> _Rows:
    """The rows with a rank, a value or, where factors are columns, a number of any of them."""
    titles = texts_of(layout.cells(sheet, "organisation"))
    values, unread = _values(sheet, layout)
    ranks = [rank_in(cell) for cell in layout.cells(sheet, "rank")]
    at = []
    named = []
    for one, title in enumerate(titles):
        said = ranks[one].rank is not None or ranks[one].unread is not None
        number = one in unread or one in measured or not np.isnan(values.numbers[one])
        if not title or not (said or number):
            continue
        who = name_of(title)
        if not _is_average(title) and not (who is None and _is_section(title, ranks[one])):
            at.append(one)
            named.append(who)
    return _Rows(sheet, layout, titles, ranks, values, unread, at, named)


def _values(sheet: Sheet, layout: Layout) -> tuple[Percents, dict[int, str]]:
    """The values; 0.8399 is 83,99 % in percent, and elsewhere where no value is above 1."""
    field = _value_field(layout)
    numbers, wrong = numbers_in(sheet, layout, field)
    unread = {cell.at: cell.found for cell in wrong}
    points = field != "value" or "điểm" in fold(layout.labels.get("value", ""))
    if points and not in_percent(layout):
        return Percents(numbers), unread
    percents = as_percents(numbers, layout.cells(sheet, field))
    if in_percent(layout):
        return known_by_format(percents, sheet, layout, field), unread
    return (Percents(numbers) if percents.doubtful else percents), unread


def _frame(rows: _Rows) -> pd.DataFrame:
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
    frame["field_size"] = frame["field_size"].fillna(_field_size(frame))
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


def _value_field(layout: Layout) -> str:
    """The column of values; a table may print ranks only."""
    return next((f for f in ("value", "total_points", "points") if f in layout.columns), "value")


def _is_average(title: str) -> bool:
    said = fold(title)
    return said.startswith("cả nước") or (is_total(title) and not _ORGANISATION.match(said))


def _is_section(title: str, rank: Rank) -> bool:
    """'Vùng Đồng bằng sông Hồng', 'I. Nhóm A': a heading, or the mean of those below it."""
    return rank.rank is None and bool(_SECTION.fullmatch(fold(title)))


def _field_size(frame: pd.DataFrame) -> int | None:
    """How many are ranked: what other rows print, else the number of rows of a whole table."""
    printed = frame["field_size"].dropna()
    if len(printed):
        return int(printed.mode()[0])
    ranks = frame["rank"].dropna()
    whole = 0 < len(ranks) == len(frame) and ranks.max() <= len(frame)
    return len(frame) if whole else None


def _row_problems(rows: _Rows, at: int) -> Iterator[Problem]:
    place = rows.place(at, _value_field(rows.layout))
    if at in rows.unread:
        yield place.problem("not-a-number", "một số", f"“{rows.unread[at]}”")
    elif in_percent(rows.layout) or at in rows.values.fractions:
        yield from rows.values.problems(at, place)


def _rank_problems(rows: _Rows) -> Iterator[Problem]:
    """Each rank that is none, or one for the whole column where it holds bands."""
    ranks = [rows.ranks[one] for one in rows.at]
    if are_bands(ranks):
        bands = dict.fromkeys(one.unread for one in ranks if one.unread)
        place = rows.place(rows.at[0], "rank")
        found = "xếp loại: " + ", ".join(f"“{band}”" for band in bands)
        yield place.problem("rank-unreadable", "thứ hạng", found)
        return
    for one, rank in zip(rows.at, ranks, strict=True):
        place = rows.place(one, "rank")
        if rank.unread:
            yield place.problem("rank-unreadable", "một thứ hạng", f"“{rank.unread}”")
        elif rank.last:
            yield place.problem("rank-shared", f"hạng {rank.rank}", f"“{rank.rank}-{rank.last}”")


def _average_problems(rows: _Rows, frame: pd.DataFrame, tolerance: float) -> Iterator[Problem]:
    """A printed average of a whole table that is not the mean of its rows."""
    whole = len(frame) and frame["value"].notna().all() and _field_size(frame) == len(frame)
    for at, title in enumerate(rows.titles):
        if not whole or not fold(title).startswith(("trung bình", "bình quân")):
            continue
        mean = round(float(frame["value"].mean()), 6)
        printed = rows.values.numbers[at]
        if not np.isnan(printed) and abs(mean - printed) > tolerance + 1e-6:
            place = rows.place(at, _value_field(rows.layout))
            yield place.problem("average-differs", fmt.number(mean, 2), fmt.number(printed, 2))
