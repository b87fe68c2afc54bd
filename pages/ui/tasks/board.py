"""The board: a column a state, a card a task, the most urgent on top."""

import pandas as pd
import streamlit as st

from pages.ui import sources
from pages.ui.filters import Scope
from pages.ui.plain_text import literal
from pages.ui.tasks.filters import STATE, slug_of
from pages.ui.tasks.words import COLOURS, ICONS, PAGE, TASK, go
from scoring.analysis.messages import tasks as said
from scoring.analysis.plans.states import STATES
from scoring.analysis.plans.summary import by_urgency
from scoring.analysis.questions import Row, records
from scoring.text.format import integer, points

MOST_CARDS = 6  # in a column; the table has them all
_LONGEST = 100  # characters of a task's name on a card


def show(scope: Scope, board: pd.DataFrame, tasks: pd.DataFrame) -> None:
    """The states that have tasks beside each other."""
    held = [state for state in STATES if (tasks["status"] == state).any()]
    with st.grid(len(held), min_column_width=185) as grid:
        for state in held:
            with grid.cell():
                _column(state, by_urgency(tasks[tasks["status"] == state]))
    sources.caption(tasks)


def _column(state: str, tasks: pd.DataFrame) -> None:
    head = f"{ICONS[state]} **{said.STATES[state]}** · {integer(len(tasks))}"
    st.markdown(f":{COLOURS[state]}[{head}]")
    for task in records(tasks.head(MOST_CARDS)):
        _card(task)
    left = len(tasks) - MOST_CARDS
    if left > 0:
        st.button(
            f"Còn {integer(left)} nhiệm vụ",
            key=f"con-{state}",
            icon=":material/table_rows:",
            on_click=_open_table,
            args=(state,),
        )


def _card(task: Row) -> None:
    with st.container(border=True, gap="xsmall"):
        st.page_link(
            PAGE,
            label=literal(said.short(said.name(task), _LONGEST)),
            help="Mở nhiệm vụ",
            width="stretch",
            query_params=st.query_params.to_dict() | {TASK: task["task"]},
        )
        when = said.time_left(task)
        lines = [
            literal(said.who(task)),
            f"{literal(said.deadline(task))}{f' · **{literal(when)}**' if when else ''}",
        ]
        if task["lost_points"]:
            lost = f"{points(task['lost_points'])} điểm"
            lines.append(literal(f"{lost} · {task['stake_index']} {task['stake_code']}"))
        st.caption("  \n".join(lines))


def _open_table(state: str) -> None:
    go(STATE, slug_of(state))
    go("dang", "bang")
