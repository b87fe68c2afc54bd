"""Which tasks go to which unit, and in which words each of them stands in its file?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from scoring.analysis.questions import Row, records
from scoring.ingest.handed_out.stretch import free_text
from scoring.ingest.progress_tables.cells import Told
from scoring.ingest.progress_tables.words import OVERDUE, WORDS
from scoring.sheets.texts import LONGEST, legal
from scoring.text.words import sort_key

LEADS, COORDINATES = "Chủ trì", "Phối hợp"
_DUE = {
    "recurring": "định kỳ",
    "event": "theo sự kiện",
    "unclear": "chưa rõ",
    "none": "không ghi",
}


@dataclass(frozen=True)
class TaskLine:
    """One row of a unit's file: the texts of its task, and what was last told of it."""

    task: str
    code: str
    plan: str
    title: str
    product: str
    role: str
    deadline: str
    due: str
    status: str
    told: Told

    @property
    def shown(self) -> tuple[str, ...]:
        """What its key belongs to."""
        return (self.plan, self.title, self.product)


def units_with_tasks(units: pd.DataFrame) -> list[str]:
    """The units that lead or coordinate a task, by name; groups answer by their members.

    Shape: `units` as the question `tasks_units`.
    """
    named = units[~units["unit_group"].astype(bool)]["unit"].drop_duplicates()
    return sorted(named, key=sort_key)


def lines_of(board: pd.DataFrame, unit: str) -> tuple[TaskLine, ...]:
    """The tasks that a unit leads or coordinates, in the order of their plans.

    Shape: `board` as scoring.analysis.plans.board gives it.
    """
    rows = records(board)
    roles = [_role(row, unit) for row in rows]
    return tuple(_line(row, role) for row, role in zip(rows, roles, strict=True) if role)


def without_file(board: pd.DataFrame, units: Sequence[str]) -> int:
    """How many tasks stand in none of these units' files: led by groups, or by nobody."""
    known = set(units)
    held = [known & {*row["leads"], *row["coordinators"]} for row in records(board)]
    return sum(not one for one in held)


def _role(row: Row, unit: str) -> str:
    if unit in row["leads"]:
        return LEADS
    return COORDINATES if unit in row["coordinators"] else ""


def _line(row: Row, role: str) -> TaskLine:
    told = Told(
        row["state"],
        row["percent"],
        free_text(_text(row["evidence"])),
        free_text(_text(row["remark"])),
    )
    return TaskLine(
        task=str(row["task"]),
        code=_text(row["code"]),
        plan=_text(row["plan"]) or f"{row['index_name']} {row['year']}",
        title=_title(row),
        product=_text(row["product"]),
        role=role,
        deadline=_text(row["deadline"]),
        due=_due(row),
        status=_status(row),
        told=told,
    )


def _title(row: Row) -> str:
    """A task's name; beside a criterion, what is to be done about it."""
    parts = dict.fromkeys(_text(row[name]) for name in ("title", "solution"))
    return legal("\n".join(part for part in parts if part))[:LONGEST]


def _due(row: Row) -> str:
    last: date | None = row["due_last"]
    if row["due_kind"] == "date" and last is not None:
        return f"{last:%d/%m/%Y}" + (" và tiếp tục sau đó" if row["goes_on"] else "")
    return _DUE.get(row["due_kind"], "")


def _status(row: Row) -> str:
    if row["status"] == "overdue":
        return f"{OVERDUE} {row['days_late']} ngày"
    return WORDS[row["status"]]


def _text(value: object) -> str:
    return "" if value is None else legal(str(value)).strip()[:LONGEST]
