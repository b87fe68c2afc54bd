"""Thời hạn chưa rõ: tasks without a day to end by, and the words that set one for many at once."""

import streamlit as st

from pages.ui import answers, deadlines_open, deadlines_set, filters, tasks_head, today

scope = filters.scope()
st.title("Thời hạn chưa rõ")
tasks_head.whose(scope)
board = answers.board(scope.organisation, today.today())
if board.empty:
    tasks_head.nothing(scope)
    st.stop()
deadlines_open.show(scope, board)
deadlines_set.show(board)
