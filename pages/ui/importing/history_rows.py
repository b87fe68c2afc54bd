"""What does one batch hold: rows as they were read, problems, cells that people corrected?"""

import pandas as pd
import streamlit as st

from pages.ui import answers, problems, tables
from pages.ui.importing import row_columns
from scoring.text import format as vietnamese
from scoring.text.moments import shown_moment

_PAGE = 100  # rows
_CORRECTIONS = {
    "place": tables.text("Ô"),
    "old": tables.text("Trong tệp"),
    "new": tables.text("Sửa thành"),
    "who": tables.text("Người sửa"),
    "moment": tables.text("Lúc"),
}
_QUESTIONS = {
    "scores": "batch_scores",
    "satisfaction": "batch_satisfaction",
    "league": "batch_league",
    "tasks": "batch_tasks",
    "targets": "batch_targets",
    "progress": "batch_progress",
    "actuals": "batch_actuals",
}
_MORE = {
    "batch_targets": "Mục tiêu đã đọc",
    "batch_scale": "Các mức điểm in dưới tiêu chí",
}


def show(batch: pd.Series) -> None:
    """Three folds; what is in a closed one is not asked."""
    rows = vietnamese.integer(batch["row_count"])
    with tables.folded("lich_su_dong", f"Các dòng đã đọc ({rows})") as unfolded:
        if unfolded:
            _rows(str(batch["batch"]), str(batch["kind"]), int(batch["row_count"]))
    found = sum(int(batch[name]) for name in ("errors", "warnings", "notes"))
    with tables.folded("lich_su_van_de", f"Vấn đề khi đọc ({found})") as unfolded:
        if unfolded:
            asked = answers.ask("batch_problems", batch=batch["batch"])
            problems.show(problems.from_frame(asked), key="lich_su_tung_van_de")
    corrected = int(batch["corrections"])
    with tables.folded("lich_su_sua", f"Ô đã sửa trước khi ghi ({corrected})") as unfolded:
        if unfolded:
            _corrections(str(batch["batch"]))


def _rows(batch: str, kind: str, count: int) -> None:
    """A page of the rows, and how many there are in all."""
    pages = max(-(-count // _PAGE), 1)
    first = 0
    if pages > 1:
        # Kept by the batch: page 40 of one table may not exist in another.
        first = (st.pagination(pages, key=f"lich_su_trang_{batch}") - 1) * _PAGE
        last = vietnamese.integer(min(first + _PAGE, count))
        st.caption(f"Dòng {vietnamese.integer(first + 1)}–{last} trong {_counted(count)}.")
    _stretch(_QUESTIONS[kind], batch, first, "Các dòng đã đọc của lần nạp này")
    for question, title in _MORE.items():
        _stretch(question, batch, 0, title, titled=True)


def _stretch(question: str, batch: str, first: int, alt: str, *, titled: bool = False) -> None:
    most = tables.MOST_ROWS + 1 if titled else _PAGE
    frame = answers.ask(question, batch=batch, first=first, most=most)
    if frame.empty:
        return
    if titled:
        st.caption(f"{alt} ({_counted(len(frame))})" if len(frame) < most else alt)
    # Of a target, `percent` says how the amount is meant; it is no percentage to show.
    said = frame.drop(columns="percent") if question == "batch_targets" else frame
    row_columns.show(said, alt=alt)


def _corrections(batch: str) -> None:
    frame = answers.ask("batch_corrections", batch=batch)
    if frame.empty:
        st.caption("Không có ô nào được sửa: mọi số liệu đúng như trong tệp gốc.")
        return
    shown = frame.assign(
        place=frame["sheet"] + "!" + frame["column"] + frame["row"].astype(str),
        who=frame["who"].fillna(vietnamese.MISSING),
        moment=[shown_moment(moment) for moment in frame["at"]],
    )
    tables.table(shown, _CORRECTIONS, alt="Các ô đã sửa, ai sửa và lúc nào", wide=True)


def _counted(count: int) -> str:
    return f"{vietnamese.integer(count)} dòng"
