"""Ghi chú và kết luận: notes on years, criteria and units, and what a meeting decided."""

import streamlit as st

from pages.ui import filters
from pages.ui.notes import adding, choice, listed, to_plan
from pages.ui.plain_text import literal

scope = filters.scope()
st.title("Ghi chú và kết luận")
st.markdown(f"Ghi chú của **{literal(scope.name)}**; lời mới nhất của mỗi ghi chú được tính")
notes = choice.known(scope.organisation)
adding.offer(scope, expanded=not notes)
if not notes:
    listed.nothing(scope)
    st.stop()

asked = choice.choose(scope, notes)
listed.show(scope, asked)
to_plan.offer(scope, asked)
