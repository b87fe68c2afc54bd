"""Empty tables to fill, made of the criteria set, with what the reader checks built in."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import streamlit as st

from pages.ui import answers, downloads
from pages.ui.importing.identity import FIRST_YEAR, LAST_YEAR, organisation_label
from pages.ui.plain_text import literal
from scoring import intake
from scoring.ingest.reference import Organisation
from scoring.sheets.plan_template import target_template, task_template
from scoring.sheets.template import (
    league_template,
    satisfaction_template,
    score_template,
    set_to_fill,
)
from scoring.text.words import sort_key

_OTHERS = {
    "satisfaction": "Mức độ hài lòng (SIPAS)",
    "tasks": "Kế hoạch: danh sách nhiệm vụ",
    "targets": "Kế hoạch: bảng chỉ tiêu",
}
_PLANS = {"tasks": task_template, "targets": target_template}
_LEAGUES = {
    "league-tỉnh": ("Bảng xếp hạng các tỉnh, thành phố", "tỉnh"),
    "league-bộ": ("Bảng xếp hạng các bộ, cơ quan ngang bộ", "bộ"),
}
_NUMBER = "mau-so-ke-hoach"
_ALWAYS = (("PAR", "sở"), ("PAR", "huyện"), ("PAR", "xã"))  # scored by sets of their province's own
_TITLED = {"tỉnh": "UBND tỉnh"}  # how an organisation of a level heads its documents


@dataclass(frozen=True)
class _Scores:
    """A score table of one index and level; its criteria set depends on the year."""

    index: str
    level: str

    @property
    def label(self) -> str:
        """'Bảng điểm PAR, cấp tỉnh'"""
        return f"Bảng điểm {self.index}, cấp {self.level}"


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
    scores = _score_tables()
    names = {key: one.label for key, one in scores.items()} | _OTHERS
    names |= {key: name for key, (name, _) in _LEAGUES.items()}
    with st.grid(3, min_column_width=220):
        kind = st.selectbox("Mẫu", list(names), format_func=lambda key: names[key], key="mau-loai")
        organisation = "" if kind in _LEAGUES else _organisation()
        year = _year(kind, scores.get(kind))
    if kind in scores:
        _made_of(scores[kind], year)
    if kind in _PLANS:
        st.text_input(
            "Số kế hoạch",
            placeholder="Ví dụ 76/KH-SVHTT; chưa có số thì để trống",
            help="Hai kế hoạch cùng năm được phân biệt bằng số văn bản.",
            key=_NUMBER,
        )
    ready = kind in _LEAGUES or bool(organisation)
    downloads.offer(
        "Tải mẫu",
        _made(kind, scores, organisation, year),
        f"mau-{kind}-{year}.xlsx",
        key="mau-tai",
        disabled=not ready,
    )
    if not ready:
        st.caption("Chọn hoặc nhập tên cơ quan, địa phương để tải mẫu.")


def _score_tables() -> dict[str, _Scores]:
    """Those with a criteria set, the ones with criteria first, and those that never have one."""
    sets = sorted(answers.reference().criteria_sets, key=lambda one: not one.criteria)
    known = [*((one.index_name, one.level) for one in sets), *_ALWAYS]
    return {
        f"scores-{index}-{level}": _Scores(index, level) for index, level in dict.fromkeys(known)
    }


def _made_of(scores: _Scores, year: int) -> None:
    """Which criteria set the template is made of, or what has to be written in."""
    of = set_to_fill(answers.reference(), scores.index, scores.level, year)
    if of.criteria:
        st.caption(f"Theo bộ tiêu chí: {literal(of.title)}.")
    else:
        st.caption(
            f"Chưa có danh mục tiêu chí năm {year}: mẫu có các dòng trống để nhập STT, tên và điểm "
            "chuẩn. Có bảng của quyết định thì thêm bộ tiêu chí trước."
        )


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


def _year(kind: str, scores: _Scores | None) -> int:
    """The year assessed, of tasks the plan's; of scores first the latest with its criteria."""
    years = list(range(LAST_YEAR, FIRST_YEAR - 1, -1))
    this = intake.now().year
    usual = this if kind in _PLANS else this - 1
    if scores is not None:
        reference = answers.reference()
        past = [year for year in years if year <= usual]
        known = (
            year
            for year in past
            if set_to_fill(reference, scores.index, scores.level, year).criteria
        )
        usual = next(known, usual)
    return int(
        st.selectbox(
            "Năm kế hoạch" if kind in _PLANS else "Năm đánh giá",
            years,
            index=years.index(usual) if usual in years else 0,
            format_func=str,
            key=f"mau-nam-{kind}",
            filter_mode="prefix",
        )
    )


def _made(
    kind: str, scores: Mapping[str, _Scores], organisation: str, year: int
) -> Callable[[], bytes]:
    """What makes the workbook when somebody asks for it."""
    reference = answers.reference()
    units = sorted(reference.units.names, key=sort_key)
    if kind in scores:
        of = set_to_fill(reference, scores[kind].index, scores[kind].level, year)
        return lambda: score_template(of, organisation=organisation, year=year, units=units)
    if kind in _LEAGUES:
        level = _LEAGUES[kind][1]
        there = [
            one for one in reference.organisations if one.level == level and one.stood_in(year)
        ]
        return lambda: league_template(there, index="PAR", level=level, year=year)
    if kind in _PLANS:
        plan = str(st.session_state.get(_NUMBER, "")).strip()
        write = _PLANS[kind]
        return lambda: write(organisation=organisation, year=year, plan=plan, units=units)
    factors = [one for one in reference.factors if one.index_name == "SIPAS"]
    return lambda: satisfaction_template(factors, organisation=organisation, year=year)
