"""Trình chiếu: a review meeting over figures that stay as they were at its start."""

import streamlit as st

from pages.ui import filters
from pages.ui.meeting import address, lobby, stage

if of_it := address.meeting():
    stage.show(of_it)
    st.stop()

scope = filters.scope()
st.title("Trình chiếu")
lobby.begin(scope)
lobby.earlier(scope)
