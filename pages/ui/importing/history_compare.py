"""What changed between two batches? The chosen one and another, the current one unless said."""

import pandas as pd
import streamlit as st

from pages.ui import answers, tables
from pages.ui.importing import difference
from pages.ui.plain_text import literal
from scoring.text.moments import shown_moment

_KEY = ["kind", "index_name", "organisation", "level", "year"]
_COLUMNS = {
    "change": tables.text("Thay đổi"),
    "code": tables.text("Mã"),
    "title": tables.text("Tên", width="medium"),
    "field": tables.text("Cột"),
    "old": tables.text("Trước", width="medium"),
    "new": tables.text("Sau", width="medium"),
    "row": tables.of_count("Dòng"),
}


def show(batch: pd.Series, batches: pd.DataFrame) -> None:
    """A fold with the other batch to choose and the cells that differ."""
    with tables.folded("lich_su_so_sanh", "So sánh với lần nạp khác") as unfolded:
        if unfolded:
            _compare(batch, _others(batch, batches))


def _compare(batch: pd.Series, others: pd.DataFrame) -> None:
    if others.empty:
        st.caption("Chưa có lần nạp nào khác cùng loại bảng để so sánh.")
        return
    names = others["batch"].tolist()
    labels = {row["batch"]: _label(row) for _, row in others.iterrows()}
    alike = _same(batch, others).any()
    other = st.selectbox(
        "So với",
        names,
        index=0 if alike else None,
        format_func=lambda name: labels.get(name, name),
        placeholder="Chọn một lần nạp cùng loại bảng",
        key=f"lich_su_so_voi_{batch['batch']}",
    )
    if other is None:
        st.caption("Chưa có lần nạp nào khác của đúng bảng này; có thể chọn bảng khác cùng loại.")
        return
    # Batches are named by their moment: the smaller name is the earlier one.
    before, after = sorted([str(batch["batch"]), str(other)])
    changes = answers.batch_changes(before, after)
    st.caption(f"Trước: lần nạp {literal(before)} · Sau: lần nạp {literal(after)}")
    if changes.empty:
        st.markdown(":material/equal: Hai lần nạp có cùng số liệu.")
        return
    st.markdown(f":material/difference: **{difference.counted(changes).capitalize()}**")
    tables.table(
        difference.in_words(changes), _COLUMNS, alt="Từng ô khác nhau giữa hai lần nạp", wide=True
    )


def _others(batch: pd.Series, batches: pd.DataFrame) -> pd.DataFrame:
    """The other batches of its kind: the current one of the same table first, then the same table,
    what was undone last."""
    others = batches[(batches["batch"] != batch["batch"]) & (batches["kind"] == batch["kind"])]
    order = others.assign(
        apart=~_same(batch, others),
        gone=others["undone_at"].notna(),
        past=~others["is_current"].astype(bool),
    )
    return order.sort_values(["apart", "gone", "past"], kind="stable")


def _same(batch: pd.Series, others: pd.DataFrame) -> pd.Series:
    """Which of the others are of the same table: of one organisation, index, level and year."""
    return (others[_KEY] == batch[_KEY]).all(axis=1)


def _label(row: pd.Series) -> str:
    what = f"{row['index_name']} {row['organisation_name']} {row['year']}"
    state = " · hiện hành" if row["is_current"] else ""
    state = state if pd.isna(row["undone_at"]) else " · đã hoàn tác"
    return f"{shown_moment(row['loaded_at'])} · {what} · {row['file_name']}{state}"
