"""How what is typed is read: times, units and goals of each row, and what is in doubt."""

import pandas as pd
import streamlit as st

from pages.ui import figures, tables
from pages.ui.plan_editor.draft import Draft
from pages.ui.plan_editor.file import PlanFile
from scoring.analysis.messages import plans as said
from scoring.analysis.messages.tasks import PURPOSES, short
from scoring.analysis.plans.draft_readings import Reading

_ONLY = "soan-chi-xem-lai"
_TASKS = {
    "at": tables.of_count("Dòng"),
    "doubts": tables.text("Cần xem lại", width=280),
    "name": tables.text("Nội dung", width=260),
    "due": tables.text("Thời hạn đọc là", width=150),
    "leads": tables.text("Chủ trì đọc là", width=190),
    "coordinators": tables.text("Phối hợp đọc là", width=190),
    "goals": tables.text("Mức trong mục tiêu", width=190),
    "purpose": tables.text("Loại", width=110),
}
_TARGETS = {name: _TASKS[name] for name in ("at", "doubts", "name", "goals", "leads")}


def show(draft: Draft, file: PlanFile) -> None:
    """One sentence on all rows, then each row as it is read, those in doubt first asked."""
    figures.message(said.checked(file.readings, draft.kind))
    doubtful = [one for one in file.readings if one.doubts]
    only = bool(doubtful) and st.toggle("Chỉ các dòng cần xem lại", key=_ONLY)
    shown = doubtful if only else list(file.readings)
    columns = _TARGETS if draft.kind == "targets" else _TASKS
    frame = pd.DataFrame([_row(one) for one in shown])
    tables.table(frame, columns, alt="Từng dòng được đọc thế nào", wide=True)


def _row(one: Reading) -> dict[str, object]:
    told = said.doubts(one)
    return {
        "at": one.at + 1,
        "doubts": f"△ {told}" if told else "✓",
        "name": short(one.name),
        "due": said.due(one.due),
        "leads": said.units(one.leads),
        "coordinators": said.units(one.coordinators),
        "goals": said.goals(one.goals),
        "purpose": PURPOSES.get(one.purpose or "", ""),
    }
