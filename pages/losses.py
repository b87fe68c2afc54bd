"""Điểm bị mất: where one organisation's points of one year went, level by level."""

from functools import partial

import streamlit as st

from pages.ui import answers, drill, filters, notices, page_export, page_gathered, today
from pages.ui.losses import views

scope = filters.scope()
st.title("Điểm bị mất")
if scope.score_batch is None:
    notices.no_scores(scope.name, scope.year, in_league=scope.in_league)
    st.stop()

losses = answers.ask("losses", batch=scope.score_batch)
views.headline(scope)
code = drill.code(losses)
drill.breadcrumb(scope, code)
views.at(scope, losses, code)
page_export.offer(
    scope,
    "diem-bi-mat",
    "Điểm bị mất",
    partial(page_gathered.losses, scope, code, today.today()),
    [f"Tiêu chí: {code}"] if code else [],
)
