"""A choice of one in a few that lives in the address."""

from collections.abc import Mapping

import streamlit as st


def one_of(label: str, key: str, names: Mapping[str, str], *, usual: str) -> str:
    """The chosen key of `names`; an address that names no such key gives `usual`."""
    asked = st.query_params.get(key)
    st.session_state[key] = asked if asked in names else usual
    chosen = st.segmented_control(
        label,
        list(names),
        key=key,
        format_func=lambda slug: names[slug],
        required=True,
        on_change=_follow,
        args=(key,),
    )
    return str(chosen)


def _follow(key: str) -> None:
    st.query_params[key] = str(st.session_state[key])
