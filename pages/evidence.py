"""Minh chứng: what was lost for want of evidence, and what was not done although it is there."""

from functools import partial

import streamlit as st

from pages.ui import filters, page_export
from pages.ui.evidence import filters as evidence_filters
from pages.ui.evidence import head, one, views
from pages.ui.evidence import shown as evidence_shown
from pages.ui.plain_text import literal
from scoring.reports.page_screens.evidence import evidence

scope = filters.scope()
st.title("Minh chứng")
st.markdown(f"**{literal(scope.name)}, năm {scope.year}**")

shown = evidence_shown.gather(scope)
if subject := one.chosen(shown):
    one.show(shown, subject)
    st.stop()

head.show(shown)
left, right = st.columns([3, 2], vertical_alignment="bottom")
with left:
    view = views.choose(shown)
with right:
    one.pick(shown)
leaves = evidence_filters.choose(shown, view)
views.show(shown, view, leaves)
if scope.score_batch is not None:
    page_export.offer(
        scope,
        "minh-chung",
        "Minh chứng",
        partial(evidence, shown.split, leaves),
        evidence_filters.told(shown, view),
    )
