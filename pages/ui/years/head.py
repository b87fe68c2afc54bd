"""The first screen of two years: what changed, why the rank moved or not, and the exact split."""

import pandas as pd
import streamlit as st

from pages.ui import figures, notices, sources, tables
from pages.ui.plain_text import literal
from scoring.analysis.messages import years as said
from scoring.analysis.messages import years_obstacles as said_obstacles
from scoring.analysis.messages import years_parts as said_parts
from scoring.analysis.years.comparison import Comparison
from scoring.analysis.years.year_values import YearValue
from scoring.text.format import MISSING, number, rank

_ICONS = {"performance": "trending_up", "weights": "balance", "structure": "account_tree"}
_MEANINGS = {
    "performance": "Phần do tỷ lệ đạt của từng tiêu chí tăng hay giảm, tính với trọng số bình quân "
    "hai năm.",
    "weights": "Phần do điểm chuẩn của tiêu chí chiếm nhiều hơn hay ít hơn trong tổng điểm.",
    "structure": "Phần do tiêu chí mới được thêm hoặc tiêu chí cũ bị bỏ.",
}
_VALUE_COLUMNS = {
    "year": tables.text("Năm"),
    "index": tables.text("Chỉ số"),
    "rank": tables.text("Hạng"),
    "from": tables.text("Lấy từ"),
}
_ORIGINS = {"scores": "bảng điểm", "league": "bảng xếp hạng"}


def headline(compared: Comparison) -> None:
    """Points first, then the rank, then the others; and what cannot be said, and why."""
    st.caption(literal(f"{compared.after.name} · {compared.after.index_name}"))
    figures.message(said.headline(compared))
    if moved := said.field(compared):
        st.markdown(literal(f"{moved}."))
    if compared.obstacle:
        st.info(literal(f"{said_obstacles.obstacle(compared)}."), icon=":material/info:")
        _values(compared)
        if compared.obstacle == "no-table":
            st.page_link(notices.IMPORT_PAGE, label="Nạp bảng điểm", icon=":material/upload_file:")
    elif doubts := said_obstacles.doubts(compared):
        st.warning(literal(f"{doubts}."), icon=":material/help:")
    if compared.change is None:
        sources_of(compared)


def one_year(value: YearValue) -> None:
    """Nothing to compare with: what is known, and what to load."""
    known = f"{value.name} năm {value.year}: {number(value.index_value)}"
    if value.rank is not None:
        known += f", hạng {rank(value.rank, value.field_size)}"
    figures.message(known)
    st.info(
        "Mới có số liệu một năm của chỉ số này nên chưa so sánh được; nạp bảng điểm hoặc bảng xếp "
        "hạng của năm khác ở trang **Nhập dữ liệu**.",
        icon=":material/info:",
    )
    st.page_link(notices.IMPORT_PAGE, label="Nạp tệp", icon=":material/upload_file:")
    _source(value)


def split(compared: Comparison) -> None:
    """The change of the index and the three effects that add up to it, with what is left over."""
    change = compared.change
    assert change is not None
    figures.message(said_parts.split(change))
    with st.grid(4, min_column_width=170, gap="small"):
        for effect, name in said_parts.EFFECTS.items():
            st.metric(
                name,
                said.signed(change.sum_of(effect), 3),
                icon=f":material/{_ICONS[effect]}:",
                help=_MEANINGS[effect],
                border=True,
                height="stretch",
            )
        st.metric(
            "Cộng lại",
            said.signed(change.total, 3),
            delta=f"phần dư {number(abs(change.residual), 3)}",
            delta_color="off",
            delta_arrow="off",
            border=True,
            height="stretch",
        )


def sources_of(compared: Comparison) -> None:
    """Where both values and both ranks were read."""
    with st.container(horizontal=True, gap="small"):
        for one in (compared.before, compared.after):
            _source(one)


def _values(compared: Comparison) -> None:
    rows = pd.DataFrame(
        [
            {
                "year": said.year_name(one),
                "index": number(one.index_value),
                "rank": rank(one.rank, one.field_size) if one.rank is not None else MISSING,
                "from": f"{one.index_name}, {_ORIGINS.get(one.origin or '', MISSING)}",
            }
            for one in (compared.before, compared.after)
        ]
    )
    tables.table(rows, _VALUE_COLUMNS, alt="Chỉ số và thứ hạng của hai năm", wide=True)


def _source(value: YearValue) -> None:
    """The place of the value; and of the rank, where that stands in another file."""
    scope = value.organisation, value.year
    label = f"Nguồn năm {value.year}: "
    if value.origin == "scores":
        where = sources.place(value.file_name or "", value.sheet, value.row)
        sources.link(
            value.batch,
            value.file_name,
            value.sheet,
            value.row,
            label=literal(f"{label}{where} · lần nạp {value.batch}"),
            scope=scope,
        )
    if value.league_batch:
        where = sources.place(value.league_file_name or "", value.league_sheet, value.league_row)
        sources.link(
            value.league_batch,
            value.league_file_name,
            value.league_sheet,
            value.league_row,
            label=literal(f"{label}{where} · lần nạp {value.league_batch}"),
            scope=scope,
        )
