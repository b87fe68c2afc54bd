"""Nhập dữ liệu: what a file holds, what is wrong with it, what loading it changed, what was."""

import streamlit as st

from pages.ui import history, samples, upload

st.title("Nhập dữ liệu")
files = upload.drop()
upload.review(files)
samples.offer(expanded=not files and history.empty())
history.show()
