"""Each domain over all units: best and worst, spread, outliers."""

import streamlit as st

from pages.ui import figures, tables
from pages.ui.members.level import Level
from scoring.analysis.members import domain_spreads, facts
from scoring.analysis.messages import members as said
from scoring.charts.ranking_spread import domain_spread

_COLUMNS = {
    "title": tables.text("Lĩnh vực"),
    "worst": tables.text("Thấp nhất"),
    "worst_value": tables.of_percent("% thấp nhất"),
    "best": tables.text("Cao nhất"),
    "best_value": tables.of_percent("% cao nhất"),
    "outside": tables.text("Ngoại lệ"),
    "median": tables.of_percent("Trung vị"),
    "count": tables.of_count("Số đơn vị"),
}


def show(level: Level) -> None:
    """How far the units lie apart on each domain, and who leads and trails it."""
    every = facts(level.units)
    message = said.widest(every)
    figures.message(message)
    spreads = domain_spreads(level.units)
    if not spreads.empty:
        figures.show(domain_spread(spreads), key="phan-hoa", alt=message)
    st.markdown("**Cao nhất và thấp nhất ở từng lĩnh vực** (% điểm tối đa của chính đơn vị)")
    tables.table(
        said.with_words(every), _COLUMNS, alt="Đơn vị cao nhất, thấp nhất từng lĩnh vực", wide=True
    )
