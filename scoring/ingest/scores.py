"""A score table's rows: code, title, points, and who is to mend what by when."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import compress

import numpy as np
import pandas as pd

from scoring.ingest.cells import (
    Numbers,
    Unreadable,
    filled,
    letter_of,
    numbers_in,
    text_of,
    texts_of,
)
from scoring.ingest.codes import Repair, canonical_codes
from scoring.ingest.complete import Completed, completed
from scoring.ingest.layout import Layout
from scoring.ingest.problems import Problem, problem
from scoring.ingest.tree import Tree, tree_of
from scoring.ingest.workbook import Cell, Sheet
from scoring.text.codes import depth_of
from scoring.text.words import fold

POINTS = ("max_points", "self_points", "points", "lost_points")
PARTS_OF_POINTS = ("total_points", "survey_points")
TASK_TEXTS = ("solution", "lead", "coordinating", "deadline", "note")
_REPEATS = r"(?:tổng|cộng|trung bình|bình quân|tb|trung vị|cao nhất|thấp nhất)\b"
_TOTAL = re.compile(rf"(?:(?:giá trị|chỉ số|điểm|số) )*{_REPEATS}|toàn (?:tỉnh|quốc)\b|total\b|∑")
_GRAND_TOTAL = re.compile(
    r"(?:điểm )?(?:tổng|tổng cộng|cộng|tổng điểm|tổng số|tổng số điểm|tổng điểm chung|total|∑)"
    r"(?: điểm)?(?: toàn tỉnh)?[:.]?"
)
_TOTAL_BEGINS = ("tổng", "cộng", "điểm", "tota", "∑")
_HEADING = re.compile(r"((?:[IVXL]+|\d{1,2}(?:\.\d{1,2}){0,4}))[.):]?\s+(\D\D.*)", re.S)


@dataclass(frozen=True)
class Scores:
    """What a score table says, before its checks."""

    sheet: str
    layout: Layout
    full: Completed
    tree: Tree
    total: dict[str, float]  # a printed totals row, if any: column → value
    total_row: int | None
    problems: tuple[Problem, ...]

    @property
    def frame(self) -> pd.DataFrame:
        """One row per criterion, in printed order; what the three columns leave out computed."""
        return self.full.frame

    def column(self, field: str) -> str | None:
        """The spreadsheet letter of a field's column."""
        return letter_of(self.layout, field)


def is_total(title: str) -> bool:
    """Whether a row repeats the others: a total, a subtotal, an average, 'Điểm cao nhất'."""
    return bool(_TOTAL.match(fold(title)))


def is_grand_total(title: str) -> bool:
    """Whether a row is the total of the whole table."""
    begins = title[:4].lower().startswith(_TOTAL_BEGINS)  # cheap: most titles stop here
    return begins and bool(_GRAND_TOTAL.fullmatch(fold(title)))


def read_scores(sheet: Sheet, layout: Layout) -> Scores:
    """The criteria of one table, and what could not be read."""
    titles, cells = _named(
        texts_of(layout.cells(sheet, "title")),
        layout.cells(sheet, "code"),
        "code" in layout.columns,
    )
    codes, repairs, _ = canonical_codes(cells)
    numbers, wrong = _numbers(sheet, layout)
    counted = np.any(~np.isnan(list(numbers.values())), axis=0)
    totals = {at for at, title in enumerate(titles) if is_grand_total(title or str(cells[at]))}
    kept = _kept(codes, titles, counted, wrong, totals)
    at = np.flatnonzero(kept)
    frame = pd.DataFrame(
        {
            "row": at + layout.first + 1,
            "code": list(compress(codes, kept)),
            "title": list(compress(titles, kept)),
            **{field: numbers[field][at] for field in numbers},
            **_texts(sheet, layout, kept),
        }
    )
    tree = tree_of(frame["code"].tolist())
    frame.insert(2, "parent", tree.parent_codes())
    frame.insert(3, "depth", [depth_of(code) for code in tree.codes])
    frame.insert(4, "leaf", tree.leaf)
    unread = {
        field: np.isin(at, [cell.at for cell in cells]) for field, cells in wrong.items() if cells
    }
    full = completed(frame, tree, layout, unread)
    total_row, total = _printed_total(totals, numbers)
    problems = (
        *_unreadable(sheet, layout, wrong, kept),
        *_repaired(sheet, layout, repairs),
        *_uncoded(sheet, layout, codes, titles, cells, counted),
        *_merged(sheet, layout),
    )
    row = None if total_row is None else total_row + layout.first + 1
    return Scores(sheet.name, layout, full, tree, total, row, problems)


