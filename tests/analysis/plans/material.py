"""Small plans, loaded into a store as an import would load them."""

from typing import Any

import pandas as pd

from scoring.store import Store
from tests.analysis.material import load

_TEXTS = ("code", "goal", "solution", "product", "lead", "coordinating", "deadline", "note")
_MORE = ("section", "purpose", "index_name")


def load_plan(store: Store, *rows: dict[str, Any], **batch: Any) -> list[str]:
    """The ids of the tasks of a plan; units are separated by ';', a group ends with '*'."""
    tasks = pd.DataFrame(
        [
            {
                **dict.fromkeys((*_TEXTS, *_MORE)),
                "row": 9 + at,
                "position": at,
                **row,
            }
            for at, row in enumerate(rows)
        ]
    )
    units = [
        {"position": at, "role": role, "unit": unit.strip(" *"), "unit_group": "*" in unit}
        for at, row in enumerate(rows)
        for role in ("lead", "coordinating")
        for unit in (row.get(role) or "").split(";")
        if unit.strip()
    ]
    known = {"kind": "tasks", "organisation": "lam-dong", "year": 2021, "plan": "6006/KH-UBND"}
    columns = ["position", "role", "unit", "unit_group"]
    frames = {"task": tasks, "task_unit": pd.DataFrame(units, columns=columns)}
    batch_id = load(store, frames, **{**known, **batch})
    found = store.query(
        "select id from task where batch = $batch order by position", {"batch": batch_id}
    )
    return found["id"].tolist()


def load_targets(store: Store, *rows: dict[str, Any], **batch: Any) -> str:
    """A table of targets; what a row does not say is at least 86 % by the year of the table."""
    year = batch.get("year", 2022)
    usual = {"kind": "at_least", "amount": 86.0, "percent": True, "measure": "%", "due_year": year}
    blank = dict.fromkeys(("base_year", "base_value", "lead", "section", "index_name", "task"))
    frame = pd.DataFrame(
        [
            {
                **usual,
                **blank,
                "code": str(at + 1),
                "sentence": row["title"],
                "position": at,
                "row": 9 + at,
                **row,
            }
            for at, row in enumerate(rows)
        ]
    )
    known = {"kind": "targets", "organisation": "so-van-hoa", "year": year, "plan": "76/KH-SVHTT"}
    return load(store, {"target": frame}, **{**known, **batch})
