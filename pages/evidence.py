"""Minh chứng: what was lost for want of evidence, and what was not done although it is there."""

from functools import partial

import streamlit as st

from pages.ui import (
    evidence_filters,
    evidence_head,
    evidence_one,
    evidence_shown,
    evidence_views,
    filters,
    page_export,
)
from pages.ui.plain_text import literal
from scoring.reports.page_screens.evidence import evidence

scope = filters.scope()
st.title("Minh chứng")
st.markdown(f"**{literal(scope.name)}, năm {scope.year}**")

shown = evidence_shown.gather(scope)
if subject := evidence_one.chosen(shown):
    evidence_one.show(shown, subject)
    st.stop()

evidence_head.show(shown)
left, right = st.columns([3, 2], vertical_alignment="bottom")
with left:
    view = evidence_views.choose(shown)
with right:
    evidence_one.pick(shown)
leaves = evidence_filters.choose(shown, view)
evidence_views.show(shown, view, leaves)
if scope.score_batch is not None:
    page_export.offer(
        scope,
        "minh-chung",
        "Minh chứng",
        partial(evidence, shown.split, leaves),
        evidence_filters.told(shown, view),
    )
