"""Which criterion is a task about? The proposed one, another, or none."""

import pandas as pd
import streamlit as st

from pages.ui import answers
from pages.ui.filters import Scope
from pages.ui.plain_text import literal
from pages.ui.tasks.links import proposed
from pages.ui.tasks.words import say
from scoring.analysis.messages import tasks as said
from scoring.analysis.questions import Row
from scoring.store import TaskLink
from scoring.text.format import points
from scoring.text.titles import sentence_case

_MOST = 2_000  # criteria to choose from; of more, those that lost most

_Criterion = tuple[str, str, str]  # organisation, index, code


def form(scope: Scope, task: Row) -> None:
    """What is known of its criterion, and the ways to say otherwise."""
    key = task["task"]
    st.markdown("**Tiêu chí liên quan**")
    named = said.criterion(task)
    st.markdown(f"{literal(named)} ({said.link(task)})" if named else said.link(task).capitalize())
    with st.container(horizontal=True):
        if task["link"] in ("doubtful", "alike"):
            _button("Đúng tiêu chí này", "dung", ":material/check:", task, proposed(task))
        if not (task["link"] == "none" and task["linked"]):
            none = TaskLink(key, "", "", "")
            _button("Không thuộc tiêu chí nào", "khong", ":material/link_off:", task, none)
        if task["linked"]:
            back = TaskLink(key, "", "", "", taken_back=True)
            _button("Bỏ quyết định", "bo", ":material/undo:", task, back)
    criteria = _criteria(scope, task)
    if not criteria:
        st.caption("Chưa nạp bảng điểm nào của cơ quan hay của cấp trên để chọn tiêu chí.")
        return
    widget = f"tc-{key}"
    st.selectbox(
        "Chọn tiêu chí khác",
        list(criteria),
        index=None,
        format_func=lambda one: criteria.get(one, ""),
        filter_mode="contains",
        placeholder="Gõ mã hoặc tên để tìm",
        key=widget,
    )
    st.button(
        "Ghi tiêu chí",
        key=f"{widget}-ghi",
        icon=":material/link:",
        disabled=st.session_state.get(widget) is None,
        on_click=_choose,
        args=(key, widget),
    )


def _button(label: str, name: str, icon: str, task: Row, link: TaskLink) -> None:
    st.button(
        label,
        key=f"tc-{name}-{task['task']}",
        icon=icon,
        on_click=say,
        args=([link], "Đã ghi tiêu chí"),
    )


def _choose(task: str, widget: str) -> None:
    organisation, index_name, code = st.session_state[widget]
    say([TaskLink(task, organisation, index_name, code)], "Đã ghi tiêu chí")
    st.session_state[widget] = None


def _criteria(scope: Scope, task: Row) -> dict[_Criterion, str]:
    """What can be chosen, each as its latest table prints it, those of the task's index first."""
    stakes = answers.ask("tasks_stakes", organisation=scope.organisation)
    latest = stakes.sort_values("year", ascending=False, kind="stable").drop_duplicates(
        ["organisation", "index_name", "code"]
    )
    if len(latest) > _MOST:
        latest = latest.nlargest(_MOST, "lost_points")
    first = latest["index_name"] != task["index_name"]
    ordered = latest.assign(later=first).sort_values(
        ["later", "organisation", "index_name", "batch", "row"], kind="stable"
    )
    own = len(set(ordered["organisation"])) == 1
    return {
        (row.organisation, row.index_name, row.code): _told(row._asdict(), own=own)
        for row in ordered.itertuples(index=False)
    }


def _told(row: Row, *, own: bool) -> str:
    whose = "" if own else f"{row['organisation_name']} "
    title = sentence_case(str(row["title"]))
    lost = "" if pd.isna(row["lost_points"]) else f", mất {points(row['lost_points'])}"
    return f"{row['index_name']} {whose}{row['year']} · {row['code']} {title}{lost}"
