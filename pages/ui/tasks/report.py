"""How far is a task? Its state, what is done, the evidence, and who reports it."""

import streamlit as st

from pages.ui import who
from pages.ui.plain_text import literal
from pages.ui.tasks.words import ICONS, say
from scoring.analysis.messages import tasks as said
from scoring.analysis.questions import Row
from scoring.store import Progress
from scoring.store.plans import STATES

_LONGEST = 2_000  # characters of a text


def form(task: Row) -> None:
    """The last report as it stands, to be changed; each writing is kept as a report of its own."""
    st.markdown("**Cập nhật tiến độ**")
    key = f"bc-{task['task']}"
    units = [*task["leads"], *(one for one in task["coordinators"] if one not in task["leads"])]
    if task["reported_unit"] and task["reported_unit"] not in units:
        units.append(task["reported_unit"])
    who.ask_again(f"{key}-nguoi")
    with st.form(key, border=False):
        st.radio(
            "Trạng thái",
            STATES,
            index=STATES.index(task["state"] or "not_started"),
            format_func=lambda state: f"{ICONS[state]} {said.STATES[state]}",
            key=f"{key}-state",
        )
        st.number_input(
            "% đã xong",
            0.0,
            100.0,
            value=task["percent"],
            step=5.0,
            format="%g",
            placeholder="Để trống nếu không ghi",
            key=f"{key}-percent",
        )
        st.text_area(
            "Minh chứng",
            value=task["evidence"] or "",
            max_chars=_LONGEST,
            height=80,
            placeholder="Số, ngày văn bản, mục, trang",
            key=f"{key}-evidence",
        )
        st.text_area(
            "Ghi chú",
            value=task["remark"] or "",
            max_chars=_LONGEST,
            height=80,
            placeholder="Khó khăn, đề nghị",
            key=f"{key}-remark",
        )
        st.selectbox(
            "Đơn vị báo cáo",
            units,
            index=_at(units, task),
            accept_new_options=True,
            placeholder="Chọn hoặc gõ tên đơn vị",
            key=f"{key}-unit",
        )
        st.form_submit_button(
            "Ghi báo cáo",
            icon=":material/save:",
            type="primary",
            on_click=_save,
            args=(task["task"], key),
        )
    if task["status"] == "overdue" and task["state"] is not None:
        told = said.STATES[task["state"]].lower()
        st.caption(literal(f"Đã báo là {told}; hiện là quá hạn vì thời hạn đã qua."))


def _at(units: list[str], task: Row) -> int | None:
    """Who reported last, else the one unit that leads it."""
    if task["reported_unit"]:
        return units.index(task["reported_unit"])
    return 0 if len(task["leads"]) == 1 and not task["led_by_group"] else None


def _save(task: str, key: str) -> None:
    def of(name: str) -> str | None:
        return str(st.session_state[f"{key}-{name}"] or "").strip() or None

    report = Progress(
        task,
        state=st.session_state[f"{key}-state"],
        percent=st.session_state[f"{key}-percent"],
        evidence=of("evidence"),
        remark=of("remark"),
        unit=of("unit"),
    )
    say([report], "Đã ghi báo cáo")
