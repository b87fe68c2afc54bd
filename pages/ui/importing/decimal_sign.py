"""Which sign parts the decimals in this file? Asked once a file, where a number can be either."""

from collections.abc import Sequence

import streamlit as st

from pages.ui.importing import saying
from pages.ui.importing.dropped import Found
from pages.ui.plain_text import literal

_CODE = "number-ambiguous"
_SIGNS = {
    ",": "Dấu phẩy là dấu thập phân: 1.234 là 1234",
    ".": "Dấu chấm là dấu thập phân: 1.234 là 1,234",
}


def ask(found: Found, of_file: Sequence[Found]) -> None:
    """The choice; nothing where every number of the file reads one way only."""
    every = (one for table in of_file for one in table.proposed.problems)
    doubtful = [one for one in every if one.code == _CODE]
    if not doubtful and found.said.decimal is None:
        return
    examples = ", ".join(dict.fromkeys(one.found or "" for one in doubtful[:3]))
    state = f"{found.file}-thap-phan"
    st.session_state[state] = found.said.decimal
    with st.container(border=True):
        st.markdown(
            ":orange[:material/question_mark:] **Trong tệp này có số đọc được hai cách**"
            + (f": {literal(examples)}. Chọn một lần cho cả tệp." if examples else ".")
        )
        st.segmented_control(
            "Dấu thập phân của tệp",
            list(_SIGNS),
            format_func=_SIGNS.__getitem__,
            key=state,
            on_change=_follow,
            args=(found.file, state),
            wrap=True,
        )


def _follow(file: str, state: str) -> None:
    saying.change(file, decimal=st.session_state[state])
