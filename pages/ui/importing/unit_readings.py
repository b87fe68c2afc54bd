"""How was each unit name read that is not printed as it is known, and what does it mean?"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from pages.ui import answers
from pages.ui.importing import saying
from pages.ui.importing.dropped import Found
from pages.ui.plain_text import literal
from scoring.ingest.problems import Problem
from scoring.text.words import sort_key

_UNKNOWN = "unit-unknown"
_QUOTED = re.compile("“(.+)”", re.S)
_MOST = 30  # names at once
_PLACES = 3


@dataclass(frozen=True)
class Reading:
    """One name as printed, the name it was read as (itself where none is known), its places."""

    printed: str
    read: str
    known: bool
    places: tuple[str, ...]
    likely: str = ""  # of an unknown one, the known name that it is most like


def offer(found: Found) -> None:
    """The names read otherwise and those unknown, each with a choice; what was said of names."""
    readings = _readings(found)
    if not readings and not found.said.units:
        return
    fold = st.expander(
        f"Tên đơn vị ({len(readings)} tên cần xem)",
        icon=":material/badge:",
        key=f"{found.key}-don-vi",
        on_change="rerun",
    )
    if not fold.open:
        return
    with fold:
        st.caption(
            "Tên in sai hoặc viết tắt được đọc theo danh mục. Cách đọc đã nhận được nhớ cho tệp "
            "sau, khi ghi dữ liệu."
        )
        for number, one in enumerate(readings[:_MOST]):
            _one(found, one, f"{found.key}-ten-{number}")
        if len(readings) > _MOST:
            st.caption(f"{_MOST} tên đầu trong {len(readings)} tên.")
        _accept_all(found, [one for one in readings if one.known])
        _said(found)


def _readings(found: Found) -> list[Reading]:
    """Repaired names first, then unknown ones; each once."""
    places: dict[tuple[str, str, bool], list[str]] = {}
    for one in found.table.repairs:
        places.setdefault((one.found, one.read, True), []).append(f"{one.column}{one.row}")
    repaired = [Reading(*names, tuple(dict.fromkeys(cells))) for names, cells in places.items()]
    unknown = [_unknown(one) for one in found.table.problems if one.code == _UNKNOWN]
    return [*repaired, *(one for one in unknown if one is not None)]


def _unknown(problem: Problem) -> Reading | None:
    """The name of a problem that names one, between quotes, and the one it is most like."""
    printed, likely = _QUOTED.search(problem.found or ""), _QUOTED.search(problem.expected or "")
    if printed is None:
        return None
    where = f"{problem.column or ''}{problem.row or ''}"
    return Reading(printed[1], printed[1], False, (where,), likely[1] if likely else "")


def _one(found: Found, reading: Reading, key: str) -> None:
    names = sorted(answers.reference().units.names, key=sort_key)
    first = [reading.read, reading.printed, *filter(None, [reading.likely])]
    options = list(dict.fromkeys([*first, *names]))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.selectbox(
            _asked(reading),
            options,
            format_func=lambda name: f"{name} (như in)" if name == reading.printed else name,
            key=f"{key}-chon",
            accept_new_options=True,
            filter_mode="contains",
            width=420,
        )
        st.button(
            "Nhận",
            icon=":material/check:",
            key=f"{key}-nhan",
            on_click=_accept_chosen,
            args=(found.file, reading.printed, f"{key}-chon"),
        )


def _asked(reading: Reading) -> str:
    shown = ", ".join(reading.places[:_PLACES])
    more = len(reading.places) - _PLACES
    where = f"{shown} và {more} ô nữa" if more > 0 else shown
    guess = f", có thể là “{literal(reading.likely)}”" if reading.likely else ""
    doubt = "đọc là" if reading.known else f"chưa có trong danh mục{guess}; hiểu là"
    return f"“{literal(reading.printed)}” ({literal(where)}) {doubt}"


def _accept_all(found: Found, readings: Sequence[Reading]) -> None:
    if len(readings) > 1:
        st.button(
            f"Nhận cả {len(readings)} cách đọc theo danh mục",
            icon=":material/done_all:",
            key=f"{found.key}-nhan-het",
            on_click=_accept,
            args=(found.file, {one.printed: one.read for one in readings}),
        )


def _said(found: Found) -> None:
    """What was accepted, to be taken back one by one."""
    for number, (printed, name) in enumerate(found.said.units):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f":material/check: “{literal(printed)}” là **{literal(name)}**")
            st.button(
                "Bỏ",
                icon=":material/undo:",
                key=f"{found.key}-bo-ten-{number}",
                on_click=_take_back,
                args=(found.file, printed),
            )


def _accept_chosen(file: str, printed: str, state: str) -> None:
    name = str(st.session_state[state] or "").strip()
    if name:
        _accept(file, {printed: name})


def _accept(file: str, meant: dict[str, str]) -> None:
    saying.change(file, units=tuple((dict(saying.units(file)) | meant).items()))


def _take_back(file: str, printed: str) -> None:
    saying.change(file, units=tuple(one for one in saying.units(file) if one[0] != printed))
