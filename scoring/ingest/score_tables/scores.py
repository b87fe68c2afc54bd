"""A score table's rows: code, title, points, and who is to mend what by when."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import compress

import numpy as np
import pandas as pd

from scoring.ingest.cells import Numbers, filled, letter_of, texts_of
from scoring.ingest.finding.header_rows import numbers_columns
from scoring.ingest.finding.layout import Layout
from scoring.ingest.opening.workbook import Cell, Sheet
from scoring.ingest.problems import Problem
from scoring.ingest.said import Given
from scoring.ingest.score_tables.appearance import Appearance
from scoring.ingest.score_tables.codes import Codes, read_codes
from scoring.ingest.score_tables.complete import Completed, completed
from scoring.ingest.score_tables.missing import Inferred, Known, inferred, lost_rows
from scoring.ingest.score_tables.naming import named
from scoring.ingest.score_tables.points import (
    POINTS,
    loss_sign,
    parts_differ,
    percent_differs,
    read_points,
)
from scoring.ingest.score_tables.points_cells import Blank, blanks
from scoring.ingest.score_tables.printed import Printed
from scoring.ingest.score_tables.row_problems import RowPlaces, row_problems
from scoring.ingest.score_tables.scale import Scale, scale_of
from scoring.ingest.score_tables.totals import is_index, is_total, totals_among
from scoring.ingest.score_tables.tree import Tree, tree_of
from scoring.ingest.task_tables.ditto import above
from scoring.ingest.task_tables.line_texts import field_texts
from scoring.text.codes import depth_of, order_of

__all__ = ["Scores", "is_total", "read_scores"]

TASK_TEXTS = ("solution", "lead", "coordinating", "deadline", "note")
_LONGEST_NUMBER = 5  # of a row that numbers the columns: '(12)'


@dataclass(frozen=True)
class Scores:
    """What a score table says, before its checks."""

    sheet: str
    layout: Layout
    full: Completed
    tree: Tree
    total: dict[str, float]  # a printed totals row, if any: column → value
    total_row: int | None
    scale: pd.DataFrame  # code, position, title, points, row: the attainable points of criteria
    problems: tuple[Problem, ...]
    blanks: Mapping[int, Blank]  # row → what stands where it prints no points

    @property
    def frame(self) -> pd.DataFrame:
        """One row per criterion, in printed order; what the three columns leave out computed."""
        return self.full.frame

    def column(self, field: str) -> str | None:
        """The spreadsheet letter of a field's column."""
        return letter_of(self.layout, field)


@dataclass(frozen=True)
class Rows:
    """The rows below a header, each with the code it has or is told to have."""

    printed: Printed
    read: Codes
    scale: Scale
    told: tuple[Inferred, ...] | None  # None where nothing tells how the rows hang together
    codes: tuple[str, ...]


def read_scores(sheet: Sheet, layout: Layout, given: Given) -> Scores:
    """The criteria of one table, and what could not be read."""
    rows = _rows(sheet, layout, given.limits.tolerance)
    printed = rows.printed
    texts = {field: above(field_texts(filled(sheet, layout, field), field)) for field in TASK_TEXTS}
    kept = _kept(rows, texts)
    at = np.flatnonzero(kept)
    tree = tree_of(list(compress(rows.codes, kept)))
    frame = _frame(printed, layout, tree, kept, texts)
    unread = {field: np.isin(at, list(printed.points.unread(field))) for field in POINTS}
    full = completed(frame, tree, layout, unread)
    total_row, total = _printed_total(rows, printed.points.counting)
    problems = (
        *row_problems(RowPlaces(sheet, layout), rows, kept),
        *parts_differ(printed.points, sheet.name, layout, np.array(kept, bool), printed.tolerance),
        *loss_sign(printed.points, sheet.name, layout),
        *percent_differs(sheet, layout, full.frame, printed.tolerance),
    )
    row = None if total_row is None else total_row + layout.first + 1
    scale = rows.scale.frame(rows.codes, printed, layout.first)
    without = at[np.isnan(printed.points.counting["points"][at])].tolist()
    absent = blanks(sheet, layout, without)
    return Scores(sheet.name, layout, full, tree, total, row, scale, problems, absent)


