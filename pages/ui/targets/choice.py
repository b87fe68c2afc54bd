"""Which year, which reading and which targets are looked at? All of it lives in the address."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from pages.ui import answers, choices, notices, plans_below
from pages.ui.filters import Scope
from pages.ui.plain_text import literal
from pages.ui.sipas.factors import READING, READINGS
from scoring.analysis.messages import target_notes as facts
from scoring.analysis.messages.target_words import STATES, group
from scoring.analysis.plans.indicators import Indicator
from scoring.analysis.plans.paths import State
from scoring.analysis.plans.target_rows import target_rows
from scoring.analysis.questions import records
from scoring.text.format import integer

_PAGE = "pages/targets.py"
YEAR, VIEW, STATE, GROUP = "nam_xet", "xem", "trang_thai", "nhom"
FOLLOW, ENTRY = "theo-doi", "nhap"
_EVERY = "tat-ca"
_SLUGS: dict[str, State] = {
    "dat": "met",
    "chua-dat": "missed",
    "dung-lo-trinh": "on_path",
    "cham": "behind",
    "chua-co": "unknown",
}
_SPAN = 30  # years around the chosen one that can be asked for


@dataclass(frozen=True)
class Shown:
    """The indicators of an organisation as they stand in a year."""

    scope: Scope
    year: int
    relative: bool
    indicators: Sequence[Indicator]
    rows: pd.DataFrame  # of target_rows, in the order of `indicators`

    @property
    def current(self) -> pd.DataFrame:
        """The rows of targets that are still asked for in the year."""
        return self.rows[~self.rows["past"]]

    def name(self, organisation: str) -> str:
        """The name of an organisation whose results are shown."""
        known = answers.reference().organisation(organisation)
        return known.name if known else organisation


def choose(scope: Scope) -> Shown:
    """Draw the choices; without any target says what to load and stops the page."""
    indicators = answers.indicators(scope.organisation)
    if not indicators:
        _nothing(scope)
        st.stop()
    with st.container(horizontal=True, vertical_alignment="bottom"):
        year = _year(scope, indicators)
        relative = _reading(indicators) == "tuong-doi"
    return Shown(
        scope, year, relative, indicators, target_rows(indicators, year, relative=relative)
    )


def _nothing(scope: Scope) -> None:
    st.info(
        f"Chưa có chỉ tiêu nào của {literal(scope.name)}. Nạp một bảng chỉ tiêu, hoặc chọn cơ quan "
        "khác ở thanh bên.",
        icon=":material/info:",
    )
    plans_below.offer(scope, "targets", _PAGE)
    st.markdown(
        "Bảng chỉ tiêu (.xlsx, .docx, .csv) có mỗi dòng một chỉ tiêu: cột **Chỉ tiêu** ghi tên, "
        "các cột **Chỉ tiêu năm 2025**, **Chỉ tiêu năm 2030** … ghi mức phải đạt (tối thiểu 86%, "
        "không quá 5%, tăng 2%, xếp hạng 20); nếu có thì thêm cột **Kết quả năm trước**, "
        "**Đơn vị tính** và **Chủ trì**. Bảng kết quả SIPAS có cột mục tiêu cũng được đọc."
    )
    st.page_link(
        notices.IMPORT_PAGE, label="Nhập dữ liệu: nạp bảng chỉ tiêu", icon=":material/upload_file:"
    )


def _year(scope: Scope, indicators: Sequence[Indicator]) -> int:
    """The year to judge: of any plan, base or target, of the chosen one where none is named."""
    known = {scope.year}
    for one in indicators:
        known |= {int(one.rows[0]["year"]), *one.actuals}
        known |= {int(row["base_year"]) for row in one.rows if row["base_year"]}
        known |= {int(row["due_year"]) for row in one.rows if row["due_year"]}
    near = [year for year in known if abs(year - scope.year) <= _SPAN]
    options = list(range(min(near), max(near) + 1))
    asked = st.query_params.get(YEAR, "")
    named = {str(year): year for year in options}
    if asked and asked not in named:
        notices.unknown_choice("năm xét", asked)
    st.session_state[YEAR] = named.get(asked, scope.year)
    return int(
        st.selectbox(
            "Năm xét",
            options,
            key=YEAR,
            on_change=_follow,
            args=(YEAR,),
            width=160,
            help="Năm của kết quả được so với mức cần đạt; chọn được cả các năm chưa có số liệu.",
        )
    )


def _reading(indicators: Sequence[Indicator]) -> str:
    """How 'tăng 2 %' is read, where any target can be read in two ways."""
    if not any(True for one in indicators for _ in facts.readings(one)):
        return "diem"
    return choices.one_of("Cách đọc mục tiêu “tăng … %”", READING, READINGS, usual="diem")


def view(year: int) -> str:
    """Whether the targets are followed, or results entered."""
    views = {FOLLOW: "Theo dõi", ENTRY: f"Nhập kết quả năm {year}"}
    return choices.one_of("Xem", VIEW, views, usual=FOLLOW)


def filtered(shown: Shown) -> tuple[pd.DataFrame, list[str]]:
    """The targets of the chosen state and group that are still asked for, in printed order.

    Gives what was chosen in words, too: 'Nhóm: Hạ tầng số'.
    """
    rows, told = _of_state(shown.current)
    groups = pd.Series([group(row) for row in records(rows)], index=rows.index, dtype="object")
    if groups.nunique() < 2:
        return rows, told
    named = {_EVERY: "Tất cả", **{one: one or "Không nêu nhóm" for one in dict.fromkeys(groups)}}
    asked = st.query_params.get(GROUP, _EVERY)
    st.session_state[GROUP] = asked if asked in named else _EVERY
    chosen = st.selectbox(
        "Nhóm",
        list(named),
        key=GROUP,
        format_func=lambda one: named[one],
        on_change=_follow,
        args=(GROUP,),
    )
    if chosen == _EVERY:
        return rows, told
    return rows[groups == chosen], [*told, f"Nhóm: {named[chosen]}"]


def _of_state(rows: pd.DataFrame) -> tuple[pd.DataFrame, list[str]]:
    counted = rows["state"].value_counts()
    held = {slug: state for slug, state in _SLUGS.items() if counted.get(state)}
    if len(held) < 2:
        return rows, []
    names = {_EVERY: f"Tất cả {integer(len(rows))}"}
    names |= {slug: f"{STATES[state]} {integer(counted[state])}" for slug, state in held.items()}
    chosen = choices.one_of("Trạng thái", STATE, names, usual=_EVERY)
    if chosen == _EVERY:
        return rows, []
    state = held[chosen]
    return rows[rows["state"] == state], [f"Trạng thái: {STATES[state]}"]


def _follow(key: str) -> None:
    st.query_params[key] = str(st.session_state[key])
