"""What was read from a table: its rows as they will be kept."""

import pandas as pd
import streamlit as st

from pages.ui import tables
from scoring.ingest.table import Table
from scoring.text import format as vietnamese

_COLUMNS = {
    "row": tables.of_count("Dòng"),
    "code": tables.text("Mã"),
    "rank": tables.of_count("Hạng"),
    "field_size": tables.of_count("Trên tổng số"),
    "title": tables.text("Tên", width="large"),
    "max_points": tables.of_points("Điểm chuẩn"),
    "self_points": tables.of_points("Tự đánh giá"),
    "points": tables.of_points("Thẩm định"),
    "lost_points": tables.of_points("Bị mất"),
    "percent": tables.of_points("Tỷ lệ (%)"),
    "value": tables.of_points("Giá trị"),
    "sentence": tables.text("Câu mục tiêu", width="large"),
    "goal": tables.text("Mục tiêu"),
    "product": tables.text("Sản phẩm"),
    "lead": tables.text("Chủ trì"),
    "coordinating": tables.text("Phối hợp"),
    "deadline": tables.text("Thời hạn"),
    "solution": tables.text("Giải pháp", width="large"),
    "source": tables.text("Nguồn"),
}


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
        _rows(table.frame, alt="Các dòng đã đọc từ bảng")
        if not table.targets.empty:
            st.caption("Mục tiêu đã đọc")
            # There `percent` says how the amount is meant; it is no percentage to show.
            said = table.targets.drop(columns="percent")
            _rows(said, alt="Các mục tiêu đã đọc từ bảng")


def _rows(frame: pd.DataFrame, *, alt: str) -> None:
    said = frame.replace("", None).notna().any()
    columns = {name: how for name, how in _COLUMNS.items() if name in said and said[name]}
    tables.table(frame, columns, alt=alt)


def _totals(table: Table) -> str:
    facts = [
        (table.totals.top_rows, lambda n: f"{vietnamese.integer(n)} dòng cấp trên cùng"),
        (table.totals.leaves, lambda n: f"{vietnamese.integer(n)} tiêu chí không có dòng con"),
        (table.totals.printed_max, lambda x: f"điểm chuẩn in ra {vietnamese.points(x)}"),
        (table.totals.lost, lambda x: f"bị mất {vietnamese.points(x)}"),
        (table.totals.index_value, lambda x: f"chỉ số {vietnamese.percent(x)}"),
    ]
    return " · ".join(words(value) for value, words in facts if value is not None)
