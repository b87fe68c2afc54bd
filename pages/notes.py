"""Ghi chú và kết luận: notes on years, criteria and units, and what a meeting decided."""

import streamlit as st

from pages.ui import filters, notes_adding, notes_choice, notes_listed, notes_to_plan
from pages.ui.plain_text import literal

scope = filters.scope()
st.title("Ghi chú và kết luận")
st.markdown(f"Ghi chú của **{literal(scope.name)}**; lời mới nhất của mỗi ghi chú được tính")
notes = notes_choice.known(scope.organisation)
notes_adding.offer(scope, expanded=not notes)
if not notes:
    notes_listed.nothing(scope)
    st.stop()

asked = notes_choice.choose(scope, notes)
notes_listed.show(scope, asked)
notes_to_plan.offer(scope, asked)
