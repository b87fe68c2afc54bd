"""The published tables that come with the software, for trying it out."""

import streamlit as st

from pages.ui import answers, downloads
from pages.ui.importing import outcome
from pages.ui.plain_text import literal
from scoring import intake
from scoring.settings import settings

_PLACE = "mau"
_ABOUT = {
    "lam-dong-par-2020.xlsx": "Chỉ số CCHC của Lâm Đồng năm 2020: 37 dòng điểm, giải pháp, "
    "cơ quan chủ trì và thời hạn, như phụ lục đã công bố",
    "gia-lai-sipas-2022.xlsx": "SIPAS của Gia Lai năm 2022 và mục tiêu năm 2023",
    "bo-par-2023.xlsx": "Bảng xếp hạng Chỉ số CCHC của các bộ năm 2023",
    "sipas-ca-nuoc-2022-2024.xlsx": "Chỉ số hài lòng chung của cả nước, 2022–2024",
    "tinh-par-2019-2020.xlsx": "Điểm và hạng đã công bố của một số tỉnh, 2019 và 2020",
}


def offer(*, expanded: bool) -> None:
    """One button that loads every sample, and a download of each."""
    with st.expander("Dữ liệu mẫu để dùng thử", expanded=expanded, icon=":material/science:"):
        st.markdown(
            "Các bảng đã được công bố chính thức, trình bày như bản gốc. "
            "Có thể hoàn tác từng lần nạp ở cuối trang."
        )
        st.button(
            "Nạp dữ liệu mẫu",
            type="primary" if expanded else "secondary",
            icon=":material/playlist_add:",
            key="nap_mau",
            on_click=_load_all,
        )
        outcome.show(_PLACE)
        for path in sorted(settings().samples.glob("*.xlsx")):
            with st.container(horizontal=True, vertical_alignment="center"):
                name = path.name
                downloads.offer(literal(name), path.read_bytes, name, key=f"mau-{path.stem}")
                st.caption(_ABOUT.get(path.name, ""), width="stretch")


def _load_all() -> None:
    ready = []
    for path in sorted(settings().samples.glob("*.xlsx")):
        content, tables = intake.read_path(path, answers.reference(), settings())
        ready += [(table, content) for table in tables if table.loadable]
    outcome.write(_PLACE, ready)
