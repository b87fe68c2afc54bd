"""The table: every task with all that is known of it."""

import pandas as pd
import streamlit as st

from pages.ui import sources, tables
from pages.ui.filters import Scope
from pages.ui.tables import MOST_ROWS
from pages.ui.tasks.words import TASK, go
from scoring.analysis.messages import tasks as said
from scoring.analysis.plans.summary import by_urgency
from scoring.analysis.questions import Row, records
from scoring.text.format import integer

_COLUMNS = {
    "state": tables.text("Trạng thái", width=130),
    "name": tables.text("Nhiệm vụ", width=300),
    "lead": tables.text("Chủ trì", width=180),
    "lost_points": tables.of_points("Điểm mất"),
    "left": tables.text("Trễ, còn", width=110),
    "deadline": tables.text("Thời hạn như in", width=150),
    "read": tables.text("Đọc là", width=150),
    "criterion": tables.text("Tiêu chí", width=240),
    "link": tables.text("Gắn tiêu chí", width=150),
    "coordinating": tables.text("Phối hợp", width=180),
    "plan": tables.text("Kế hoạch", width=200),
    "section": tables.text("Mục trong kế hoạch", width=200),
    "purpose": tables.text("Mục đích", width=120),
    "goal": tables.text("Mục tiêu", width=200),
    "product": tables.text("Sản phẩm", width=200),
    "percent": tables.Column("% xong", lambda value: f"{integer(value)} %"),
    "evidence": tables.text("Minh chứng", width=200),
    "remark": tables.text("Ghi chú của báo cáo", width=200),
}


def show(scope: Scope, board: pd.DataFrame, tasks: pd.DataFrame) -> None:
    """The tasks, points at stake × days late first; a row opens its task."""
    ordered = by_urgency(tasks).head(MOST_ROWS)
    rows = pd.DataFrame([_row(task) for task in records(ordered)], columns=list(_COLUMNS))
    st.caption(
        "Xếp theo điểm mất × số ngày trễ, rồi theo hạn gần nhất; bấm tiêu đề cột để xếp lại, bấm "
        "một dòng để mở nhiệm vụ."
    )
    tables.table(
        rows.astype({"lost_points": "float64", "percent": "float64"}),
        _COLUMNS,
        alt="Các nhiệm vụ, gấp nhất trước",
        key="bang-nhiem-vu",
        on_pick=lambda row: go(TASK, str(ordered["task"].iloc[row])),
        wide=True,
    )
    if len(tasks) > len(ordered):
        st.caption(f"{integer(len(ordered))} dòng đầu trong {integer(len(tasks))} nhiệm vụ.")
    sources.caption(tasks)


def _row(task: Row) -> Row:
    return {
        "state": said.MARKED_STATES[task["status"]],
        "name": said.name(task),
        "lead": "; ".join(task["leads"]) or task["lead"],
        "lost_points": task["lost_points"],
        "left": said.time_left(task),
        "deadline": task["deadline"],
        "read": said.reading(task),
        "criterion": said.criterion(task),
        "link": said.link(task),
        "coordinating": "; ".join(task["coordinators"]) or task["coordinating"],
        "plan": task["plan_name"],
        "section": task["section"],
        "purpose": said.PURPOSES.get(task["purpose"] or ""),
        "goal": task["goal"],
        "product": task["product"],
        "percent": task["percent"],
        "evidence": task["evidence"],
        "remark": task["remark"],
    }
