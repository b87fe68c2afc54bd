"""The tasks of one unit, what is overdue first, each with the way to it and to its criterion."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from pages.ui import drill, filters, sources, tables, today
from pages.ui.filters import Scope
from pages.ui.plain_text import literal
from pages.ui.tasks.words import COLOURS, ICONS, PAGE, TASK, UNIT
from pages.ui.units import members
from scoring.analysis.messages import tasks as said
from scoring.analysis.plans.summary import by_urgency
from scoring.analysis.questions import Row, records
from scoring.text.format import integer, points

_MOST_CARDS = 8  # the table has them all
_LONGEST = 140  # characters of a task's name on a card
_COLUMNS = {
    "state": tables.text("Trạng thái", width=130),
    "name": tables.text("Nhiệm vụ", width=320),
    "left": tables.text("Trễ, còn", width=110),
    "deadline": tables.text("Thời hạn", width=180),
    "lost_points": tables.of_points("Điểm mất"),
    "criterion": tables.text("Tiêu chí", width=240),
    "plan": tables.text("Kế hoạch", width=200),
    "through": tables.text("Qua nhóm", width=180),
}


def led(scope: Scope, name: str, tasks: pd.DataFrame, through: Mapping[str, str]) -> None:
    """The tasks that it leads: the most urgent as cards, all of them as a table where many."""
    st.subheader("Nhiệm vụ chủ trì", anchor=False)
    if tasks.empty:
        st.caption("Không chủ trì nhiệm vụ nào.")
        return
    ordered = by_urgency(tasks)
    with st.grid(2, min_column_width=320) as grid:
        for task in records(ordered.head(_MOST_CARDS)):
            with grid.cell():
                _card(scope, task, through.get(task["task"]))
    if len(ordered) > _MOST_CARDS:
        with tables.folded(
            "bang-chu-tri-nhiem-vu", f"Cả {integer(len(ordered))} nhiệm vụ"
        ) as open_:
            if open_:
                _table(scope, ordered, through, key="nhiem-vu-chu-tri")
    st.page_link(
        PAGE,
        label="Mở trên trang Nhiệm vụ",
        icon=":material/checklist:",
        query_params=_address(scope, **{UNIT: name}),
    )
    sources.caption(tasks)


def helped(scope: Scope, tasks: pd.DataFrame, through: Mapping[str, str]) -> None:
    """The tasks that it helps others with."""
    st.subheader("Nhiệm vụ phối hợp", anchor=False)
    if tasks.empty:
        st.caption("Không phối hợp nhiệm vụ nào.")
        return
    _table(scope, by_urgency(tasks), through, key="nhiem-vu-phoi-hop", with_leads=True)


def _card(scope: Scope, task: Row, through: str | None) -> None:
    with st.container(border=True, gap="xsmall", height="stretch"):
        state = task["status"]
        parts = [f":{COLOURS[state]}[{ICONS[state]} **{said.STATES[state]}**]"]
        if when := said.time_left(task):
            parts.append(f"**{literal(when)}**")
        parts.append(literal(said.deadline(task)))
        st.markdown(" · ".join(parts))
        st.page_link(
            PAGE,
            label=literal(said.short(said.name(task), _LONGEST)),
            help="Mở nhiệm vụ",
            width="stretch",
            query_params=_address(scope, **{TASK: task["task"]}),
        )
        _stake(task)
        if through:
            st.caption(literal(f"Qua nhóm {through}"))


def _stake(task: Row) -> None:
    """What the task's criterion lost, and the way to it."""
    told = said.short(said.criterion(task))
    if task["lost_points"] is None:
        st.caption(literal(told) if told else "Chưa gắn tiêu chí nào")
        return
    label = f"{points(task['lost_points'])} điểm mất · {told}"
    if task["stake_index"] != "PAR":
        st.caption(literal(label))
        return
    st.page_link(
        drill.LOSSES_PAGE,
        label=literal(label),
        icon=":material/trending_down:",
        width="stretch",
        query_params={
            "co_quan": task["stake_organisation"],
            "nam": str(task["stake_year"]),
            drill.CODE: task["stake_code"],
        },
    )


def _table(
    scope: Scope,
    tasks: pd.DataFrame,
    through: Mapping[str, str],
    *,
    key: str,
    with_leads: bool = False,
) -> None:
    shown = tasks.head(tables.MOST_ROWS)
    rows = pd.DataFrame([_row(task, through) for task in records(shown)])
    columns = {name: _COLUMNS[name] for name in _COLUMNS if through or name != "through"}
    if with_leads:
        columns["lead"] = tables.text("Chủ trì", width=200)
    st.caption("Bấm một dòng để mở nhiệm vụ.")
    tables.table(
        rows.astype({"lost_points": "float64"}),
        columns,
        alt="Các nhiệm vụ của đơn vị, gấp nhất trước",
        key=key,
        on_pick=lambda row: st.switch_page(
            PAGE, query_params=_address(scope, **{TASK: str(shown["task"].iloc[row])})
        ),
        wide=True,
    )
    if len(tasks) > len(shown):
        st.caption(f"{integer(len(shown))} dòng đầu trong {integer(len(tasks))} nhiệm vụ.")


def _row(task: Row, through: Mapping[str, str]) -> Row:
    return {
        "state": said.MARKED_STATES[task["status"]],
        "name": said.name(task),
        "left": said.time_left(task),
        "deadline": said.deadline(task),
        "lost_points": task["lost_points"],
        "criterion": said.criterion(task),
        "plan": task["plan_name"],
        "lead": "; ".join(task["leads"]),
        "through": through.get(task["task"], ""),
    }


def _address(scope: Scope, **more: str) -> dict[str, str]:
    return filters.address(scope, **today.kept(), **members.kept(), **more)
