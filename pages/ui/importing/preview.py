"""What was read from a table: its rows as they will be kept."""

import streamlit as st

from pages.ui.importing import row_columns
from scoring.ingest.table import Table
from scoring.text import format as vietnamese


def show(table: Table, *, key: str) -> None:
    """The rows read, folded; the first ones of a long table."""
    if table.frame.empty:
        return
    fold = st.expander(
        f"Xem {vietnamese.integer(len(table.frame))} dòng đã đọc",
        icon=":material/table_rows:",
        key=key,
        on_change="rerun",
    )
    if not fold.open:
        return
    with fold:
        st.caption(_totals(table))
        row_columns.show(table.frame, alt="Các dòng đã đọc từ bảng")
        if not table.targets.empty:
            st.caption("Mục tiêu đã đọc")
            # There `percent` says how the amount is meant; it is no percentage to show.
            said = table.targets.drop(columns="percent")
            row_columns.show(said, alt="Các mục tiêu đã đọc từ bảng")


def _totals(table: Table) -> str:
    facts = [
        (table.totals.top_rows, lambda n: f"{vietnamese.integer(n)} dòng cấp trên cùng"),
        (table.totals.leaves, lambda n: f"{vietnamese.integer(n)} tiêu chí không có dòng con"),
        (table.totals.printed_max, lambda x: f"điểm chuẩn in ra {vietnamese.points(x)}"),
        (table.totals.lost, lambda x: f"bị mất {vietnamese.points(x)}"),
        (table.totals.index_value, lambda x: f"chỉ số {vietnamese.percent(x)}"),
    ]
    return " · ".join(words(value) for value, words in facts if value is not None)
