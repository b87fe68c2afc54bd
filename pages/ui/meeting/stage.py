"""A running meeting: one screen in the whole window, made of the figures of its start."""

from html import escape
from pathlib import Path

import streamlit as st

from pages.ui import answers
from pages.ui.answers import Held
from pages.ui.meeting import address, back, body, controls, keys, notes
from pages.ui.meeting.address import Place
from scoring.analysis.review.frozen import MissingAnswer
from scoring.reports.screens import deeper
from scoring.text.format import integer
from scoring.text.moments import shown_moment

_CSS = Path(__file__).parent / "stage.css"


def show(of_it: str) -> None:
    """The place that the address names; one sentence where the meeting cannot be shown."""
    held = _held(of_it)
    if held is None:
        return
    back.forget()
    at = address.place(held.review, held.screens)
    parent = deeper.parent_of(held.review, at.code) if at.code else ""
    st.html(_CSS)
    with st.container(key="man"):
        _listen(held, at, parent)
        _body(held, at)
        st.html(f'<p class="man-nguon">{_foot(held, at)}</p>')
        controls.show(held, at, parent=parent)


def closed_at(held: Held) -> str:
    """'số liệu chốt 08:00 12/11/2026'."""
    day, _, time = shown_moment(held.started_at).partition(" ")
    return f"số liệu chốt {time} {day}"


def _held(of_it: str) -> Held | None:
    found = answers.meeting(of_it)
    if found is None:
        _instead("Không có cuộc họp này; có thể đường dẫn bị cắt, hoặc thuộc cơ sở dữ liệu khác.")
        return None
    try:
        return answers.held(of_it)
    except (MissingAnswer, TypeError):  # a known thing had other parts then
        _instead(
            "Cuộc họp này được mở bằng phiên bản phần mềm khác, cần thêm số liệu chưa được chốt "
            "khi đó. Hãy bắt đầu cuộc họp mới; ghi chú và kết luận vẫn còn."
        )
    return None


def _instead(sentence: str) -> None:
    st.title("Trình chiếu")
    st.warning(sentence, icon=":material/event_busy:")
    st.page_link(address.PAGE, label="Về trang Trình chiếu", icon=":material/slideshow:")


def _listen(held: Held, at: Place, parent: str) -> None:
    keys.listen(
        [one.key for one in at.screens],
        at.screens[at.at].key,
        inside=at.under is not None or bool(address.aside()),
        parent=parent,
        of=address.whose(held),
    )


def _body(held: Held, at: Place) -> None:
    opened = address.aside()
    if opened == address.LIST:
        controls.contents(at)
    elif opened == address.NOTES:
        notes.show(held, at)
    else:
        body.show(held.review, at, narrow=keys.narrow())


def _foot(held: Held, at: Place) -> str:
    """Whose figures of when, and the first source; the last screen has all of them."""
    told = closed_at(held)
    parts = [f"{held.review.name}, năm {held.review.year}", told[0].upper() + told[1:]]
    named = [one.partition(", nạp ")[0] for one in at.screen.sources]
    if named:
        more = f" và {integer(len(named) - 1)} bảng khác" if len(named) > 1 else ""
        parts.append(f"Nguồn: {named[0]}{more}")
    return " · ".join(escape(one) for one in parts)
