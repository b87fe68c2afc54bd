"""Whose year is shown? The choice lives in the address, so that a view can be sent as a link."""

from dataclasses import dataclass

import pandas as pd
import streamlit as st

from pages.ui import answers, notices, organisations
from pages.ui.organisations import ORGANISATION

YEAR = "nam"
# What belongs to one organisation's tables and means nothing for another's.
_OF_ONE_SCOPE = (
    *("ma", "don_vi", "lan_nap", "dong", "so_voi", "cap", "xem"),
    *(
        "nhiem_vu",
        "linh_vuc",
        "ke_hoach",
        "muc_dich",
        "trang_thai",
        "bao_cao",
        "quy",
        "nhom",
        "ten_nhom",
    ),
    *("chi_tieu", "nam_xet"),
)
_REMEMBERED = "pham_vi"  # the choice while pages without filters are open


@dataclass(frozen=True)
class Scope:
    """One organisation in one year, and the batches that stand for them."""

    organisation: str
    name: str
    level: str
    year: int
    index_name: str | None
    score_batch: str | None
    satisfaction_batch: str | None
    in_league: bool


def choose() -> None:
    """Draw the choices in the sidebar; nothing over an empty database."""
    first = answers.ask("first_scope")
    if first.empty:
        return
    wanted = _wanted_organisation(first["organisation"].iat[0])
    organisation = organisations.choose(wanted, _forget_organisation)
    years = answers.ask("scopes_of", organisation=organisation)
    year = _year([int(one) for one in years["year"]], _first_year(years))
    st.session_state[_REMEMBERED] = (organisation, year)


def scope() -> Scope:
    """What was chosen; over an empty database says what to do first and stops the page."""
    if answers.ask("first_scope").empty:
        notices.first_steps()
        st.stop()
    _tell_unknown()
    organisation, year = st.session_state[_REMEMBERED]
    known = answers.ask("scopes_of", organisation=organisation)
    found = known[known["year"] == year].iloc[0]
    return Scope(
        organisation=organisation,
        name=found["name"],
        level=found["level"],
        year=year,
        index_name=_known(found["index_name"]),
        score_batch=_known(found["score_batch"]),
        satisfaction_batch=_known(found["satisfaction_batch"]),
        in_league=bool(found["in_league"]),
    )


def address(scope: Scope, **more: str) -> dict[str, str]:
    """The query of a link that opens a page for the same organisation and year."""
    return {ORGANISATION: scope.organisation, YEAR: str(scope.year)} | more


def _wanted_organisation(first: str) -> str:
    """The organisation named in the address, else the one chosen before, else the first."""
    before = st.session_state.get(_REMEMBERED, (None, None))[0]
    asked = st.query_params.get(ORGANISATION)
    for one in (asked, before):
        if one is not None and not answers.ask("scopes_of", organisation=one).empty:
            return one
        if one is not None and one == asked:
            st.session_state[f"{ORGANISATION}_la"] = asked
    return first


def _year(options: list[int], default: int) -> int:
    asked = st.query_params.get(YEAR)
    named = {str(option): option for option in options}
    if asked is not None and asked not in named:
        st.session_state[f"{YEAR}_la"] = asked
    before = st.session_state.get(_REMEMBERED, (None, None))[1]
    wanted = named.get(asked or "", before if before in options else default)
    st.session_state[YEAR] = wanted
    chosen = st.sidebar.selectbox("Năm đánh giá", options, key=YEAR, on_change=_follow)
    st.query_params[YEAR] = str(chosen)
    return chosen


def _follow() -> None:
    """Carry a year into the address; a place in the tables belongs to the one before."""
    st.query_params[YEAR] = str(st.session_state[YEAR])
    _forget_place()


def _forget_organisation() -> None:
    """Another organisation is chosen: its year and place are not those of the one before."""
    _forget_place()
    st.query_params.pop(YEAR, None)
    st.session_state.pop(_REMEMBERED, None)


def _forget_place() -> None:
    """Leave what belongs to the tables of one organisation and year."""
    for name in _OF_ONE_SCOPE:
        st.query_params.pop(name, None)


def _tell_unknown() -> None:
    for key, what in ((ORGANISATION, "cơ quan"), (YEAR, "năm")):
        asked = st.session_state.pop(f"{key}_la", None)
        if asked is not None:
            notices.unknown_choice(what, asked)


def _first_year(years: pd.DataFrame) -> int:
    """The latest year with a score table, else with satisfaction, else any."""
    ranked = years.assign(
        scored=years["score_batch"].notna(), surveyed=years["satisfaction_batch"].notna()
    )
    return int(ranked.sort_values(["scored", "surveyed", "year"], ascending=False)["year"].iat[0])


def _known(value: object) -> str | None:
    return value if isinstance(value, str) else None
