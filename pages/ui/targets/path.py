"""The way of one indicator to its targets: where should it be this year, is it there?"""

import streamlit as st

from pages.ui import choices, figures, sources
from pages.ui.plain_text import literal
from pages.ui.targets.choice import Shown
from scoring.analysis.messages import target_notes as facts
from scoring.analysis.messages.target_points import other_points, result_points, way_points
from scoring.analysis.messages.target_words import BETTER
from scoring.analysis.messages.target_words import measure as measure_words
from scoring.analysis.messages.trends import MARKS
from scoring.analysis.plans.indicators import Indicator
from scoring.analysis.plans.results import RANK
from scoring.analysis.questions import Row, records
from scoring.charts.targets_path import Axis, target_path

INDICATOR = "chi_tieu"
_NONE = ""


def pick(key: str) -> None:
    """Carry an indicator into the address: for callbacks, which run before the page."""
    st.query_params[INDICATOR] = key


def show(shown: Shown) -> None:
    """The choice of an indicator, and its way where one is chosen."""
    known = {one.key: one for one in shown.indicators}
    chosen = choices.asked(INDICATOR, known, "chỉ tiêu")
    st.session_state[INDICATOR] = chosen
    st.selectbox(
        "Lộ trình của chỉ tiêu",
        [_NONE, *known],
        key=INDICATOR,
        format_func=lambda key: _label(known[key]) if key else "Chọn một chỉ tiêu",
        on_change=_follow,
    )
    if chosen:
        row = next(row for row in records(shown.rows) if row["key"] == chosen)
        _path(shown, known[chosen], row)


def _label(one: Indicator) -> str:
    plan = one.rows[0]["plan"]
    return f"{one.title} ({plan}, {one.rows[0]['year']})" if plan else one.title


def _follow() -> None:
    chosen = st.session_state[INDICATOR]
    if chosen:
        st.query_params[INDICATOR] = chosen
    else:
        st.query_params.pop(INDICATOR, None)


def _path(shown: Shown, one: Indicator, row: Row) -> None:
    message = facts.path(one, row, shown.year)
    figures.message(message)
    way = way_points(one, relative=shown.relative)
    results = result_points(one)
    if len(way) or len(results):
        ranked = one.measure == RANK
        better = "số nhỏ là tốt hơn" if ranked else BETTER[row["lower"]]
        figures.show(
            target_path(
                way,
                results,
                other_points(one, shown.indicators),
                Axis(f"{measure_words(one.measure)} ({better})", ranked=ranked),
                year=shown.year,
                needed=facts.needed(one, row),
                marks=[(cut.year, mark) for cut, mark in zip(facts.cuts(one), MARKS, strict=False)],
            ),
            key="lo-trinh",
            alt=f"Lộ trình và kết quả từng năm. {message}",
        )
    _words(shown, one)
    _sources(one)


def _words(shown: Shown, one: Indicator) -> None:
    if one.measure == RANK:
        st.caption("Thứ hạng so trong bảng xếp hạng của năm đó; số đơn vị ghi sau dấu gạch chéo.")
    names = {
        actual.organisation: shown.name(actual.organisation)
        for actual in one.actuals.values()
        if actual.organisation
    }
    told = [facts.printed(row) for row in one.rows]
    if reached := facts.reached(one):
        told.append(reached)
    for sentence in (
        *told,
        *facts.whose(one, names),
        *facts.readings(one),
        *facts.breaks(one),
        *facts.differences(one),
    ):
        st.markdown(f"- {literal(sentence)}")


def _sources(one: Indicator) -> None:
    with st.container(horizontal=True, gap="small"):
        first = one.rows[0]
        sources.link(
            first["batch"],
            first["file_name"],
            first["sheet"],
            first["row"],
            label="Nguồn chỉ tiêu",
        )
        for year, actual in sorted(one.actuals.items()):
            label = f"Nguồn kết quả năm {year}"
            sources.link(actual.batch, actual.file_name, actual.sheet, actual.row, label=label)
