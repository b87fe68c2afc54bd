"""Sentences that were worded for other batches: said so, and both offered."""

import streamlit as st

from pages.ui import answers
from pages.ui.commentary import form
from pages.ui.commentary.form import Told
from pages.ui.filters import Scope
from pages.ui.plain_text import literal
from scoring.analysis.review.worded import Worded, batches_of
from scoring.text.format import integer
from scoring.text.moments import shown_moment


def tell(scope: Scope, told: Told) -> None:
    """Nothing while what was worded last is about the figures of now."""
    saved = told.saved
    if saved is None or told.worded:
        return
    when = shown_moment(saved.row["decided_at"])
    differs = literal(_difference(told, saved))
    st.warning(
        f"Nhận xét sửa lúc {literal(when)} viết cho số liệu khác (nay {differs}). "
        "Các màn và tài liệu đang dùng câu tự sinh.",
        icon=":material/sync_problem:",
    )
    with st.expander("Câu đã sửa lần trước", icon=":material/history:", expanded=True):
        form.sentences(saved.sentences)
        st.button(
            "Vẫn dùng các câu này",
            icon=":material/task_alt:",
            key="nhan-xet-van-dung",
            on_click=form.save,
            args=(scope, told, saved.sentences, "Đã dùng câu đã sửa cho số liệu hiện nay"),
        )
        st.button(
            "Bỏ, dùng câu tự sinh",
            icon=":material/undo:",
            key="nhan-xet-bo",
            on_click=form.save,
            args=(scope, told, (), "Đã dùng lại câu tự sinh"),
        )


def _difference(told: Told, saved: Worded) -> str:
    """'thêm 1 bảng (tệp.xlsx), bớt 2 bảng (cũ.xlsx)'."""
    now = set(batches_of(told.review))
    parts = (
        ("thêm", sorted(now - saved.batches)),
        ("bớt", sorted(saved.batches - now)),
    )
    return ", ".join(
        f"{word} {integer(len(found))} bảng ({_files(found)})" for word, found in parts if found
    )


def _files(batches: list[str]) -> str:
    known = answers.ask("batches", batches=",".join(batches))["file_name"]
    return ", ".join(dict.fromkeys(known))
