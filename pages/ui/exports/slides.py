"""The deck: which screens in which order, and on whose template."""

import streamlit as st

from pages.ui import answers, downloads, today
from pages.ui.filters import Scope
from pages.ui.plain_text import literal
from scoring.analysis.review.gathered import Review
from scoring.reports.slides.deck import deck
from scoring.reports.slides.template import TemplateProblem, opened
from scoring.settings import settings

_COMMENTARY_PAGE = "pages/commentary.py"


def show(scope: Scope, review: Review) -> None:
    """Choose the slides, drop a template, take the file."""
    screens = answers.screens(scope.organisation, scope.year, today.today())
    topics = {one.key: one.topic for one in screens}
    chosen = st.multiselect(
        "Các slide, theo thứ tự chọn",
        list(topics),
        default=list(topics),
        format_func=topics.__getitem__,
        key=f"slide-{scope.organisation}-{scope.year}-{len(topics)}",
        placeholder="Chọn ít nhất một slide",
        help="Bỏ một slide rồi chọn lại thì slide đó xuống cuối.",
    )
    template, fits = _template()
    downloads.offer(
        "Tải bộ slide (.pptx)",
        lambda: deck(screens, body=review.name, template=template, chosen=chosen),
        f"bo-slide-{scope.organisation}-{scope.year}.pptx",
        key="xuat-slide",
        type="primary",
        disabled=not chosen or not fits,
    )
    st.caption(
        "Biểu đồ là biểu đồ của PowerPoint (chuột phải → Chỉnh sửa dữ liệu); nguồn của từng con số "
        "ở phần ghi chú của slide."
    )
    st.page_link(_COMMENTARY_PAGE, label="Sửa lời nhận xét", icon=":material/rate_review:")


def _template() -> tuple[bytes | None, bool]:
    """The agency's own file where one was dropped, and whether a deck can be laid on it."""
    dropped = st.file_uploader(
        "Mẫu trình chiếu của cơ quan (không bắt buộc)",
        type=["pptx", "potx"],
        max_upload_size=settings().max_file_mb,
        key="mau-trinh-chieu",
        help="Dùng bản cái, phông chữ, khổ của tệp này; các slide có sẵn trong tệp được bỏ.",
    )
    if dropped is None:
        return None, True
    content = dropped.getvalue()
    try:
        opened(content)
    except TemplateProblem as problem:
        st.error(literal(problem), icon=":material/error:")
        return None, False
    return content, True
