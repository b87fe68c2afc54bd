"""All tasks of an organisation's plans in one frame: what, who, by when, how far, worth what?"""

from datetime import date

import pandas as pd

from scoring.analysis.plans.due import with_due
from scoring.analysis.plans.links import with_stakes
from scoring.analysis.plans.states import with_states
from scoring.analysis.questions import Query, ask

ROLES = ("lead", "coordinating")


def board(query: Query, organisation: str, today: date) -> pd.DataFrame:
    """The tasks of an organisation as they stand on a day.

    Shape: the columns of the question `tasks` and what due.with_due, links.with_stakes and
        states.with_states add; leads and coordinators (lists of unit names), led_by_group (every
        lead is a group), urgency (lost points × days late; null where the points are not known).
    """
    tasks = ask(query, "tasks", organisation=organisation)
    stakes = ask(query, "tasks_stakes", organisation=organisation)
    units = ask(query, "tasks_units", organisation=organisation)
    return put_together(tasks, stakes, units, today)


def put_together(
    tasks: pd.DataFrame, stakes: pd.DataFrame, units: pd.DataFrame, today: date
) -> pd.DataFrame:
    """As `board`, of the answers to its questions."""
    found = with_states(with_stakes(with_due(tasks), stakes), today)
    named = {role: _named(units, role) for role in ROLES}
    lead = units[units["role"] == "lead"]
    by_group = lead.groupby("task")["unit_group"].all()
    ids = found["task"].tolist()
    return found.assign(
        leads=[named["lead"].get(task, []) for task in ids],
        coordinators=[named["coordinating"].get(task, []) for task in ids],
        led_by_group=found["task"].isin(by_group.index[by_group.astype(bool)]),
        urgency=(found["lost_points"] * found["days_late"]).round(10),
    )


def _named(units: pd.DataFrame, role: str) -> dict[str, list[str]]:
    of_role = units[units["role"] == role]
    named: dict[str, list[str]] = {}
    for task, unit in zip(of_role["task"].tolist(), of_role["unit"].tolist(), strict=True):
        named.setdefault(task, []).append(unit)
    return named