def _named(titles: list[str], cells: list[Cell], coded: bool) -> tuple[list[str], list[Cell]]:
    """Titles and code cells; 'I. CHỈ ĐẠO' in one cell is taken apart."""
    source = cells if coded else titles
    for at, cell in enumerate(source):
        if type(cell) is str and " " in cell and (not coded or not titles[at]):
            match = _HEADING.fullmatch(text_of(cell))
            if match:
                cells[at], titles[at] = match[1], match[2]
    return titles, cells


def _numbers(
    sheet: Sheet, layout: Layout
) -> tuple[dict[str, Numbers], dict[str, tuple[Unreadable, ...]]]:
    """The points of each column. Appraisal and survey may stand apart, with or without a total."""
    read = {field: numbers_in(sheet, layout, field) for field in (*POINTS, *PARTS_OF_POINTS)}
    numbers = {field: read[field][0] for field in POINTS}
    wrong = {field: read[field][1] for field in POINTS}
    if "total_points" in layout.columns:
        numbers["points"], wrong["points"] = read["total_points"]
    elif "survey_points" in layout.columns:
        parts = np.array([read["points"][0], read["survey_points"][0]])
        summed = np.round(np.nansum(parts, axis=0), 10)
        numbers["points"] = np.where(np.isnan(parts).all(axis=0), np.nan, summed)
        wrong["points"] = (*wrong["points"], *read["survey_points"][1])
    return numbers, wrong


def _kept(
    codes: list[str],
    titles: list[str],
    counted: np.ndarray,
    wrong: dict[str, tuple[Unreadable, ...]],
    totals: set[int],
) -> list[bool]:
    """The rows that are criteria: a code, and a title or a number; not the total, and not the
    numbered notes below the last number."""
    given = counted.copy()
    given[[cell.at for cells in wrong.values() for cell in cells]] = True
    coded = np.array([bool(code) for code in codes], dtype=bool)
    numbered = np.flatnonzero(given & coded)
    last = numbered[-1] if len(numbered) else -1
    return [
        bool(code and (title or number)) and at <= last and at not in totals
        for at, (code, title, number) in enumerate(zip(codes, titles, given.tolist(), strict=True))
    ]


def _texts(sheet: Sheet, layout: Layout, kept: list[bool]) -> dict[str, list[str]]:
    return {
        field: list(compress(texts_of(filled(sheet, layout, field)), kept)) for field in TASK_TEXTS
    }


def _printed_total(
    totals: set[int], numbers: dict[str, Numbers]
) -> tuple[int | None, dict[str, float]]:
    """The totals row of the whole table: its position and its numbers."""
    for at in sorted(totals, reverse=True):
        values = {field: float(numbers[field][at]) for field in numbers}
        if not all(np.isnan(list(values.values()))):
            return at, values
    return None, {}


def _unreadable(
    sheet: Sheet, layout: Layout, wrong: dict[str, tuple[Unreadable, ...]], kept: list[bool]
) -> Iterable[Problem]:
    for field, cells in wrong.items():
        for unread in cells:
            if kept[unread.at]:
                yield problem(
                    "not-a-number",
                    sheet=sheet.name,
                    row=unread.at + layout.first + 1,
                    column=letter_of(layout, field),
                    expected="một số",
                    found=f"“{unread.found}”",
                )


def _repaired(sheet: Sheet, layout: Layout, repairs: Iterable[Repair]) -> Iterable[Problem]:
    for repair in repairs:
        yield problem(
            "code-repaired",
            sheet=sheet.name,
            row=repair.at + layout.first + 1,
            column=letter_of(layout, "code"),
            expected=f"mã {repair.code} (theo thứ tự dòng)",
            found=repair.found,
        )


def _uncoded(
    sheet: Sheet,
    layout: Layout,
    codes: list[str],
    titles: list[str],
    cells: list[Cell],
    counted: np.ndarray,
) -> Iterable[Problem]:
    for at in np.flatnonzero(counted):
        named = titles[at] or str(cells[at])
        if not codes[at] and not is_total(named):
            yield problem(
                "row-without-code",
                sheet=sheet.name,
                row=int(at) + layout.first + 1,
                column=letter_of(layout, "code") or letter_of(layout, "title"),
                expected="mã tiêu chí",
                found=f"“{named or 'ô trống'}”",
            )


def _merged(sheet: Sheet, layout: Layout) -> Iterable[Problem]:
    """Score cells merged over several rows: the score counts for the first row only."""
    columns = {layout.columns[f]: f for f in (*POINTS, *PARTS_OF_POINTS) if f in layout.columns}
    for (top, left), (bottom, right) in sheet.merged:
        within = layout.first <= top < bottom < layout.last
        field = columns.get(left)
        if within and left == right and field and sheet.rows[top][left] != "":
            yield problem(
                "score-merged",
                sheet=sheet.name,
                row=top + 1,
                column=letter_of(layout, field),
                expected="mỗi dòng một ô điểm",
                found=f"một ô gộp {bottom - top + 1} dòng",
            )
