"""By unit: the tasks and points that each leads and coordinates."""

import pandas as pd
import streamlit as st

from pages.ui import answers, choices, figures, sources, tables
from pages.ui.filters import Scope
from pages.ui.plain_text import literal
from pages.ui.responsibility import MODE, MODES
from pages.ui.tasks_words import UNIT, go
from scoring.analysis import messages
from scoring.analysis.messages import tasks as said
from scoring.analysis.plans.loads import loads
from scoring.charts.tasks import MOST_ROWS, state_bars
from scoring.charts.units import GROUP_MARK, unit_bars
from scoring.text.format import integer

_COUNT = "nhiem-vu"
_COLUMNS = {
    "unit": tables.text("Đơn vị", width=240),
    "sort": tables.text("Loại"),
    "led": tables.of_count("Chủ trì (nhiệm vụ)"),
    "overdue": tables.of_count("Quá hạn"),
    "done": tables.of_count("Hoàn thành"),
    "coordinated": tables.of_count("Phối hợp (nhiệm vụ)"),
    "lead_only": tables.of_points("Điểm: một mình"),
    "shared": tables.of_points("Điểm: chia đều"),
    "in_full": tables.of_points("Điểm: tính đủ, không cộng"),
    "coordinated_points": tables.of_points("Điểm phối hợp"),
    "named_share": tables.of_share("Phần điểm nêu đích danh"),
}
_STATES = {name: said.STATES[name] for name in ("overdue", "doing", "not_started", "done")}


def show(scope: Scope, board: pd.DataFrame, tasks: pd.DataFrame) -> None:
    """All units that the tasks name; a click asks for the tasks of one."""
    units = loads(tasks, answers.ask("tasks_units", organisation=scope.organisation))
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
    ordered = _counts(units) if slug == _COUNT else _points(units, slug)
    st.caption("Bấm một thanh hoặc một dòng để chỉ xem nhiệm vụ của đơn vị.")
    tables.table(
        ordered.assign(sort=ordered["unit_group"].map({True: "▨ Nhóm", False: "■ Nêu tên"})),
        _COLUMNS,
        alt="Nhiệm vụ và điểm của từng đơn vị",
        key="bang-don-vi-nhiem-vu",
        on_pick=lambda row: _pick(ordered["unit"].iloc[row]),
        wide=True,
    )
    sources.caption(tasks)


def _counts(units: pd.DataFrame) -> pd.DataFrame:
    """Draw the tasks that each leads; gives the units in that order."""
    ordered = units.sort_values(["overdue", "led"], ascending=False, kind="stable")
    leading = ordered[ordered["led"] > 0]
    told = leading.assign(
        key=leading["unit"],
        label=[
            f"{row.unit}{f' {GROUP_MARK}' if row.unit_group else ''}: {integer(row.led)}"
            for row in leading.itertuples()
        ],
    )
    if len(told):
        figures.show(
            state_bars(told, _STATES),
            key="don-vi-nhiem-vu",
            alt=f"Số nhiệm vụ mỗi đơn vị chủ trì, theo trạng thái. {said.loads(units)}",
            on_pick=_pick,
        )
    if len(told) > MOST_ROWS:
        st.caption(f"{MOST_ROWS} đơn vị đầu; bảng dưới có đủ.")
    return ordered


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
