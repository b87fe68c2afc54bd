"""Which units rose and fell most since the year before: points first, then places."""

from collections.abc import Sequence

import streamlit as st

from pages.ui import figures
from pages.ui.members.level import Level
from pages.ui.plain_text import literal
from scoring.analysis.members_change import Moved
from scoring.analysis.messages import members_change as said
from scoring.analysis.questions import Row, records
from scoring.charts.changes import step_bars

_EACH_WAY = 5


def show(level: Level) -> None:
    """The largest rises and falls; or why the year before is not compared."""
    moved = level.moved
    told = said.change(moved)
    if moved.compared.empty:
        st.caption(literal(f"{told}."))
        return
    figures.message(told)
    with st.grid(2, min_column_width=320, gap="medium") as places:
        for key, rows in (("don-vi-tang", moved.rose), ("don-vi-giam", moved.fell)):
            if not rows.empty:
                with places.cell():
                    _bars(records(rows.head(_EACH_WAY)), moved, key)
    if left := said.coverage(moved):
        st.caption(literal(f"{left}."))
    st.caption(literal(f"{said.PLACES}."))


def _bars(rows: Sequence[Row], moved: Moved, key: str) -> None:
    labels = [_label(row, moved) for row in rows]
    values = [float(row["step"]) for row in rows]
    figures.show(step_bars(labels, values, axis="điểm\u00a0%"), key=key, alt="; ".join(labels))


def _label(row: Row, moved: Moved) -> str:
    places = said.places(row, moved).replace(" ", "\u00a0")  # on one line
    return ", ".join(one for one in (said.step(row), places) if one)
