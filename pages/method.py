"""Đối chiếu, cách tính: do the numbers close, how is each computed, where was it read."""

import streamlit as st

from pages.ui import answers, filters, notices
from pages.ui.method import reconciliation, source_view, words

if answers.ask("first_scope").empty:
    notices.first_steps()
    words.show()
    st.stop()

scope = filters.scope()
st.title("Đối chiếu, cách tính")
source_view.show()
if scope.score_batch:
    reconciliation.show(scope)
else:
    notices.nothing_loaded(scope.name, scope.year, "bảng điểm")
reconciliation.found_problems(scope)
words.show()
