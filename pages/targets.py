"""Chỉ tiêu: which targets are met, on their way or slipping, and what was reached this year."""

from functools import partial

import streamlit as st

from pages.ui import filters, page_export
from pages.ui.plain_text import literal
from pages.ui.targets import bullets, choice, entry, head, notes, path, table
from scoring.reports.page_screens.targets import targets

scope = filters.scope()
st.title("Chỉ tiêu")
st.markdown(f"**{literal(scope.name)}**")

shown = choice.choose(scope)
head.show(shown)
if choice.view(shown.year) == choice.ENTRY:
    entry.show(shown)
    notes.lacks(shown)
    st.stop()

path.show(shown)
filtered, narrowed = choice.filtered(shown)
bullets.show(shown, filtered)
table.show(shown, filtered)
notes.show(shown)
page_export.offer(
    scope,
    "chi-tieu",
    "Chỉ tiêu",
    partial(targets, filtered, shown.rows, shown.year),
    narrowed,
    subject=[f"Năm xét: {shown.year}"],
)
