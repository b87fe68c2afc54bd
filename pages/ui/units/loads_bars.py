"""Units side by side by the tasks that they lead: bars of states, those with most overdue first."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from pages.ui import figures, tables
from scoring.analysis.messages import tasks as said
from scoring.charts.tasks import MOST_ROWS, state_bars
from scoring.charts.units import GROUP_MARK
from scoring.text.format import integer

# The first columns of a table of loads, as plans.loads gives them and `with_sort` adds.
COLUMNS = {
    "unit": tables.text("Đơn vị", width=240),
    "sort": tables.text("Loại"),
    "led": tables.of_count("Chủ trì (nhiệm vụ)"),
    "overdue": tables.of_count("Quá hạn"),
    "done": tables.of_count("Hoàn thành"),
    "coordinated": tables.of_count("Phối hợp (nhiệm vụ)"),
}
_STATES = {name: said.STATES[name] for name in ("overdue", "doing", "not_started", "done")}


def show(units: pd.DataFrame, *, key: str, on_pick: Callable[[str], None]) -> pd.DataFrame:
    """Draw the tasks that each leads, in its states; gives the units in that order.

    Shape: `units` as plans.loads gives them; where nobody leads anything, nothing is drawn.
    """
    ordered = units.sort_values(["overdue", "led"], ascending=False, kind="stable")
    leading = ordered[ordered["led"] > 0]
    if leading.empty:
        return ordered
    figures.show(
        state_bars(leading.assign(key=leading["unit"], label=_labels(leading)), _STATES),
        key=key,
        alt=f"Số nhiệm vụ mỗi đơn vị chủ trì, theo trạng thái. {said.loads(units)}",
        on_pick=on_pick,
    )
    if len(leading) > MOST_ROWS:
        st.caption(f"{MOST_ROWS} đơn vị đầu; bảng dưới có đủ.")
    return ordered


def with_sort(units: pd.DataFrame) -> pd.DataFrame:
    """The units with whether each is a group, in a mark and a word."""
    return units.assign(sort=units["unit_group"].map({True: "▨ Nhóm", False: "■ Nêu tên"}))


def _labels(units: pd.DataFrame) -> list[str]:
    return [
        f"{row.unit}{f' {GROUP_MARK}' if row.unit_group else ''}: {integer(row.led)}"
        for row in units.itertuples()
    ]
