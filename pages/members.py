"""Các đơn vị trực thuộc: the units under one organisation, side by side, level by level."""

from functools import partial

import streamlit as st

from pages.ui import filters, page_export
from pages.ui.members import change, domains, heat
from pages.ui.members import level as members_level
from scoring.reports.page_screens.members import members

scope = filters.scope()
st.title("Các đơn vị trực thuộc")
level = members_level.chosen(scope)
if level is None:
    members_level.nothing(scope)
    st.stop()

heat.cards(level)
heat.heat(scope, level)
change.show(level)
domains.show(level)
members_level.ways_on(scope, level)
page_export.offer(
    scope,
    "truc-thuoc",
    "Các đơn vị trực thuộc",
    partial(members, level.units, level.moved),
    subject=[f"Chỉ số: {level.index_name}", f"Cấp: {level.level}"],
)
