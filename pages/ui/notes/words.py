"""Writing notes down: a new one, another word on one, taking it back."""

from dataclasses import fields, replace
from datetime import UTC, datetime
from uuid import uuid4

import streamlit as st

from pages.ui import answers, who
from pages.ui.plain_text import literal
from scoring.analysis.questions import Row
from scoring.store import Remark, StoreError

LONGEST = 4000  # characters of a note
_TAKEN = {field.name for field in fields(Remark)} - {"id", "organisation"}


def new_id() -> str:
    """What tells a new note from all others."""
    return uuid4().hex


def as_remark(organisation: str, note: Row) -> Remark:
    """A note as it was said last."""
    told = {name: note[name] for name in _TAKEN}
    return Remark(id=note["note"], organisation=organisation, **told)


def say(remark: Remark, told: str) -> None:
    """Write one word on a note; the latest counts."""
    try:
        answers.store().say([remark], now=datetime.now(UTC), who=who.name())
    except StoreError as refused:
        st.toast(literal(str(refused)), icon=":material/error:")
        return
    answers.forget()
    st.toast(told, icon=":material/check:")


def take_back(remark: Remark) -> None:
    """Leave a note out from now on; it stays among those taken back."""
    say(replace(remark, taken_back=True), "Đã bỏ ghi chú; xem lại ở loại Đã bỏ")


def bring_again(remark: Remark) -> None:
    """Let a note count again."""
    say(replace(remark, taken_back=False), "Ghi chú được dùng lại")


def reword(remark: Remark, key: str, conclusion_key: str) -> None:
    """Say a note in the words that the field of this key holds now."""
    text = str(st.session_state[key]).strip()
    concluded = bool(st.session_state[conclusion_key])
    if not text:
        st.toast("Ghi chú cần có lời; muốn bỏ thì bấm Bỏ", icon=":material/warning:")
        return
    if (text, concluded) != (remark.text, remark.conclusion):
        say(replace(remark, text=text, conclusion=concluded), "Đã sửa ghi chú")
