"""Which units have told how far their tasks are, and which are silent?"""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from scoring.analysis.plans.states import SILENT_DAYS
from scoring.analysis.plans.summary import OPEN_STATES
from scoring.text.moments import AHEAD

COLUMNS = ("unit", "tasks", "open", "overdue", "told_on", "sent", "never", "days", "silent")


@dataclass(frozen=True)
class Counts:
    """Of the units that have something to tell of: how many did, and who does not."""

    units: int
    sent: int
    silent: int  # told before, not for more than 90 days
    never: int


def coverage(
    board: pd.DataFrame, units: pd.DataFrame, reports: pd.DataFrame, *, since: date, today: date
) -> pd.DataFrame:
    """One row per unit with a task of its own name, groups left out: they answer by their members.

    Shape: `board` as board.board gives it, `units` as the question `tasks_units`, `reports` as
        `progress_units`; gives unit, tasks, open (neither done nor not to be done), overdue,
        told_on (the day of the last report, None), sent (on `since` or later), never (no report at
        all), days (since the last report; null where never), silent (open tasks, and the last
        report is more than 90 days old). Who was silent longest comes first among those that have
        not sent, then those that never told, then by name.
    """
    held = units[~units["unit_group"].astype(bool)][["task", "unit"]].drop_duplicates()
    held = held.merge(board[["task", "status"]], on="task")
    held = held.assign(open=held["status"].isin(OPEN_STATES), overdue=held["status"] == "overdue")
    found = held.groupby("unit").agg(
        tasks=("task", "size"), open=("open", "sum"), overdue=("overdue", "sum")
    )
    moments = reports.set_index("unit")["reported_at"].reindex(found.index)
    told = [None if pd.isna(one) else (one + AHEAD).date() for one in moments]
    days = pd.Series([one and (today - one).days for one in told], found.index, dtype="Int64")
    found["told_on"] = pd.Series(told, found.index, dtype="object")
    found["sent"] = [one is not None and one >= since for one in told]
    found["never"] = [one is None for one in told]
    found["days"] = days
    found["silent"] = ((days > SILENT_DAYS).fillna(False) & (found["open"] > 0)).astype(bool)
    ordered = found.rename_axis("unit").reset_index()
    ordered = ordered.sort_values(
        ["sent", "silent", "days", "unit"], ascending=[True, False, False, True]
    )
    return ordered.reset_index(drop=True)[list(COLUMNS)]


def counts(found: pd.DataFrame) -> Counts:
    """The numbers of `coverage`: who has no open task and sent nothing is not waited for."""
    asked = found[(found["open"] > 0) | found["sent"]]
    return Counts(
        units=len(asked),
        sent=int(asked["sent"].sum()),
        silent=int(asked["silent"].sum()),
        never=int(asked["never"].sum()),
    )


def quarter_of(today: date) -> date:
    """The first day of the quarter: since when reports count as sent unless somebody says."""
    return date(today.year, (today.month - 1) // 3 * 3 + 1, 1)
