"""Who loads? Asked once a session; a person who signed in is known."""

import streamlit as st

from pages.ui.plain_text import literal
from scoring.settings import settings

_KEY = "nguoi_nap"
_LONGEST = 80


def ask() -> None:
    """The name, to be typed; or the one that was signed in with."""
    known = _signed_in()
    if known:
        st.caption(f":material/person: Người nạp: {literal(known)}")
        return
    if _KEY not in st.session_state:
        st.session_state[_KEY] = settings().user
    st.text_input(
        "Người nạp",
        key=_KEY,
        max_chars=_LONGEST,
        placeholder="Họ và tên",
        help="Được ghi vào lịch sử cùng với lần nạp và từng chỗ sửa.",
        persist_state="session",
        width=320,
    )


def ask_again(key: str) -> None:
    """The name once more, beside a button that asks first; what is typed there counts everywhere.

    `key` is the field's own: the page may show the other one at the same time.
    """
    if _signed_in():
        ask()
        return
    st.session_state[key] = name()
    st.text_input(
        "Người thực hiện",
        key=key,
        max_chars=_LONGEST,
        placeholder="Họ và tên",
        on_change=_follow,
        args=(key,),
    )


def name() -> str:
    """Who loads; '' where nobody said."""
    return _signed_in() or str(st.session_state.get(_KEY, settings().user)).strip()


def _follow(key: str) -> None:
    st.session_state[_KEY] = st.session_state[key]


def _signed_in() -> str:
    user = st.user.to_dict()
    return str(user.get("name") or user.get("email") or "") if user.get("is_logged_in") else ""
