"""What a plan begins from, and which plan it is to be: number, year, index."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from pages.ui import answers
from pages.ui.filters import Scope
from pages.ui.importing.identity import FIRST_YEAR, LAST_YEAR
from pages.ui.kinds import INDICES
from pages.ui.plain_text import literal
from pages.ui.plan_editor import draft as plan_draft
from pages.ui.plan_editor.draft import Draft
from scoring.analysis.messages.tasks import PURPOSES
from scoring.analysis.plans import drafts
from scoring.analysis.questions import Row, records
from scoring.text.format import integer

LONGEST_NUMBER = 60
_ALL = 2**31 - 1


@dataclass(frozen=True)
class Start:
    """One thing that a plan may begin from."""

    label: str
    rows: Callable[[], pd.DataFrame]
    fields: dict[str, Any]


def kind() -> str:
    """Tasks or targets, as the address says."""
    asked = st.query_params.get(plan_draft.KIND)
    wanted = asked if asked in plan_draft.KINDS else "tasks"
    key = "soan-loai"
    st.session_state[key] = wanted
    st.segmented_control(
        "Soạn",
        list(plan_draft.KINDS),
        format_func=plan_draft.KINDS.__getitem__,
        key=key,
        required=True,
        label_visibility="collapsed",
        on_change=_follow_kind,
    )
    return wanted


def choose(scope: Scope, draft: Draft) -> Draft:
    """What to begin from, with the button that does it; then the plan's number, year and index."""
    starts = _starts(scope, draft.kind)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = st.selectbox(
            "Bắt đầu từ",
            list(starts),
            format_func=lambda one: starts[one].label,
            key=f"soan-tu-{scope.organisation}-{draft.kind}",
            width=520,
        )
        st.button(
            "Bắt đầu",
            icon=":material/post_add:",
            key="soan-bat-dau",
            on_click=_begin,
            args=(scope, draft.kind, starts[chosen]),
            help="Thay cho bản đang soạn bên dưới. Chưa có gì được ghi.",
        )
    st.caption(f"Bản đang soạn bắt đầu từ: {literal(draft.origin)}.")
    return _named(draft)


def known_titles(organisation: str) -> dict[str, str]:
    """The criteria and factors that a task may be about: each title with how it is offered.

    The latest table of each index, leaves before those above them.
    """
    stakes = answers.ask("tasks_stakes", organisation=organisation)
    latest = stakes.groupby(["organisation", "index_name"])["year"].transform("max")
    rows = stakes[stakes["year"] == latest].sort_values("leaf", ascending=False, kind="stable")
    found: dict[str, str] = {}
    for row in records(rows):
        code = "" if str(row["title"]).startswith(str(row["code"])) else f"{row['code']} "
        found.setdefault(str(row["title"]), f"{row['index_name']} {code}{row['title']}")
    return found


def of_batch(batch: str, titles: dict[str, str]) -> pd.DataFrame:
    """The tasks of one table as a draft."""
    tasks = answers.ask("batch_tasks", batch=batch, first=0, most=_ALL)
    return drafts.of_tasks(tasks, titles, PURPOSES)


def plan_name(plan: Row) -> str:
    """'Kế hoạch 76/KH-SVHTT, PAR năm 2022'."""
    number = f" {plan['plan']}" if plan["plan"] else " không số"
    return f"Kế hoạch{number}, {plan['index_name']} năm {plan['year']}"


def _starts(scope: Scope, kind: str) -> dict[str, Start]:
    found = {"": Start("Trang trống", lambda: drafts.empty(kind), {"origin": "trang trống"})}
    if kind == "tasks":
        found |= _losses(scope)
    plans = answers.ask("plans", organisation=scope.organisation)
    for plan in records(plans):
        if plan["kind"] == kind or (kind == "tasks" and plan["kind"] == "scores"):
            found[plan["batch"]] = _plan(scope, kind, plan)
    return found


def _losses(scope: Scope) -> dict[str, Start]:
    """The leaves that lost points in the year chosen; the plan is for the next."""
    if scope.score_batch is None:
        return {}
    losses = answers.ask("losses", batch=scope.score_batch)
    count = len(drafts.of_losses(losses, ""))
    if not count:
        return {}
    label = f"{integer(count)} tiêu chí mất điểm của {scope.index_name} năm {scope.year}"
    fields = {"origin": label, "index": scope.index_name, "year": scope.year + 1}
    return {"mat-diem": Start(label, lambda: drafts.of_losses(losses, PURPOSES["mend"]), fields)}


def _plan(scope: Scope, kind: str, plan: Row) -> Start:
    own = plan["kind"] == kind
    year = int(plan["year"]) + (not own)  # beside a score table stands the plan of the next year
    number = plan["plan"] if own else ""
    count = plan["targets"] if kind == "targets" else plan["tasks"]
    what = "dòng" if own else "nhiệm vụ cạnh bảng điểm"
    label = f"{plan_name(plan)} ({integer(count)} {what})"
    fields = {"origin": label, "index": plan["index_name"], "year": year, "number": number}
    if own:
        fields["began"] = (number, plan["index_name"], year)

    def rows() -> pd.DataFrame:
        if kind == "tasks":
            return of_batch(plan["batch"], known_titles(scope.organisation))
        targets = answers.ask("batch_targets", batch=plan["batch"], first=0, most=_ALL)
        return drafts.of_targets(targets, year)

    return Start(label, rows, fields)


def _begin(scope: Scope, kind: str, start: Start) -> None:
    plan_draft.begin(scope, kind, start.rows(), **start.fields)


def _named(draft: Draft) -> Draft:
    """The plan's number, year and index, which tell it from the organisation's others."""
    with st.grid(3, min_column_width=190):
        number = st.text_input(
            "Số kế hoạch",
            value=draft.number,
            max_chars=LONGEST_NUMBER,
            placeholder="76/KH-SVHTT; chưa có thì để trống",
            help="Hai kế hoạch cùng năm được phân biệt bằng số văn bản.",
            key=f"{draft.key}-so",
        )
        years = list(range(LAST_YEAR, FIRST_YEAR - 1, -1))
        year = st.selectbox(
            "Năm kế hoạch",
            years,
            index=years.index(draft.year),
            format_func=str,
            key=f"{draft.key}-nam",
            filter_mode="prefix",
        )
        indices = list(dict.fromkeys([*INDICES, draft.index]))
        index = st.selectbox(
            "Chỉ số",
            indices,
            index=indices.index(draft.index),
            key=f"{draft.key}-chi-so",
            filter_mode=None,
        )
    return plan_draft.change(draft, number=number.strip(), year=year, index=index)


def _follow_kind() -> None:
    st.query_params[plan_draft.KIND] = st.session_state["soan-loai"]
