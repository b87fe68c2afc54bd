"""Đơn vị: who answers for the lost points, by unit, and each unit's own criteria."""

import streamlit as st

from pages.ui import answers, filters, notices, responsibility
from pages.ui.plain_text import literal

scope = filters.scope()
st.title("Đơn vị chịu trách nhiệm")
st.markdown(f"**{literal(scope.name)}, năm {scope.year}**")
if scope.score_batch is None:
    notices.no_scores(scope.name, scope.year, in_league=scope.in_league)
    st.stop()

units = answers.ask("unit_points", batch=scope.score_batch)
responsibility.show(scope, units, responsibility.chosen(units))
