"""Các đơn vị trực thuộc: the units under one organisation, side by side, level by level."""

from functools import partial

import streamlit as st

from pages.ui import (
    filters,
    members_change,
    members_domains,
    members_heat,
    members_level,
    page_export,
)
from scoring.reports.page_screens.members import members

scope = filters.scope()
st.title("Các đơn vị trực thuộc")
level = members_level.chosen(scope)
if level is None:
    members_level.nothing(scope)
    st.stop()

members_heat.cards(level)
members_heat.heat(scope, level)
members_change.show(level)
members_domains.show(level)
members_level.ways_on(scope, level)
page_export.offer(
    scope,
    "truc-thuoc",
    "Các đơn vị trực thuộc",
    partial(members, level.units, level.moved),
    subject=[f"Chỉ số: {level.index_name}", f"Cấp: {level.level}"],
)
