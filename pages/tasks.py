"""Nhiệm vụ: what is to be done by all plans, by whom and when, and how far it is."""

import streamlit as st

from pages.ui import (
    answers,
    filters,
    progress_files,
    tasks_filters,
    tasks_head,
    tasks_one,
    tasks_views,
    today,
)

scope = filters.scope()
st.title("Nhiệm vụ")
tasks_head.whose(scope)
board = answers.board(scope.organisation, today.today())
if board.empty:
    tasks_head.nothing(scope)
    st.stop()
if task := tasks_one.chosen(board):
    tasks_one.show(scope, task)
    st.stop()

asked = tasks_filters.choose(board)
if asked.empty:
    tasks_head.none_asked()
    st.stop()
tasks_head.summary(scope, asked)
tasks_views.show(scope, board, asked)
progress_files.show(scope, board)
