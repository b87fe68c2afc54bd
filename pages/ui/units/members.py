"""Are groups looked at as a whole, or as who is meant by them, and what does each unit carry?"""

import pandas as pd
import streamlit as st

from pages.ui import answers, filters
from pages.ui.filters import Scope
from pages.ui.tasks.words import UNIT, go
from pages.ui.today import today
from scoring.analysis.plans import loads as plan_loads
from scoring.analysis.plans.groups import has_meaning

MEMBERS = "ca_nhom"  # in the address
REGISTRY_PAGE = "pages/registry.py"
GROUP = "ten_nhom"
_YES = "co"


def toggle(scope: Scope) -> bool:
    """Draw the choice; where no group means anybody yet, the way to say who does."""
    units = answers.task_units(scope.organisation)
    meanings = answers.ask("group_meanings", organisation=scope.organisation)
    if not units["unit_group"].any():
        return False
    if not has_meaning(units, meanings):
        st.page_link(
            REGISTRY_PAGE,
            label="Nhóm đơn vị chưa có thành viên hay đầu mối: đặt ở Danh bạ đơn vị",
            icon=":material/group_add:",
            query_params=filters.address(scope, muc="nhom"),
        )
        return False
    st.session_state[MEMBERS] = st.query_params.get(MEMBERS) == _YES
    return st.toggle(
        "Tính cả nhóm",
        key=MEMBERS,
        on_change=_follow,
        args=(scope,),
        help="Nhóm được thay bằng các thành viên hoặc đầu mối đã ghi ở Danh bạ đơn vị. Đơn vị vừa "
        "được nêu tên vừa thuộc nhóm chỉ tính một lần.",
    )


def told(*, members: bool) -> list[str]:
    """The choice in words, where it is not the usual one."""
    return ["Tính cả nhóm"] if members else []


def kept() -> dict[str, str]:
    """The choice of the address, for links that are to keep it."""
    return {MEMBERS: _YES} if st.query_params.get(MEMBERS) == _YES else {}


def points(scope: Scope, *, members: bool) -> pd.DataFrame:
    """The points of the score table by unit, as `unit_points` gives them; empty without a table."""
    batch = scope.score_batch or ""
    by_name = answers.ask("unit_points", batch=batch)
    if not members or by_name.empty:
        return by_name
    lost = answers.ask("group_only", batch=batch)["leaves_lost"].iloc[0]
    meanings = answers.ask("group_meanings", organisation=scope.organisation)
    found = plan_loads.leaf_loads(answers.ask("leaf_units", batch=batch), meanings)
    # Members stand in no row of their own: the place is that of the table.
    place = {name: by_name[name].iloc[0] for name in ("batch", "file_name", "sheet")}
    return found.assign(shared_share=found["shared"] / lost, row=None, **place)


def loads(scope: Scope, *, members: bool) -> pd.DataFrame:
    """The tasks of all plans, and their points, by unit."""
    units = answers.task_units(scope.organisation, members=members)
    return plan_loads.loads(answers.board(scope.organisation, today()), units)


def _follow(scope: Scope) -> None:
    """Carry the choice into the address; a unit that stands nowhere after it is left."""
    members = bool(st.session_state[MEMBERS])
    go(MEMBERS, _YES if members else "")
    units = answers.task_units(scope.organisation, members=members)
    if st.query_params.get(UNIT) not in {*points(scope, members=members)["unit"], *units["unit"]}:
        go(UNIT, "")
