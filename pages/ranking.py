"""Xếp hạng: where one organisation stands in its league, and how far the next step is."""

from functools import partial

import streamlit as st

from pages.ui import filters, page_export, page_gathered
from pages.ui.ranking import field, place, years
from pages.ui.ranking import league as ranking_league

scope = filters.scope()
st.title("Xếp hạng")
league = ranking_league.chosen(scope)
if league is None:
    ranking_league.nothing(scope)
    st.stop()

place.cards(scope, league)
place.change(scope, league)
place.doubts(scope, league)
field.show(scope, league)
years.values(scope, league)
field.domains(scope, league)
page_export.offer(
    scope,
    "xep-hang",
    "Xếp hạng",
    partial(page_gathered.ranking, scope, league),
    subject=[f"Chỉ số: {league.measure.index_name}"],
)
