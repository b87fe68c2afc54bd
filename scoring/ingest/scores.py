"""A score table's rows: code, title, points, and who is to mend what by when."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import compress

import numpy as np
import pandas as pd

from scoring.ingest.cells import (
    Numbers,
    filled,
    letter_of,
    text_of,
    texts_of,
)
from scoring.ingest.codes import Repair, canonical_codes
from scoring.ingest.complete import Completed, completed
from scoring.ingest.layout import Layout
from scoring.ingest.points import POINTS, PRINTED, Points, parts_differ, read_points
from scoring.ingest.problems import Place, Problem, problem
from scoring.ingest.said import Given
from scoring.ingest.tree import Tree, tree_of
from scoring.ingest.workbook import Cell, Sheet
from scoring.text.codes import depth_of, order_of
from scoring.text.words import fold

TASK_TEXTS = ("solution", "lead", "coordinating", "deadline", "note")
_REPEATS = r"(?:tổng|cộng|trung bình|bình quân|tb|trung vị|cao nhất|thấp nhất)\b"
_TOTAL = re.compile(rf"(?:(?:giá trị|chỉ số|điểm|số) )*{_REPEATS}|toàn (?:tỉnh|quốc)\b|total\b|∑")
_GRAND_TOTAL = re.compile(
    r"(?:điểm )?(?:tổng|tổng cộng|cộng|tổng điểm|tổng số|tổng số điểm|tổng điểm chung|total|∑)"
    r"(?: điểm)?(?: toàn tỉnh)?[:.]?"
)
_TOTAL_BEGINS = ("tổng", "cộng", "điểm", "tota", "∑")
_HEADING = re.compile(
    r"(?:(?:[Tt]iêu chí(?: thành phần)?|[Ll]ĩnh vực) )?"
    r"((?:[IVXL]+|\d{1,2}(?:\.\d{1,2}){0,4}))[.):]?\s+(\D\D.*)",
    re.S,
)


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


def read_scores(sheet: Sheet, layout: Layout, given: Given) -> Scores:
    """The criteria of one table, and what could not be read."""
    titles, cells = _named(
        texts_of(layout.cells(sheet, "title")),
        layout.cells(sheet, "code"),
        "code" in layout.columns,
    )
    codes, repairs, _ = canonical_codes(cells)
    points = read_points(sheet, layout)
    numbers = points.counting
    totals = _grand_totals(titles, cells)
    kept = _kept(codes, titles, points, totals)
    at = np.flatnonzero(kept)
    tree = tree_of(list(compress(codes, kept)))
    frame = pd.DataFrame(
        {
            "row": at + layout.first + 1,
            "code": tree.codes,
            "parent": tree.parent_codes(),
            "depth": [depth_of(code) for code in tree.codes],
            "leaf": tree.leaf,
            "title": list(compress(titles, kept)),
            **{field: numbers[field][at] for field in numbers},
            **_texts(sheet, layout, kept),
        }
    )
    unread = {field: np.isin(at, list(points.unread(field))) for field in POINTS}
    full = completed(frame, tree, layout, unread)
    total_row, total = _printed_total(totals, numbers)
    problems = (
        *_unreadable(sheet, layout, points, kept),
        *_repaired(sheet, layout, repairs),
        *_uncoded(sheet, layout, codes, titles, cells, points.given),
        *parts_differ(
            points, sheet.name, layout, np.array(kept, dtype=bool), given.limits.tolerance
        ),
        *_merged(sheet, layout),
    )
    row = None if total_row is None else total_row + layout.first + 1
    return Scores(sheet.name, layout, full, tree, total, row, problems)


def _grand_totals(titles: list[str], cells: list[Cell]) -> set[int]:
    """The rows that are the total of the whole table, by title or in the code's place."""
    begins = "\n" + "\n".join(titles).lower()
    if not any(f"\n{word}" in begins for word in ("\n", *_TOTAL_BEGINS)):
        return set()  # one look at all titles together
    return {at for at, title in enumerate(titles) if is_grand_total(title or str(cells[at]))}


def _named(titles: list[str], cells: list[Cell], coded: bool) -> tuple[list[str], list[Cell]]:
    """Titles and code cells; 'I. CHỈ ĐẠO' in one cell is taken apart."""
    source = cells if coded else titles
    for at, cell in enumerate(source):
        if type(cell) is str and " " in cell and (not coded or not titles[at]):
            match = _HEADING.fullmatch(text_of(cell))
            if match:
                cells[at], titles[at] = match[1], match[2]
    return titles, cells


def _kept(codes: list[str], titles: list[str], points: Points, totals: set[int]) -> list[bool]:
    """The rows that are criteria: a code, and a title or a number; not the total."""
    given = points.given.copy()
    given[[cell.at for cells in points.wrong.values() for cell in cells]] = True
    kept = [
        bool(code and (title or number)) and at not in totals
        for at, (code, title, number) in enumerate(zip(codes, titles, given.tolist(), strict=True))
    ]
    counted = [at for at in np.flatnonzero(given) if kept[at]]
    _drop_notes(kept, codes, int(counted[-1]) if counted else -1)
    return kept


def _drop_notes(kept: list[bool], codes: list[str], last: int) -> None:
    """Numbered notes below the last number begin anew; a criterion without points goes on."""
    before = codes[last] if last >= 0 else ""
    goes_on = last >= 0
    for at in range(last + 1, len(kept)):
        goes_on = goes_on and kept[at] and order_of(codes[at]) > order_of(before)
        kept[at] = goes_on
        before = codes[at]


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
    sheet: Sheet, layout: Layout, points: Points, kept: list[bool]
) -> Iterable[Problem]:
    for field, cells in points.wrong.items():
        for unread in cells:
            if kept[unread.at]:
                row = unread.at + layout.first + 1
                place = Place(sheet.name, row, letter_of(layout, field))
                yield place.problem("not-a-number", "một số", f"“{unread.found}”")


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
    columns = {layout.columns[f]: f for f in PRINTED if f in layout.columns}
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
