"""Which rows of a league table are ranked, and what their cells say."""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from scoring.ingest.cells import letter_of, numbers_in, texts_of
from scoring.ingest.finding.layout import Layout
from scoring.ingest.opening.workbook import Sheet
from scoring.ingest.problems import Place
from scoring.ingest.reference import Organisation
from scoring.ingest.result_tables.dimensions import without_zeros
from scoring.ingest.result_tables.percents import Percents, as_percents, in_percent, known_by_format
from scoring.ingest.result_tables.ranks import Rank, rank_in, with_merged
from scoring.ingest.score_tables.totals import is_total
from scoring.text.words import fold

# 'Tổng cục Thuế' is no total.
_ORGANISATION = re.compile(r"tổng (?:cục|công ty|liên đoàn|đội|kho)\b|cộng (?:đồng|hòa)\b")
_STATISTIC = re.compile(
    r"(?:(?:giá trị|chỉ số|điểm|mức) )*"
    r"(?:max|min|maximum|minimum|(?:lớn|nhỏ|cao|thấp) nhất|tối đa|tối thiểu|chuẩn|thang điểm|std"
    r"|độ lệch(?: chuẩn)?|phương sai|khoảng (?:cách|biến thiên)|biên độ|chênh lệch)\b.*"
)
_SECTION = re.compile(
    r"(?:(?:[ivx]+|[a-h]|\d{1,2})[.):]? )?(?:vùng|nhóm|khối|cụm|khu vực|miền)\b.*"
    r"|đồng bằng sông (?:hồng|cửu long)|trung du và miền núi.*|tây nguyên|đông nam bộ"
    r"|bắc trung bộ.*|duyên hải.*"
)


@dataclass(frozen=True)
class LeagueRows:
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
        """A row's cell of one field."""
        return Place(self.sheet.name, self.layout.row_of(at), letter_of(self.layout, field, at))

    def ids(self) -> list[str]:
        """Who each row is: the registry's id, else the title as printed."""
        pairs = zip(self.at, self.named, strict=True)
        return [who.id if who else self.titles[one] for one, who in pairs]


def league_rows(
    sheet: Sheet,
    layout: Layout,
    measured: Collection[int],
    name_of: Callable[[str], Organisation | None],
    *,
    zero_is_missing: bool = False,
) -> LeagueRows:
    """The rows with a rank, a value or, where factors are columns, a number of any of them."""
    titles = texts_of(layout.cells(sheet, "organisation"))
    values, unread = _values(sheet, layout)
    if zero_is_missing:
        values = replace(values, numbers=without_zeros(values.numbers))
    ranks = with_merged(
        [rank_in(cell) for cell in layout.cells(sheet, "rank")], values.numbers, sheet, layout
    )
    at = []
    named = []
    for one, title in enumerate(titles):
        said = ranks[one].rank is not None or ranks[one].unread is not None
        number = one in unread or one in measured or not np.isnan(values.numbers[one])
        if not title or not (said or number):
            continue
        who = name_of(title)
        beside = _STATISTIC.fullmatch(fold(title)) or _is_section(title, ranks[one])
        if not _is_average(title) and not (who is None and beside):
            at.append(one)
            named.append(who)
    return LeagueRows(sheet, layout, titles, ranks, values, unread, at, named)


def _values(sheet: Sheet, layout: Layout) -> tuple[Percents, dict[int, str]]:
    """The values; 0.8399 is 83,99 % in percent, and elsewhere where no value is above 1."""
    field = value_field(layout)
    numbers, wrong = numbers_in(sheet, layout, field)
    unread = {cell.at: cell.found for cell in wrong}
    points = field != "value" or "điểm" in fold(layout.labels.get("value", ""))
    if points and not in_percent(layout):
        return Percents(numbers), unread
    percents = as_percents(numbers, layout.cells(sheet, field))
    if in_percent(layout):
        return known_by_format(percents, sheet, layout, field), unread
    return (Percents(numbers) if percents.doubtful else percents), unread


def value_field(layout: Layout) -> str:
    """The column of values; a table may print ranks only."""
    return next((f for f in ("value", "total_points", "points") if f in layout.columns), "value")


def _is_average(title: str) -> bool:
    said = fold(title)
    return said.startswith("cả nước") or (is_total(title) and not _ORGANISATION.match(said))


def _is_section(title: str, rank: Rank) -> bool:
    """'Vùng Đồng bằng sông Hồng', 'I. Nhóm A': a heading, or the mean of those below it."""
    return rank.rank is None and bool(_SECTION.fullmatch(fold(title)))


def field_size_of(frame: pd.DataFrame) -> int | None:
    """How many are ranked: what other rows print, else the number of rows of a whole table.

    One row is not a whole table: it is the news of who came first.
    """
    printed = frame["field_size"].dropna()
    if len(printed):
        return int(printed.mode()[0])
    ranks = frame["rank"].dropna()
    whole = 1 < len(ranks) == len(frame) and ranks.max() <= len(frame)
    return len(frame) if whole else None
