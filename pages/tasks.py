"""Nhiệm vụ: what is to be done by all plans, by whom and when, and how far it is."""

from functools import partial

import streamlit as st

from pages.ui import answers, filters, page_export, today
from pages.ui.tasks import filters as tasks_filters
from pages.ui.tasks import head, one, progress_files, views
from pages.ui.units import members as units_members
from scoring.reports.page_screens.tasks import tasks

scope = filters.scope()
printed = head.board(scope, "Nhiệm vụ")
if task := one.chosen(printed):
    one.show(scope, task)
    st.stop()

with tasks_filters.line() as choices:
    members = units_members.toggle(scope)
board = answers.board(scope.organisation, today.today(), members=members)
asked = tasks_filters.choose(board, choices)
if asked.empty:
    head.none_asked()
    st.stop()
head.summary(scope, asked)
views.show(scope, board, asked, members=members)
page_export.offer(
    scope,
    "nhiem-vu",
    "Nhiệm vụ",
    partial(tasks, asked, today.today()),
    [*tasks_filters.told(board), *units_members.told(members=members)],
)
progress_files.show(scope, printed)
