"""Tự chấm và thẩm định: where an organisation scored itself higher than it was appraised."""

from functools import partial

import streamlit as st

from pages.ui import answers, filters, notices, page_export, page_gathered
from pages.ui.plain_text import literal
from pages.ui.self_scores import parts

scope = filters.scope()
st.title("Tự chấm và thẩm định")
st.markdown(f"**{literal(scope.name)}, năm {scope.year}**")
if scope.score_batch is None:
    notices.no_scores(scope.name, scope.year, in_league=scope.in_league)
    st.stop()

totals = answers.ask("self_score_totals", batch=scope.score_batch)
if parts.cannot_compare(totals):
    st.stop()
parts.summary(scope, totals)
parts.criteria(scope, totals)
parts.units(scope)
parts.years(scope)
page_export.offer(
    scope,
    "tu-cham",
    "Tự chấm và thẩm định",
    partial(page_gathered.self_scores, scope, totals),
)
