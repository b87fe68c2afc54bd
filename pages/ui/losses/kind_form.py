"""Deciding of which kind a criterion is: survey, impact or within control."""

import pandas as pd
import streamlit as st

from pages.ui import answers
from pages.ui.plain_text import literal

_CODE, _KIND = "loai_tieu_chi", "loai"


def offer(batch: str, losses: pd.DataFrame) -> None:
    """A small form; what is decided for a criterion holds for everything under it."""
    criteria_set = answers.ask("batches", batches=batch)["criteria_set"].iloc[0]
    with st.expander("Sửa phân loại", icon=":material/edit:"):
        if not isinstance(criteria_set, str):
            st.caption("Bảng này chưa gắn với bộ tiêu chí nào nên chưa phân loại được.")
            return
        st.caption(
            "Phân loại thuộc bộ tiêu chí: chọn cho một lĩnh vực thì mọi tiêu chí bên trong theo, "
            "trừ tiêu chí đã chọn riêng. Bảng khác cùng bộ tiêu chí cũng theo."
        )
        _form(criteria_set, losses)
        _decided(batch)


def _form(criteria_set: str, losses: pd.DataFrame) -> None:
    titles: dict[str, str] = dict(zip(losses["code"], losses["short_title"], strict=True))
    kinds = answers.kinds()
    with st.form("phan_loai", border=False):
        st.selectbox(
            "Tiêu chí",
            list(titles),
            format_func=lambda code: f"{code} {titles[code]}",
            key=_CODE,
        )
        st.selectbox("Loại", list(kinds), format_func=lambda kind: kinds[kind], key=_KIND)
        st.form_submit_button("Lưu", icon=":material/save:", on_click=_save, args=(criteria_set,))


def _save(criteria_set: str) -> None:
    answers.set_kind(criteria_set, st.session_state[_CODE], st.session_state[_KIND])
    st.toast("Đã lưu phân loại", icon=":material/check:")


def _decided(batch: str) -> None:
    kinds = answers.ask("criterion_kinds", batch=batch)
    own = kinds[kinds["decided"].astype(bool) & (kinds["code"] == kinds["given_for"])]
    if not own.empty:
        names = answers.kinds()
        said = "; ".join(f"{row.code}: {names.get(row.kind, row.kind)}" for row in own.itertuples())
        st.caption(f"Đã sửa so với bộ tiêu chí: {literal(said)}")