def _frame(
    printed: Printed, layout: Layout, tree: Tree, kept: list[bool], texts: dict[str, list[str]]
) -> pd.DataFrame:
    """One row per criterion, as printed."""
    at = np.flatnonzero(kept)
    return pd.DataFrame(
        {
            "row": at + layout.first + 1,
            "code": tree.codes,
            "parent": tree.parent_codes(),
            "depth": [depth_of(code) for code in tree.codes],
            "leaf": tree.leaf,
            "title": list(compress(printed.titles, kept)),
            **{field: numbers[at] for field, numbers in printed.points.counting.items()},
            **{field: list(compress(texts[field], kept)) for field in TASK_TEXTS},
        }
    )


def _rows(sheet: Sheet, layout: Layout, tolerance: float) -> Rows:
    """The rows with their codes: those printed, made canonical, then those that are missing."""
    look = Appearance(sheet, layout)
    points = read_points(sheet, layout)
    titles, cells = texts_of(layout.cells(sheet, "title")), layout.cells(sheet, "code")
    numbering = _numbering(sheet, layout, titles)
    for at in numbering:
        titles[at] = cells[at] = ""
    titles, cells = named(titles, cells, points.scored.tolist())
    totals = totals_among(titles, cells)
    read = read_codes(_without(cells, totals.rows), look.formats)
    printed = Printed(titles, cells, points, tolerance, totals, numbering | read.sections)
    if all(read.codes) and not read.listed:
        return Rows(printed, read, Scale(), (), tuple(read.codes))
    scale = scale_of(read, printed)
    codes = ["" if at in scale.rows else code for at, code in enumerate(read.codes)]
    lost = lost_rows(codes, printed, scale.rows)
    told = inferred(Known(codes, printed, lost, scale.rows, look.title)) if lost else ()
    for one in told or ():
        for at, code in zip(one.at, one.codes, strict=True):
            codes[at] = code
    return Rows(printed, read, scale, told, tuple(codes))


def _without(cells: list[Cell], rows: frozenset[int]) -> list[Cell]:
    """The code cells, blank in some rows: a total's 'II' is no heading."""
    return ["" if at in rows else cell for at, cell in enumerate(cells)] if rows else cells


def _numbering(sheet: Sheet, layout: Layout, titles: Sequence[str]) -> frozenset[int]:
    """The rows that only number the columns: (1), (2), (3) …"""
    return frozenset(
        at
        for at, title in enumerate(titles)
        if len(title) <= _LONGEST_NUMBER
        and title.strip("()[] ").isdigit()
        and numbers_columns(sheet.rows[layout.first + at])
    )


def _kept(rows: Rows, texts: dict[str, list[str]]) -> list[bool]:
    """The rows that are criteria: a code, and a title or a number."""
    printed = rows.printed
    given = printed.points.given.copy()
    given[[cell.at for cells in printed.points.wrong.values() for cell in cells]] = True
    kept = [
        bool(code and (title or number))
        for code, title, number in zip(rows.codes, printed.titles, given.tolist(), strict=True)
    ]
    for at in rows.read.listed:  # 'a) Kế hoạch số 5' names evidence, unless something hangs on it
        kept[at] = kept[at] and bool(given[at] or any(column[at] for column in texts.values()))
    counted = [at for at in np.flatnonzero(given) if kept[at]]
    _drop_notes(kept, rows.codes, int(counted[-1]) if counted else -1)
    return kept


def _drop_notes(kept: list[bool], codes: Sequence[str], last: int) -> None:
    """Numbered notes below the last number begin anew; a criterion without points goes on."""
    before = codes[last] if last >= 0 else ""
    goes_on = last >= 0
    for at in range(last + 1, len(kept)):
        goes_on = goes_on and kept[at] and order_of(codes[at]) > order_of(before)
        kept[at] = goes_on
        before = codes[at]


def _printed_total(rows: Rows, numbers: dict[str, Numbers]) -> tuple[int | None, dict[str, float]]:
    """The totals row of the whole table: its position and its numbers.

    'Chỉ số CCHC' is one only where it prints a maximum: else its number is in percent.
    """
    printed = rows.printed
    uncoded = (at for at, code in enumerate(rows.codes) if not code)
    index = {
        at for at in uncoded if not np.isnan(printed.maximum[at]) and is_index(printed.named(at))
    }
    for at in sorted(printed.totals.grand | index, reverse=True):
        values = {field: float(numbers[field][at]) for field in numbers}
        if not all(np.isnan(list(values.values()))):
            return at, values
    return None, {}
