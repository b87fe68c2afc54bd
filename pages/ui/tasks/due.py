"""When is one task due? As the plan prints it, or as a person says in the same words."""

import pandas as pd
import streamlit as st

from pages.ui.plain_text import literal
from pages.ui.tasks.words import say
from scoring.analysis.messages import tasks as said
from scoring.analysis.plans.due import with_due
from scoring.analysis.questions import Row, records
from scoring.store import TaskDue

LONGEST = 200  # characters of a time
EXAMPLES = "Quý IV/2023, 30/11/2023, hằng quý, trong năm 2023"


def form(tasks: pd.DataFrame) -> None:
    """The time of the only task of the frame: as printed, as read, and another one to be said."""
    (task,) = records(tasks)
    st.markdown("**Thời hạn**")
    st.markdown(literal(f"Như in: {task['deadline'] or 'không ghi'}"))
    if task["due_said"]:
        st.markdown(literal(f"Đang tính theo: {task['due_said']} ({said.reading(task)})"))
    else:
        st.markdown(literal(f"Đọc là: {said.reading(task)}"))
    widget = f"han-{task['task']}"
    typed = st.text_input(
        "Tính theo thời hạn khác", max_chars=LONGEST, placeholder=EXAMPLES, key=widget
    ).strip()
    if typed:
        (read,) = records(read_as(tasks, [typed]))
        st.markdown(told(read))
    with st.container(horizontal=True):
        st.button(
            "Ghi thời hạn",
            key=f"{widget}-ghi",
            icon=":material/event:",
            on_click=_save,
            args=(tasks, widget),
        )
        if task["due_said"]:
            st.button(
                "Trở lại như in",
                key=f"{widget}-bo",
                icon=":material/undo:",
                on_click=say,
                args=([TaskDue(task["task"], "")], "Thời hạn lại theo bản in"),
            )


def read_as(tasks: pd.DataFrame, words: list[str]) -> pd.DataFrame:
    """The tasks as they would be due if these words were said of each; '' leaves it as it is."""
    now = [word or before for word, before in zip(words, tasks["due_said"].fillna(""), strict=True)]
    return with_due(tasks.assign(due_said=now))


def told(read: Row) -> str:
    """How typed words were understood, or that they were not, with a mark."""
    if read["due_kind"] == "unclear":
        return f":material/help: Chưa hiểu nên chưa ghi được. Ví dụ: {literal(EXAMPLES)}"
    return f":material/check: Đọc là: {literal(said.reading(read))}"


def _save(tasks: pd.DataFrame, widget: str) -> None:
    typed = str(st.session_state[widget]).strip()
    (read,) = records(read_as(tasks, [typed]))
    if not typed or read["due_kind"] == "unclear":
        st.toast("Chưa có thời hạn hiểu được để ghi", icon=":material/warning:")
        return
    say([TaskDue(read["task"], typed)], "Đã ghi thời hạn")
    st.session_state[widget] = ""
