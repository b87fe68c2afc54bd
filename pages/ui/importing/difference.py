"""What would writing the table change? Cell by cell against the data that are current."""

import pandas as pd
import streamlit as st

from pages.ui import answers, cell_text, tables
from pages.ui.importing.dropped import Found
from pages.ui.importing.fields import field_label
from pages.ui.importing.standing import OTHER, Standing
from pages.ui.kinds import kind_label
from pages.ui.plain_text import literal
from scoring.ingest.table import HANDED_OUT
from scoring.text import format as vietnamese

_WORDS = {"added": "thêm", "changed": "đổi", "removed": "bỏ"}
_SIGNS = {"added": "+ Thêm", "changed": "→ Đổi", "removed": "− Bỏ"}
_DECIMALS = 3  # of points as they are shown
_COLUMNS = {
    "change": tables.text("Thay đổi"),
    "code": tables.text("Mã"),
    "title": tables.text("Tên", width="large"),
    "field": tables.text("Cột"),
    "old": tables.text("Đang có"),
    "new": tables.text("Sẽ thành"),
}


def show(found: Found, standing: Standing) -> None:
    """The counts first, then the cells; one sentence where nothing is current yet."""
    if standing.to_do:
        return
    if standing.batch is None and found.table.kind not in HANDED_OUT:
        st.caption(f":material/add: {_first(found)}")
        return
    changes = answers.changes(found.key, found.table, found.said)
    if changes.empty:
        st.caption(":material/equal: Không có gì khác số liệu hiện hành.")
        return
    st.markdown(f":material/difference: **So với số liệu hiện hành: {counted(changes)}**")
    fold = st.expander(
        "Từng ô thay đổi",
        icon=":material/table:",
        key=f"{found.key}-khac",
        expanded=standing.state == OTHER,
        on_change="rerun",
    )
    if fold.open:
        with fold:
            tables.table(in_words(changes), _COLUMNS, alt="Từng ô thay đổi", wide=True)


def counted(changes: pd.DataFrame) -> str:
    """'thêm 2 ô, đổi 3 ô, bỏ 1 ô'; what does not happen is left out."""
    numbers = changes["change"].value_counts()
    return ", ".join(
        f"{word} {vietnamese.integer(numbers[change])} ô"
        for change, word in _WORDS.items()
        if numbers.get(change, 0)
    )


def _first(found: Found) -> str:
    table = found.table
    name = literal(table.organisation.name) if table.organisation else ""
    what = f"{kind_label(table.kind).lower()} {literal(table.index)}"
    return f"Chưa có {what} của {name} năm {table.year}; sẽ thêm {_rows(found)} dòng."


def _rows(found: Found) -> str:
    return vietnamese.integer(found.table.rows)


def in_words(changes: pd.DataFrame) -> pd.DataFrame:
    """The changes as a person reads them, every digit of two values that differ included."""
    return changes.assign(
        change=changes["change"].map(_SIGNS),
        code=changes["code"].fillna(""),
        field=changes["field"].map(field_label),
        old=_texts(changes["old"]),
        new=_texts(changes["new"]),
    )


def _texts(values: pd.Series) -> list[str]:
    return [vietnamese.MISSING if pd.isna(one) else _text(one) for one in values]


def _text(value: object) -> str:
    if isinstance(value, float) and round(value, _DECIMALS) == value:
        return vietnamese.points(value)
    return cell_text.shown(value)
