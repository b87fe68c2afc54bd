"""Which units have told how far their tasks are, and which are silent?"""

from datetime import date

import pandas as pd
import streamlit as st

from pages.ui import answers, tables
from pages.ui.filters import Scope
from pages.ui.plain_text import literal
from scoring.analysis.messages import progress as said
from scoring.analysis.plans.coverage import counts, coverage, quarter_of
from scoring.analysis.plans.states import SILENT_DAYS
from scoring.text.format import MISSING

_COLUMNS = {
    "unit": tables.text("Đơn vị", width="medium"),
    "standing": tables.text("Tình trạng"),
    "told": tables.text("Báo cáo gần nhất"),
    "open": tables.of_count("Việc còn phải làm"),
    "overdue": tables.of_count("Quá hạn"),
}


def show(scope: Scope, board: pd.DataFrame, units: pd.DataFrame, day: date) -> None:
    """'31/46 đơn vị đã gửi' since a day that can be chosen, and each unit below it."""
    since = st.date_input(
        "Tính là đã gửi từ ngày", quarter_of(day), format="DD/MM/YYYY", key="tien-do-tu"
    )
    reports = answers.ask("progress_units", organisation=scope.organisation)
    found = coverage(board, units, reports, since=since, today=day)
    number = counts(found)
    st.markdown(f"**{literal(said.sent(number, since))}**")
    if words := said.silent(number):
        st.caption(literal(words))
    with tables.folded("tien-do-bang", "Từng đơn vị") as is_open:
        if is_open:
            tables.table(in_words(found), _COLUMNS, alt="Đơn vị nào đã gửi tiến độ", wide=True)


def in_words(found: pd.DataFrame) -> pd.DataFrame:
    """Each unit's standing as a sign and words, never by colour alone."""
    return found.assign(
        standing=[_standing(row) for row in found.to_dict("records")],
        told=[MISSING if one is None else f"{one:%d/%m/%Y}" for one in found["told_on"]],
    )


def _standing(row: dict[str, object]) -> str:
    if row["sent"]:
        return "● đã gửi"
    if not row["open"]:
        return "○ không còn việc"
    if row["never"]:
        return "✕ chưa báo cáo lần nào"
    return f"△ im lặng quá {SILENT_DAYS} ngày" if row["silent"] else "○ chưa gửi"
