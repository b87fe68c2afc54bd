"""Xu hướng: where an index of one organisation is going, and where its series breaks."""

from functools import partial

import streamlit as st

from pages.ui import filters, page_export, page_gathered
from pages.ui.plain_text import literal
from pages.ui.trends import parts, view

scope = filters.scope()
st.title("Xu hướng")
st.markdown(f"**{literal(scope.name)}**")

chosen = view.choose(scope)
view.show(chosen)
parts.show(scope, chosen.index_name)
page_export.offer(
    scope,
    "xu-huong",
    "Xu hướng",
    partial(page_gathered.trends, scope, chosen),
    subject=[f"Chỉ số: {chosen.index_name}"],
)
