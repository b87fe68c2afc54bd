"""Xếp hạng: where one organisation stands in its league, and how far the next step is."""

from functools import partial

import streamlit as st

from pages.ui import (
    filters,
    page_export,
    page_gathered,
    ranking_field,
    ranking_league,
    ranking_place,
    ranking_years,
)

scope = filters.scope()
st.title("Xếp hạng")
league = ranking_league.chosen(scope)
if league is None:
    ranking_league.nothing(scope)
    st.stop()

ranking_place.cards(scope, league)
ranking_place.change(scope, league)
ranking_place.doubts(scope, league)
ranking_field.show(scope, league)
ranking_years.values(scope, league)
ranking_field.domains(scope, league)
page_export.offer(
    scope,
    "xep-hang",
    "Xếp hạng",
    partial(page_gathered.ranking, scope, league),
    subject=[f"Chỉ số: {league.measure.index_name}"],
)
