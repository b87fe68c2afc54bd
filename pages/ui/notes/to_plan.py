"""Conclusions of a meeting that become tasks: chosen here, filled in and saved as a plan."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

import pandas as pd
import streamlit as st

from pages.ui import answers
from pages.ui.filters import Scope, address
from pages.ui.plan_editor import draft as plan_draft
from pages.ui.plan_editor import start as plan_start
from scoring.analysis.messages.tasks import short
from scoring.analysis.plans import drafts
from scoring.analysis.questions import Row, records
from scoring.text.moments import VIETNAM

_NEW, _OPEN = "moi", "dang-soan"


def offer(scope: Scope, notes: Sequence[Row]) -> None:
    """The conclusions that are no task yet, the day they were made, and the plan to take them."""
    waiting = [
        one for one in notes if one["conclusion"] and not one["taken_back"] and one["task"] is None
    ]
    if not waiting:
        return
    st.subheader("Đưa kết luận vào kế hoạch", anchor=False)
    texts = {one["note"]: short(one["text"]) for one in waiting}
    chosen = st.multiselect(
        "Kết luận",
        list(texts),
        default=list(texts),
        format_func=texts.__getitem__,
        key=f"ket-luan-{scope.organisation}-{len(texts)}",
    )
    plans = _plans(scope)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        day = st.date_input(
            "Ngày họp",
            value=_last_day(waiting),
            format="DD/MM/YYYY",
            key="ket-luan-ngay",
            width=180,
        )
        plan = st.selectbox(
            "Vào kế hoạch",
            list(plans),
            format_func=plans.__getitem__,
            key=f"ket-luan-ke-hoach-{scope.organisation}",
            width=420,
        )
        asked = st.button(
            "Mở trang soạn kế hoạch",
            type="primary",
            icon=":material/edit_note:",
            key="ket-luan-soan",
            disabled=not chosen,
        )
    st.caption(
        "Mỗi kết luận thành một dòng của kế hoạch, dưới nhóm “Kết luận họp ngày …”. Ghi chủ trì, "
        "thời hạn rồi bấm Ghi kế hoạch; kết luận sẽ nêu nhiệm vụ của nó."
    )
    if asked and isinstance(day, date):
        rows = [one for one in reversed(waiting) if one["note"] in chosen]
        _begin(scope, plan, drafts.of_conclusions(rows, day))
        st.switch_page(plan_draft.PAGE, query_params=address(scope))


def _plans(scope: Scope) -> dict[str, str]:
    """The plans that a task can be put into: the one being written, those loaded, a new one."""
    found = {}
    if len(drafts.said(plan_draft.of(scope, "tasks").typed)):
        found[_OPEN] = "Bản đang soạn"
    for plan in records(answers.ask("plans", organisation=scope.organisation)):
        if plan["kind"] == "tasks":
            found[plan["batch"]] = plan_start.plan_name(plan)
    return found | {_NEW: "Kế hoạch mới"}


def _begin(scope: Scope, plan: str, rows: pd.DataFrame) -> None:
    """Open the plan with the conclusions at its end."""
    before, fields = drafts.empty("tasks"), _fields(scope, plan)
    if plan == _OPEN:
        before = plan_draft.of(scope, "tasks").typed
    elif plan != _NEW:
        before = plan_start.of_batch(plan, plan_start.known_titles(scope.organisation))
    together = pd.concat([before, rows], ignore_index=True)
    plan_draft.begin(scope, "tasks", together, **fields)


def _fields(scope: Scope, plan: str) -> dict[str, Any]:
    if plan == _NEW:
        return {"origin": "kết luận họp"}
    if plan == _OPEN:
        draft = plan_draft.of(scope, "tasks")
        return {
            **{name: getattr(draft, name) for name in ("number", "index", "year", "began")},
            "origin": f"{draft.origin}, thêm kết luận họp",
        }
    (row,) = (
        one
        for one in records(answers.ask("plans", organisation=scope.organisation))
        if one["batch"] == plan
    )
    name = (row["plan"], row["index_name"], int(row["year"]))
    return {
        **dict(zip(("number", "index", "year"), name, strict=True)),
        "began": name,
        "origin": f"{plan_start.plan_name(row)}, thêm kết luận họp",
    }


def _last_day(notes: Sequence[Row]) -> date:
    """The day in Việt Nam on which the latest of them was written down."""
    latest: datetime = max(pd.Timestamp(one["first_at"]).to_pydatetime() for one in notes)
    return pd.Timestamp(latest).tz_localize("UTC").tz_convert(VIETNAM).date()
