"""A card: one number, and the lines that say what it is compared to."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from pages.ui.plain_text import literal


@contextmanager
def card(key: str, title: str, figure: str, icon: str) -> Iterator[None]:
    """A framed place with its number on top; what is drawn inside stands under it."""
    with st.container(border=True, height="stretch", gap="xsmall", key=key):
        st.metric(title, literal(figure), icon=icon)
        yield


def line(text: str, *, strong: bool = False) -> None:
    """One line of a card, greyed where it is not the first thing to compare with."""
    if strong:
        st.markdown(literal(text))
    else:
        st.caption(literal(text))
