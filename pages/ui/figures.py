"""One message, its chart, and the way deeper from each mark of it."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from pages.ui.plain_text import literal
from scoring.charts.theme import CONFIG, Figure


def message(sentence: str) -> None:
    """The one thing that the chart below says; above it, where it wraps on any screen."""
    st.subheader(literal(sentence), anchor=False)


def show(
    figure: Figure, *, alt: str, key: str, on_pick: Callable[[str], None] | None = None
) -> None:
    """The figure; `on_pick` gets the code of the mark that was clicked."""
    st.plotly_chart(figure, key=key, alt=alt, config=CONFIG, **_picking(key, on_pick))


def _picking(key: str, on_pick: Callable[[str], None] | None) -> dict[str, Any]:
    if on_pick is None:
        return {}
    return {"selection_mode": "points", "on_select": lambda: _picked(key, on_pick)}


def _picked(key: str, on_pick: Callable[[str], None]) -> None:
    # A second click on the same mark takes the choice back and reports no mark at all.
    for point in st.session_state[key]["selection"]["points"]:
        code = point.get("id") or (point.get("customdata") or [""])[0]
        if code:
            on_pick(str(code))
            return
