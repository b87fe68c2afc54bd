"""Danh bạ đơn vị: the units that an organisation's tables name, and who is meant by its groups."""

import streamlit as st

from pages.ui import filters, registry_head, registry_views

scope = filters.scope()
st.title("Danh bạ đơn vị")
registry_head.whose(scope)
book = registry_head.book(scope)
if book.units.empty and book.mergers.empty:
    registry_head.nothing(scope)
    st.stop()
registry_head.summary(book)
registry_views.show(scope, book)
