"""How is each row of a draft read, and what about it is in doubt?"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import pandas as pd

from scoring.analysis.plans.drafts import Cells, printed
from scoring.analysis.questions import Row, records
from scoring.text.deadlines import Deadline, parse_deadline
from scoring.text.targets import Target, parse_targets
from scoring.text.units import Unit, UnitNames, is_recognised, parse_units

Doubt = Literal[
    "unread",
    "otherwise",
    "no_task",
    "no_lead",
    "group_only",
    "unit_unknown",
    "no_deadline",
    "unclear",
    "goal_unread",
    "aim_unread",
    "no_due",
]
Said = tuple[Doubt, str]  # a doubt and the words meant
# A row that is not read is lost where it is written all the same.
BLOCKING: frozenset[Doubt] = frozenset({"unread"})
_TEXTS = ("section", "title", "solution", "goal", "product", "coordinating", "deadline", "note")


@dataclass(frozen=True)
class Reading:
    """One row as it is read.

    Shape: `at` its place in the draft, from 0; `purpose` and `section` as the file says them;
        `goals` the targets of its goal, of a target its own; `doubts` each with the words meant.
    """

    at: int
    name: str
    due: Deadline | None = None
    leads: tuple[Unit, ...] = ()
    coordinators: tuple[Unit, ...] = ()
    goals: tuple[Target, ...] = ()
    purpose: str | None = None
    doubts: tuple[Said, ...] = ()


def read_tasks(
    rows: Sequence[tuple[int, Cells]],
    read: Mapping[int, Row],
    year: int,
    names: UnitNames,
) -> list[Reading]:
    """Each row of a draft of tasks, in order.

    Shape: `rows` as drafts.said gives them; `read` by place what the reader made of the workbook.
    """
    return [_task(at, row, read.get(at), year, names) for at, row in rows]


def read_targets(
    rows: Sequence[tuple[int, Cells]], read: Mapping[int, Row], names: UnitNames
) -> list[Reading]:
    """Each row of a draft of targets, in order; `read` by place as the reader read it."""
    return [_target(at, row, read.get(at), names) for at, row in rows]


def by_place(frame: pd.DataFrame, places: Mapping[int, int]) -> dict[int, Row]:
    """The rows that were read, by their place in the draft.

    Shape: `places` gives the place of each row of the sheet; of several goals in one row the
        first one counts.
    """
    found: dict[int, Row] = {}
    for row in records(frame):
        at = places.get(int(row["row"]))
        if at is not None:
            found.setdefault(at, row)
    return found


def _task(at: int, row: Cells, read: Row | None, year: int, names: UnitNames) -> Reading:
    goals = parse_targets(row["goal"], year=year)
    due = parse_deadline(row["deadline"], year=year)
    leads = parse_units(row["lead"], names)
    others = parse_units(row["coordinating"], names)
    return Reading(
        at=at,
        name=row["task"] or row["about"],
        due=due,
        leads=leads,
        coordinators=others,
        goals=goals.found,
        purpose=read["purpose"] if read else None,
        doubts=(
            *_unread(printed("tasks", row), read),
            *_no_task(row),
            *_who(row["lead"], leads, (*leads, *others), names),
            *_when(row["deadline"], due),
            *_unread_goals(goals.unread),
        ),
    )


def _target(at: int, row: Cells, read: Row | None, names: UnitNames) -> Reading:
    leads = parse_units(row["lead"], names)
    goal = _goal(read)
    return Reading(
        at=at,
        name=row["title"],
        leads=leads,
        goals=(goal,) if goal else (),
        doubts=(
            *_unread(row, read),
            *_level(row, read, goal),
            *_unknown(leads, names),
        ),
    )


def _goal(read: Row | None) -> Target | None:
    if read is None or read["kind"] is None or read["amount"] is None:
        return None
    return Target(
        kind=read["kind"],
        amount=read["amount"],
        percent=bool(read["percent"]),
        base_year=read["base_year"],
        base_value=read["base_value"],
        sentence=read["sentence"],
        indicator=read["title"],
        measure=read["measure"],
        due_year=read["due_year"],
    )


def _unread(row: Cells, read: Row | None) -> Iterator[Said]:
    """Whether a row, or the text of one of its cells, is not what the reader made of it."""
    if read is None:
        yield "unread", ""
        return
    for name in (*_TEXTS, "lead"):
        if name in row and _line(read[name]) != _line(row[name]):
            yield "otherwise", _line(read[name])


def _line(text: str | None) -> str:
    return " ".join((text or "").split())


def _who(
    lead: str, leads: Sequence[Unit], every: Sequence[Unit], names: UnitNames
) -> Iterator[Said]:
    if not lead:
        yield "no_lead", ""
    elif leads and all(unit.group for unit in leads):
        yield "group_only", leads[0].name
    yield from _unknown(every, names)


def _unknown(units: Sequence[Unit], names: UnitNames) -> Iterator[Said]:
    for unit in units:
        if not is_recognised(unit, names):
            yield "unit_unknown", unit.printed


def _no_task(row: Cells) -> Iterator[Said]:
    if not row["task"]:
        yield "no_task", row["about"]


def _unread_goals(parts: Sequence[str]) -> Iterator[Said]:
    for part in parts:
        yield "goal_unread", part


def _level(row: Cells, read: Row | None, goal: Target | None) -> Iterator[Said]:
    if read and goal is None:
        yield "aim_unread", row["aim"] or row["title"]
    elif read and read["due_year"] is None:
        yield "no_due", ""


def _when(text: str, due: Deadline | None) -> Iterator[Said]:
    if not text:
        yield "no_deadline", ""
    elif due is None:
        yield "unclear", text
