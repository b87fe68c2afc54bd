"""Trình chiếu: a review meeting over figures that stay as they were at its start."""

import streamlit as st

from pages.ui import filters, meeting_lobby, meeting_stage
from pages.ui import meeting_address as address

if of_it := address.meeting():
    meeting_stage.show(of_it)
    st.stop()

scope = filters.scope()
st.title("Trình chiếu")
meeting_lobby.begin(scope)
meeting_lobby.earlier(scope)
