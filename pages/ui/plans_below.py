"""Where an organisation has no plan of its own: the units under it that have one."""

from typing import Literal

import streamlit as st

from pages.ui import answers
from pages.ui.filters import Scope
from pages.ui.organisations import ORGANISATION
from pages.ui.plain_text import literal
from scoring.analysis.questions import records
from scoring.text.format import integer
from scoring.text.words import sort_key

_MOST = 12
_COUNTED = {"tasks": "nhiệm vụ", "targets": "chỉ tiêu"}


def offer(scope: Scope, what: Literal["tasks", "targets"], page: str) -> None:
    """A link to the page for each unit under it with tasks or targets; nothing without any."""
    known = records(answers.ask("plans_below", parent=scope.organisation))
    found = sorted((one for one in known if one[what]), key=lambda one: sort_key(one["name"]))
    if not found:
        return
    st.markdown(f"Đơn vị trực thuộc đã có {_COUNTED[what]}:")
    for one in found[:_MOST]:
        st.page_link(
            page,
            label=f"{literal(one['name'])}: {integer(one[what])} {_COUNTED[what]}",
            icon=":material/account_balance:",
            query_params={ORGANISATION: one["organisation"]},
        )
    if len(found) > _MOST:
        st.caption(f"Còn {integer(len(found) - _MOST)} đơn vị khác: chọn ở thanh bên.")
