"""What stands on a unit's sheet: its points, criteria and tasks as pieces of known height."""

from collections.abc import Sequence

import pandas as pd

from scoring.analysis.messages import tasks as said
from scoring.analysis.messages import unit_sheets as words
from scoring.analysis.messages.units import UNIT_COLUMNS
from scoring.analysis.questions import Row, records
from scoring.analysis.review.units import UnitView
from scoring.reports.blocks import Kind, written
from scoring.reports.unit_sheets.markup import Cell, Piece, Type, cell, row_height, table
from scoring.text.format import rank
from scoring.text.titles import sentence_case

WIDTH = 180.0  # millimetres between the margins
SMALL = 10.0  # the smallest type of the page
_Columns = tuple[tuple[str, float, Kind], ...]
_LOSING: _Columns = (
    ("Tiêu chí", 92.0, "text"),
    ("Điểm chuẩn", 22.0, "points"),
    ("Điểm thẩm định", 22.0, "points"),
    ("Điểm mất", 22.0, "points"),
    ("Phần của đơn vị", 22.0, "share"),
)
_BEST: _Columns = (*_LOSING[:4], ("Đạt", 22.0, "share"))
_HELPED: _Columns = (("Tiêu chí", 114.0, "text"), *_LOSING[1:4])
_WAYS = (34.0, 30.0, 50.0, 30.0, 36.0)  # the three ways of counting, what is helped, the place
_TASKS = (
    ("Nhiệm vụ", 75.0),
    ("Vai trò", 17.0),
    ("Thời hạn", 28.0),
    ("Tình trạng", 42.0),
    ("Điểm mất", 18.0),
)
_TASK_WIDTHS = [width for _, width in _TASKS]
_OF_TASK = ["kind", "title", "solution", "due_said", "deadline", "status"] + [
    *("days_late", "days_left", "lost_points")
]
_MOST = 40  # tasks: more than a page has room for
_ROLES = ("Chủ trì", "Phối hợp")
_PLAIN, _NUMBER = Type(SMALL), Type(SMALL, align="right")
_HEAD = Type(SMALL, bold=True, align="center")
_LARGE = Type(14.0, bold=True, align="center")


def figures(view: UnitView) -> Piece | None:
    """The points led in three ways and coordinated, and the place; None where none are known.

    Of the score table where that names the unit, else of the criteria that its tasks are about.
    """
    row = view.points or view.load
    if row is None or (view.points is None and not (row["in_full"] or row["coordinated_points"])):
        return None
    helped = view.coordinated_points if view.points is not None else row["coordinated_points"]
    place = rank(*view.place) if view.place is not None else written(None, "text")
    names = (*UNIT_COLUMNS.values(), "Phối hợp", "Mất nhiều thứ")
    values = [written(row[one], "points") for one in UNIT_COLUMNS]
    return table(
        [cell(one, width, _HEAD) for one, width in zip(names, _WAYS, strict=True)],
        [[Cell(one, _LARGE) for one in (*values, written(helped, "points"), place)]],
        _WAYS,
        "Điểm mất của đơn vị theo ba cách tính, điểm phối hợp và thứ bậc",
    )


def losing(rows: pd.DataFrame, name: str, most: int) -> Piece:
    """The criteria that lost most; `most` lines to a title."""
    return _criteria(
        rows, _LOSING, ("max_points", "points", "lost_points", "share_of_leads"), name, most
    )


def helped(rows: pd.DataFrame, name: str, most: int) -> Piece:
    """The criteria that lost most of those it coordinates, of which no part is its own."""
    return _criteria(rows, _HELPED, ("max_points", "points", "lost_points"), name, most)


def best(rows: pd.DataFrame, name: str, most: int) -> Piece:
    """The criteria that reached the largest part of their maximum."""
    return _criteria(rows, _BEST, ("max_points", "points", "lost_points", "reached"), name, most)


def tasks(view: UnitView, room: float) -> tuple[Piece | None, int]:
    """As many tasks as find room, those it leads first, and how many were left out.

    Shape: `room` in points; the row that tells of those left out is counted in it.
    """
    count = len(view.led) + len(view.helped)
    every = [
        (row, role)
        for tasks, role in zip((view.led, view.helped), _ROLES, strict=True)
        for row in records(tasks.head(_MOST)[_OF_TASK])
    ]
    head = [cell(name, width, _HEAD) for name, width in _TASKS]
    left = room - row_height(head, _TASK_WIDTHS)
    line = _more_height()
    shown: list[list[Cell]] = []
    for at, (row, role) in enumerate(every):
        cells = _task(row, role)
        high = row_height(cells, _TASK_WIDTHS)
        if left - high < (line if at + 1 < count else 0):
            break
        left -= high
        shown.append(cells)
    if not shown:
        return None, count
    return table(head, shown, _TASK_WIDTHS, "Nhiệm vụ và thời hạn"), count - len(shown)


def left_out(view: UnitView, count: int) -> str:
    """How many tasks of each role are not on the page, of so many left out at the end."""
    helped = min(count, len(view.helped))
    return words.more(count - helped, helped)


def _more_height() -> float:
    return 2 * _PLAIN.line + 4


def _criteria(
    rows: pd.DataFrame,
    columns: _Columns,
    values: Sequence[str],
    name: str,
    most: int,
) -> Piece:
    widths = [width for _, width, _ in columns]
    made = [
        [cell(f"{row['code']} {sentence_case(row['title'])}", widths[0], _PLAIN, most)]
        + [
            Cell(written(row[value], kind), _NUMBER)
            for value, (_, _, kind) in zip(values, columns[1:], strict=True)
        ]
        for row in records(rows[["code", "title", *values]])
    ]
    return table([cell(title, width, _HEAD) for title, width, _ in columns], made, widths, name)


def _task(row: Row, role: str) -> list[Cell]:
    texts = (
        said.name(row),
        role,
        row["due_said"] or row["deadline"] or "không ghi",
        ", ".join(filter(None, (said.MARKED_STATES[row["status"]], said.time_left(row)))),
    )
    told = [cell(text, width, _PLAIN) for text, (_, width) in zip(texts, _TASKS, strict=False)]
    return [*told, Cell(written(row["lost_points"], "points"), _NUMBER)]
