"""The workbook handed back with its problems marked, and what became of them since."""

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd
import streamlit as st

from pages.ui import answers, downloads, problems, tables
from pages.ui.importing.dropped import Found
from scoring import intake
from scoring.ingest.table import Table
from scoring.settings import settings
from scoring.sheets.fixed import changes_since
from scoring.sheets.marked import marked_copy, marked_name
from scoring.sheets.mended import GONE, LEFT, NEW, problems_since
from scoring.text import format as vietnamese

_CELLS = {
    "cell": tables.text("Ô"),
    "old": tables.text("Trước"),
    "new": tables.text("Bây giờ"),
}
_COLUMNS = _CELLS | {"change": tables.text("Thay đổi")}
_WORDS = {"changed": "", "added": "ở dòng, cột thêm", "removed": "ở dòng, cột đã bỏ"}
_BECAME = {NEW: "＋ Mới", LEFT: "○ Còn", GONE: "✓ Hết"}
_PROBLEMS = {
    "state": tables.text("Tình trạng"),
    "place": tables.text("Ô"),
    "problem": tables.text("Vấn đề", width="large"),
}


def offer(of_file: Sequence[Found]) -> None:
    """A download of the file with every problem at its cell; nothing without a problem."""
    first = of_file[0]
    in_file = [_as_in_file(one) for one in of_file]
    if not any(one.problems for one in in_file):
        return
    downloads.offer(
        "Tải tệp có đánh dấu",
        lambda: marked_copy(in_file, first.content, limits=intake.limits(settings()))[1],
        marked_name(first.table.file, first.content),
        key=f"{first.file}-danh-dau",
        icon=":material/ink_highlighter:",
        help="Tệp như cũ, ô có vấn đề được tô màu kèm ghi chú, thêm một trang liệt kê. Sửa trong "
        "tệp đó rồi thả lại: chỉ những chỗ đã đổi được nêu ra.",
    )


def since(of_file: Sequence[Found]) -> None:
    """Of a marked copy that came back: what was changed in it, and what became of each problem."""
    first = of_file[0]
    copy = answers.marked_copy(first.file, first.table.file, first.content)
    if copy is None:
        return
    changes = changes_since(copy)
    with st.container(border=True):
        st.markdown(
            f":material/published_with_changes: **Đã sửa kể từ bản đánh dấu: "
            f"{vietnamese.integer(len(changes))} ô**"
        )
        if changes.empty:
            st.caption("Chưa có ô nào khác bản đánh dấu.")
        else:
            _changed(changes)
        _became(problems_since(copy, [_as_in_file(one) for one in of_file]), first.file)


def _changed(changes: pd.DataFrame) -> None:
    cells = changes["sheet"] + "!" + changes["column"] + changes["row"].astype(str)
    shown = changes.assign(cell=cells, change=changes["change"].map(_WORDS))
    columns = _COLUMNS if shown["change"].ne("").any() else _CELLS
    tables.table(shown, columns, alt="Các ô đã sửa kể từ bản đánh dấu")


def _became(found: pd.DataFrame, key: str) -> None:
    """How many problems are gone, left and new, and which, in a fold."""
    number = {state: vietnamese.integer(found["state"].eq(state).sum()) for state in _BECAME}
    st.markdown(
        f":green[:material/check_circle:] Hết {number[GONE]} vấn đề · còn {number[LEFT]} · "
        f"mới {number[NEW]}"
    )
    if found.empty:
        return
    with tables.folded(f"{key}-tung-van-de", "Từng vấn đề: mới, còn, hết") as unfolded:
        if unfolded:
            shown = found.assign(
                state=found["state"].map(_BECAME),
                place=found["place"].fillna("Cả tệp"),
                problem=found["code"].map(problems.title),
            )
            tables.table(shown, _PROBLEMS, alt="Từng vấn đề của bản đánh dấu: mới, còn hay hết")


def _as_in_file(found: Found) -> Table:
    """The table without what was corrected on the page: its file, and so its copy, have it not."""
    if not found.said.corrections:
        return found.table
    said = replace(found.said, corrections=())
    return answers.read_again(found.key, found.proposed, found.content, said)
