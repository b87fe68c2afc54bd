"""By quarter: how many tasks are to end when, and which stand in no quarter at all."""

import pandas as pd
import streamlit as st

from pages.ui import figures, sources, tables
from pages.ui.filters import Scope
from pages.ui.plain_text import literal
from pages.ui.tasks.filters import QUARTER
from pages.ui.tasks.words import go
from pages.ui.today import today
from scoring.analysis.messages import tasks as said
from scoring.analysis.plans.summary import by_period, without_day
from scoring.analysis.questions import Row, records
from scoring.charts.tasks import state_bars
from scoring.text.format import integer


def show(scope: Scope, board: pd.DataFrame, tasks: pd.DataFrame) -> None:
    """The quarters one under the other, each with its tasks by state."""
    counted = by_period(tasks)
    told = said.periods(counted, today())
    figures.message(told)
    if len(counted):
        rows = records(counted)
        placed = counted.assign(
            key=[f"{row['year']}-{row['quarter']}" for row in rows],
            label=[_label(row) for row in rows],
        )
        figures.show(
            state_bars(placed, said.STATES),
            key="nhiem-vu-theo-quy",
            alt=f"Số nhiệm vụ theo quý phải xong và theo trạng thái. {told}",
            on_pick=_open,
        )
        st.caption("Xếp theo ngày cuối của thời hạn. Bấm một thanh để xem các nhiệm vụ của quý.")
        _numbers(placed)
    if others := said.no_period(without_day(tasks)):
        st.markdown(literal(others))
    sources.caption(tasks)


def _label(row: Row) -> str:
    total = sum(row[state] for state in said.STATES)
    late = f", {integer(row['overdue'])} quá hạn" if row["overdue"] else ""
    when = said.period(row, today())
    return f"{when[:1].upper()}{when[1:]}: {integer(total)} nhiệm vụ{late}"


def _numbers(placed: pd.DataFrame) -> None:
    with tables.folded("bang-theo-quy") as is_open:
        if is_open:
            columns = {state: tables.of_count(name) for state, name in said.STATES.items()}
            tables.table(
                placed,
                {"label": tables.text("Phải xong trong"), **columns},
                alt="Số nhiệm vụ theo quý và trạng thái",
            )


def _open(quarter: str) -> None:
    go(QUARTER, quarter)
    go("dang", "bang")
