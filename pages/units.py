"""Đơn vị: who answers for the lost points and the tasks, by unit, and each unit's own view."""

from functools import partial

import streamlit as st

from pages.ui import filters, page_export, page_gathered, today
from pages.ui.plain_text import literal
from pages.ui.units import every, own, responsibility
from pages.ui.units import members as units_members

scope = filters.scope()
st.title("Đơn vị chịu trách nhiệm")
st.markdown(f"**{literal(scope.name)}, năm {scope.year}**")
today.tell()
members = units_members.toggle(scope)
points = units_members.points(scope, members=members)
loads = units_members.loads(scope, members=members)
if unit := responsibility.chosen({*points["unit"], *loads["unit"]}):
    own.show(scope, unit, members=members)
elif scope.score_batch is not None:
    responsibility.show(scope, points)
else:
    every.show(scope, loads)
page_export.offer(
    scope,
    "don-vi",
    "Đơn vị",
    partial(
        page_gathered.units_of,
        *(scope, unit, points, loads, responsibility.mode(), today.today()),
        members=members,
    ),
    [*([f"Đơn vị: {unit}"] if unit else []), *units_members.told(members=members)],
)
