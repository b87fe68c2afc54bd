"""Nhận xét: what is said of a year on screens, slides and documents, by rules or as worded."""

import streamlit as st

from pages.ui import commentary_form, commentary_stale, filters, today

scope = filters.scope()
st.title("Nhận xét")
today.tell()
told = commentary_form.known(scope)
commentary_stale.tell(scope, told)
commentary_form.edit(scope, told)
