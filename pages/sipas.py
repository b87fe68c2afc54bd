"""SIPAS: how satisfied people are, against last year, the target and the nation."""

from functools import partial

import streamlit as st

from pages.ui import filters, page_export, page_gathered
from pages.ui.plain_text import literal
from pages.ui.sipas import factors, satisfaction

scope = filters.scope()
st.title("Hài lòng của người dân (SIPAS)")
st.markdown(f"**{literal(scope.name)}, năm {scope.year}**")

if not scope.satisfaction_batch:
    satisfaction.nothing(scope)
    st.stop()

satisfaction.overall(scope)
goals = factors.factors(scope)
factors.questions(scope)
satisfaction.gaps(scope)
page_export.offer(scope, "hai-long", "SIPAS", partial(page_gathered.sipas, scope, goals))
