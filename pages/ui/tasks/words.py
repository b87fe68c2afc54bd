"""The words and marks that the pages on tasks share, and what a person says written down."""

from collections.abc import Sequence
from datetime import UTC, datetime

import streamlit as st

from pages.ui import answers, who
from scoring.store.plans import Said

PAGE = "pages/tasks.py"
TASK = "nhiem_vu"  # in the address: the one task that is looked at
UNIT = "don_vi"

ICONS = {
    "overdue": ":material/alarm:",
    "doing": ":material/pending:",
    "not_started": ":material/radio_button_unchecked:",
    "done": ":material/check_circle:",
    "not_applicable": ":material/block:",
}
COLOURS = {
    "overdue": "red",
    "doing": "blue",
    "not_started": "gray",
    "done": "green",
    "not_applicable": "gray",
}


def say(said: Sequence[Said], told: str) -> None:
    """Write down what a person reports or decides; every page follows at once."""
    answers.store().say(said, now=datetime.now(UTC), who=who.name())
    answers.forget()
    st.toast(told, icon=":material/check:")


def go(key: str, to: str) -> None:
    """Carry a choice into the address, '' takes it out: for callbacks, which run first."""
    if to:
        st.query_params[key] = to
    else:
        st.query_params.pop(key, None)
