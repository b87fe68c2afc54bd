"""Tasks that nobody can say the last day of, by the words printed, and a time for many at once."""

from typing import Any

import pandas as pd
import streamlit as st

from pages.ui import figures, sources, who
from pages.ui.deadlines import groups
from pages.ui.filters import Scope, address
from pages.ui.plain_text import literal
from pages.ui.tables import MOST_ROWS
from pages.ui.tasks.due import EXAMPLES, LONGEST, read_as
from pages.ui.tasks.words import PAGE, say
from pages.ui.today import kept
from scoring.analysis.messages import tasks as said
from scoring.analysis.plans.summary import needs_day
from scoring.analysis.questions import Row, records
from scoring.store import TaskDue
from scoring.text.format import integer

_COMMON, _EVERY, _WRITTEN = "han-chung", "han-tat-ca", "han-lan-ghi"


def show(scope: Scope, board: pd.DataFrame) -> None:
    """The tasks without a last day, a table to tick and type in, and what it would be read as."""
    waiting = groups.grouped(board[needs_day(board)])
    figures.message(said.waiting(waiting["why"].value_counts().to_dict()))
    if waiting.empty:
        st.page_link(
            PAGE,
            label="Xem các nhiệm vụ",
            icon=":material/checklist:",
            query_params=address(scope, **kept()),
        )
        return
    group = groups.choose(waiting)
    tasks = waiting[waiting["group"] == group] if group else waiting
    tasks = tasks.head(MOST_ROWS).reset_index(drop=True)
    st.markdown(
        "Đánh dấu các dòng rồi gõ một thời hạn cho tất cả, hoặc gõ riêng ở cột **Đặt thời hạn**. "
        f"Ví dụ: {EXAMPLES}. Lời in trong kế hoạch luôn được giữ."
    )
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input(
            "Thời hạn cho các dòng đã đánh dấu",
            key=_COMMON,
            max_chars=LONGEST,
            placeholder="Quý IV/2023",
            width=300,
        )
        st.toggle(f"Đánh dấu cả {integer(len(tasks))} dòng", key=_EVERY)
    key = _editor_key(group)
    words = _words(tasks, key)
    read = records(read_as(tasks, words))
    _editor(tasks, words, read, key)
    if len(waiting) > MOST_ROWS and len(tasks) == MOST_ROWS:
        st.caption(f"{integer(MOST_ROWS)} dòng đầu; các dòng sau hiện ra khi xong các dòng này.")
    _tell(words, read)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        who.ask_again("han-nguoi")
        st.button(
            "Ghi thời hạn",
            key="han-ghi",
            icon=":material/save:",
            type="primary",
            on_click=_save,
            args=(tasks, key),
        )
    sources.caption(tasks)


def _editor_key(group: str) -> str:
    """A new table of edits for each group, and after each writing."""
    return f"han-{group}-{st.session_state.get(_WRITTEN, 0)}"


def _words(tasks: pd.DataFrame, key: str) -> list[str]:
    """What is said of each task: its own words, else the common ones where it is ticked."""
    edited: dict[int, dict[str, Any]] = st.session_state.get(key, {}).get("edited_rows", {})
    common = str(st.session_state.get(_COMMON) or "").strip()
    every = bool(st.session_state.get(_EVERY))
    found = []
    for at in range(len(tasks)):
        row = edited.get(at, {})
        own = str(row.get("set") or "").strip()
        found.append(own or (common if row.get("ticked", every) else ""))
    return found


def _editor(tasks: pd.DataFrame, words: list[str], read: list[Row], key: str) -> None:
    rows = records(tasks)
    frame = pd.DataFrame(
        {
            "ticked": bool(st.session_state.get(_EVERY)),
            "printed": [row["deadline"] or "không ghi" for row in rows],
            "set": pd.Series([""] * len(rows), dtype="str"),
            "read": [
                said.reading(after) if word else "" for word, after in zip(words, read, strict=True)
            ],
            "name": [said.name(row) for row in rows],
            "lead": ["; ".join(row["leads"]) or row["lead"] or "" for row in rows],
            "why": [said.day_kind(row["why"]) for row in rows],
            "plan": [row["plan_name"] for row in rows],
        }
    )
    column = st.column_config
    st.data_editor(
        frame,
        key=key,
        hide_index=True,
        disabled=["printed", "read", "name", "lead", "why", "plan"],
        column_config={
            "ticked": column.CheckboxColumn("Chọn", width=80),
            "printed": column.TextColumn("Thời hạn như in", width=250),
            "set": column.TextColumn("Đặt thời hạn", width=150, max_chars=LONGEST),
            "read": column.TextColumn("Đọc là", width=180),
            "name": column.TextColumn("Nhiệm vụ", width=300),
            "lead": column.TextColumn("Chủ trì", width=180),
            "why": column.TextColumn("Vì sao chưa rõ", width=180),
            "plan": column.TextColumn("Kế hoạch", width=180),
        },
        alt="Các nhiệm vụ chưa rõ thời hạn, để đánh dấu và đặt thời hạn",
    )


def _tell(words: list[str], read: list[Row]) -> None:
    """How the words were read, each once, and which were not understood."""
    told = {word: after for word, after in zip(words, read, strict=True) if word}
    for word, after in told.items():
        count = integer(words.count(word))
        if after["due_kind"] == "unclear":
            st.warning(
                f"“{literal(word)}” ({count} nhiệm vụ): chưa hiểu nên không ghi. "
                f"Ví dụ viết được: {EXAMPLES}.",
                icon=":material/help:",
            )
        else:
            st.markdown(
                f":material/check: “{literal(word)}” ({count} nhiệm vụ) đọc là: "
                f"**{literal(said.reading(after))}**"
            )


def _save(tasks: pd.DataFrame, key: str) -> None:
    words = _words(tasks, key)
    read = records(read_as(tasks, words))
    kept_words = [
        TaskDue(after["task"], word)
        for word, after in zip(words, read, strict=True)
        if word and after["due_kind"] != "unclear"
    ]
    if not kept_words:
        st.toast("Chưa có dòng nào để ghi", icon=":material/warning:")
        return
    say(kept_words, f"Đã ghi thời hạn của {integer(len(kept_words))} nhiệm vụ")
    if len(kept_words) == sum(map(bool, words)):
        st.session_state[_WRITTEN] = st.session_state.get(_WRITTEN, 0) + 1
        st.session_state[_COMMON] = ""
        st.session_state[_EVERY] = False
