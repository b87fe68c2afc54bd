"""Deadlines that a person set: what is printed, what counts instead, and the way back."""

from typing import Any

import pandas as pd
import streamlit as st

from pages.ui.tables import MOST_ROWS
from pages.ui.tasks.words import say
from scoring.analysis.messages import tasks as said
from scoring.analysis.questions import records
from scoring.store import TaskDue
from scoring.text.format import integer

_WRITTEN = "han-lan-bo"


def show(board: pd.DataFrame) -> None:
    """The tasks whose time a person said, to be ticked and taken back."""
    tasks = board[board["due_said"].notna()].head(MOST_ROWS).reset_index(drop=True)
    if tasks.empty:
        return
    st.subheader(f"Đã đặt thời hạn cho {integer(len(tasks))} nhiệm vụ", anchor=False)
    key = f"han-da-dat-{st.session_state.get(_WRITTEN, 0)}"
    rows = records(tasks)
    column = st.column_config
    st.data_editor(
        pd.DataFrame(
            {
                "ticked": False,
                "printed": [row["deadline"] or "không ghi" for row in rows],
                "said": [row["due_said"] for row in rows],
                "read": [said.reading(row) for row in rows],
                "name": [said.name(row) for row in rows],
                "plan": [row["plan_name"] for row in rows],
            }
        ),
        key=key,
        hide_index=True,
        disabled=["printed", "said", "read", "name", "plan"],
        column_config={
            "ticked": column.CheckboxColumn("Bỏ", width=80),
            "printed": column.TextColumn("Thời hạn như in", width=250),
            "said": column.TextColumn("Đang tính theo", width=150),
            "read": column.TextColumn("Đọc là", width=180),
            "name": column.TextColumn("Nhiệm vụ", width=300),
            "plan": column.TextColumn("Kế hoạch", width=180),
        },
        alt="Các nhiệm vụ đã được đặt thời hạn, để đánh dấu và trở lại như in",
    )
    st.button(
        "Trở lại như in các dòng đã đánh dấu",
        key="han-bo",
        icon=":material/undo:",
        on_click=_take_back,
        args=([row["task"] for row in rows], key),
    )


def _take_back(tasks: list[str], key: str) -> None:
    edited: dict[int, dict[str, Any]] = st.session_state.get(key, {}).get("edited_rows", {})
    ticked = [tasks[at] for at, row in sorted(edited.items()) if row.get("ticked")]
    if not ticked:
        st.toast("Chưa đánh dấu dòng nào", icon=":material/warning:")
        return
    say([TaskDue(task, "") for task in ticked], "Thời hạn lại theo bản in")
    st.session_state[_WRITTEN] = st.session_state.get(_WRITTEN, 0) + 1
