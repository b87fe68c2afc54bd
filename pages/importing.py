"""Nhập dữ liệu: what a file holds, what is wrong with it, what loading it changed, what was."""

import streamlit as st

from pages.ui.importing import dropped, history, samples, templates, upload

st.title("Nhập dữ liệu")
found = dropped.drop()
upload.show(found)
templates.offer()
samples.offer(expanded=not found and history.empty())
history.show()
