"""How do an organisation's tasks stand together: by state, by quarter, and what is at stake?"""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from scoring.analysis.plans.criteria import criteria_at_stake
from scoring.analysis.plans.states import STATES

OPEN_STATES = ("overdue", "doing", "not_started")
# Why a task stands in no quarter.
WITHOUT_DAY = ("recurring", "event", "goes_on", "unclear", "none")
MOST_PERIODS = 12  # more quarters than that are told by year


@dataclass(frozen=True)
class Summary:
    """The tasks in numbers.

    Shape: `counts` has every state of STATES; `points` are those that the criteria of the open
        tasks lost, `criteria` how many of them are known; `reported` tasks were ever reported on,
        `silent` open ones not for a long time; `doubtful` ones wait for a person to say what they
        are about, `no_day` have no day by which they end.
    """

    total: int
    counts: Mapping[str, int]
    points: float
    criteria: int
    reported: int
    silent: int
    doubtful: int
    no_day: int


def summary(board: pd.DataFrame) -> Summary:
    """The tasks of a board, or of a part of it, in numbers."""
    counted = board["status"].value_counts()
    stakes = criteria_at_stake(board[board["status"].isin(OPEN_STATES)])
    return Summary(
        total=len(board),
        counts={state: int(counted.get(state, 0)) for state in STATES},
        points=round(float(stakes["lost_points"].sum()), 10),
        criteria=len(stakes),
        reported=int(board["reported"].sum()),
        silent=int(board["silent"].sum()),
        doubtful=int((board["link"] == "doubtful").sum()),
        no_day=int(needs_day(board).sum()),
    )


def by_urgency(board: pd.DataFrame) -> pd.DataFrame:
    """The most urgent tasks first: points at stake × days late, then late, then soon due.

    What is closed comes last; of two alike the one that loses more points comes first.
    """
    keys = pd.DataFrame(
        {
            "closed": ~board["status"].isin(OPEN_STATES),
            "urgency": -board["urgency"].fillna(0.0),
            "late": -board["days_late"],
            "left": board["days_left"].astype("Float64"),
            "lost": -board["lost_points"].fillna(0.0),
        }
    )
    order = keys.sort_values(list(keys), kind="stable", na_position="last").index
    return board.loc[order]


def day_kind(board: pd.DataFrame) -> pd.Series:
    """For each task 'date' where it has a last day, else one of WITHOUT_DAY."""
    open_ended = (board["due_kind"] == "date") & (board["goes_on"] | board["due_last"].isna())
    return board["due_kind"].where(~open_ended, "goes_on")


def needs_day(board: pd.DataFrame) -> pd.Series:
    """Whether nobody can say by which day a task ends, and it does not recur either."""
    return ~day_kind(board).isin(("date", "recurring"))


def by_period(board: pd.DataFrame) -> pd.DataFrame:
    """How many tasks end in each quarter, or in each year where there are many quarters.

    Shape: one row per period with tasks, the earliest first: year, quarter (0 where by year), and
        a column for each of STATES.
    """
    dated = board[day_kind(board) == "date"]
    days = pd.to_datetime(dated["due_last"])
    keyed = pd.DataFrame(
        {"year": days.dt.year, "quarter": days.dt.quarter, "status": dated["status"]}
    )
    if len(keyed.drop_duplicates(["year", "quarter"])) > MOST_PERIODS:
        keyed["quarter"] = 0
    counted = keyed.groupby(["year", "quarter", "status"]).size().unstack(fill_value=0)
    counted = counted.reindex(columns=list(STATES), fill_value=0)
    return counted.reset_index().rename_axis(columns=None).astype("int64")


def without_day(board: pd.DataFrame) -> dict[str, int]:
    """How many tasks stand in no quarter, by why, as far as there are any."""
    counted = day_kind(board).value_counts()
    return {kind: int(counted[kind]) for kind in WITHOUT_DAY if counted.get(kind, 0)}
