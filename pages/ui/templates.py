"""Empty tables to fill, made of the criteria set, with what the reader checks built in."""

from collections.abc import Callable, Mapping

import streamlit as st

from pages.ui import answers
from pages.ui.identity import FIRST_YEAR, LAST_YEAR, organisation_label
from scoring import intake
from scoring.ingest.reference import CriteriaSet, Organisation
from scoring.sheets.template import (
    league_template,
    satisfaction_template,
    score_template,
    task_template,
)
from scoring.text.words import sort_key

_SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_OTHERS = {
    "satisfaction": "Mức độ hài lòng (SIPAS)",
    "tasks": "Danh sách nhiệm vụ",
}
_LEAGUES = {
    "league-tỉnh": ("Bảng xếp hạng các tỉnh, thành phố", "tỉnh"),
    "league-bộ": ("Bảng xếp hạng các bộ, cơ quan ngang bộ", "bộ"),
}
_TITLED = {"tỉnh": "UBND tỉnh"}  # how an organisation of a level heads its documents


def offer() -> None:
    """The choice of a table, its organisation and year, and the file."""
    fold = st.expander(
        "Mẫu để điền",
        icon=":material/edit_document:",
        key="mau-de-dien",
        on_change="rerun",
    )
    if fold.open:
        with fold:
            _form()


def _form() -> None:
    st.caption(
        "Tệp Excel có sẵn tiêu chí, điểm chuẩn và công thức đã khoá; ô để điền có kiểm tra. Điền "
        "xong thả lại vào trang này là đọc được ngay."
    )
    sets = {one.id: one for one in answers.reference().criteria_sets if one.criteria}
    names = {key: _set_label(one) for key, one in sets.items()} | _OTHERS
    names |= {key: name for key, (name, _) in _LEAGUES.items()}
    with st.grid(3, min_column_width=220):
        kind = st.selectbox("Mẫu", list(names), format_func=lambda key: names[key], key="mau-loai")
        organisation = "" if kind in _LEAGUES else _organisation()
        year = _year(sets.get(kind))
    ready = kind in _LEAGUES or bool(organisation)
    st.download_button(
        "Tải mẫu",
        data=_made(kind, sets, organisation, year),
        file_name=f"mau-{kind}-{year}.xlsx",
        mime=_SPREADSHEET,
        icon=":material/download:",
        on_click="ignore",
        key="mau-tai",
        disabled=not ready,
    )
    if not ready:
        st.caption("Chọn hoặc nhập tên cơ quan, địa phương để tải mẫu.")


def _set_label(one: CriteriaSet) -> str:
    """A set in words: 'Bảng điểm PAR, cấp tỉnh, 2020–2022'."""
    last = "" if one.to_year == one.from_year else f"–{one.to_year}" if one.to_year else " trở đi"
    return f"Bảng điểm {one.index_name}, cấp {one.level}, {one.from_year}{last}"


def _organisation() -> str:
    """The name that heads the template: one of the registry's, or one typed in."""
    every = sorted(answers.reference().organisations, key=lambda one: sort_key(one.name))
    known = {organisation_label(one): one for one in every}
    chosen = st.selectbox(
        "Cơ quan, địa phương",
        list(known),
        index=None,
        placeholder="Gõ tên để tìm, hoặc nhập tên mới",
        accept_new_options=True,
        filter_mode="contains",
        key="mau-co-quan",
    )
    return _headed(known[chosen]) if chosen in known else str(chosen or "").strip()


def _headed(one: Organisation) -> str:
    """An organisation as it heads its documents: 'UBND tỉnh Lâm Đồng'."""
    return " ".join(part for part in (_TITLED.get(one.level, ""), one.name) if part)


def _year(criteria_set: CriteriaSet | None) -> int:
    """The year assessed; of a criteria set, one that it covers."""
    last = LAST_YEAR if criteria_set is None else criteria_set.to_year or LAST_YEAR
    first = FIRST_YEAR if criteria_set is None else criteria_set.from_year
    years = list(range(last, first - 1, -1))
    usual = min(last, intake.now().year - 1)
    return int(
        st.selectbox(
            "Năm đánh giá",
            years,
            index=years.index(usual) if usual in years else 0,
            format_func=str,
            key=f"mau-nam-{first}-{last}",
        )
    )


def _made(
    kind: str, sets: Mapping[str, CriteriaSet], organisation: str, year: int
) -> Callable[[], bytes]:
    """What makes the workbook when somebody asks for it."""
    reference = answers.reference()
    if kind in sets:
        units = sorted(reference.units.names, key=sort_key)
        return lambda: score_template(sets[kind], organisation=organisation, year=year, units=units)
    if kind in _LEAGUES:
        level = _LEAGUES[kind][1]
        there = [
            one for one in reference.organisations if one.level == level and one.stood_in(year)
        ]
        return lambda: league_template(there, index="PAR", level=level, year=year)
    if kind == "tasks":
        return lambda: task_template(organisation=organisation, year=year)
    factors = [one for one in reference.factors if one.index_name == "SIPAS"]
    return lambda: satisfaction_template(factors, organisation=organisation, year=year)
