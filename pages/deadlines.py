"""Thời hạn chưa rõ: tasks without a day to end by, and the words that set one for many at once."""

from pages.ui import filters
from pages.ui.deadlines import decided, unclear
from pages.ui.tasks import head as tasks_head

scope = filters.scope()
board = tasks_head.board(scope, "Thời hạn chưa rõ")
unclear.show(scope, board)
decided.show(board)
