"""What was loaded before: every batch, its original file, and taking one back."""

from datetime import UTC, datetime
from typing import Any

import pandas as pd
import streamlit as st

from pages.ui import answers, sources, tables
from pages.ui.kinds import kind_label
from pages.ui.moments import shown_moment
from pages.ui.plain_text import literal
from scoring.store import StoreError
from scoring.text import format as vietnamese

_COLUMNS = {
    "moment": tables.text("Lúc"),
    "state": tables.text("Tình trạng"),
    "index_name": tables.text("Chỉ số"),
    "organisation_name": tables.text("Cơ quan"),
    "year": tables.text("Năm"),
    "kind": tables.text("Loại"),
    "row_count": tables.of_count("Số dòng"),
    "warnings": tables.of_count("Cảnh báo"),
    "notes": tables.of_count("Ghi chú"),
    "place": tables.text("Tệp › trang tính", width="large"),
    "batch": tables.text("Lần nạp"),
}
_UNDONE = "da_hoan_tac"
_SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def empty() -> bool:
    """Whether nothing was loaded yet."""
    return answers.ask("history").empty


def show() -> None:
    """The table of batches, and below it what can be done with the chosen one."""
    st.subheader("Lịch sử nạp dữ liệu")
    _undone()
    batches = answers.ask("history")
    if batches.empty:
        st.caption("Chưa có lần nạp nào. Mỗi lần ghi dữ liệu sẽ thành một dòng ở đây.")
        return
    tables.table(_shown(batches), _COLUMNS, alt="Các lần nạp dữ liệu, mới nhất trước", wide=True)
    labels = {row.batch: _label(row) for row in batches.itertuples(index=False)}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = st.selectbox(
            "Lần nạp",
            list(labels),
            format_func=labels.__getitem__,
            key="lan_nap_chon",
            width=560,
        )
        batch = batches[batches["batch"] == chosen].iloc[0]
        download(chosen, batch["file_name"], key="tai_lan_nap")
        if st.button("Hoàn tác…", icon=":material/undo:", key="hoan_tac"):
            _confirm(batch)
    sources.link(
        chosen,
        batch["file_name"],
        batch["sheet"],
        label="Xem bảng trong tệp gốc",
        scope=_scope(batch),
    )


def download(batch: str, file_name: str, *, key: str) -> None:
    """A button that hands back the stored file, byte for byte."""
    st.download_button(
        "Tải tệp gốc",
        data=lambda: answers.store().file(batch)[1],
        file_name=file_name,
        mime=_SPREADSHEET,
        icon=":material/download:",
        on_click="ignore",
        key=key,
    )


def _scope(batch: pd.Series) -> tuple[str, int] | None:
    """Whose pages show the batch; none where it ranks others or another took its place."""
    shown = batch["is_current"] and batch["kind"] in ("scores", "satisfaction")
    return (batch["organisation"], int(batch["year"])) if shown else None


def _shown(batches: pd.DataFrame) -> pd.DataFrame:
    return batches.assign(
        moment=[shown_moment(moment) for moment in batches["loaded_at"]],
        state=["● Hiện hành" if now else "○ Đã bị thay" for now in batches["is_current"]],
        year=batches["year"].astype(str),
        place=batches["file_name"] + " › " + batches["sheet"],
        kind=[kind_label(kind) for kind in batches["kind"]],
    )


def _label(row: Any) -> str:
    moment = shown_moment(row.loaded_at)
    return f"{moment} · {row.index_name} {row.organisation_name} {row.year} · {row.file_name}"


@st.dialog("Hoàn tác lần nạp này?", icon=":material/undo:")
def _confirm(batch: pd.Series) -> None:
    st.markdown(
        f"**{literal(batch['index_name'])} {literal(batch['organisation_name'])} "
        f"{batch['year']}** · {vietnamese.integer(batch['row_count'])} dòng  \n"
        f"{literal(sources.place(batch['file_name'], batch['sheet']))}  \n"
        f"Nạp lúc {shown_moment(batch['loaded_at'])} · {literal(batch['batch'])}"
    )
    st.markdown(
        "Số liệu và tệp gốc của lần nạp này sẽ bị bỏ khỏi kho. "
        "Lần nạp trước của cùng bảng, nếu có, trở lại hiện hành."
    )
    with st.container(horizontal=True):
        agreed = st.button(
            "Hoàn tác", type="primary", key="dong_y_hoan_tac", on_click=_undo, args=(batch,)
        )
        if agreed or st.button("Giữ lại", key="giu_lai"):
            st.rerun()


def _undo(batch: pd.Series) -> None:
    try:
        answers.store().undo(batch["batch"], now=datetime.now(UTC))
    except KeyError:
        said = f"Lần nạp {literal(batch['batch'])} đã được hoàn tác ở nơi khác."
    except StoreError as refused:
        said = literal(refused)
    else:
        place = sources.place(batch["file_name"], batch["sheet"])
        said = f"Đã hoàn tác lần nạp {literal(batch['batch'])} ({literal(place)})."
    answers.forget()
    st.session_state[_UNDONE] = said


def _undone() -> None:
    sentence = st.session_state.pop(_UNDONE, None)
    if sentence:
        st.info(sentence, icon=":material/undo:")
