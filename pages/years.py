"""So sánh năm: how one organisation's index changed between two years, and why."""

from functools import partial

import streamlit as st

from pages.ui import answers, filters, notices, page_export
from pages.ui.years import choice, head, mapping, parts, repeated
from scoring.analysis.years.year_values import chosen_year, in_order, years_of
from scoring.reports.page_screens.years import years

scope = filters.scope()
st.title("So sánh năm")
values = years_of(answers.ask, scope.organisation)
chosen = chosen_year(values, scope.year, choice.index_of(values, scope))
if chosen is None:
    notices.nothing_loaded(scope.name, scope.year, "bảng điểm hoặc thứ hạng")
    st.stop()
other = choice.other_year(values, chosen)
if other is None:
    head.one_year(chosen)
    st.stop()

compared = answers.comparison(*in_order(other, chosen))
head.headline(compared)
if compared.change is not None:
    head.split(compared)
    parts.domains(compared)
    head.sources_of(compared)
    parts.movers(compared)
    parts.leaves(compared)
repeated.show(values, compared.after)
if compared.matches:
    mapping.show(compared)
page_export.offer(
    scope,
    "so-sanh-nam",
    "So sánh năm",
    partial(years, compared),
    subject=[f"Hai năm: {compared.before.year} và {compared.after.year}"],
)
