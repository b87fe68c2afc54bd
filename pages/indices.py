"""Nhiều chỉ số: PAR, SIPAS, PAPI and PCI of one organisation and year, side by side."""

from functools import partial

import streamlit as st

from pages.ui import figures, filters, page_export
from pages.ui.indices import views as indices_views
from pages.ui.plain_text import literal
from scoring.analysis.messages import indices as said
from scoring.reports.page_screens.indices import indices

scope = filters.scope()
st.title("Nhiều chỉ số")
st.markdown(f"**{literal(scope.name)}, năm {scope.year}**")

views = indices_views.of(scope)
figures.message(said.loaded(views, scope.name, scope.year))
st.caption(f"{said.NO_TOTAL} Mọi thanh đều tính bằng % điểm tối đa.")
indices_views.show(views)
page_export.offer(
    scope, "nhieu-chi-so", "Nhiều chỉ số", partial(indices, views, scope.name, scope.year)
)
