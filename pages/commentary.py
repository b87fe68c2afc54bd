"""Nhận xét: what is said of a year on screens, slides and documents, by rules or as worded."""

import streamlit as st

from pages.ui import filters, today
from pages.ui.commentary import form, stale

scope = filters.scope()
st.title("Nhận xét")
today.tell()
told = form.known(scope)
stale.tell(scope, told)
form.edit(scope, told)
