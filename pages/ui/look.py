"""How do the pages look, on paper too, and in which language does the framework speak?"""

from pathlib import Path

import streamlit as st

HERE = Path(__file__).parent
SCRIPTS = ("vietnamese.js", "print_strips.js", "print.js")


def apply() -> None:
    """Give the page its style and put the framework's own texts into Vietnamese."""
    st.html(HERE / "style.css")
    st.html(HERE / "print.css")
    scripts = "\n".join((HERE / name).read_text(encoding="utf-8") for name in SCRIPTS)
    with st.container(key="giao_dien"):
        st.html(f"<script>{scripts}</script>", unsafe_allow_javascript=True)
