"""Xuất tài liệu: every document of an organisation's year, made when it is asked for."""

import streamlit as st

from pages.ui import answers, choices, filters, today
from pages.ui.exports import data, periodic, plan, slides, units
from pages.ui.plain_text import literal

PARTS = {
    "slide": ("Bộ slide", slides.show),
    "phieu": ("Phiếu đơn vị", units.show),
    "ke-hoach": ("Kế hoạch và phụ lục", plan.show),
    "dinh-ky": ("Báo cáo định kỳ", periodic.show),
    "so-lieu": ("Excel và trang HTML", data.show),
}

scope = filters.scope()
st.title("Xuất tài liệu")
st.markdown(f"Từ số liệu hiện nay của **{literal(scope.name)}**, năm **{scope.year}**")
today.tell()
chosen = choices.one_of(
    "Loại tài liệu", "loai", {key: name for key, (name, _) in PARTS.items()}, usual="slide"
)
_, show = PARTS[chosen]
show(scope, answers.review(scope.organisation, scope.year, today.today()))
