"""Chỉ tiêu: which targets are met, on their way or slipping, and what was reached this year."""

from functools import partial

import streamlit as st

from pages.ui import (
    filters,
    page_export,
    targets_bullets,
    targets_choice,
    targets_entry,
    targets_head,
    targets_notes,
    targets_path,
    targets_table,
)
from pages.ui.plain_text import literal
from scoring.reports.page_screens.targets import targets

scope = filters.scope()
st.title("Chỉ tiêu")
st.markdown(f"**{literal(scope.name)}**")

shown = targets_choice.choose(scope)
targets_head.show(shown)
if targets_choice.view(shown.year) == targets_choice.ENTRY:
    targets_entry.show(shown)
    targets_notes.lacks(shown)
    st.stop()

targets_path.show(shown)
filtered, narrowed = targets_choice.filtered(shown)
targets_bullets.show(shown, filtered)
targets_table.show(shown, filtered)
targets_notes.show(shown)
page_export.offer(
    scope,
    "chi-tieu",
    "Chỉ tiêu",
    partial(targets, filtered, shown.rows, shown.year),
    narrowed,
    subject=[f"Năm xét: {shown.year}"],
)
