"""Which tasks are looked at? The choices, all of them in the address."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages.ui import notices
from pages.ui.plain_text import literal
from pages.ui.tasks.words import UNIT, go
from scoring.analysis.messages import tasks as said
from scoring.analysis.plans.choosing import NOT_SAID, Wanted, options, wanted_tasks
from scoring.analysis.plans.states import SILENT_DAYS
from scoring.text.format import integer
from scoring.text.words import slug, sort_key

STATE, QUARTER = "trang_thai", "quy"
_OPEN = "chua-xong"
_DOMAIN, _PLAN, _PURPOSE, _REPORT = "linh_vuc", "ke_hoach", "muc_dich", "bao_cao"
_STATES = {slug(name): state for state, name in said.STATES.items()} | {_OPEN: "open"}
_PURPOSES = {slug(name): purpose for purpose, name in said.PURPOSES.items()}
_REPORTS = {"chua": "never", "im-lang": "silent"}
_REPORT_NAMES = {"chua": "Chưa báo cáo lần nào", "im-lang": f"Im lặng quá {SILENT_DAYS} ngày"}
_ALL = ""


def slug_of(state: str) -> str:
    """How a state is called in the address: 'qua-han'."""
    return next(name for name, one in _STATES.items() if one == state)


@contextmanager
def line() -> Iterator[DeltaGenerator]:
    """The line of the choices; gives their place, and what is drawn meanwhile stands behind it."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        yield st.container(
            horizontal=True, vertical_alignment="center", gap="small", width="content"
        )


def choose(board: pd.DataFrame, place: DeltaGenerator) -> pd.DataFrame:
    """Draw the choices in their place; gives the tasks that are asked for."""
    names = _names(board)
    asked = {key: _asked(key, known) for key, known in names.items()}
    active = [key for key, value in asked.items() if value]
    with place:
        with st.popover(
            f"Lọc ({integer(len(active))})" if active else "Lọc",
            icon=":material/filter_list:",
            width="content",
        ):
            for key, (label, known) in _choices(names).items():
                if known:
                    _pick(label, key, known)
        for key in active:
            st.button(
                literal(said.short(names[key][asked[key]], 40)),
                key=f"bo-loc-{key}",
                icon=":material/close:",
                help="Bỏ điều kiện lọc này",
                on_click=go,
                args=(key, _ALL),
            )
        if len(active) > 1:
            st.button("Bỏ mọi lọc", key="bo-moi-loc", type="tertiary", on_click=_clear)
    wanted = Wanted(
        unit=asked[UNIT],
        domain=asked[_DOMAIN],
        plan=asked[_PLAN],
        purpose=_PURPOSES.get(asked[_PURPOSE], asked[_PURPOSE]),
        state=_STATES.get(asked[STATE], ""),
        quarter=asked[QUARTER],
        report=_REPORTS.get(asked[_REPORT], ""),
    )
    return wanted_tasks(board, wanted)


def told(board: pd.DataFrame) -> list[str]:
    """What is asked for, in words: 'Trạng thái: Quá hạn'."""
    names = _names(board)
    return [
        f"{label}: {names[key][asked]}"
        for key, (label, _) in _choices(names).items()
        if (asked := st.query_params.get(key, _ALL)) in names[key]
    ]


def _names(board: pd.DataFrame) -> dict[str, dict[str, str]]:
    """What can be asked for under each key, and what it is called."""
    units = {unit for column in ("leads", "coordinators") for row in board[column] for unit in row}
    purposes = set(board["purpose"].dropna())
    told = {key: said.PURPOSES[one] for key, one in _PURPOSES.items() if one in purposes}
    if told and board["purpose"].isna().any():
        told[NOT_SAID] = "Không ghi mục đích"
    return {
        STATE: {key: said.STATES.get(one, "Chưa xong") for key, one in _STATES.items()},
        UNIT: {unit: unit for unit in sorted(units, key=sort_key)},
        _DOMAIN: options(board, "domain", "domain_name"),
        _PLAN: options(board, "plan_key", "plan_name"),
        _PURPOSE: told,
        _REPORT: _REPORT_NAMES,
        QUARTER: _quarters(board),
    }


def _choices(names: Mapping[str, dict[str, str]]) -> dict[str, tuple[str, dict[str, str]]]:
    """The choices that are drawn; one thing alone is no choice."""
    labels = {
        STATE: "Trạng thái",
        UNIT: "Đơn vị chủ trì hoặc phối hợp",
        _DOMAIN: "Lĩnh vực",
        _PLAN: "Kế hoạch",
        _PURPOSE: "Mục đích",
        _REPORT: "Báo cáo",
        QUARTER: "Hạn trong",
    }
    return {
        key: (label, names[key] if len(names[key]) > 1 else {}) for key, label in labels.items()
    }


def _quarters(board: pd.DataFrame) -> dict[str, str]:
    days = pd.to_datetime(board["due_last"]).dropna()
    found = sorted({(day.year, part) for day in days for part in (0, day.quarter)})
    words = ("Năm ", "Quý I/", "Quý II/", "Quý III/", "Quý IV/")
    return {f"{year}-{part}": f"{words[part]}{year}" for year, part in found}


def _pick(label: str, key: str, names: Mapping[str, str]) -> None:
    asked = st.query_params.get(key, _ALL)
    widget = f"loc-{key}"
    st.session_state[widget] = asked if asked in names else _ALL
    st.selectbox(
        label,
        [_ALL, *names],
        key=widget,
        format_func=lambda one: names.get(one, "Tất cả"),
        on_change=lambda: go(key, st.session_state[widget]),
    )


def _asked(key: str, known: Mapping[str, str]) -> str:
    named = st.query_params.get(key, _ALL)
    if named and named not in known:
        notices.unknown_choice("điều kiện lọc", named)
        return _ALL
    return named


def _clear() -> None:
    for key in (STATE, UNIT, _DOMAIN, _PLAN, _PURPOSE, _REPORT, QUARTER):
        st.query_params.pop(key, None)
