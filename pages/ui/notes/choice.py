"""Which notes are looked at: their year, kind and words, as the address says."""

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from pages.ui import answers, figures, page_export
from pages.ui.filters import Scope
from pages.ui.tasks.words import go
from scoring.analysis.messages import plans as said
from scoring.analysis.questions import Row, records
from scoring.text.words import fold

_KIND, _YEARS, _WORDS = "loai", "moi_nam", "tim"  # in the address
_KINDS: Mapping[str, tuple[str, Callable[[Row], bool]]] = {
    "": ("Tất cả", lambda one: not one["taken_back"]),
    "ghi-chu": ("Ghi chú", lambda one: not one["conclusion"] and not one["taken_back"]),
    "ket-luan": ("Kết luận họp", lambda one: one["conclusion"] and not one["taken_back"]),
    "chua-giao": (
        "Kết luận chưa thành nhiệm vụ",
        lambda one: one["conclusion"] and not one["taken_back"] and one["task"] is None,
    ),
    "da-bo": ("Đã bỏ", lambda one: one["taken_back"]),
}


def known(organisation: str) -> list[Row]:
    """Every note of an organisation, those taken back too."""
    return records(answers.ask("remarks", organisation=organisation))


def choose(scope: Scope, notes: Sequence[Row]) -> list[Row]:
    """The choices, and the notes that they leave."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        kind = _kind()
        every = _every_year(scope)
        words = _words()
    of_years = [one for one in notes if every or one["year"] == scope.year]
    counted = [one for one in of_years if not one["taken_back"]]
    figures.message(said.headline(counted))
    page_export.on_paper(_told(kind, words, every=every))
    _, fits = _KINDS[kind]
    return [one for one in of_years if fits(one) and _says(one, words)]


def _told(kind: str, words: str, *, every: bool) -> list[str]:
    """What is asked for, in words: the choices are not printed."""
    return [
        *([f"Loại: {_KINDS[kind][0]}"] if kind else []),
        *(["Mọi năm"] if every else []),
        *([f"Có từ: {words}"] if words else []),
    ]


def _kind() -> str:
    asked = st.query_params.get(_KIND, "")
    wanted = asked if asked in _KINDS else ""
    st.session_state["ghi-chu-loai"] = wanted
    st.selectbox(
        "Loại",
        list(_KINDS),
        format_func=lambda one: _KINDS[one][0],
        key="ghi-chu-loai",
        on_change=lambda: go(_KIND, st.session_state["ghi-chu-loai"]),
        width=280,
        filter_mode=None,
    )
    return wanted


def _every_year(scope: Scope) -> bool:
    key = "ghi-chu-moi-nam"
    st.session_state[key] = st.query_params.get(_YEARS) == "1"
    return st.toggle(
        f"Mọi năm, không chỉ {scope.year}",
        key=key,
        on_change=lambda: go(_YEARS, "1" if st.session_state[key] else ""),
    )


def _words() -> str:
    key = "ghi-chu-tim"
    st.session_state[key] = st.query_params.get(_WORDS, "")
    return st.text_input(
        "Tìm trong ghi chú",
        key=key,
        placeholder="từ, mã tiêu chí, đơn vị",
        on_change=lambda: go(_WORDS, st.session_state[key].strip()),
        width=260,
    )


def _says(note: Row, words: str) -> bool:
    text = fold(
        " ".join(str(note[name] or "") for name in ("text", "code", "title", "unit", "who"))
    )
    return all(word in text for word in fold(words).split())
