"""What has to be said to whom today: due soon, overdue, a target missed, nobody reports?"""

from collections.abc import Iterator, Sequence
from datetime import date

import pandas as pd

from scoring.analysis.plans.indicators import Indicator
from scoring.analysis.questions import Row, records

KINDS = ("overdue", "due_soon", "target_missed", "silent")
SOON_DAYS = 14
COLUMNS = (
    *("kind", "task", "title", "plan", "units", "deadline", "due", "days", "lost_points"),
    *("value", "goal", "measure", "batch", "row"),
)


def reminders(board: pd.DataFrame, indicators: Sequence[Indicator], today: date) -> pd.DataFrame:
    """One row per thing to be reminded of: the most urgent kind first, then the most points, then
    the longest.

    A task is in one kind only: overdue or due within 14 days before silent.

    Shape: `board` as board.board gives it; gives COLUMNS: kind (of KINDS), task (its id; null for a
        target), title, plan, units (list: its leads, or the target's lead as printed), deadline (as
        printed), due (date or null), days (late, left, or since the last report; null for a
        target), lost_points, value and goal (of a target, in measure), batch and row.
    """
    rows = [*_tasks(board, today), *_targets(indicators, today.year)]
    frame = pd.DataFrame(rows, columns=list(COLUMNS))
    order = frame["kind"].map({kind: at for at, kind in enumerate(KINDS)})
    days = frame["days"].astype("Int64")
    # What is due soon: the nearest first; all else: the longest first.
    pressing = days.where(frame["kind"] == "due_soon", -days)
    ordered = frame.assign(
        days=days,
        order_=order,
        points_=-frame["lost_points"].astype("float64").fillna(0.0),
        pressing_=pressing,
    ).sort_values(["order_", "points_", "pressing_"], kind="stable")
    return ordered[list(COLUMNS)].reset_index(drop=True)


def _tasks(board: pd.DataFrame, today: date) -> Iterator[Row]:
    for row in records(board):
        kind, days = _kind(row, today)
        if kind is not None:
            yield {
                **{name: row[name] for name in ("task", "title", "plan", "deadline")},
                **{name: row[name] for name in ("lost_points", "batch", "row")},
                "kind": kind,
                "days": days,
                "units": row["leads"],
                "due": row["due_last"],
            }


def _kind(row: Row, today: date) -> tuple[str | None, int | None]:
    if row["status"] == "overdue":
        return "overdue", int(row["days_late"])
    left = row["days_left"]
    if left is not None and left <= SOON_DAYS:
        return "due_soon", int(left)
    if row["silent"]:
        return "silent", (today - row["reported_at"].date()).days
    return None, None


def _targets(indicators: Sequence[Indicator], year: int) -> Iterator[Row]:
    for one in indicators:
        found = one.standing(year)
        if found.state in ("missed", "behind") and found.goal is not None:
            last = one.rows[-1]
            yield {
                "kind": "target_missed",
                "title": one.title,
                "units": [last["lead"]] if last["lead"] else [],
                "deadline": last["sentence"],
                "value": found.value,
                "goal": found.expected,
                **{name: last[name] for name in ("plan", "measure", "batch", "row")},
            }
