"""Which rows and columns of its sheet does a table stand in, and what is marked there?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile

import pandas as pd

from pages.ui.problems import SEVERITIES
from scoring.ingest.finding.header_rows import TALLEST_HEADER, header_parts, may_continue
from scoring.ingest.opening.workbook import Sheet, column_letter, position_of
from scoring.ingest.problems import Problem
from scoring.ingest.table import Table

_WORST_FIRST = list(SEVERITIES)
_TALLEST_HEADER = 4  # rows from the header on that are looked at for texts
_LOOKED_AT = 200  # rows that show which columns the table has

Marks = dict[tuple[int, str], list[Problem]]  # row and column letter ('' for the whole row)


@dataclass(frozen=True)
class Area:
    """The table's own part of its sheet: rows as the spreadsheet shows them, columns from 0."""

    header: range  # rows
    rows: range
    columns: range

    @property
    def letters(self) -> list[str]:
        """The columns as Excel calls them."""
        return [column_letter(at) for at in self.columns]


def area(sheet: Sheet, table: Table, others: Iterable[Table]) -> Area:
    """The columns from the first to the last that hold anything, but for other tables' own."""
    header = table.header or 1
    last = min(table.last or len(sheet.rows), len(sheet.rows))
    read = [int(row) for row in table.frame["row"]] if "row" in table.frame else []
    first = min([*read, header + _TALLEST_HEADER, last + 1])
    beside = [one for one in others if one.header == table.header and one.columns != table.columns]
    foreign = {letter for one in beside for letter in one.columns.values()}
    foreign -= set(table.columns.values())
    columns = _used(sheet, range(header, min(last, header + _LOOKED_AT) + 1))
    mine = [at for at in columns if column_letter(at) not in foreign]
    mine += [position_of(f"{letter}1")[1] for letter in table.columns.values() if letter]
    return Area(
        header=range(header, first),
        rows=range(first, last + 1),
        columns=range(min(mine, default=0), max(mine, default=-1) + 1),
    )


def header_texts(sheet: Sheet, of: Area) -> dict[str, str]:
    """What stands above each column: 'C' → 'Điểm chuẩn'."""
    rows = [sheet.rows[row - 1] for row in of.header[:TALLEST_HEADER]]
    if not rows:
        return {}
    height = 1 + sum(1 for _ in takewhile(may_continue, rows[1:]))
    parts = header_parts(sheet, of.header.start - 1, height)
    return {
        column_letter(at): " ".join(parts[at]) for at in of.columns if at < len(parts) and parts[at]
    }


def marks(table: Table, problems: Iterable[Problem]) -> Marks:
    """The problems of the table's sheet by their place, the worst of each place first."""
    found: Marks = {}
    for one in problems:
        if one.sheet == table.sheet and one.row:
            found.setdefault((one.row, one.column or ""), []).append(one)
    return {place: sorted(ones, key=_weight) for place, ones in sorted(found.items(), key=_worst)}


def marked_rows(found: Marks, severities: Sequence[str], corrected: Iterable[int]) -> set[int]:
    """The rows with a problem of these severities, and those that were corrected."""
    wrong = {row for (row, _), ones in found.items() if ones[0].severity in severities}
    return wrong | set(corrected)


def with_parents(frame: pd.DataFrame, rows: set[int]) -> set[int]:
    """The rows, and for context the rows of the criteria above them."""
    if "parent" not in frame or "code" not in frame:
        return rows
    row_of = dict(zip(frame["code"], frame["row"], strict=True))
    parent_of = dict(zip(frame["code"], frame["parent"], strict=True))
    codes = frame.loc[frame["row"].isin(rows), "code"]
    above: set[int] = set()
    for code in codes:
        seen: set[object] = set()
        parent = parent_of.get(code)
        while parent in row_of and parent not in seen:
            seen.add(parent)
            above.add(int(row_of[parent]))
            parent = parent_of.get(parent)
    return rows | above


def _used(sheet: Sheet, rows: range) -> set[int]:
    """The columns in which some of the rows hold anything."""
    return {
        at
        for row in rows
        if row <= len(sheet.rows)
        for at, cell in enumerate(sheet.rows[row - 1])
        if cell != ""
    }


def _weight(found: Problem) -> int:
    return _WORST_FIRST.index(found.severity)


def _worst(item: tuple[tuple[int, str], list[Problem]]) -> tuple[int, int, str]:
    (row, column), ones = item
    return min(map(_weight, ones)), row, column
