"""Tổng quan: how one organisation stands in one year, in ten seconds."""

from functools import partial

import streamlit as st

from pages.ui import (
    answers,
    filters,
    notes_parts,
    overview_cards,
    overview_parts,
    overview_reminders,
    page_export,
    today,
)
from pages.ui.plain_text import literal

scope = filters.scope()
head = answers.headline(scope.organisation, scope.year)
with st.container(horizontal=True, vertical_alignment="top"):
    st.title(literal(f"{scope.name}, năm {scope.year}"), width="content")
    overview_reminders.show(scope)
    notes_parts.of_year(scope.organisation, scope.year)
overview_cards.row(scope, head)
overview_parts.details(scope, head)
page_export.offer(
    scope,
    "tong-quan",
    "Tổng quan",
    partial(answers.screens, scope.organisation, scope.year, today.today()),
)
