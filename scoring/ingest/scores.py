"""A score table's rows: code, title, points, and who is to mend what by when."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import compress

import numpy as np
import pandas as pd

from scoring.ingest.cells import Numbers, Unreadable, filled, letter_of, numbers_of, texts_of
from scoring.ingest.codes import Repair, canonical_codes
from scoring.ingest.layout import Layout
from scoring.ingest.problems import Problem, problem
from scoring.ingest.tree import Tree, summed, tree_of
from scoring.ingest.workbook import Cell, Sheet
from scoring.text.codes import depth_of
from scoring.text.words import fold

POINTS = ("max_points", "self_points", "points", "lost_points")
TASK_TEXTS = ("solution", "lead", "coordinating", "deadline")
_TOTAL = re.compile(
    r"(tổng|cộng|trung bình|bình quân|điểm cao nhất|điểm thấp nhất|cao nhất|thấp nhất)\b"
)


@dataclass(frozen=True)
class Scores:
    """What a score table says, before its checks."""

    sheet: str
    layout: Layout
    frame: pd.DataFrame  # one row per criterion, in printed order
    tree: Tree
    total: dict[str, float]  # a printed totals row, if any: column → value
    total_row: int | None
    computed: str | None  # the one of the three points columns that is not printed
    headings: tuple[int, ...]  # positions of rows without numbers, summed from their children
    problems: tuple[Problem, ...]

    def column(self, field: str) -> str | None:
        """The spreadsheet letter of a field's column."""
        return letter_of(self.layout, field)


def is_total(title: str) -> bool:
    """Whether a row repeats the others: a total, a subtotal, an average, 'Điểm cao nhất'."""
    return bool(_TOTAL.match(fold(title)))


def read_scores(sheet: Sheet, layout: Layout) -> Scores:
    """The criteria of one table, and what could not be read."""
    titles = texts_of(layout.cells(sheet, "title" if "title" in layout.columns else "code"))
    cells = layout.cells(sheet, "code") if "code" in layout.columns else [""] * len(titles)
    codes, repairs, _ = canonical_codes(cells)
    numbers, wrong = _numbers(sheet, layout)
    given = np.any(~np.isnan(list(numbers.values())), axis=0)
    for field in wrong:
        for unread in wrong[field]:
            given[unread.at] = True
    kept = _kept(codes, titles, given)
    at = np.flatnonzero(kept)
    rows = at + layout.first + 1
    frame = pd.DataFrame(
        {
            "row": rows,
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
    frame, computed = _completed(frame, layout)
    frame, headings = _headings_summed(frame, tree)
    total_row, total = _printed_total(codes, titles, cells, numbers)
    problems = (
        *_unreadable(sheet, layout, wrong, kept),
        *_repaired(sheet, layout, repairs),
        *_uncoded(sheet, layout, codes, titles, cells, given),
    )
    row = None if total_row is None else total_row + layout.first + 1
    return Scores(sheet.name, layout, frame, tree, total, row, computed, headings, problems)


def _completed(frame: pd.DataFrame, layout: Layout) -> tuple[pd.DataFrame, str | None]:
    """Each row with the one of max − points = lost that it lacks, and the column never printed."""
    top, points, lost = frame["max_points"], frame["points"], frame["lost_points"]
    filled_in = frame.assign(
        max_points=top.fillna((points + lost).round(10)),
        points=points.fillna((top - lost).round(10)),
        lost_points=lost.fillna((top - points).round(10)),
    )
    printed = layout.columns
    if "lost_points" not in printed:
        return filled_in, "lost_points"
    unprinted = not {"points", "total_points", "self_points"} & printed.keys()
    return filled_in, "points" if unprinted else None


def _headings_summed(frame: pd.DataFrame, tree: Tree) -> tuple[pd.DataFrame, tuple[int, ...]]:
    """Section rows that print no numbers, with the sums of what stands under them."""
    bare = frame[["max_points", "points", "lost_points"]].isna().all(axis=1).to_numpy()
    headings = bare & ~tree.leaf
    if not headings.any():
        return frame, ()
    sums = {
        field: summed(tree, frame[field].to_numpy(dtype=float), headings)
        for field in ("max_points", "points", "lost_points")
    }
    return frame.assign(**sums), tuple(np.flatnonzero(headings).tolist())


def _numbers(
    sheet: Sheet, layout: Layout
) -> tuple[dict[str, Numbers], dict[str, tuple[Unreadable, ...]]]:
    numbers: dict[str, Numbers] = {}
    wrong: dict[str, tuple[Unreadable, ...]] = {}
    for field in POINTS:
        source = "total_points" if field == "points" and _has_total(layout) else field
        numbers[field], wrong[source] = numbers_of(layout.cells(sheet, source))
    return numbers, wrong


def _has_total(layout: Layout) -> bool:
    """Appraisal and survey stand in columns of their own, and a third one adds them up."""
    return "total_points" in layout.columns


def _kept(codes: list[str], titles: list[str], given: np.ndarray) -> list[bool]:
    """The rows that are criteria: a code, and a title or a number."""
    return [
        bool(code and (title or number))
        for code, title, number in zip(codes, titles, given.tolist(), strict=True)
    ]


def _texts(sheet: Sheet, layout: Layout, kept: list[bool]) -> dict[str, list[str]]:
    return {
        field: list(compress(texts_of(filled(sheet, layout, field)), kept)) for field in TASK_TEXTS
    }


def _printed_total(
    codes: list[str], titles: list[str], cells: list[Cell], numbers: dict[str, Numbers]
) -> tuple[int | None, dict[str, float]]:
    """The last totals row of the table: its position and its numbers."""
    for at in range(len(titles) - 1, -1, -1):
        if codes[at]:
            break
        named = titles[at] or str(cells[at])
        if re.match(r"(tổng|cộng)\b", fold(named)):
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
    given: np.ndarray,
) -> Iterable[Problem]:
    for at in np.flatnonzero(given):
        if not codes[at] and not is_total(titles[at] or str(cells[at])):
            yield problem(
                "row-without-code",
                sheet=sheet.name,
                row=int(at) + layout.first + 1,
                column=letter_of(layout, "code") or letter_of(layout, "title"),
                expected="mã tiêu chí",
                found=f"“{titles[at] or cells[at] or 'ô trống'}”",
            )
