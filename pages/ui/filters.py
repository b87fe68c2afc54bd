"""Whose year is shown? The choice lives in the address, so that a view can be sent as a link."""

from dataclasses import dataclass

import pandas as pd
import streamlit as st

from pages.ui import answers, notices
from scoring.text.words import sort_key

ORGANISATION = "co_quan"
YEAR = "nam"
# What belongs to one organisation's tables and means nothing for another's.
_OF_ONE_SCOPE = ("ma", "don_vi", "lan_nap", "dong")
_REMEMBERED = "pham_vi"  # the choice while pages without filters are open
_LEVELS = ("cả nước", "bộ", "tỉnh", "sở", "huyện", "xã")


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
    """Draw the two choices in the sidebar; nothing over an empty database."""
    known = answers.ask("scopes")
    if known.empty:
        return
    names = _names(known)
    organisation = _choice(
        "Cơ quan, địa phương", ORGANISATION, list(names), _first_organisation(known), names
    )
    years = known.loc[known["organisation"] == organisation].sort_values("year", ascending=False)
    year = _choice("Năm đánh giá", YEAR, [int(one) for one in years["year"]], _first_year(years))
    st.session_state[_REMEMBERED] = (organisation, year)


def scope() -> Scope:
    """What was chosen; over an empty database says what to do first and stops the page."""
    known = answers.ask("scopes")
    if known.empty:
        notices.first_steps()
        st.stop()
    _tell_unknown()
    organisation, year = st.session_state[_REMEMBERED]
    found = known[(known["organisation"] == organisation) & (known["year"] == year)].iloc[0]
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


def _choice(
    label: str,
    key: str,
    options: list,
    default: object,
    names: dict[str, str] | None = None,
) -> object:
    st.session_state[key] = _wanted(key, options, default)
    chosen = st.sidebar.selectbox(
        label,
        options,
        key=key,
        format_func=lambda option: names[option] if names else str(option),
        on_change=_follow,
        args=(key,),
    )
    st.query_params[key] = str(chosen)
    return chosen


def _wanted(key: str, options: list, default: object) -> object:
    """The option named in the address, else the one chosen before, else the default."""
    asked = st.query_params.get(key)
    named: dict[str, object] = {str(option): option for option in options}
    if asked is not None and asked not in named:
        st.session_state[f"{key}_la"] = asked
    before = st.session_state.get(_REMEMBERED, (None, None))[key == YEAR]
    return named.get(asked or "", before if before in options else default)


def _follow(key: str) -> None:
    """Carry a choice into the address; the year and the place belong to the one before."""
    st.query_params[key] = str(st.session_state[key])
    for name in _OF_ONE_SCOPE:
        st.query_params.pop(name, None)
    if key == ORGANISATION:
        st.query_params.pop(YEAR, None)
        st.session_state.pop(_REMEMBERED, None)


def _tell_unknown() -> None:
    for key, what in ((ORGANISATION, "cơ quan"), (YEAR, "năm")):
        asked = st.session_state.pop(f"{key}_la", None)
        if asked is not None:
            notices.unknown_choice(what, asked)


def _names(known: pd.DataFrame) -> dict[str, str]:
    """Organisations with their names: those with tables of their own, then those only ranked.

    Each in alphabetical order level by level; a name given again after a merger carries its years.
    """
    own = known["score_batch"].notna() | known["satisfaction_batch"].notna()
    every = (
        known.assign(own=own)
        .groupby("organisation", sort=False)
        .agg(
            name=("name", "first"),
            level=("level", "first"),
            years=("year", list),
            own=("own", "any"),
        )
    )
    twice = every["name"].duplicated(keep=False)
    labels = {
        row.Index: f"{row.name} ({_span(row.years)})" if twice[row.Index] else row.name
        for row in every.itertuples()
    }
    return {one: labels[one] for one in sorted(labels, key=lambda one: _order(every.loc[one]))}


def _order(organisation: pd.Series) -> tuple:
    level = organisation["level"]
    place = _LEVELS.index(level) if level in _LEVELS else len(_LEVELS)
    return not organisation["own"], place, sort_key(organisation["name"])


def _span(years: list[int]) -> str:
    return str(min(years)) if min(years) == max(years) else f"{min(years)}–{max(years)}"


def _first_organisation(known: pd.DataFrame) -> str:
    """Whose score table is of the latest year, the last one loaded among equals."""
    return _most_telling(known)["organisation"]


def _first_year(years: pd.DataFrame) -> int:
    return int(_most_telling(years)["year"])


def _most_telling(scopes: pd.DataFrame) -> pd.Series:
    ranked = scopes.assign(
        scored=scopes["score_batch"].notna(), surveyed=scopes["satisfaction_batch"].notna()
    )
    order = ["scored", "surveyed", "year", "score_batch", "satisfaction_batch"]
    return ranked.sort_values(order, ascending=False, kind="stable").iloc[0]


def _known(value: object) -> str | None:
    return value if isinstance(value, str) else None
