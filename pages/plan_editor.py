"""Soạn kế hoạch: a plan written here instead of loaded from a file, and kept as one."""

import streamlit as st

from pages.ui import (
    filters,
    plan_draft,
    plan_file,
    plan_grid,
    plan_reading,
    plan_saving,
    plan_start,
)
from pages.ui.plain_text import literal

scope = filters.scope()
st.title("Soạn kế hoạch")
st.markdown(f"Kế hoạch của **{literal(scope.name)}**, gõ tại đây thay cho nạp tệp")
kind = plan_start.kind()
draft = plan_start.choose(scope, plan_draft.of(scope, kind))
draft = plan_grid.edit(draft)
file = plan_file.of(draft)
if file is None:
    st.caption("Thêm dòng ở cuối bảng, hoặc dán cả vùng ô từ Excel. Chưa có gì được ghi.")
    st.stop()
plan_reading.show(draft, file)
plan_saving.show(scope, draft, file)
