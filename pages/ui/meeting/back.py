"""The way back from a live page into the meeting that it was opened from."""

from urllib.parse import parse_qsl, urlencode

import streamlit as st

from pages.ui.meeting import address
from pages.ui.meeting.address import Place

FROM = "tu"  # in the address of a live page
_REMEMBERED = "tu_cuoc_hop"  # while the reader goes on from there


def told(of_it: str, at: Place) -> dict[str, str]:
    """What a link from a meeting to a live page tells of where it came from."""
    return {FROM: f"{address.URL}?{urlencode(address.link(of_it, at))}"}


def forget() -> None:
    """The meeting is looked at again, or over: no way back is needed."""
    st.session_state.pop(_REMEMBERED, None)


def offer() -> None:
    """A link back on every page from there on, until the meeting is looked at again."""
    came = str(st.query_params.get(FROM, st.session_state.get(_REMEMBERED, "")))
    page, _, query = came.partition("?")
    asked = dict(parse_qsl(query))
    if page != address.URL or address.MEETING not in asked:
        return
    st.session_state[_REMEMBERED] = came
    with st.container(horizontal=True, vertical_alignment="center", key="ve-cuoc-hop"):
        st.page_link(
            address.PAGE,
            label="Quay lại cuộc họp",
            icon=":material/arrow_back:",
            query_params=asked,
        )
        st.caption("Trang này là số liệu hiện nay, có thể khác số liệu đã chốt của cuộc họp.")
