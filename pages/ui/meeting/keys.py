"""The keys that lead through a meeting: arrows, page keys and space as clickers send them."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import streamlit as st

from pages.ui.meeting import address

_KEY = "phim"
_COMPONENT = st.components.v2.component(
    "phim_trinh_chieu",
    html="<div hidden></div>\n",
    js=(Path(__file__).parent / "keys.js").read_text(encoding="utf-8"),
)


def listen(
    screens: Sequence[str], current: str, *, inside: bool, parent: str, of: Mapping[str, str]
) -> None:
    """Follow the keys from the screen `current`.

    Shape: `inside`: something is open on it, or we are deeper, under the criterion `parent` ('':
        directly under the screen); `of` the query that Esc leaves for.
    """
    _COMPONENT(
        data={"screens": list(screens), "current": current, "inside": inside},
        key=_KEY,
        on_go_change=lambda: _go(parent, of),
        on_narrow_change=lambda: None,
    )


def narrow() -> bool:
    """Whether the window is as narrow as a phone; False until it said so."""
    return bool(getattr(st.session_state.get(_KEY), "narrow", False))


def _go(parent: str, of: Mapping[str, str]) -> None:
    asked = st.session_state[_KEY].go or {}
    if "screen" in asked:
        address.go(asked["screen"])
    elif asked.get("step") == "up":
        address.up(parent)
    elif asked.get("step") == "leave":
        address.leave(of)
