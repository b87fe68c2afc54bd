"""What the dropped files hold, what is wrong with it, and writing it once the user says so."""

from collections.abc import Sequence

import streamlit as st

from pages.ui import who
from pages.ui.importing import outcome, review, review_list, standing
from pages.ui.importing.dropped import Found
from pages.ui.importing.standing import OTHER, READY
from scoring.text import format as vietnamese

_ALL = "ghi-tat-ca"


def show(found: Sequence[Found]) -> None:
    """What was found over all files, the one table that is looked at, and writing the ready ones.

    A single table is looked at at once.
    """
    if not found:
        return
    with st.spinner("Đang so với số liệu đã nạp …"):
        standings = standing.of(found)
    chosen = found[0]
    if len(found) > 1:
        chosen = review_list.choose(found, standings)
        _write_all([(one, standings[one.key].state) for one in found])
    of_file = [one for one in found if one.file == chosen.file]
    review.show(chosen, standings[chosen.key], of_file, alone=len(found) == 1)


def _write_all(found: Sequence[tuple[Found, str]]) -> None:
    """Who loads, and one button for all tables that nothing stands against."""
    who.ask()
    ready = [one for one, state in found if state == READY]
    other = [one for one, state in found if state == OTHER]
    if other and st.checkbox(
        f"Ghi cả {vietnamese.integer(len(other))} bảng đang có số liệu khác "
        "(thay cho số liệu hiện hành; lần nạp cũ vẫn còn trong lịch sử)",
        key="ghi-ca-bang-khac",
    ):
        ready += other
    if not ready:
        st.caption("Không còn bảng nào sẵn sàng ghi. Xem cột Tình trạng để biết vì sao.")
    elif st.button(
        f"Ghi {vietnamese.integer(len(ready))} bảng sẵn sàng",
        type="primary",
        icon=":material/save:",
        key=_ALL,
    ):
        outcome.write_found(_ALL, ready)
        st.rerun()
    outcome.show(_ALL)
