"""All units of an organisation without a score table: what each has to do by the plans."""

import pandas as pd
import streamlit as st

from pages.ui import answers, figures, notices, responsibility, sources, tables
from pages.ui.filters import Scope
from pages.ui.plain_text import literal
from pages.ui.today import today
from scoring.analysis.messages import tasks as said
from scoring.charts.tasks import MOST_ROWS, state_bars
from scoring.charts.units import GROUP_MARK
from scoring.text.format import integer

_COLUMNS = {
    "unit": tables.text("Đơn vị", width=240),
    "sort": tables.text("Loại"),
    "led": tables.of_count("Chủ trì (nhiệm vụ)"),
    "overdue": tables.of_count("Quá hạn"),
    "done": tables.of_count("Hoàn thành"),
    "coordinated": tables.of_count("Phối hợp (nhiệm vụ)"),
    "in_full": tables.of_points("Điểm gắn với việc chủ trì"),
}
_STATES = {name: said.STATES[name] for name in ("overdue", "doing", "not_started", "done")}


def show(scope: Scope, loads: pd.DataFrame) -> None:
    """The units that the plans name; without any, what to load."""
    if loads.empty:
        notices.no_scores(scope.name, scope.year, in_league=scope.in_league)
        return
    no_table(scope)
    figures.message(said.loads(loads))
    for sentence in said.heavy(loads):
        st.warning(literal(sentence), icon=":material/balance:")
    ordered = loads.sort_values(["overdue", "led"], ascending=False, kind="stable")
    _figure(ordered[ordered["led"] > 0])
    st.caption("Bấm một thanh hoặc một dòng để xem việc của đơn vị.")
    columns = dict(_COLUMNS)
    if not ordered["in_full"].any():
        columns.pop("in_full")
    tables.table(
        ordered.assign(sort=ordered["unit_group"].map({True: "▨ Nhóm", False: "■ Nêu tên"})),
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


def _figure(leading: pd.DataFrame) -> None:
    told = leading.assign(
        key=leading["unit"],
        label=[
            f"{row.unit}{f' {GROUP_MARK}' if row.unit_group else ''}: {integer(row.led)}"
            for row in leading.itertuples()
        ],
    )
    if told.empty:
        return
    figures.show(
        state_bars(told, _STATES),
        key="don-vi-ke-hoach",
        alt=f"Số nhiệm vụ mỗi đơn vị chủ trì, theo trạng thái. {said.loads(leading)}",
        on_pick=responsibility.go,
    )
    if len(told) > MOST_ROWS:
        st.caption(f"{MOST_ROWS} đơn vị đầu; bảng dưới có đủ.")
