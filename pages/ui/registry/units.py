"""Every unit that the tables name, and how each is printed."""

import pandas as pd
import streamlit as st

from pages.ui import filters, sources, tables
from pages.ui.filters import Scope
from pages.ui.registry.head import Book
from scoring.analysis.messages import registry as said
from scoring.analysis.plans.registry import now_called
from scoring.analysis.questions import Row, records

UNITS_PAGE = "pages/units.py"
_COLUMNS = {
    "unit": tables.text("Đơn vị", width=240),
    "printed": tables.text("Như in trong tệp", width=300),
    "times": tables.of_count("Số lần nêu"),
    "led": tables.of_count("Chủ trì"),
    "coordinated": tables.of_count("Phối hợp"),
    "targets": tables.of_count("Chỉ tiêu"),
    "plans": tables.of_count("Kế hoạch"),
    "known": tables.text("Danh mục", width=120),
    "now": tables.text("Sau sáp nhập", width=220),
}


def show(scope: Scope, book: Book) -> None:
    """The units that are no group; a row opens the unit's own page."""
    units = book.units[~book.units["unit_group"].astype(bool)]
    if units.empty:
        st.info("Chưa có bảng nào nêu đích danh đơn vị.", icon=":material/info:")
        return
    later = now_called(book.mergers, book.names)
    rows = [_row(row, later.get(row["unit"], [])) for row in records(units)]
    columns = dict(_COLUMNS)
    told = {"targets": "targets", "now": "now", "known": "unknown"}
    for name, wanted in told.items():
        if not any(row[wanted] for row in rows):
            columns.pop(name)
    st.caption("Bấm một dòng để mở trang của đơn vị.")
    tables.table(
        pd.DataFrame(rows),
        columns,
        alt="Các đơn vị được nêu, nhiều lần nhất trước, kèm các cách viết trong tệp",
        key="bang-danh-ba",
        on_pick=lambda row: st.switch_page(
            UNITS_PAGE, query_params=filters.address(scope, don_vi=str(rows[row]["unit"]))
        ),
        wide=True,
    )
    sources.caption(book.spelled)


def _row(row: Row, later: list[Row]) -> Row:
    return row | {
        "printed": said.spellings(row["spellings"]),
        "unknown": not row["recognised"],
        "known": "✓ đã biết" if row["recognised"] else "? chưa biết",
        "now": said.merged(later),
    }
