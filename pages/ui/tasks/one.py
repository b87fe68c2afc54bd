"""One task: what the plan prints, how far it is, what it is about, and what was said of it."""

import pandas as pd
import streamlit as st

from pages.ui import answers, choices, drill, sources
from pages.ui.evidence import parts as evidence_parts
from pages.ui.filters import Scope
from pages.ui.plain_text import literal
from pages.ui.tasks import criterion, due, report
from pages.ui.tasks.words import COLOURS, ICONS, TASK, go
from pages.ui.today import today
from scoring.analysis.messages import tasks as said
from scoring.analysis.questions import Row, records
from scoring.text.format import integer, percent, points
from scoring.text.moments import shown_moment
from scoring.text.titles import sentence_case

_PRINTED = {
    "code": "Mã",
    "title": "Tên",
    "goal": "Mục tiêu",
    "solution": "Giải pháp, nội dung",
    "product": "Sản phẩm",
    "lead": "Chủ trì",
    "coordinating": "Phối hợp",
    "deadline": "Thời hạn",
    "section": "Mục trong kế hoạch",
    "note": "Ghi chú",
}


def chosen(board: pd.DataFrame) -> str:
    """The task in the address where the plans have it, else ''."""
    return choices.asked(TASK, set(board["task"]), "nhiệm vụ")


def show(scope: Scope, task_id: str) -> None:
    """The task and everything that can be said of it."""
    board = answers.board(scope.organisation, today())
    row = board[board["task"] == task_id]
    (task,) = records(row)
    st.button(
        "Tất cả nhiệm vụ", icon=":material/arrow_back:", on_click=go, args=(TASK, ""), key="ve-bang"
    )
    st.subheader(literal(said.name(task)), anchor=False)
    _standing(task)
    left, right = st.columns([3, 2], gap="medium")
    with left:
        _printed(task)
        _stake(scope, task)
        sources.caption(row)
    with right, st.container(border=True):
        report.form(task)
    _reports(task_id)
    evidence_parts.beside(task=task_id)
    left, right = st.columns(2, gap="medium")
    with left, st.container(border=True):
        criterion.form(scope, task)
    with right, st.container(border=True):
        due.form(row)
    _decisions(task_id)


def _standing(task: Row) -> None:
    """Its state, what is left of its time and how its deadline was read."""
    state = task["status"]
    parts = [f":{COLOURS[state]}[{ICONS[state]} **{said.STATES[state]}**]"]
    if when := said.time_left(task):
        parts.append(f"**{when}**")
    if task["percent"] is not None:
        parts.append(f"xong {integer(task['percent'])} %")
    parts.append(literal(f"thời hạn đọc là: {said.reading(task)}"))
    if task["silent"]:
        parts.append(":material/notifications_paused: lâu chưa báo cáo lại")
    st.markdown(" · ".join(parts))


def _printed(task: Row) -> None:
    printed = {label: task[name] for name, label in _PRINTED.items()}
    printed["Mục đích"] = said.PURPOSES.get(task["purpose"] or "")
    printed["Kế hoạch"] = task["plan_name"]
    st.markdown("**Như in trong kế hoạch**")
    st.table(
        {label: literal(text) for label, text in printed.items() if text},
        border="horizontal",
    )


def _stake(scope: Scope, task: Row) -> None:
    """What is lost where the task is to help, and the way to it."""
    if task["stake_percent"] is not None:
        reached = percent(task["stake_percent"])
        st.markdown(
            f"Yếu tố **{literal(said.criterion(task))}** đạt **{literal(reached)}** năm "
            f"{task['stake_year']}."
        )
        return
    if task["lost_points"] is None:
        st.caption("Chưa biết nhiệm vụ gắn với bao nhiêu điểm.")
        return
    st.markdown(
        f"Tiêu chí **{literal(said.criterion(task))}** mất **{points(task['lost_points'])}** trên "
        f"{points(task['max_points'])} điểm năm {task['stake_year']}."
    )
    if task["stake_index"] == "PAR":
        st.page_link(
            drill.LOSSES_PAGE,
            label="Xem điểm bị mất của tiêu chí",
            icon=":material/trending_down:",
            query_params={
                "co_quan": task["stake_organisation"],
                "nam": str(task["stake_year"]),
                drill.CODE: task["stake_code"],
            },
        )


def _reports(task_id: str) -> None:
    words = answers.ask("task_words", task=task_id)
    st.markdown("**Các lần báo cáo**")
    rows = records(words[words["told"] == "report"])
    if not rows:
        st.caption("Chưa có báo cáo nào.")
        return
    st.table(
        [
            {
                "Lúc": shown_moment(row["said_at"]),
                "Đơn vị": literal(row["unit"] or "–"),
                "Trạng thái": said.STATES.get(row["state"] or "", "–"),
                "% xong": "–" if row["percent"] is None else f"{integer(row['percent'])} %",
                "Minh chứng": literal(row["evidence"] or "–"),
                "Ghi chú": literal(row["remark"] or "–"),
                "Người ghi": literal(row["file_name"] or row["who"] or "không ghi tên"),
            }
            for row in rows
        ],
        border="horizontal",
        hide_index=True,
    )


def _decisions(task_id: str) -> None:
    """What people decided about its time and its criterion, also what they took back."""
    words = answers.ask("task_words", task=task_id)
    rows = records(words[words["told"] != "report"])
    if not rows:
        return
    st.markdown("**Các lần quyết định về thời hạn, tiêu chí**")
    for row in rows:
        by = row["who"] or "không ghi tên"
        st.caption(literal(f"{shown_moment(row['said_at'])} · {by} · {_decided(row)}"))


def _decided(row: Row) -> str:
    if row["told"] == "due":
        return f"thời hạn: “{row['due_said']}”" if row["due_said"] else "thời hạn: như in"
    if row["taken_back"]:
        return "tiêu chí: bỏ quyết định"
    if not row["link_code"]:
        return "không thuộc tiêu chí nào"
    return f"tiêu chí: {sentence_case(str(row['link_index']))} {row['link_code']}"
