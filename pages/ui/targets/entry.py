"""Entering what the indicators reached in one year; what is cleared is taken back."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import pandas as pd
import streamlit as st

from pages.ui import answers, downloads, who
from pages.ui.plain_text import literal
from pages.ui.targets.choice import Shown
from scoring import intake
from scoring.analysis.messages.target_words import measure, value
from scoring.analysis.plans.entries import SOURCE, VALUE, Refusal, entry_rows, taken
from scoring.analysis.questions import records
from scoring.ingest.handed_out.keys import Mark
from scoring.ingest.reference import Organisation
from scoring.sheets.actual_file import actual_file, file_name
from scoring.sheets.actual_lines import lines_of
from scoring.store import Actual

_REFUSED = "chi_tieu_tu_choi"  # what the last writing refused
_EDITS = "chi_tieu_sua"  # how often results were written: a new grid for each
_LONGEST = 300  # characters of a source


def show(shown: Shown) -> None:
    """The grid of one year, and one button that writes all of it or nothing."""
    rows = entry_rows(shown.indicators, shown.year)
    st.markdown(
        f"Ghi kết quả năm {shown.year} vào cột **Kết quả**, nơi lấy số vào cột **Nguồn**; xóa ô "
        "Kết quả để bỏ số đã nhập. Có thể dán cả cột từ Excel. Kết quả đã có trong bảng được nạp "
        "luôn được dùng trước; số nhập tay khác số đó thì cả hai được nêu."
    )
    _refusals()
    key = _key(shown)
    who.ask_again(f"{key}-nguoi")  # its field follows at once, which none in a form can
    with st.form(f"{key}-ghi", border=False):
        st.data_editor(
            _grid(rows),
            key=key,
            hide_index=True,
            num_rows="fixed",
            row_height=64 if rows["title"].str.len().max() > 30 else None,
            disabled=["title", "measure", "asked", "published"],
            column_config=_config(shown.year),
            alt=f"Kết quả năm {shown.year} của từng chỉ tiêu, để nhập",
        )
        st.form_submit_button(
            "Ghi kết quả",
            icon=":material/save:",
            type="primary",
            on_click=_save,
            args=(shown.scope.organisation, shown.year, rows, key),
        )
    _offer(shown)


def _offer(shown: Shown) -> None:
    """The same rows as a file, for offices that fill them in a spreadsheet."""
    scope = shown.scope
    known = answers.reference().organisation(scope.organisation)
    whose = known or Organisation(scope.organisation, scope.name, scope.level or "")
    downloads.offer(
        f"Tải tệp Excel để điền kết quả năm {shown.year}",
        lambda: actual_file(
            lines_of(shown.indicators, scope.organisation, [shown.year]), Mark(whose, intake.now())
        ),
        file_name(scope.organisation, shown.year, intake.now()),
        key="ket-qua-tai",
    )
    st.caption(
        "Điền cột Kết quả đạt được và Nguồn rồi thả tệp vào trang Nhập dữ liệu: từng thay đổi được "
        "nêu trước khi ghi, mỗi tệp là một lần nạp và hoàn tác được."
    )


def _key(shown: Shown) -> str:
    written = st.session_state.get(_EDITS, 0)
    return f"nhap-{shown.scope.organisation}-{shown.year}-{written}"


def _grid(rows: pd.DataFrame) -> pd.DataFrame:
    known = records(rows)
    return pd.DataFrame(
        {
            "title": [row["title"] for row in known],
            VALUE: [row[VALUE] for row in known],
            "measure": [measure(row["measure"]) for row in known],
            SOURCE: [row[SOURCE] for row in known],
            "asked": [value(row["asked"], row["measure"]) for row in known],
            "published": [value(row["published"], row["measure"]) for row in known],
        }
    )


def _config(year: int) -> dict[str, Any]:
    column = st.column_config.TextColumn
    return {
        "title": column("Chỉ tiêu", width=210),
        "measure": column("Đơn vị tính", width="small"),
        "asked": column(f"Cần đạt năm {year}"),
        "published": column("Bảng đã nạp ghi"),
        VALUE: column(
            "Kết quả", width=90, help="Một số viết theo lối Việt Nam: 85,5. Để trống: chưa có."
        ),
        SOURCE: column(
            "Nguồn", width="medium", max_chars=_LONGEST, help="Báo cáo, công văn hoặc hệ thống."
        ),
    }


def _save(organisation: str, year: int, rows: pd.DataFrame, key: str) -> None:
    edits = st.session_state[key]["edited_rows"]
    entries, refused = taken(rows, edits)
    st.session_state[_REFUSED] = refused
    if refused:
        return
    if not entries:
        st.toast("Chưa có ô nào thay đổi", icon=":material/info:")
        return
    words = [Actual(organisation, one.indicator, year, one.value, one.source) for one in entries]
    answers.store().say(words, now=datetime.now(UTC), who=who.name())
    answers.forget()
    st.session_state[_EDITS] = st.session_state.get(_EDITS, 0) + 1
    st.toast(f"Đã ghi {len(words)} kết quả", icon=":material/check:")


def _refusals() -> None:
    refused: Sequence[Refusal] = st.session_state.pop(_REFUSED, ())
    if refused:
        told = "\n".join(
            f"- {literal(one.title)}: cần {literal(one.expected)}, thấy “{literal(one.found)}”"
            for one in refused
        )
        st.error(f"Chưa ghi gì; sửa các ô sau rồi ghi lại:\n\n{told}", icon=":material/error:")
