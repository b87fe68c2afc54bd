"""How do the pages look, and in which language does the framework speak?"""

from pathlib import Path

import streamlit as st

HERE = Path(__file__).parent


def apply() -> None:
    """Give the page its style and put the framework's own texts into Vietnamese."""
    scripts = [(HERE / name).read_text(encoding="utf-8") for name in ("vietnamese.js", "print.js")]
    st.html(HERE / "style.css")
    with st.container(key="giao_dien"):
        for script in scripts:
            st.html(f"<script>{script}</script>", unsafe_allow_javascript=True)
