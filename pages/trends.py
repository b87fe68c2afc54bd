"""Xu hướng: where an index of one organisation is going, and where its series breaks."""

from functools import partial

import streamlit as st

from pages.ui import filters, page_export, page_gathered, trend_parts, trend_view
from pages.ui.plain_text import literal

scope = filters.scope()
st.title("Xu hướng")
st.markdown(f"**{literal(scope.name)}**")

chosen = trend_view.choose(scope)
trend_view.show(chosen)
trend_parts.show(scope, chosen.index_name)
page_export.offer(
    scope,
    "xu-huong",
    "Xu hướng",
    partial(page_gathered.trends, scope, chosen),
    subject=[f"Chỉ số: {chosen.index_name}"],
)
