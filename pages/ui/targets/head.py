"""How many targets are met, on their way or slipping: the first thing that a leader reads."""

import streamlit as st

from pages.ui import figures
from pages.ui.plain_text import literal
from pages.ui.targets.choice import Shown
from scoring.analysis.messages import target_notes as facts
from scoring.analysis.messages import targets
from scoring.analysis.messages.target_words import STATES
from scoring.analysis.questions import records
from scoring.text.format import integer

_MOST_READINGS = 2  # the others are folded; the table prints every one


def show(shown: Shown) -> None:
    """The headline, a counter for each state, and both readings of rises in percent."""
    figures.message(targets.headline(shown.rows, shown.year))
    counted = targets.counts(shown.rows)
    with st.grid(5, min_column_width=150, gap="small"):
        for state, word in STATES.items():
            with st.container(border=True):
                st.metric(word, integer(counted[state]))
    if missing := targets.missing_of(records(shown.current)):
        st.caption(missing)
    _readings(shown)


def _readings(shown: Shown) -> None:
    told = [
        f"{one.title}: {reading}" for one in shown.indicators for reading in facts.readings(one)
    ]
    if not told:
        return
    read = "tương đối" if shown.relative else "điểm\u00a0%"
    first = "; ".join(literal(one) for one in told[:_MOST_READINGS])
    st.caption(f"Chỉ tiêu “tăng … %” đọc được hai cách, đang hiểu là **{read}**. {first}.")
    if len(told) > _MOST_READINGS:
        with st.expander(f"{integer(len(told) - _MOST_READINGS)} chỉ tiêu khác đọc được hai cách"):
            st.markdown("\n".join(f"- {literal(one)}" for one in told[_MOST_READINGS:]))
