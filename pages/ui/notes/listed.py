"""Notes as they stand: about what, in which words, by whom and when; mended and taken back."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from pages.ui.filters import Scope, address
from pages.ui.notes import words
from pages.ui.notes.adding import conclusion, text_area
from pages.ui.plain_text import literal
from pages.ui.tasks.words import PAGE, TASK
from scoring.analysis.messages import plans as said
from scoring.analysis.questions import Row
from scoring.store import Remark
from scoring.text.format import integer
from scoring.text.moments import shown_moment

_MOST = 50  # shown at once


def nothing(scope: Scope) -> None:
    """No note was ever written: what notes are for."""
    st.info(f"Chưa có ghi chú nào của {literal(scope.name)}.", icon=":material/info:")
    st.markdown(
        "Ghi lại điều cần nhớ về một năm, một tiêu chí, một đơn vị; kết luận của một cuộc họp thì "
        "đưa được vào kế hoạch thành nhiệm vụ có chủ trì, thời hạn. Không có gì bị xóa: lời mới "
        "nhất được tính, lời cũ vẫn được giữ."
    )


def show(scope: Scope, notes: Sequence[Row]) -> None:
    """The notes one below the other; one sentence where none fits what is chosen."""
    if not notes:
        st.info("Không có ghi chú nào khớp lựa chọn.", icon=":material/info:")
    for note in notes[:_MOST]:
        with st.container(border=True):
            card(scope.organisation, note, link=address(scope))
    if len(notes) > _MOST:
        st.caption(f"{integer(_MOST)} ghi chú mới nhất trong {integer(len(notes))}.")


def card(organisation: str, note: Row, *, link: dict[str, str], place: str = "") -> None:
    """One note; `place` tells its buttons from those of the same note elsewhere on the page."""
    st.markdown(_head(note))
    st.markdown(paragraphs(note["text"]))
    if note["task"] is not None:
        st.page_link(
            PAGE,
            label=literal(said.went_to(note)),
            icon=":material/checklist:",
            query_params=link | {TASK: note["task"]},
        )
    remark = words.as_remark(organisation, note)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(_when(note), width="stretch")
        _buttons(remark, f"ghi-chu{place}-{note['note']}-{note['words']}")


def _buttons(remark: Remark, key: str) -> None:
    """Say it in other words, leave it out, or let it count again."""
    if remark.taken_back:
        st.button(
            "Dùng lại",
            icon=":material/undo:",
            key=f"{key}-lai",
            on_click=words.bring_again,
            args=(remark,),
        )
        return
    with st.popover("Sửa", icon=":material/edit:", key=f"{key}-sua", type="tertiary"):
        text_area(key, remark.text)
        conclusion(key, value=remark.conclusion)
        st.button(
            "Ghi lời mới",
            icon=":material/save:",
            key=f"{key}-ghi",
            on_click=words.reword,
            args=(remark, f"{key}-loi", f"{key}-ket-luan"),
        )
    st.button(
        "Bỏ",
        icon=":material/delete:",
        key=f"{key}-bo",
        type="tertiary",
        on_click=words.take_back,
        args=(remark,),
    )


def paragraphs(text: str) -> str:
    """A note's words with their lines kept, shown as they are."""
    return "  \n".join(literal(line) for line in str(text).splitlines())


def _head(note: Row) -> str:
    about = f"**{literal(said.about(note))}**"
    if note["taken_back"]:
        return f"{about} · :material/delete: đã bỏ"
    if not note["conclusion"]:
        return about
    if note["task"] is None:
        return f"{about} · :material/pending_actions: kết luận họp chưa thành nhiệm vụ"
    return f"{about} · :material/check_circle: kết luận họp đã thành nhiệm vụ"


def _when(note: Row) -> str:
    by = f" · {note['first_by']}" if note["first_by"] else ""
    told = f"{shown_moment(pd.Timestamp(note['first_at']))}{by} · năm {note['year']}"
    if note["words"] == 1:
        return literal(told)
    last = f" · {note['who']}" if note["who"] else ""
    return literal(f"{told}; sửa lần cuối {shown_moment(pd.Timestamp(note['decided_at']))}{last}")
