"""The rows of a table as they were read or are kept: the columns that say anything, by name."""

import pandas as pd

from pages.ui import tables
from scoring.ingest.progress_tables.words import WORDS

_COLUMNS = {
    "row": tables.of_count("Dòng"),
    "code": tables.text("Mã"),
    "rank": tables.of_count("Hạng"),
    "field_size": tables.of_count("Trên tổng số"),
    "title": tables.text("Tên", width="large"),
    "year": tables.text("Năm"),
    "max_points": tables.of_points("Điểm chuẩn"),
    "self_points": tables.of_points("Tự đánh giá"),
    "points": tables.of_points("Thẩm định"),
    "lost_points": tables.of_points("Bị mất"),
    "percent": tables.of_points("Tỷ lệ (%)"),
    "value": tables.of_points("Giá trị"),
    "state": tables.text("Trạng thái"),
    "evidence": tables.text("Minh chứng"),
    "remark": tables.text("Ghi chú của đơn vị"),
    "unit": tables.text("Đơn vị"),
    "sentence": tables.text("Câu mục tiêu", width="large"),
    "goal": tables.text("Mục tiêu"),
    "product": tables.text("Sản phẩm"),
    "lead": tables.text("Chủ trì"),
    "coordinating": tables.text("Phối hợp"),
    "deadline": tables.text("Thời hạn"),
    "solution": tables.text("Giải pháp", width="large"),
    "source": tables.text("Nguồn"),
    "note": tables.text("Ghi chú"),
}


def show(frame: pd.DataFrame, *, alt: str) -> None:
    """The rows with the known columns that are not blank throughout."""
    if "state" in frame:
        frame = frame.assign(state=frame["state"].map(WORDS))
    filled = frame.replace("", None).notna().any()
    columns = {name: how for name, how in _COLUMNS.items() if filled.get(name, False)}
    tables.table(frame, columns, alt=alt, wide=True)
