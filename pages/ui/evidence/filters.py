"""Which criteria are looked at? By unit, domain and state of the evidence, all in the address."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from pages.ui import answers, choices
from pages.ui.evidence.shown import Shown
from pages.ui.plain_text import literal
from pages.ui.tasks.words import go
from scoring.analysis.messages import evidence as said
from scoring.analysis.plans.evidence import STATES
from scoring.text.format import integer
from scoring.text.words import sort_key

UNIT, DOMAIN, STATE = "don_vi", "linh_vuc", "trang_thai"
_SLUGS = {"missing": "thieu", "to_explain": "giai-trinh", "complete": "du", "none": "chua-ghi"}
_LABELS = {UNIT: "Đơn vị chủ trì, phối hợp", DOMAIN: "Lĩnh vực", STATE: "Trạng thái minh chứng"}
_WHAT = {UNIT: "đơn vị", DOMAIN: "lĩnh vực", STATE: "trạng thái"}
_LONGEST = 40  # characters on the button of a filter


def pick_state(state: str) -> None:
    """Look at the criteria of one state: for a click on its part of the bar."""
    go(STATE, _SLUGS[state])


def choose(shown: Shown, view: str) -> pd.DataFrame:
    """Draw the choices of a view that is of criteria; gives those that are asked for."""
    if shown.leaves.empty or view != "tieu-chi":
        return shown.leaves
    units = answers.ask("leaf_units", batch=shown.scope.score_batch)
    names = _names(shown.leaves, units)
    asked = {key: choices.asked(key, known, _WHAT[key]) for key, known in names.items()}
    active = [key for key, value in asked.items() if value]
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        with st.popover(
            f"Lọc ({integer(len(active))})" if active else "Lọc",
            icon=":material/filter_list:",
            width="content",
        ):
            for key, known in names.items():
                if known:
                    _pick(key, known)
        for key in active:
            st.button(
                literal(_short(names[key][asked[key]])),
                key=f"bo-loc-{key}",
                icon=":material/close:",
                help="Bỏ điều kiện lọc này",
                on_click=go,
                args=(key, ""),
            )
    return _asked_for(shown.leaves, units, asked)


def told(shown: Shown, view: str) -> list[str]:
    """What is asked for, in words: 'Lĩnh vực: 6 Tài chính công'."""
    if shown.leaves.empty or view != "tieu-chi":
        return []
    names = _names(shown.leaves, answers.ask("leaf_units", batch=shown.scope.score_batch))
    return [
        f"{_LABELS[key]}: {known[asked]}"
        for key, known in names.items()
        if (asked := st.query_params.get(key, "")) in known
    ]


def _names(leaves: pd.DataFrame, units: pd.DataFrame) -> dict[str, dict[str, str]]:
    losing = units[units["code"].isin(leaves["code"]) & (units["unit"] != "")]
    domains = leaves.drop_duplicates("domain")[["domain", "domain_title"]]
    in_order = sorted(
        domains.itertuples(index=False, name=None), key=lambda one: sort_key(one[0].zfill(3))
    )
    return {
        UNIT: {unit: unit for unit in sorted(losing["unit"].unique(), key=sort_key)},
        DOMAIN: {code: f"{code} {title}" for code, title in in_order},
        STATE: {_SLUGS[state]: said.MARKED_STATES[state] for state in STATES},
    }


def _asked_for(leaves: pd.DataFrame, units: pd.DataFrame, asked: Mapping[str, str]) -> pd.DataFrame:
    keep = pd.Series(True, index=leaves.index)
    if asked[UNIT]:
        keep &= leaves["code"].isin(units.loc[units["unit"] == asked[UNIT], "code"])
    if asked[DOMAIN]:
        keep &= leaves["domain"] == asked[DOMAIN]
    if asked[STATE]:
        keep &= leaves["state"].map(_SLUGS) == asked[STATE]
    return leaves[keep]


def _pick(key: str, names: Mapping[str, str]) -> None:
    asked = st.query_params.get(key, "")
    widget = f"loc-{key}"
    st.session_state[widget] = asked if asked in names else ""
    st.selectbox(
        _LABELS[key],
        ["", *names],
        key=widget,
        format_func=lambda one: names.get(one, "Tất cả"),
        on_change=lambda: go(key, st.session_state[widget]),
    )


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
