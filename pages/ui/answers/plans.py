"""One organisation's plans: its tasks as they stand, who has them, and its targets."""

from datetime import date

import pandas as pd
import streamlit as st

from pages.ui.answers.kept import FEW, KEPT
from pages.ui.answers.known import ask, reference, store
from scoring.analysis.plans.board import put_together
from scoring.analysis.plans.choosing import with_keys
from scoring.analysis.plans.groups import expanded
from scoring.analysis.plans.indicators import Indicator, above_of
from scoring.analysis.plans.indicators import indicators as ask_indicators
from scoring.settings import settings


def board(organisation: str, today: date, *, members: bool = False) -> pd.DataFrame:
    """The tasks of an organisation as they stand on a day, with the keys to choose them by.

    `members`: with who is meant by the groups among those who lead and coordinate. Do not change
    it.
    """
    return _board(settings().database, organisation, today, members)


def task_units(organisation: str, *, members: bool = False) -> pd.DataFrame:
    """Who leads and coordinates each task; `members`: with who is meant by the groups."""
    units = ask("tasks_units", organisation=organisation)
    if not members:
        return units
    return expanded(units, ask("group_meanings", organisation=organisation))


def indicators(organisation: str) -> tuple[Indicator, ...]:
    """The indicators with targets of an organisation, in the order of its plans."""
    return _indicators(settings().database, organisation)


# Kept as they are, not copied: pages only read them.


@st.cache_resource(ttl=KEPT, max_entries=FEW, show_spinner="Đang đọc các nhiệm vụ …")
def _board(database: str, organisation: str, today: date, members: bool) -> pd.DataFrame:
    stakes = ask("tasks_stakes", organisation=organisation)
    units = task_units(organisation, members=members)
    tasks = ask("tasks", organisation=organisation)
    return with_keys(put_together(tasks, stakes, units, today), stakes)


@st.cache_resource(ttl=KEPT, max_entries=FEW, show_spinner=False)
def _indicators(database: str, organisation: str) -> tuple[Indicator, ...]:
    query, known = store().query, reference()
    above = above_of(query, organisation)
    return tuple(ask_indicators(query, organisation, above, known.breaks, known.criteria_sets))


DROPPED = (_board, _indicators)
