"""By unit: the tasks and points that each leads and coordinates."""

import pandas as pd
import streamlit as st

from pages.ui import answers, choices, figures, sources, tables
from pages.ui.filters import Scope
from pages.ui.plain_text import literal
from pages.ui.tasks.words import UNIT, go
from pages.ui.units import loads_bars
from pages.ui.units.responsibility import MODE, MODES
from scoring.analysis import messages
from scoring.analysis.messages import tasks as said
from scoring.analysis.plans.loads import loads
from scoring.charts.units import unit_bars

_COUNT = "nhiem-vu"
_COLUMNS = loads_bars.COLUMNS | {
    **{
        one: tables.of_points(f"Điểm: {name.lower()}")
        for one, name in messages.UNIT_COLUMNS.items()
    },
    "coordinated_points": tables.of_points("Điểm phối hợp"),
    "named_share": tables.of_share("Phần điểm nêu đích danh"),
}


def show(scope: Scope, board: pd.DataFrame, tasks: pd.DataFrame, *, members: bool) -> None:
    """All units that the tasks name; a click asks for the tasks of one.

    `members`: with who is meant by the groups in their place.
    """
    units = loads(tasks, answers.task_units(scope.organisation, members=members))
    figures.message(said.loads(units))
    if units.empty:
        return
    if len(tasks) == len(board):
        for sentence in said.heavy(units):
            st.warning(literal(sentence), icon=":material/balance:")
    names = {_COUNT: "Số nhiệm vụ"}
    if units["in_full"].any():
        names |= {slug: messages.UNIT_MODES[column] for slug, column in MODES.items()}
    slug = choices.one_of("Cách tính cho đơn vị", MODE, names, usual=_COUNT)
    if slug == _COUNT:
        ordered = loads_bars.show(units, key="don-vi-nhiem-vu", on_pick=_pick)
    else:
        ordered = _points(units, slug)
    st.caption("Bấm một thanh hoặc một dòng để chỉ xem nhiệm vụ của đơn vị.")
    tables.table(
        loads_bars.with_sort(ordered),
        _COLUMNS,
        alt="Nhiệm vụ và điểm của từng đơn vị",
        key="bang-don-vi-nhiem-vu",
        on_pick=lambda row: _pick(ordered["unit"].iloc[row]),
        wide=True,
    )
    sources.caption(tasks)


def _points(units: pd.DataFrame, slug: str) -> pd.DataFrame:
    """Draw the points that each leads in one way of counting; gives the units in that order."""
    column = MODES[slug]
    told = messages.units(units, column)
    st.markdown(f"{literal(told)}. Mỗi tiêu chí chỉ tính một lần dù có nhiều nhiệm vụ.")
    figures.show(unit_bars(units, column), key=f"don-vi-diem-{slug}", alt=f"{told}", on_pick=_pick)
    return units.sort_values(column, ascending=False, kind="stable")


def _pick(unit: str) -> None:
    go(UNIT, unit)
    go("dang", "bang")
