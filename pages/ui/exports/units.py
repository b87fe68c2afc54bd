"""Phiếu đơn vị: one page for the head of one unit, or of every unit in one file."""

import streamlit as st

from pages.ui import answers, downloads, notices
from pages.ui.filters import Scope
from scoring.analysis.review.gathered import Review
from scoring.reports import pdf
from scoring.reports.unit_sheets.bundle import file_names, unit_sheets
from scoring.reports.unit_sheets.sheet import unit_sheet
from scoring.text.format import integer

_DOCX, _PDF = "docx", "pdf"


def show(scope: Scope, review: Review) -> None:
    """Choose a unit and the kind of file; or take all of them."""
    members = st.toggle(
        "Tính cả phần qua nhóm",
        key="phieu-qua-nhom",
        help="Nhóm như “Các sở, ban, ngành” được thay bằng các đơn vị đã ghi ở Danh bạ đơn vị.",
    )
    frames = answers.unit_frames(scope.organisation, scope.year, review.day, members=members)
    named = list(frames.named)
    if not named:
        notices.nothing_loaded(scope.name, scope.year, "đơn vị chủ trì, phối hợp")
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        unit = st.selectbox(
            "Đơn vị", named, key=f"phieu-{scope.organisation}", filter_mode="contains", width=420
        )
        kind = _kind()
    name = file_names([unit])[unit].removesuffix(_DOCX) + kind
    with st.container(horizontal=True):
        downloads.offer(
            "Tải phiếu của đơn vị này",
            lambda: _one(name, unit_sheet(frames, unit), kind),
            name,
            key="xuat-phieu",
            type="primary",
        )
        downloads.offer(
            f"Tải phiếu của cả {integer(len(named))} đơn vị (.zip)",
            lambda: unit_sheets(frames, pdf=kind == _PDF),
            f"phieu-don-vi-{scope.organisation}-{scope.year}.zip",
            key="xuat-moi-phieu",
        )
    st.caption("Mỗi phiếu một trang A4: điểm, tiêu chí mất nhiều nhất, nhiệm vụ, so với năm trước.")


def _kind() -> str:
    """The kind of file; .pdf where LibreOffice is there to make it."""
    if not pdf.available():
        st.caption(
            "Máy chủ chưa cài LibreOffice nên chỉ xuất được .docx; mở bằng Word rồi lưu thành .pdf."
        )
        return _DOCX
    return str(
        st.segmented_control(
            "Loại tệp",
            [_DOCX, _PDF],
            default=_DOCX,
            required=True,
            format_func=lambda kind: f".{kind}",
            key="phieu-loai-tep",
        )
    )


def _one(name: str, content: bytes, kind: str) -> bytes:
    if kind == _DOCX:
        return content
    source = name.removesuffix(_PDF) + _DOCX
    return next(iter(pdf.as_pdf({source: content}).values()))
