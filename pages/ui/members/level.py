"""Whose units, of which index and level? One level at a time, as they are scored differently."""

from dataclasses import dataclass

import pandas as pd
import streamlit as st

from pages.ui import answers, choices, notices
from pages.ui.filters import Scope
from pages.ui.members import ranked
from pages.ui.plain_text import literal
from pages.ui.ranking import league as ranking_league
from scoring.analysis.members import Units, units
from scoring.analysis.members_change import Moved, moved
from scoring.analysis.messages import members as said
from scoring.analysis.trend_breaks import cuts
from scoring.text.format import integer
from scoring.text.words import slug

PAGE = "pages/members.py"
INDEX = "chi_so"
LEVEL = "cap"

_FIRST_INDEX = "PAR"
_LEVELS = ("bộ", "tỉnh", "sở", "huyện", "xã")


@dataclass(frozen=True)
class Level:
    """The units of one index and level under an organisation."""

    index_name: str
    level: str
    units: Units
    moved: Moved


def chosen(scope: Scope) -> Level | None:
    """The units of the index and level chosen above; None where no unit has a score table."""
    every = answers.ask("members_tables", organisation=scope.organisation, year=scope.year)
    if every.empty:
        return None
    st.markdown(f"**{literal(f'{scope.name}, năm {scope.year}')}**")
    index_name = _index(scope, every)
    of_index = every[every["index_name"] == index_name]
    level = _level(of_index)
    cells = answers.ask(
        "members_domains",
        organisation=scope.organisation,
        index_name=index_name,
        level=level,
        year=scope.year,
    )
    tables = of_index[of_index["level"] == level].reset_index(drop=True)
    found = units(tables, cells)
    return Level(index_name, level, found, _moved(scope, index_name, level, found))


def nothing(scope: Scope) -> None:
    """No unit has a table: what would be shown here, other years, and the way up."""
    notices.nothing_loaded(scope.name, scope.year, "bảng điểm các đơn vị trực thuộc")
    st.markdown(
        "Trang này so các sở, huyện, xã của một tỉnh, hoặc các phòng của một sở, theo từng lĩnh "
        "vực: mỗi đơn vị cần một bảng điểm, nêu rõ tên đơn vị và tỉnh."
    )
    ranked.show(scope)
    for above in answers.ask("members_above", organisation=scope.organisation).head(1).itertuples():
        st.page_link(
            PAGE,
            label=literal(f"Xem các đơn vị trực thuộc {above.parent_name}"),
            icon=":material/arrow_upward:",
            query_params={"co_quan": above.parent, "nam": str(scope.year)},
        )


def ways_on(scope: Scope, level: Level) -> None:
    """Where the published ranking of these units is, if one is loaded; what cannot be compared."""
    ranking_league.of_members(scope)
    st.caption(literal(f"{said.OWN_MAXIMUM}."))
    st.caption(literal(f"{said.OUTLIER_RULE}."))


def open_unit(scope: Scope, organisation: str) -> None:
    """Leave for a unit's own pages: for callbacks."""
    st.switch_page(
        "pages/overview.py", query_params={"co_quan": organisation, "nam": str(scope.year)}
    )


def _moved(scope: Scope, index_name: str, level: str, found: Units) -> Moved:
    """The units beside the year before, as far as that is the same series."""
    year, known = scope.year - 1, answers.reference()
    every = answers.ask("members_tables", organisation=scope.organisation, year=year)
    before = every[(every["index_name"] == index_name) & (every["level"] == level)]
    years = (year, scope.year)
    between = cuts(index_name, level, years, known.breaks, known.criteria_sets)
    return moved(found.tables, before, year, next(iter(between), None))


def _index(scope: Scope, every: pd.DataFrame) -> str:
    held = sorted(set(every["index_name"]))
    usual = next((one for one in (scope.index_name, _FIRST_INDEX) if one in held), held[0])
    if len(held) == 1:
        return str(held[0])
    return choices.one_of("Chỉ số", INDEX, {one: one for one in held}, usual=str(usual))


def _level(of_index: pd.DataFrame) -> str:
    """The level in the address, else the first of them; alone, it needs no choice."""
    counts = of_index["level"].value_counts()
    levels = sorted(counts.index, key=_order)
    if len(levels) == 1:
        return str(levels[0])
    names = {slug(one): f"Cấp {one} ({integer(int(counts[one]))})" for one in levels}
    picked = choices.one_of("Cấp", LEVEL, names, usual=slug(levels[0]))
    st.caption(literal(f"{said.LEVELS_APART}."))
    return next(one for one in levels if slug(one) == picked)


def _order(level: str) -> tuple[int, str]:
    return (_LEVELS.index(level) if level in _LEVELS else len(_LEVELS), level)
