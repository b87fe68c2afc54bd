"""The official plan, drafted, and its appendix in the columns that are printed."""

import streamlit as st

from pages.ui import answers, downloads, today
from pages.ui.filters import Scope
from scoring.analysis.review.gathered import Review
from scoring.reports.appendix.document import appendix_document
from scoring.reports.appendix.layout import appendix
from scoring.reports.appendix.workbook import appendix_workbook
from scoring.reports.plan_document.chapters import plan_year
from scoring.reports.plan_document.document import plan_document

_LONGEST = 40  # characters of a document's number


def show(scope: Scope, review: Review) -> None:
    """The plan's year and number, the draft, and the appendix where there is a score table."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        year = st.number_input(
            "Năm của kế hoạch",
            min_value=scope.year,
            max_value=scope.year + 10,
            value=plan_year(review),
            step=1,
            format="%d",
            key=f"ke-hoach-nam-{scope.organisation}-{scope.year}",
            width=200,
        )
        number = st.text_input(
            "Số kế hoạch",
            key="ke-hoach-so",
            max_chars=_LONGEST,
            placeholder="Để trống nếu chưa có",
            width=240,
        ).strip()
    said = answers.commentary(scope.organisation, scope.year, today.today())
    name = f"ke-hoach-{scope.organisation}-{int(year)}"
    downloads.offer(
        "Tải dự thảo kế hoạch (.docx)",
        lambda: plan_document(review, said, year=int(year), number=number),
        f"{name}.docx",
        key="xuat-ke-hoach",
        type="primary",
    )
    st.caption(
        "Theo thể thức của Nghị định 30/2020/NĐ-CP; chỗ để trống (……) là chỗ chỉ cơ quan mới biết."
    )
    _appendix(review, int(year), number, name)


def _appendix(review: Review, year: int, number: str, name: str) -> None:
    layout = appendix(review, year=year, number=number or None)
    if layout is None:
        st.info(
            "Phụ lục cần bảng điểm của năm; hiện chưa nạp bảng điểm nào.", icon=":material/info:"
        )
        return
    with st.container(horizontal=True):
        downloads.offer(
            "Tải phụ lục (.docx)",
            lambda: appendix_document(layout),
            f"phu-luc-{name}.docx",
            key="xuat-phu-luc",
        )
        downloads.offer(
            "Tải phụ lục (.xlsx)",
            lambda: appendix_workbook(layout),
            f"phu-luc-{name}.xlsx",
            key="xuat-phu-luc-xlsx",
        )
    st.caption("Phụ lục .xlsx sửa xong nạp lại được ở trang Nhập dữ liệu.")
