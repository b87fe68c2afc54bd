"""Danh bạ đơn vị: the units that an organisation's tables name, and who is meant by its groups."""

import streamlit as st

from pages.ui import filters
from pages.ui.registry import head, views

scope = filters.scope()
st.title("Danh bạ đơn vị")
head.whose(scope)
book = head.book(scope)
if book.units.empty and book.mergers.empty:
    head.nothing(scope)
    st.stop()
head.summary(book)
views.show(scope, book)
