"""All screens of a year as numbers: a workbook with a sheet and a native chart each."""

import streamlit as st

from pages.ui import answers, downloads, today
from pages.ui.filters import Scope
from scoring.analysis.review.gathered import Review
from scoring.reports.workbook.book import workbook


def show(scope: Scope, review: Review) -> None:
    """Take the file."""
    screens = answers.screens(scope.organisation, scope.year, today.today())
    chosen = (
        f"Cơ quan: {review.name}",
        f"Năm đánh giá: {review.year}",
        f"Tính đến ngày: {review.day:%d/%m/%Y}",
    )
    downloads.offer(
        "Tải mọi biểu đồ và bảng (.xlsx)",
        lambda: workbook(screens, title=f"{review.name}, năm {review.year}", filters=chosen),
        f"so-lieu-{scope.organisation}-{scope.year}.xlsx",
        key="xuat-excel",
        type="primary",
    )
    st.caption(
        "Mỗi màn một trang tính: bảng số liệu, biểu đồ Excel vẽ từ chính bảng đó; trang cuối ghi "
        "nguồn. Số là số, định dạng kiểu Việt Nam."
    )
