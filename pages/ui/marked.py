"""The workbook handed back with its problems marked, and what was changed in it since."""

from collections.abc import Sequence
from pathlib import PurePath

import streamlit as st

from pages.ui import answers, problems, tables
from pages.ui.dropped import Found
from pages.ui.plain_text import literal
from scoring.ingest.corrections import Correction
from scoring.ingest.problems import Problem, place
from scoring.ingest.said import Said
from scoring.sheets.marked import marked_copy
from scoring.text import format as vietnamese

_SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_ENDING = " (đánh dấu)"
_CELLS = {
    "cell": tables.text("Ô"),
    "old": tables.text("Trước"),
    "new": tables.text("Bây giờ"),
}
_COLUMNS = _CELLS | {"change": tables.text("Thay đổi")}
_WORDS = {"changed": "", "added": "ở dòng, cột thêm", "removed": "ở dòng, cột đã bỏ"}


def offer(of_file: Sequence[Found], found: Sequence[Problem]) -> None:
    """A download of the file with every problem at its cell; nothing without a problem."""
    if not found:
        return
    first = of_file[0]
    st.download_button(
        "Tải tệp có đánh dấu",
        data=lambda: marked_copy([one.table for one in of_file], first.content)[1],
        file_name=_name(first.table.file),
        mime=_SPREADSHEET,
        icon=":material/ink_highlighter:",
        on_click="ignore",
        key=f"{first.file}-danh-dau",
        help="Tệp như cũ, ô có vấn đề được tô màu kèm ghi chú, thêm một trang liệt kê. Sửa trong "
        "tệp đó rồi thả lại: chỉ những chỗ đã đổi được nêu ra.",
    )


def _name(file: str) -> str:
    path = PurePath(file)
    kind = ".xlsm" if path.suffix.lower() == ".xlsm" else ".xlsx"
    return f"{path.stem.removesuffix(_ENDING)}{_ENDING}{kind}"


def since(found: Found) -> None:
    """Of a marked copy that came back: what was changed in it, and which problems are gone."""
    changes = answers.changes_since_marked(found.file, found.table.file, found.content)
    if changes is None:
        return
    with st.container(border=True):
        st.markdown(
            f":material/published_with_changes: **Đã sửa kể từ bản đánh dấu: "
            f"{vietnamese.integer(len(changes))} ô**"
        )
        if changes.empty:
            st.caption("Chưa có ô nào khác bản đánh dấu.")
            return
        cells = changes["sheet"] + "!" + changes["column"] + changes["row"].astype(str)
        shown = changes.assign(cell=cells, change=changes["change"].map(_WORDS))
        columns = _COLUMNS if shown["change"].ne("").any() else _CELLS
        tables.table(shown, columns, alt="Các ô đã sửa kể từ bản đánh dấu")
        before = tuple(
            Correction(row.sheet, int(row.row), row.column, str(row.new), str(row.old))
            for row in changes.itertuples(index=False)
        )
        if changes["change"].eq("changed").all():
            _compared(found, before)
        else:
            st.caption("Có dòng hoặc cột thêm, bỏ nên không so từng vấn đề với lần trước.")


def _compared(found: Found, before: tuple[Correction, ...]) -> None:
    """The problems that the changes took away, left and brought."""
    was = answers.read_again(found.key, found.proposed, found.content, Said(corrections=before))
    old, new = _by_place(was.problems), _by_place(found.table.problems)
    st.markdown(
        f":green[:material/check_circle:] Hết {len(old.keys() - new.keys())} vấn đề · "
        f"còn {len(old.keys() & new.keys())} · "
        f"mới {len(new.keys() - old.keys())}"
    )
    for key in sorted(new.keys() - old.keys(), key=str)[:10]:
        one = new[key]
        st.caption(f"Mới: {literal(place(one))}: {literal(problems.title(one.code))}")


def _by_place(found: Sequence[Problem]) -> dict[tuple[object, ...], Problem]:
    return {(one.code, one.sheet, one.row, one.column): one for one in found}
