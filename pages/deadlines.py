"""Thời hạn chưa rõ: tasks without a day to end by, and the words that set one for many at once."""

from pages.ui import deadlines_open, deadlines_set, filters, tasks_head

scope = filters.scope()
board = tasks_head.board(scope, "Thời hạn chưa rõ")
deadlines_open.show(scope, board)
deadlines_set.show(board)
