"""What was loaded before: every batch, who and when, and what can be done with each."""

from typing import Any

import pandas as pd
import streamlit as st

from pages.ui import answers, downloads, sources, tables
from pages.ui.importing import history_actions, history_compare, history_rows
from pages.ui.kinds import kind_label
from pages.ui.plain_text import literal
from scoring.text import format as vietnamese
from scoring.text.moments import shown_moment

_TABLE = "cac_lan_nap"
_SOUGHT = "tim_lan_nap"
_MOST = 300  # batches listed at once
_SHORT = 10  # characters of a digest that tell files apart at a glance
_COLUMNS = {
    "moment": tables.text("Lúc"),
    "state": tables.text("Tình trạng"),
    "index_name": tables.text("Chỉ số"),
    "organisation_name": tables.text("Cơ quan"),
    "year": tables.text("Năm"),
    "kind": tables.text("Loại"),
    "who": tables.text("Người nạp", width=130),
    "row_count": tables.of_count("Số dòng"),
    "warnings": tables.of_count("Cảnh báo"),
    "place": tables.text("Tệp › trang tính", width=300),
    "digest": tables.text("Mã tệp"),
    "batch": tables.text("Lần nạp"),
}


def empty() -> bool:
    """Whether nothing is loaded: nothing was, or all of it was undone."""
    return answers.ask("batch_count")["loaded"].iat[0] == 0


def show() -> None:
    """The table of batches, and below it the chosen one with what can be done with it."""
    st.subheader("Lịch sử nạp dữ liệu")
    history_actions.told()
    count = int(answers.ask("batch_count").sum(axis="columns").iat[0])
    if not count:
        st.caption("Chưa có lần nạp nào. Mỗi lần ghi dữ liệu sẽ thành một dòng ở đây.")
        return
    batches = _listed(count)
    if batches.empty:
        st.caption("Không có lần nạp nào như vậy: thử tên ngắn hơn, hoặc xoá ô tìm.")
        return
    names = batches["batch"].tolist()
    if st.session_state.get(history_actions.CHOSEN) not in names:
        st.session_state[history_actions.CHOSEN] = _first(batches)
    tables.table(
        _shown(batches),
        _COLUMNS,
        alt="Các lần nạp dữ liệu, mới nhất trước",
        key=_TABLE,
        on_pick=lambda position: _pick(names[position]),
        wide=True,
    )
    labels = {row.batch: _label(row) for row in batches.itertuples(index=False)}
    chosen = st.selectbox(
        "Lần nạp đang xem (bấm một dòng ở trên, hoặc chọn ở đây)",
        names,
        format_func=lambda name: labels.get(name, name),
        key=history_actions.CHOSEN,
    )
    batch = batches[batches["batch"] == chosen].iloc[0]
    with st.container(border=True):
        _one(batch, batches)


def _listed(count: int) -> pd.DataFrame:
    """The latest batches; where there are more than are listed, those that were looked for."""
    sought = ""
    if count > _MOST:
        sought = st.text_input(
            "Tìm lần nạp",
            key=_SOUGHT,
            placeholder="tên cơ quan, tên tệp, năm hoặc mã lần nạp",
        )
    found = answers.ask("history", text=sought.strip(), most=_MOST, undone=True)
    if len(found) == _MOST:
        most, every = vietnamese.integer(_MOST), vietnamese.integer(count)
        st.caption(
            f"Đang hiện {most} lần nạp mới nhất trong {every}: gõ vào ô tìm để thấy lần khác."
        )
    return found


def download(batch: str, file_name: str, *, key: str) -> None:
    """A button that hands back the stored file, byte for byte."""
    downloads.offer("Tải tệp gốc", lambda: answers.store().file(batch)[1], file_name, key=key)


def state(batch: pd.Series) -> str:
    """What became of a batch, as a sign and a word."""
    if not pd.isna(batch["undone_at"]):
        return "✕ Đã hoàn tác"
    return "● Hiện hành" if batch["is_current"] else "○ Đã bị thay"


def provenance(batch: pd.Series) -> str:
    """When a batch was loaded, by whom, from which other one, and when it was undone."""
    said = [f"{shown_moment(batch['loaded_at'])}{_by(batch['loaded_by'])}"]
    if not pd.isna(batch["restored_from"]):
        said.append(f"khôi phục từ lần nạp {literal(batch['restored_from'])}")
    if not pd.isna(batch["undone_at"]):
        said.append(f"hoàn tác lúc {shown_moment(batch['undone_at'])}{_by(batch['undone_by'])}")
    return "Nạp lúc " + " · ".join(said)


def _one(batch: pd.Series, batches: pd.DataFrame) -> None:
    """One batch: what it is, what can be done with it, and what it holds."""
    rows = vietnamese.integer(batch["row_count"])
    st.markdown(
        f"**{_of_what(batch)}** · {kind_label(batch['kind'])} · {rows} dòng · {state(batch)}"
    )
    st.caption(f"{provenance(batch)} · lần nạp {literal(batch['batch'])}")
    digest = str(batch["file_sha256"])
    st.caption(
        f"{literal(sources.place(batch['file_name'], batch['sheet']))}, bảng từ ô "
        f"{literal(batch['anchor'])} · mã tệp (SHA-256) {literal(digest[:_SHORT])}…",
        help=f"Mã đầy đủ: {literal(digest)}",
    )
    with st.container(horizontal=True, vertical_alignment="center"):
        download(batch["batch"], batch["file_name"], key="tai_lan_nap")
        history_actions.offer(batch)
        sources.link(
            batch["batch"],
            batch["file_name"],
            batch["sheet"],
            label="Xem bảng trong tệp gốc",
            scope=_scope(batch),
        )
    history_rows.show(batch)
    history_compare.show(batch, batches)


def _first(batches: pd.DataFrame) -> str:
    """The latest batch that counts for something; where all were undone, the latest."""
    kept = batches[batches["undone_at"].isna()]
    return str((batches if kept.empty else kept)["batch"].iloc[0])


def _pick(name: str) -> None:
    st.session_state[history_actions.CHOSEN] = name


def _scope(batch: pd.Series) -> tuple[str, int] | None:
    """Whose pages show the batch; none where it ranks others or another took its place."""
    shown = batch["is_current"] and batch["kind"] in ("scores", "satisfaction")
    return (batch["organisation"], int(batch["year"])) if shown else None


def _shown(batches: pd.DataFrame) -> pd.DataFrame:
    return batches.assign(
        moment=[shown_moment(moment) for moment in batches["loaded_at"]],
        state=[state(batch) for _, batch in batches.iterrows()],
        year=batches["year"].astype(str),
        place=batches["file_name"] + " › " + batches["sheet"],
        kind=[kind_label(kind) for kind in batches["kind"]],
        who=batches["loaded_by"].fillna(vietnamese.MISSING),
        digest=batches["file_sha256"].str[:_SHORT],
    )


def _label(row: Any) -> str:
    moment = shown_moment(row.loaded_at)
    gone = "" if pd.isna(row.undone_at) else " · đã hoàn tác"
    return f"{moment} · {row.index_name} {row.organisation_name} {row.year} · {row.file_name}{gone}"


def _of_what(batch: pd.Series) -> str:
    return f"{literal(batch['index_name'])} {literal(batch['organisation_name'])} {batch['year']}"


def _by(who: object) -> str:
    return f" bởi {literal(who)}" if isinstance(who, str) and who else ""
