"""Which year is the chosen one laid beside? The choice lives in the address."""

from collections.abc import Sequence

import streamlit as st

from pages.ui import choices
from pages.ui.filters import Scope
from scoring.analysis.messages import years as said
from scoring.analysis.years.year_values import YearValue, beside, usual

OTHER = "so_voi"  # '2019'; '2024.dak-nong' of an organisation that merged
MEASURE = "tinh_theo"
INDEX = "chi_so"
_MEASURES = {"diem": "Điểm", "ty-le": "% điểm chuẩn"}


def index_of(values: Sequence[YearValue], scope: Scope) -> str:
    """The index to compare; asked only where the organisation has several in the year."""
    own = [one.index_name for one in values if one.kin == "own" and one.year == scope.year]
    names = {name: name for name in sorted(own, key=lambda one: (one != scope.index_name, one))}
    if len(names) < 2:
        return next(iter(names), "")
    return choices.one_of("Chỉ số", INDEX, names, usual=next(iter(names)))


def other_year(values: Sequence[YearValue], chosen: YearValue) -> YearValue | None:
    """The year chosen to be compared with; None where nothing else is loaded.

    Without a choice the latest earlier year that can be compared with.
    """
    offered = {one.slug: one for one in beside(values, chosen)}
    proposed = usual(list(offered.values()), chosen)
    if proposed is None:
        return None
    asked = choices.asked(OTHER, offered, "năm so sánh") or proposed.slug
    st.session_state[OTHER] = asked
    picked = st.selectbox(
        f"Năm {chosen.year} so với",
        list(offered),
        key=OTHER,
        format_func=lambda slug: _label(offered[slug], chosen),
        on_change=_follow,
        width=320,
    )
    return offered[str(picked)]


def in_shares() -> bool:
    """Whether domains and criteria are shown in % of their maximum, not in points."""
    return (
        choices.one_of("Xem lĩnh vực, tiêu chí theo", MEASURE, _MEASURES, usual="diem") == "ty-le"
    )


def shares_chosen() -> bool:
    """What `in_shares` was last told, for what stands further down the page."""
    return bool(st.session_state.get(MEASURE) == "ty-le")


def _label(one: YearValue, chosen: YearValue) -> str:
    held = "" if one.batch else " (chỉ có xếp hạng)"
    index = "" if one.index_name == chosen.index_name else f" · {one.index_name}"
    return f"{said.year_name(one)}{index}{held}"


def _follow() -> None:
    st.query_params[OTHER] = str(st.session_state[OTHER])
