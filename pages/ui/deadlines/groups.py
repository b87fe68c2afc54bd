"""Which printed words are looked at? The tasks that wait for a day, by what their plan prints."""

import pandas as pd
import streamlit as st

from pages.ui.tasks.words import go
from scoring.analysis.messages import tasks as said
from scoring.analysis.plans.summary import day_kind
from scoring.text.format import integer
from scoring.text.words import nfc, slug

_GROUP = "nhom"  # in the address
_WIDGET = "loc-nhom"
_NO_TEXT = "khong-ghi"
_LONGEST_KEY = 60


def grouped(tasks: pd.DataFrame) -> pd.DataFrame:
    """The tasks with the key of their printed text and why they wait, the commonest text first."""
    texts = [nfc(text) if isinstance(text, str) else "" for text in tasks["deadline"]]
    keyed = tasks.assign(
        text=texts,
        group=[slug(text)[:_LONGEST_KEY].strip("-") or _NO_TEXT for text in texts],
        why=day_kind(tasks),
    )
    counts = keyed["group"].map(keyed["group"].value_counts())
    order = keyed.assign(many=-counts).sort_values(["many", "group"], kind="stable").index
    return keyed.loc[order]


def choose(waiting: pd.DataFrame) -> str:
    """The printed text that is looked at; '' for all."""
    first = waiting.drop_duplicates("group").set_index("group")["text"]
    counts = waiting["group"].value_counts()
    names = {
        str(key): f"{said.short(f'“{text}”' if text else 'Không ghi thời hạn', 70)} · "
        f"{integer(counts[key])} nhiệm vụ"
        for key, text in first.items()
    }
    asked = st.query_params.get(_GROUP, "")
    st.session_state[_WIDGET] = asked if asked in names else ""
    st.selectbox(
        "Lời in trong kế hoạch",
        ["", *names],
        key=_WIDGET,
        format_func=lambda one: names.get(one, f"Tất cả · {integer(len(waiting))} nhiệm vụ"),
        on_change=lambda: go(_GROUP, st.session_state[_WIDGET]),
    )
    return str(st.session_state[_WIDGET])
