"""Choices that live in the address."""

from collections.abc import Collection, Mapping

import streamlit as st

from pages.ui import notices


def one_of(label: str, key: str, names: Mapping[str, str], *, usual: str) -> str:
    """The chosen key of `names`; an address that names no such key gives `usual`.

    One name alone is no choice: nothing is drawn.
    """
    if len(names) == 1:
        return next(iter(names))
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


def asked(key: str, known: Collection[str], what: str) -> str:
    """What the address names where it is known, else '' with a word about it."""
    named = st.query_params.get(key, "")
    if named and named not in known:
        notices.unknown_choice(what, named)
        return ""
    return named


def _follow(key: str) -> None:
    st.query_params[key] = str(st.session_state[key])
