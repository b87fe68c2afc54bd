"""All units of an organisation without a score table: what each has to do by the plans."""

import pandas as pd
import streamlit as st

from pages.ui import answers, figures, notices, sources, tables
from pages.ui.filters import Scope
from pages.ui.plain_text import literal
from pages.ui.today import today
from pages.ui.units import loads_bars, responsibility
from scoring.analysis.messages import tasks as said

_COLUMNS = loads_bars.COLUMNS | {"in_full": tables.of_points("Điểm gắn với việc chủ trì")}


def show(scope: Scope, loads: pd.DataFrame) -> None:
    """The units that the plans name; without any, what to load."""
    if loads.empty:
        notices.no_scores(scope.name, scope.year, in_league=scope.in_league)
        return
    no_table(scope)
    figures.message(said.loads(loads))
    for sentence in said.heavy(loads):
        st.warning(literal(sentence), icon=":material/balance:")
    ordered = loads_bars.show(loads, key="don-vi-ke-hoach", on_pick=responsibility.go)
    st.caption("Bấm một thanh hoặc một dòng để xem việc của đơn vị.")
    columns = dict(_COLUMNS)
    if not ordered["in_full"].any():
        columns.pop("in_full")
    tables.table(
        loads_bars.with_sort(ordered),
        columns,
        alt="Nhiệm vụ của từng đơn vị",
        key="bang-don-vi-ke-hoach",
        on_pick=lambda row: responsibility.go(ordered["unit"].iloc[row]),
        wide=True,
    )
    sources.caption(answers.board(scope.organisation, today()))


def no_table(scope: Scope) -> None:
    """Say that only plans are loaded, so points by unit are not known."""
    st.info(
        f"Chưa nạp bảng điểm của {literal(scope.name)} năm {scope.year}, nên chưa biết điểm mất "
        "theo đơn vị; dưới đây là nhiệm vụ theo các kế hoạch đã nạp.",
        icon=":material/info:",
    )
