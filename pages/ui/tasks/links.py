"""Tasks whose criterion is only told by a similar name: to be confirmed, refused or looked at."""

import pandas as pd
import streamlit as st

from pages.ui import sources, who
from pages.ui.filters import Scope
from pages.ui.plain_text import literal
from pages.ui.tasks.words import TASK, go, say
from scoring.analysis.messages import tasks as said
from scoring.analysis.questions import Row, records
from scoring.store import TaskLink
from scoring.text.format import integer

_MOST = 20  # at once; the others follow as these are settled


def show(scope: Scope, board: pd.DataFrame, tasks: pd.DataFrame) -> None:
    """The doubtful links one under the other, and one button that takes them as they are."""
    doubtful = tasks[tasks["link"] == "doubtful"]
    if doubtful.empty:
        st.success("Không còn nhiệm vụ nào chờ xác nhận tiêu chí.", icon=":material/check:")
        return
    st.markdown(
        f"**{integer(len(doubtful))} nhiệm vụ có tên gần giống một tiêu chí.** Điểm chỉ được tính "
        "khi có người xác nhận."
    )
    who.ask_again("nguoi-gan")
    rows = records(doubtful)
    with st.container(horizontal=True):
        st.button(
            f"Đúng cả {integer(len(rows))}",
            key="gan-dung-ca",
            icon=":material/done_all:",
            on_click=_confirm,
            args=(rows,),
        )
    for task in rows[:_MOST]:
        _one(task)
    if len(rows) > _MOST:
        st.caption(f"Còn {integer(len(rows) - _MOST)} nhiệm vụ, hiện ra khi xong các dòng trên.")
    sources.caption(doubtful)


def _one(task: Row) -> None:
    key = task["task"]
    with st.container(border=True, gap="xsmall"):
        st.markdown(f"**{literal(said.name(task))}**")
        st.markdown(
            f"Có phải tiêu chí **{literal(said.criterion(task))}** ({task['stake_year']}) không?"
        )
        with st.container(horizontal=True):
            st.button(
                "Đúng",
                key=f"gan-dung-{key}",
                icon=":material/check:",
                on_click=_confirm,
                args=([task],),
            )
            st.button(
                "Không thuộc tiêu chí nào",
                key=f"gan-khong-{key}",
                icon=":material/link_off:",
                on_click=_refuse,
                args=(task,),
            )
            st.button(
                "Chọn tiêu chí khác",
                key=f"gan-khac-{key}",
                type="tertiary",
                on_click=go,
                args=(TASK, key),
            )


def _confirm(tasks: list[Row]) -> None:
    say([proposed(task) for task in tasks], "Đã ghi tiêu chí")


def _refuse(task: Row) -> None:
    say([TaskLink(task["task"], "", "", "")], "Đã ghi: không thuộc tiêu chí nào")


def proposed(task: Row) -> TaskLink:
    """The decision that a task is about the criterion that its name is like."""
    return TaskLink(
        task["task"], task["stake_organisation"], task["stake_index"], task["stake_code"]
    )
