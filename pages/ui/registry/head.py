"""The head of the registry: whose units, and everything that its views look at."""

from dataclasses import dataclass

import pandas as pd
import streamlit as st

from pages.ui import answers, figures, notices
from pages.ui.filters import Scope
from pages.ui.plain_text import literal
from scoring.analysis.messages import registry as said
from scoring.analysis.plans import registry
from scoring.analysis.plans.groups import groups_of
from scoring.text.units import UnitNames
from scoring.text.words import sort_key


@dataclass(frozen=True)
class Book:
    """The units of one organisation's tables.

    Shape: `spelled`, `units`, `unknown` and `stale` as plans.registry gives them, `mergers` and
        `meanings` as the questions; `groups` in the order of what they lead.
    """

    names: UnitNames
    spelled: pd.DataFrame
    units: pd.DataFrame
    unknown: pd.DataFrame
    stale: pd.DataFrame
    mergers: pd.DataFrame
    meanings: pd.DataFrame
    groups: list[str]


def book(scope: Scope) -> Book:
    """What is known of the units of an organisation's plans and score tables."""
    who, names = scope.organisation, answers.unit_names()
    cells = answers.ask("units_named", organisation=who)
    found = registry.spelled(cells, names)
    units = registry.registry(found)
    leading = groups_of(answers.task_units(who))
    others = sorted(set(units.loc[units["unit_group"], "unit"]) - set(leading), key=sort_key)
    return Book(
        names=names,
        spelled=found,
        units=units,
        unknown=registry.unknown(found, names),
        stale=registry.stale(cells, names),
        mergers=answers.ask("mergers", organisation=who),
        meanings=answers.ask("group_meanings", organisation=who),
        groups=[*leading, *others],
    )


def whose(scope: Scope) -> None:
    """Whose tables the units are read from."""
    st.markdown(f"**{literal(scope.name)}**, mọi kế hoạch và bảng điểm đã nạp")


def nothing(scope: Scope) -> None:
    """No table names a unit, and nothing merged: what to load."""
    st.info(
        f"Chưa có bảng nào của {literal(scope.name)} nêu đơn vị chủ trì hoặc phối hợp.",
        icon=":material/info:",
    )
    st.markdown(
        "Nạp kế hoạch có cột **Cơ quan chủ trì**, **Cơ quan phối hợp**, hoặc bảng điểm có các cột "
        "đó; tên đơn vị được gom về một danh bạ ở đây."
    )
    st.page_link(notices.IMPORT_PAGE, label="Nhập dữ liệu", icon=":material/upload_file:")


def summary(found: Book) -> None:
    """How many units and groups, and what waits for a person."""
    if found.units.empty:
        st.caption("Chưa có bảng nào nêu đơn vị; chỉ có các lần sáp nhập.")
        return
    figures.message(said.registry(found.units))
