"""Which units merged into which others, from when, by which decision."""

import streamlit as st

from pages.ui import tables
from pages.ui.filters import Scope
from pages.ui.plain_text import literal
from pages.ui.registry.head import Book
from scoring.analysis.plans.registry import now_called

_COLUMNS = {
    "old_name": tables.text("Trước", width=280),
    "new_name": tables.text("Nay là", width=280),
    "since_told": tables.text("Từ ngày", width=110),
    "named": tables.text("Còn nêu trong tệp", width=140),
    "source": tables.text("Nguồn", width=360),
}


def show(scope: Scope, book: Book) -> None:
    """The mergers of the organisation's units, and its own."""
    if book.mergers.empty:
        st.info(
            f"Chưa ghi lần sáp nhập nào của {literal(scope.name)} và các đơn vị trực thuộc.",
            icon=":material/info:",
        )
    else:
        _table(book)
    st.caption(
        "Các lần sáp nhập ghi ở tệp successors.csv, ngày còn hiệu lực của từng cơ quan ở "
        "organisations.csv trong thư mục dữ liệu tham chiếu. Kế hoạch cũ giữ tên đơn vị như khi "
        "ban hành; điểm và nhiệm vụ không tự chuyển sang đơn vị mới."
    )


def _table(book: Book) -> None:
    later = now_called(book.mergers, book.names)
    named = set(book.units["unit"])
    still = {row["old"] for unit, rows in later.items() if unit in named for row in rows}
    same = book.mergers["new_name"] == book.mergers["old_name"]
    told = book.mergers.assign(
        new_name=book.mergers["new_name"].where(~same, book.mergers["new_name"] + " (cùng tên)"),
        since_told=[f"{day:%d/%m/%Y}" for day in book.mergers["since"]],
        named=["● còn nêu" if old in still else "" for old in book.mergers["old"]],
    )
    tables.table(
        told, _COLUMNS, alt="Các lần sáp nhập, mới nhất trước", key="bang-sap-nhap", wide=True
    )
