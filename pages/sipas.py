"""SIPAS: how satisfied people are, against last year, the target and the nation."""

import streamlit as st

from pages.ui import filters, satisfaction, satisfaction_factors
from pages.ui.plain_text import literal

scope = filters.scope()
st.title("Hài lòng của người dân (SIPAS)")
st.markdown(f"**{literal(scope.name)}, năm {scope.year}**")

if not scope.satisfaction_batch:
    satisfaction.nothing(scope)
    st.stop()

satisfaction.overall(scope)
satisfaction_factors.factors(scope)
satisfaction_factors.questions(scope)
satisfaction.gaps(scope)
