"""Writing a piece of evidence: a new one, a change of one, and taking one back."""

from dataclasses import replace
from datetime import date, datetime
from uuid import uuid4

import pandas as pd
import streamlit as st

from pages.ui import answers, who
from pages.ui.evidence.shown import Shown
from pages.ui.plain_text import literal
from pages.ui.tasks.words import go, say
from scoring.analysis.messages import evidence as said
from scoring.analysis.plans.evidence_entry import STATUSES, Piece, taken
from scoring.analysis.questions import Row, records
from scoring.store import Evidence
from scoring.text.moments import VIETNAM

EDITED = "van_ban"
_REFUSED = "minh_chung_tu_choi"
_WRITTEN = "minh_chung_lan_ghi"  # how often something was written: an empty form for each
_LONG, _SHORT = 2_000, 100  # characters


def form(shown: Shown, *, code: str = "", task: str = "", edited: Row | None = None) -> None:
    """The fields of a piece of one criterion or task; `edited` is the piece to change."""
    st.markdown("**Sửa minh chứng**" if edited else "**Thêm minh chứng**")
    documents = answers.ask("evidence_documents", organisation=shown.scope.organisation)
    known = edited or dict.fromkeys(("id", "number", "section", "page", "remark", "issued"))
    key = f"mc-{task or code}-{known['id'] or 'moi'}-{st.session_state.get(_WRITTEN, 0)}"
    _refusals()
    who.ask_again(f"{key}-nguoi")
    with st.form(key, border=False):
        st.radio(
            "Tình trạng",
            STATUSES,
            index=STATUSES.index(edited["status"]) if edited else None,
            format_func=said.STATUSES.__getitem__,
            horizontal=True,
            key=f"{key}-status",
        )
        numbers = documents["number"].tolist()
        st.selectbox(
            "Số văn bản",
            numbers,
            index=numbers.index(known["number"]) if known["number"] in numbers else None,
            accept_new_options=True,
            placeholder="Chọn số đã ghi hoặc gõ số mới: 12/BC-SNV",
            key=f"{key}-number",
        )
        st.text_input(
            "Ngày văn bản",
            value=said.day(known["issued"]),
            max_chars=_SHORT,
            placeholder="15/03/2021",
            help="Để trống thì lấy ngày đã ghi của cùng số văn bản, nếu có.",
            key=f"{key}-issued",
        )
        with st.container(horizontal=True):
            for name, label, example in (
                ("section", "Mục", "II.3"),
                ("page", "Trang", "4–6"),
            ):
                st.text_input(
                    label,
                    value=known[name] or "",
                    max_chars=_SHORT,
                    placeholder=example,
                    key=f"{key}-{name}",
                )
        st.text_area(
            "Ghi chú",
            value=known["remark"] or "",
            max_chars=_LONG,
            height=80,
            placeholder="Còn thiếu gì, cần giải trình điều gì",
            key=f"{key}-remark",
        )
        st.form_submit_button(
            "Ghi thay đổi" if edited else "Ghi minh chứng",
            icon=":material/save:",
            type="primary",
            on_click=_save,
            args=(shown, code, task, edited, key),
        )
    if edited:
        st.button("Thôi sửa", key=f"{key}-thoi", on_click=go, args=(EDITED, ""))


def evidence(
    shown: Shown, piece: Piece, *, code: str = "", task: str = "", before: Row | None = None
) -> Evidence:
    """What is kept of a piece: of a task, else of a criterion of the year.

    `before` is what was kept of the same piece, None of a new one.
    """
    known = before or {"id": str(uuid4()), "index_name": shown.index_name}
    if task:
        return Evidence(id=known["id"], task=task, **vars(piece))
    return Evidence(
        id=known["id"],
        organisation=shown.scope.organisation,
        index_name=known["index_name"],
        year=shown.scope.year,
        code=code,
        **vars(piece),
    )


def take_back(shown: Shown, row: Row) -> None:
    """Take a piece back: for callbacks. Its words are kept, and it counts no more."""
    texts = {name: row[name] for name in ("status", "number", "section", "page", "remark")}
    piece = Piece(**texts, issued=_date(row["issued"]))
    word = evidence(shown, piece, code=row["code"] or "", task=row["task"] or "", before=row)
    say([replace(word, taken_back=True)], "Đã gỡ minh chứng; lịch sử vẫn giữ")


def _save(shown: Shown, code: str, task: str, before: Row | None, key: str) -> None:
    names = ("status", "number", "issued", "section", "page", "remark")
    typed = {name: st.session_state[f"{key}-{name}"] for name in names}
    today = datetime.now(VIETNAM).date()
    piece, refused = taken(typed, _days(shown.scope.organisation), today)
    st.session_state[_REFUSED] = refused
    if piece is None:
        return
    say([evidence(shown, piece, code=code, task=task, before=before)], "Đã ghi minh chứng")
    st.session_state[_WRITTEN] = st.session_state.get(_WRITTEN, 0) + 1
    go(EDITED, "")


def _days(organisation: str) -> dict[str, date]:
    documents = records(answers.ask("evidence_documents", organisation=organisation))
    days = {row["number"]: _date(row["issued"]) for row in documents}
    return {number: day for number, day in days.items() if day is not None}


def _date(when: object) -> date | None:
    return None if when is None or pd.isna(when) else pd.Timestamp(when).date()


def _refusals() -> None:
    refused = st.session_state.pop(_REFUSED, ())
    if refused:
        told = "\n".join(f"- {literal(one)}" for one in refused)
        st.error(f"Chưa ghi; hãy sửa:\n\n{told}", icon=":material/error:")
