"""Tổng quan: how one organisation stands in one year, in ten seconds."""

from functools import partial

import streamlit as st

from pages.ui import answers, filters, page_export, today
from pages.ui.notes import parts as notes_parts
from pages.ui.overview import cards, parts, reminders
from pages.ui.plain_text import literal

scope = filters.scope()
head = answers.headline(scope.organisation, scope.year)
with st.container(horizontal=True, vertical_alignment="top"):
    st.title(literal(f"{scope.name}, năm {scope.year}"), width="content")
    reminders.show(scope)
    notes_parts.of_year(scope.organisation, scope.year)
cards.row(scope, head)
parts.details(scope, head)
page_export.offer(
    scope,
    "tong-quan",
    "Tổng quan",
    partial(answers.screens, scope.organisation, scope.year, today.today()),
)
