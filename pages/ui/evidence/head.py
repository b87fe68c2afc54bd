"""What a leader reads first of the evidence: one sentence and one bar."""

import streamlit as st

from pages.ui import figures, notices
from pages.ui.evidence import filters
from pages.ui.evidence.shown import Shown
from pages.ui.plain_text import literal
from scoring.analysis.messages import evidence as said
from scoring.analysis.plans.evidence import STATES, Split
from scoring.charts.evidence import split_bar


def show(shown: Shown) -> None:
    """The headline, the loss in its parts, and what the parts do not tell by themselves."""
    if shown.scope.score_batch is None:
        notices.no_scores(shown.scope.name, shown.scope.year, in_league=shown.scope.in_league)
        return
    found = shown.split
    figures.message(said.headline(found))
    if found.criteria["none"] < len(shown.leaves):  # a bar of one grey part says nothing more
        _bar(found)
    for note in said.notes(found):
        st.caption(literal(note))


def _bar(found: Split) -> None:
    words = [(state, found.points[state], said.part(found, state)) for state in STATES]
    figures.show(
        split_bar(words),
        key="chia-diem-mat",
        alt=". ".join(word for _, value, word in words if value),
        on_pick=filters.pick_state,
    )
