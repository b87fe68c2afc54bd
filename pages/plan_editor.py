"""Soạn kế hoạch: a plan written here instead of loaded from a file, and kept as one."""

import streamlit as st

from pages.ui import filters
from pages.ui.plain_text import literal
from pages.ui.plan_editor import draft as plan_draft
from pages.ui.plan_editor import file as plan_file
from pages.ui.plan_editor import grid, reading, saving, start

scope = filters.scope()
st.title("Soạn kế hoạch")
st.markdown(f"Kế hoạch của **{literal(scope.name)}**, gõ tại đây thay cho nạp tệp")
kind = start.kind()
draft = start.choose(scope, plan_draft.of(scope, kind))
draft = grid.edit(draft)
file = plan_file.of(draft)
if file is None:
    st.caption("Thêm dòng ở cuối bảng, hoặc dán cả vùng ô từ Excel. Chưa có gì được ghi.")
    st.stop()
reading.show(draft, file)
saving.show(scope, draft, file)
