"""Linking and unlinking criteria of two years by hand."""

from collections.abc import Sequence

import streamlit as st

from pages.ui import years_words
from scoring.analysis.years.comparison import Comparison, can_share
from scoring.analysis.years.tables import YearTable
from scoring.store import MatchDecision

_OLD, _NEW, _ALONE, _SHARED = "ghep_truoc", "ghep_sau", "ghep_mot_phia", "ghep_chung"
_MEANINGS = {False: "Mới, hoặc bị bỏ", True: "Năm kia cũng có, chỉ là không in"}


def form(compared: Comparison) -> None:
    """Criteria of each side, what an empty side means, for whom; then one button."""
    assert compared.tables is not None
    st.caption(
        "Chọn tiêu chí của hai năm để ghép (một với nhiều là tách, nhiều với một là gộp); chỉ chọn "
        "một phía nếu tiêu chí không có cặp. Ghép lại thì quyết định sau thay quyết định trước."
    )
    with st.form("ghep_tieu_chi", border=False):
        for place, key, value, table in zip(
            st.columns(2),
            (_OLD, _NEW),
            (compared.before, compared.after),
            compared.tables,
            strict=True,
        ):
            with place:
                _choose(f"Tiêu chí năm {value.year}", key, table)
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


def _choose(label: str, key: str, table: YearTable) -> None:
    codes = [part.code for part in table.parts]
    st.multiselect(
        label,
        codes,
        key=key,
        format_func=lambda code: years_words.named(table, (code,)),
        placeholder="Chọn một hoặc nhiều tiêu chí",
    )


def _save(compared: Comparison) -> None:
    old, new = _chosen(_OLD), _chosen(_NEW)
    if not old and not new:
        st.toast("Chưa chọn tiêu chí nào", icon=":material/warning:")
        return
    unprinted = bool(st.session_state[_ALONE]) and not (old and new)
    one = MatchDecision(old, new, unprinted=unprinted)
    years_words.decide(compared, [one], shared=bool(st.session_state.get(_SHARED)))
    for key in (_OLD, _NEW):
        st.session_state[key] = []


def _chosen(key: str) -> Sequence[str]:
    return tuple(st.session_state[key])
