"""How did the tasks of an organisation move within a quarter, six or nine months, or a year?

A task belongs to the period in which its last day lies; a report to the one in which it was made,
by the days of Việt Nam.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

import pandas as pd

from scoring.analysis.plans.board import board
from scoring.analysis.plans.states import with_states
from scoring.analysis.plans.summary import OPEN_STATES, by_urgency, day_kind
from scoring.analysis.questions import Query, ask
from scoring.text.moments import AHEAD

Key = Literal["quy-1", "quy-2", "quy-3", "quy-4", "6-thang", "9-thang", "nam"]
KEYS: tuple[Key, ...] = ("quy-1", "quy-2", "quy-3", "quy-4", "6-thang", "9-thang", "nam")
_MONTHS = {
    **{f"quy-{quarter}": (3 * quarter - 2, 3 * quarter) for quarter in (1, 2, 3, 4)},
    "6-thang": (1, 6),
    "6-thang-cuoi": (7, 12),
    "9-thang": (1, 9),
    "nam": (1, 12),
}
_AFTER = {"quy-1": "quy-2", "quy-2": "quy-3", "quy-3": "quy-4"} | {
    "6-thang": "6-thang-cuoi",
    "9-thang": "quy-4",
}
_AFTER_YEAR = {"quy-4": "quy-1", "6-thang-cuoi": "6-thang", "nam": "nam"}
_SAID = (
    *("state", "percent", "evidence", "remark"),
    *("reported_unit", "reported_at", "reported_by", "reported_batch"),
)

_RENAMED = {"unit": "reported_unit", "who": "reported_by", "batch": "reported_batch"}


@dataclass(frozen=True)
class Period:
    """Some months of a year.

    Shape: `key` of KEYS, or '6-thang-cuoi', which only follows another.
    """

    key: str
    year: int

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, _MONTHS[self.key][0], 1)

    @property
    def last(self) -> date:
        """Its last day."""
        month = _MONTHS[self.key][1]
        return date(self.year, month, monthrange(self.year, month)[1])

    @property
    def after(self) -> "Period":
        """What the report of this period looks ahead to."""
        if self.key in _AFTER:
            return Period(_AFTER[self.key], self.year)
        return Period(_AFTER_YEAR[self.key], self.year + 1)


@dataclass(frozen=True)
class PeriodTasks:
    """The tasks at the end of a period and what happened to them within it.

    Shape: `day` is the last of the period, or today where that is earlier: the frames are as of
        that day, all with the columns of the board, most pressing first. `board` the tasks of plans
        up to the period's year; of these `due` those with their last day in the period, `due_open`
        those of them still open, `reported` those told of within it, `done` those closed as done at
        the end and not at its beginning, `newly_late` those overdue at the end and not at its
        beginning, `carried` those still open whose last day has come. `ahead` are the open tasks of
        all plans due in the period after. `reports` is when each unit told last up to the day:
        unit, reported_at (UTC).
    """

    period: Period
    day: date
    board: pd.DataFrame
    due: pd.DataFrame
    due_open: pd.DataFrame
    reported: pd.DataFrame
    done: pd.DataFrame
    newly_late: pd.DataFrame
    carried: pd.DataFrame
    ahead: pd.DataFrame
    reports: pd.DataFrame


def tasks_of_period(
    board: pd.DataFrame, told: pd.DataFrame, period: Period, today: date
) -> PeriodTasks:
    """How the tasks stood at the end of a period.

    Shape: `board` as board.board gives it, `told` as the question `progress_told`: what was told
        after the last day that counts is left out.
    Raises: ValueError where the period begins after today.
    """
    if period.first > today:
        raise ValueError(f"{period.key}/{period.year} begins after {today}")
    day = min(period.last, today)
    known = until(told, day)
    every = by_urgency(board_on(board, told, day))
    of_plans = every["year"] + (every["kind"] == "scores") <= period.year
    now = every[of_plans]
    before = board_on(board, told, period.first - timedelta(days=1)).set_index("task")["status"]
    was = now["task"].map(before)
    due, late = due_in(now, period), now["status"] == "overdue"
    return PeriodTasks(
        period=period,
        day=day,
        board=now,
        due=due,
        due_open=due[due["status"].isin(OPEN_STATES)],
        reported=now[now["task"].isin(_within(known, period)["task"])],
        done=now[(now["status"] == "done") & (was != "done")],
        newly_late=now[late & (was != "overdue")],
        carried=now[(now["days_left"] <= 0).fillna(False).astype(bool)],
        ahead=due_in(every[every["status"].isin(OPEN_STATES)], period.after),
        reports=_last_of_units(known),
    )


def due_in(board: pd.DataFrame, period: Period) -> pd.DataFrame:
    """The tasks whose last day lies in the period; what has no last day is in none."""
    days = pd.to_datetime(board["due_last"].where(day_kind(board) == "date"))
    return board[days.between(pd.Timestamp(period.first), pd.Timestamp(period.last))]


def board_of_day(query: Query, organisation: str, day: date) -> pd.DataFrame:
    """The tasks of an organisation with their states as told up to the end of a day."""
    told = ask(query, "progress_told", organisation=organisation)
    return board_on(board(query, organisation, day), told, day)


def board_on(board: pd.DataFrame, told: pd.DataFrame, day: date) -> pd.DataFrame:
    """The board as it stands at the end of a day, by what was told up to it."""
    last = until(told, day).drop_duplicates("task", keep="last").set_index("task")
    said = last.rename(columns=_RENAMED)
    known = said.reindex(board["task"]).set_axis(board.index)
    columns = {name: _like(known[name], board[name]) for name in _SAID}
    found = with_states(board.assign(**columns), day)
    return found.assign(urgency=(found["lost_points"] * found["days_late"]).round(10))


def _like(column: pd.Series, other: pd.Series) -> pd.Series:
    """The column with the type of another, and missing values as that keeps them."""
    if other.dtype != object:
        return column.astype(other.dtype)
    return column.astype(object).where(column.notna(), None)


def until(told: pd.DataFrame, day: date) -> pd.DataFrame:
    """What was told up to the end of a day."""
    return told[told["reported_at"] + AHEAD < pd.Timestamp(day + timedelta(days=1))]


def _within(told: pd.DataFrame, period: Period) -> pd.DataFrame:
    known = until(told, period.last)
    return known[known["reported_at"] + AHEAD >= pd.Timestamp(period.first)]


def _last_of_units(told: pd.DataFrame) -> pd.DataFrame:
    named = told[told["unit"].notna()]
    return named.groupby("unit", as_index=False)["reported_at"].max()
