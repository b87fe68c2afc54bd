"""Linking and unlinking criteria of two years by hand."""

from collections.abc import Sequence

import streamlit as st

from pages.ui.years import words
from scoring.analysis.messages import years_parts as said
from scoring.analysis.years import linkable
from scoring.analysis.years.comparison import Comparison, can_share
from scoring.analysis.years.tables import YearTable
from scoring.store import MatchDecision
from scoring.text.format import integer

_OLD, _NEW, _ALONE, _SHARED = "ghep_truoc", "ghep_sau", "ghep_mot_phia", "ghep_chung"
_EVERY = "ghep_moi_tieu_chi"
_MEANINGS = {False: "Mới, hoặc bị bỏ", True: "Năm kia cũng có, chỉ là không in"}


def form(compared: Comparison) -> None:
    """Criteria of each side, what an empty side means, for whom; then one button."""
    assert compared.tables is not None
    st.caption(
        "Chọn tiêu chí của hai năm để ghép (một với nhiều là tách, nhiều với một là gộp); chỉ chọn "
        "một phía nếu tiêu chí không có cặp. Ghép lại thì quyết định sau thay quyết định trước."
    )
    offered = _offered(compared)
    with st.form("ghep_tieu_chi", border=False):
        for place, key, value, table, rows in zip(
            st.columns(2),
            (_OLD, _NEW),
            (compared.before, compared.after),
            compared.tables,
            offered,
            strict=True,
        ):
            with place:
                _choose(f"Tiêu chí năm {value.year}", key, table, rows)
        st.radio(
            "Nếu chỉ chọn một phía",
            list(_MEANINGS),
            format_func=lambda unprinted: _MEANINGS[unprinted],
            key=_ALONE,
            horizontal=True,
        )
        if can_share(compared.before, compared.after):
            st.checkbox(
                "Dùng cho mọi cơ quan cùng bộ tiêu chí hai năm này", key=_SHARED, value=False
            )
        st.form_submit_button(
            "Ghi quyết định", icon=":material/link:", on_click=_save, args=(compared,)
        )


def _offered(compared: Comparison) -> tuple[linkable.Open, linkable.Open]:
    """Of each year what is not settled; every criterion where nothing is, or where asked for."""
    waiting = linkable.sides(compared.matches, settled=False)
    every = linkable.sides(compared.matches, settled=True)
    if not all(waiting):
        return every
    hidden = sum(map(len, every)) - sum(map(len, waiting))
    label = f"Hiện cả {integer(hidden)} tiêu chí đã có cặp"
    return every if hidden and st.toggle(label, key=_EVERY) else waiting


def _choose(label: str, key: str, table: YearTable, offered: linkable.Open) -> None:
    def told(code: str) -> str:
        state = said.LINK_STATES[offered[code]] if code in offered else ""
        return f"{words.named(table, (code,))}{f' · {state}' if state else ''}"

    st.multiselect(
        label,
        list(offered),
        key=key,
        format_func=told,
        placeholder="Gõ mã hoặc tên để tìm",
    )


def _save(compared: Comparison) -> None:
    old, new = _chosen(_OLD), _chosen(_NEW)
    if not old and not new:
        st.toast("Chưa chọn tiêu chí nào", icon=":material/warning:")
        return
    unprinted = bool(st.session_state[_ALONE]) and not (old and new)
    one = MatchDecision(old, new, unprinted=unprinted)
    words.decide(compared, [one], shared=bool(st.session_state.get(_SHARED)))
    for key in (_OLD, _NEW):
        st.session_state[key] = []


def _chosen(key: str) -> Sequence[str]:
    return tuple(st.session_state[key])
