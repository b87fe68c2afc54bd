"""What people report and decide about tasks and targets on a page; nothing is erased."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any, Literal

import duckdb
import pandas as pd

from scoring.store.events import next_moment, note
from scoring.store.refusals import StoreError
from scoring.store.tables import insert

_MOST_NAMED = 3  # unknown tasks that a refusal names


class UnknownTask(StoreError, KeyError):
    """Something is told of tasks that were never loaded; nothing of it is written."""

    def __init__(self, tasks: Sequence[str]) -> None:
        named = ", ".join(tasks[:_MOST_NAMED]) + (", …" if len(tasks) > _MOST_NAMED else "")
        super().__init__(
            f"Không kế hoạch nào đã nạp của cơ quan này có nhiệm vụ mang khoá {named}. Chưa ghi "
            "gì. Hãy nạp kế hoạch có nhiệm vụ đó trước, hoặc tải lại tệp tiến độ của đơn vị."
        )

    def __str__(self) -> str:
        return str(self.args[0])  # a KeyError would quote it


State = Literal["not_started", "doing", "done", "not_applicable"]
STATES: tuple[State, ...] = ("not_started", "doing", "done", "not_applicable")


@dataclass(frozen=True)
class TaskLink:
    """The criterion or factor that a task is about; code '': none; taken_back: not decided."""

    task: str
    organisation: str
    index_name: str
    code: str
    taken_back: bool = False


@dataclass(frozen=True)
class TaskDue:
    """When a task is due, in words as a plan would print them; '': as the plan printed it."""

    task: str
    said: str


@dataclass(frozen=True)
class Progress:
    """How far a task is; None where it is not told. `percent` is 0–100."""

    task: str
    state: State | None
    percent: float | None = None
    evidence: str | None = None
    remark: str | None = None
    unit: str | None = None


@dataclass(frozen=True)
class Actual:
    """What an organisation's indicator reached in a year; value None takes it back."""

    organisation: str
    indicator: str
    year: int
    value: float | None
    source: str | None = None


@dataclass(frozen=True)
class Evidence:
    """A document that shows what was done about a task, or about a criterion of a year.

    Shape: `id` tells the pieces apart; `task` or else organisation, index_name, year and code;
        `issued` its date, `section` and `page` where in it.
    """

    id: str
    number: str
    status: Literal["complete", "missing", "to_explain"]
    task: str | None = None
    organisation: str | None = None
    index_name: str | None = None
    year: int | None = None
    code: str | None = None
    issued: date | None = None
    section: str | None = None
    page: str | None = None
    remark: str | None = None
    taken_back: bool = False


@dataclass(frozen=True)
class Remark:
    """A note on a year, a criterion or a unit; `conclusion`: of a meeting, to become a task."""

    id: str
    organisation: str
    year: int
    text: str
    index_name: str | None = None
    code: str | None = None
    unit: str | None = None
    conclusion: bool = False
    taken_back: bool = False


@dataclass(frozen=True)
class GroupMeaning:
    """Who is meant where a group leads: its members, one focal unit, or nobody in particular."""

    organisation: str
    unit_group: str
    meaning: Literal["members", "focal", "group"]
    units: str = ""  # one a line


Said = TaskLink | TaskDue | Progress | Actual | Evidence | Remark | GroupMeaning
_TABLES: dict[type[Said], str] = {
    TaskLink: "task_link",
    TaskDue: "task_due",
    Progress: "progress",
    Actual: "actual",
    Evidence: "evidence",
    Remark: "remark",
    GroupMeaning: "group_meaning",
}

_OF_NO_FILE: dict[str, object] = {"batch": None, "position": 0, "row": None}


def check(said: Sequence[Said]) -> None:
    """Refuse what means nothing.

    Raises: ValueError for a state that there is not, a percentage outside 0–100, evidence of
        nothing, a note without words, and a group that means no units or more than one focal one.
    """
    for one in said:
        if isinstance(one, Evidence) and not (one.task or (one.organisation and one.code)):
            raise ValueError(f"evidence of nothing: {one}")
        if isinstance(one, Remark) and not one.text.strip():
            raise ValueError("a note without words")
        if isinstance(one, GroupMeaning):
            _check_meaning(one)
        if isinstance(one, Progress):
            if one.state is not None and one.state not in STATES:
                raise ValueError(f"no state of a task: {one.state}")
            if one.percent is not None and not 0 <= one.percent <= 100:
                raise ValueError(f"not a percentage: {one.percent}")


def _check_meaning(one: GroupMeaning) -> None:
    units = one.units.splitlines()
    fits = {"members": len(units) > 0, "focal": len(units) == 1, "group": not units}
    if not fits.get(one.meaning, False):
        raise ValueError(f"{one.meaning} of {units}")


def say(
    cursor: duckdb.DuckDBPyConnection, said: Sequence[Said], *, now: datetime, who: str
) -> None:
    """Append each of them in turn; each is an event of its own.

    Raises: UnknownTask.
    """
    named = [getattr(one, "task", None) for one in said]
    check_tasks(cursor, [task for task in named if task is not None])
    for one in said:
        moment = next_moment(cursor, now)
        told: dict[str, Any] = {field.name: getattr(one, field.name) for field in fields(one)}
        more: dict[str, object] = {"decided_at": moment}
        if isinstance(one, Progress):
            more = {"reported_at": moment, **_OF_NO_FILE}
        if isinstance(one, Actual):
            more |= _OF_NO_FILE
        table = _TABLES[type(one)]
        insert(cursor, table, pd.DataFrame([told | more]), who=who or None)
        words = [str(value) for value in told.values() if value not in (None, "", False)]
        note(cursor, moment, table.removeprefix("task_"), None, [" ".join(words)], who)


def check_tasks(
    cursor: duckdb.DuckDBPyConnection, tasks: Sequence[str], organisation: str | None = None
) -> None:
    """Refuse what is told of tasks that no batch has, undone ones included: ids are kept for ever.

    `organisation`: whose tasks they must be, where that is known.

    Raises: UnknownTask.
    """
    found = cursor.execute(
        "select distinct task.id from task join batch on batch.id = task.batch "
        "where list_contains($tasks, task.id) "
        "and ($organisation is null or batch.organisation = $organisation)",
        {"tasks": list(tasks), "organisation": organisation},
    ).fetchall()
    known = {task for (task,) in found}
    unknown = [task for task in dict.fromkeys(tasks) if task not in known]
    if unknown:
        raise UnknownTask(unknown)
