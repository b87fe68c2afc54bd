"""The frames and the description that the store keeps of one table."""

import hashlib
from collections.abc import Callable
from datetime import UTC, datetime

import pandas as pd

from scoring.ingest.problems import Problem
from scoring.ingest.said import Said
from scoring.ingest.score_tables.scores import TASK_TEXTS
from scoring.ingest.table import Table
from scoring.ingest.task_tables.goals import goal_targets
from scoring.ingest.task_tables.tasks import PLACED, TEXTS
from scoring.text.units import UnitNames, parse_units

_SCORE_COLUMNS = (
    *("code", "parent", "depth", "leaf", "title"),
    *("max_points", "self_points", "points", "lost_points", "row"),
)
_SCALE_COLUMNS = ("code", "position", "title", "points", "row")


# What a target of a satisfaction table does not have.
_OF_A_PLAN = ("measure", "lead", "section", "index_name", "task")


def batch_of(table: Table, content: bytes) -> dict[str, object]:
    """The columns of the store's batch that a table fills."""
    organisation = table.organisation
    assert organisation is not None
    return {
        "kind": table.kind,
        "index_name": table.index,
        "organisation": organisation.id,
        "organisation_name": organisation.name,
        "level": table.level or organisation.level,
        "parent": organisation.parent,
        "year": table.year,
        "criteria_set": table.criteria_set,
        "total_max": table.totals.total_max,
        "printed_max": table.totals.printed_max,
        "file_name": table.file,
        "file_sha256": hashlib.sha256(content).hexdigest(),
        "sheet": table.sheet,
        "anchor": table.anchor,
        "row_count": table.rows,
        "title": table.title,
        "source": table.source,
        "plan": table.plan,
    }


def rows_of(table: Table, units: UnitNames) -> dict[str, pd.DataFrame]:
    """The frames of the store's tables that a table fills."""
    frame = _numbered(table.frame)
    scale = {"scale_level": table.scale[list(_SCALE_COLUMNS)]} if len(table.scale) else {}
    return _FRAMES[table.kind or ""](table, frame, units) | scale


def _score_rows(table: Table, frame: pd.DataFrame, units: UnitNames) -> dict[str, pd.DataFrame]:
    said = (frame[list(TASK_TEXTS)] != "").any(axis=1)
    tasks = frame.loc[said].assign(goal=None, product=None, **dict.fromkeys(PLACED))
    return {"score": frame[["position", *_SCORE_COLUMNS]]} | _tasks(tasks, units)


def _satisfaction_rows(
    table: Table, frame: pd.DataFrame, units: UnitNames
) -> dict[str, pd.DataFrame]:
    targets = table.targets.assign(**dict.fromkeys(_OF_A_PLAN))
    return {"satisfaction": frame, "target": _numbered(targets)}


def _target_rows(table: Table, frame: pd.DataFrame, units: UnitNames) -> dict[str, pd.DataFrame]:
    return {"target": frame.assign(task=None)}


def _numbered(frame: pd.DataFrame) -> pd.DataFrame:
    return frame.assign(position=range(len(frame)))


def _league_rows(table: Table, frame: pd.DataFrame, units: UnitNames) -> dict[str, pd.DataFrame]:
    return {"league": frame.drop(columns="code")}


def _task_rows(table: Table, frame: pd.DataFrame, units: UnitNames) -> dict[str, pd.DataFrame]:
    goals = goal_targets(frame, table.year)
    return _tasks(frame, units) | ({"target": goals} if len(goals) else {})


def _progress_rows(table: Table, frame: pd.DataFrame, units: UnitNames) -> dict[str, pd.DataFrame]:
    return {"progress": frame.drop(columns=["code", "title"])}


def _actual_rows(table: Table, frame: pd.DataFrame, units: UnitNames) -> dict[str, pd.DataFrame]:
    return {"actual": frame.drop(columns=["code", "title", "measure"])}


def _tasks(frame: pd.DataFrame, units: UnitNames) -> dict[str, pd.DataFrame]:
    tasks = frame[["position", "code", "title", *TEXTS, *PLACED, "row"]]
    return {"task": tasks, "task_unit": _task_units(tasks, units)}


_FRAMES: dict[str, Callable[[Table, pd.DataFrame, UnitNames], dict[str, pd.DataFrame]]] = {
    "scores": _score_rows,
    "satisfaction": _satisfaction_rows,
    "league": _league_rows,
    "tasks": _task_rows,
    "targets": _target_rows,
    "progress": _progress_rows,
    "actuals": _actual_rows,
}


def _task_units(tasks: pd.DataFrame, units: UnitNames) -> pd.DataFrame:
    """One row per task, role and unit; a repeated text is parsed once."""
    named = []
    for role in ("lead", "coordinating"):
        texts, different = pd.factorize(tasks[role])
        pairs = [
            (at, role, name, group)
            for at, text in enumerate(different)
            for name, group in _units(text, units)
        ]
        units_of = pd.DataFrame(pairs, columns=["text", "role", "unit", "unit_group"])
        there = pd.DataFrame({"position": tasks["position"].to_numpy(), "text": texts})
        named.append(there.merge(units_of, on="text").drop(columns="text"))
    return pd.concat(named).astype({"position": "int64", "unit_group": "bool"})


def _units(text: str, units: UnitNames) -> list[tuple[str, bool]]:
    return list({unit.name: unit.group for unit in parse_units(text, units)}.items())


def problem_frame(problems: tuple[Problem, ...]) -> pd.DataFrame:
    """What was found wrong, as the store keeps it."""
    columns = ["code", "severity", "sheet", "row", "column", "expected", "found", "fix"]
    frame = pd.DataFrame([vars(found) for found in problems], columns=columns)
    return frame.assign(position=range(len(frame))).astype({"row": "Int64"})


def correction_frame(table: Table, said: Said, *, moment: datetime, who: str) -> pd.DataFrame:
    """The cells that a person corrected; one that the file no longer fits changed nothing."""
    stale = {
        (found.sheet, found.row, found.column)
        for found in table.problems
        if found.code == "correction-stale"
    }
    made = [
        one
        for one in said.corrections
        if one.sheet == table.sheet and (one.sheet, one.row, one.column) not in stale
    ]
    columns = ["sheet", "row", "column", "old", "new"]
    frame = pd.DataFrame([vars(one) for one in made], columns=columns)
    at = moment.astimezone(UTC).replace(tzinfo=None)
    return frame.assign(position=range(len(frame)), who=who or None, at=at)
