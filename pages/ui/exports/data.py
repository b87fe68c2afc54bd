"""All screens of a year in one file: a workbook of numbers, or a page that opens by itself."""

import streamlit as st

from pages.ui import answers, downloads, today
from pages.ui.filters import Scope
from scoring.analysis.review.gathered import Review
from scoring.charts.standalone import drawn, program
from scoring.reports.single_page.page import single_page
from scoring.reports.workbook.book import workbook


def show(scope: Scope, review: Review) -> None:
    """Take the workbook or the page."""
    screens = answers.screens(scope.organisation, scope.year, today.today())
    chosen = (
        f"Cơ quan: {review.name}",
        f"Năm đánh giá: {review.year}",
        f"Tính đến ngày: {review.day:%d/%m/%Y}",
    )
    title = f"{review.name}, năm {review.year}"
    name = f"so-lieu-{scope.organisation}-{scope.year}"
    downloads.offer(
        "Tải mọi biểu đồ và bảng (.xlsx)",
        lambda: workbook(screens, title=title, filters=chosen),
        f"{name}.xlsx",
        key="xuat-excel",
        type="primary",
    )
    st.caption(
        "Mỗi màn một trang tính: bảng số liệu, biểu đồ Excel vẽ từ chính bảng đó; trang cuối ghi "
        "nguồn. Số là số, định dạng kiểu Việt Nam."
    )
    downloads.offer(
        "Tải trang tương tác (.html)",
        lambda: single_page(screens, title=title, filters=chosen, drawn=drawn, program=program()),
        f"{name}.html",
        key="xuat-html",
    )
    st.caption(
        "Một tệp mở bằng trình duyệt bất kỳ, không cần mạng: biểu đồ rê chuột xem được từng số, "
        "in ra khổ A4 ngang."
    )
