"""How far is a task on a given day, and how late is it?"""

from datetime import date
from typing import Literal

import pandas as pd

State = Literal["not_started", "doing", "done", "overdue", "not_applicable"]
STATES: tuple[State, ...] = ("overdue", "doing", "not_started", "done", "not_applicable")
_CLOSED = ("done", "not_applicable")
SILENT_DAYS = 90


def with_states(tasks: pd.DataFrame, today: date) -> pd.DataFrame:
    """The tasks as they stand on a day.

    A task is overdue when its last day is past and nobody said that it is done or does not apply;
    one that recurs, waits for an event or goes on is never overdue by itself.

    Shape: `tasks` as `due.with_due` gives them; added: status (of STATES), days_late (0 where not
        overdue), days_left (to the last day; null where none, or the task is closed), reported
        (anybody ever did), silent (open, and not reported on for more than 90 days).
    """
    told = tasks["state"].where(tasks["state"].notna(), "not_started")
    closed = told.isin(_CLOSED)
    ends = (tasks["due_kind"] == "date") & ~tasks["goes_on"] & tasks["due_last"].notna() & ~closed
    left = [
        (last - today).days if ends_ else None
        for last, ends_ in zip(tasks["due_last"], ends, strict=True)
    ]
    days_left = pd.Series(left, index=tasks.index, dtype="Int64")
    late = (days_left < 0).fillna(False).astype(bool)
    since = (pd.Timestamp(today) - pd.to_datetime(tasks["reported_at"]).dt.normalize()).dt.days
    reported = tasks["reported_at"].notna()
    return tasks.assign(
        status=told.where(~late, "overdue"),
        days_late=(-days_left).where(late, 0).astype("int64"),
        days_left=days_left,
        reported=reported,
        silent=reported & ~closed & (since > SILENT_DAYS),
    )
