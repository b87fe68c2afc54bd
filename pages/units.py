"""Đơn vị: who answers for the lost points and the tasks, by unit, and each unit's own view."""

import streamlit as st

from pages.ui import filters, responsibility, today, units_every, units_members, units_own
from pages.ui.plain_text import literal

scope = filters.scope()
st.title("Đơn vị chịu trách nhiệm")
st.markdown(f"**{literal(scope.name)}, năm {scope.year}**")
today.tell()
members = units_members.toggle(scope)
points = units_members.points(scope, members=members)
loads = units_members.loads(scope, members=members)
if unit := responsibility.chosen({*points["unit"], *loads["unit"]}):
    units_own.show(scope, unit, members=members)
elif scope.score_batch is not None:
    responsibility.show(scope, points)
else:
    units_every.show(scope, loads)
