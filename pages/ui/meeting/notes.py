"""Notes and conclusions typed in a meeting, on what its screen shows; beside those there are."""

import streamlit as st

from pages.ui import who
from pages.ui.answers import Held
from pages.ui.meeting import address, back
from pages.ui.meeting.address import Place
from pages.ui.notes import adding as notes_adding
from pages.ui.notes import choice as notes_choice
from pages.ui.notes import listed as notes_listed
from pages.ui.notes import words as notes_words
from pages.ui.plain_text import literal
from scoring.analysis.questions import Row
from scoring.store import Remark

_PAGE = "pages/notes.py"


def show(held: Held, at: Place) -> None:
    """The form for one more, and the notes on the same criterion, unit or year."""
    review = held.review
    about = _about(held, at)
    with st.container(key="man-ghi-chu"):
        st.html('<h1 class="man-thong-diep">Ghi chú, kết luận họp</h1>')
        st.markdown(f"Về **{literal(about)}**")
        new, known = st.columns(2, gap="medium")
        with new:
            _form(held, at)
        with known, st.container(key="man-da-ghi"):
            _known([one for one in notes_choice.known(review.organisation) if _on(one, held, at)])
        st.page_link(
            _PAGE,
            label="Đưa kết luận vào kế hoạch ở trang Ghi chú và kết luận",
            icon=":material/edit_note:",
            query_params=address.whose(held) | back.told(held.meeting, at),
        )


def _form(held: Held, at: Place) -> None:
    key = f"hop-{held.meeting}-{at.code or at.unit}"
    remark = Remark(
        id=notes_words.new_id(),
        organisation=held.review.organisation,
        year=held.review.year,
        text="",
        index_name=held.review.index_name if at.code else None,
        code=at.code or None,
        unit=at.unit or None,
    )
    draft = f"{key}-nhap"

    # No form, which tells nothing before it is sent: what was typed is still there when one comes
    # back from another screen.
    def keep() -> None:
        st.session_state[draft] = notes_adding.typed(key)

    def add() -> None:
        notes_adding.add(key, remark)
        keep()

    notes_adding.text_area(key, str(st.session_state.get(draft, "")), changed=keep)
    notes_adding.conclusion(key)
    st.button("Ghi", type="primary", icon=":material/save:", key=f"{key}-ghi", on_click=add)
    who.ask_again(f"{key}-nguoi")


def _known(notes: list[Row]) -> None:
    if not notes:
        st.markdown("Chưa có ghi chú nào về mục này.")
    for one in notes:
        with st.container(border=True):
            kind = "Kết luận họp" if one["conclusion"] else "Ghi chú"
            st.markdown(f"**{kind}**: {notes_listed.paragraphs(one['text'])}")


def _about(held: Held, at: Place) -> str:
    if at.code:
        return f"tiêu chí {at.code}, năm {held.review.year}"
    return f"{at.unit}, năm {held.review.year}" if at.unit else f"cả năm {held.review.year}"


def _on(note: Row, held: Held, at: Place) -> bool:
    """Whether a note of the year is on what is looked at."""
    if note["taken_back"] or note["year"] != held.review.year:
        return False
    if at.code and note["index_name"] not in (held.review.index_name, None):
        return False  # the criterion of that code of another index
    return (note["code"] or "", note["unit"] or "") == (at.code, at.unit)
