"""Which criterion is looked at? Its code lives in the address; '' is the whole table."""

import pandas as pd
import streamlit as st

from pages.ui import answers, choices, filters
from pages.ui.filters import Scope
from pages.ui.plain_text import literal

CODE = "ma"
LOSSES_PAGE = "pages/losses.py"


def code(losses: pd.DataFrame) -> str:
    """The code in the address where the table prints it, else ''."""
    return choices.asked(CODE, set(losses["code"]), "tiêu chí")


def go(to: str) -> None:
    """Carry a code into the address: for callbacks, which run before the page."""
    if to:
        st.query_params[CODE] = to
    else:
        st.query_params.pop(CODE, None)


def open_losses(scope: Scope, to: str) -> None:
    """Leave for the losses page at one criterion: for callbacks of other pages."""
    st.switch_page(LOSSES_PAGE, query_params=filters.address(scope, **{CODE: to}))


def breadcrumb(scope: Scope, at: str) -> None:
    """The way back up, each step a button; the last one is where we are."""
    if not at:
        return
    steps = answers.ask("ancestors", batch=scope.score_batch, code=at)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.button("Toàn bộ", icon=":material/home:", on_click=go, args=("",), key="len-goc")
        for step in steps.itertuples():
            st.button(
                literal(f"{step.code} {step.short_title}"),
                icon=":material/chevron_right:",
                disabled=step.code == at,
                on_click=go,
                args=(step.code,),
                key=f"len-{step.code}",
            )
