"""One unit's own view, as it would be handed to its head: its tasks, then its lost points."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from pages.ui import answers, figures
from pages.ui.filters import Scope
from pages.ui.notes import parts as notes_parts
from pages.ui.plain_text import literal
from pages.ui.tasks.words import ICONS
from pages.ui.today import today
from pages.ui.units import every, responsibility, tasks
from pages.ui.units import members as units_members
from scoring.analysis import messages
from scoring.analysis.messages import tasks as said
from scoring.analysis.messages import unit_view as of_units
from scoring.analysis.plans.groups import criteria_of
from scoring.analysis.questions import Row, records
from scoring.text.format import integer


def show(scope: Scope, name: str, *, members: bool) -> None:
    """Everything that the unit leads and helps with."""
    responsibility.breadcrumb(name)
    board = answers.board(scope.organisation, today())
    units = answers.task_units(scope.organisation, members=members)
    own = units[units["unit"] == name]
    led = board[board["task"].isin(own.loc[own["role"] == "lead", "task"])]
    helped = board[board["task"].isin(own.loc[own["role"] == "coordinating", "task"])]
    if scope.score_batch is None:
        every.no_table(scope)
    figures.message(of_units.unit_tasks(name, led, len(helped)))
    loads = units_members.loads(scope, members=members)
    _weight(loads[loads["unit"] == name], own)
    _counts(led, len(helped))
    notes_parts.beside(scope.organisation, scope.year, unit=name)
    tasks.led(scope, name, led, _through(own, "lead"))
    if scope.score_batch is not None:
        _points(scope, name, members=members)
    tasks.helped(scope, helped, _through(own, "coordinating"))


def _weight(load: pd.DataFrame, own: pd.DataFrame) -> None:
    """How much of the named points it leads, with the flag, and what it has through groups."""
    for sentence in said.heavy(load):
        st.warning(literal(sentence), icon=":material/balance:")
    for row in records(load[~load["heavy"]]):
        if told := of_units.named_share(row):
            st.caption(literal(f"{told}."))
        if row["unit_group"]:
            st.caption("▨ Đây là một nhóm: tệp không nêu đích danh đơn vị nào trong nhóm.")
    if "through" in own and own["through"].notna().any():
        counts = own.groupby("through", sort=False)["task"].nunique().to_dict()
        st.caption(literal(f"{of_units.through(counts)}."))


def _counts(led: pd.DataFrame, helped: int) -> None:
    states = led["status"].value_counts()
    with st.grid(5, min_column_width=140):
        for state in ("overdue", "doing", "not_started", "done"):
            count = integer(states.get(state, 0))
            st.metric(said.STATES[state], count, icon=ICONS[state], border=True)
        st.metric("Phối hợp", integer(helped), icon=":material/handshake:", border=True)


def _through(own: pd.DataFrame, role: str) -> Mapping[str, str]:
    """The tasks that it has through a group, and which."""
    if "through" not in own:
        return {}
    rows = own[(own["role"] == role) & own["through"].notna()]
    return dict(zip(rows["task"], rows["through"], strict=True))


def _points(scope: Scope, name: str, *, members: bool) -> None:
    """What it lost by the score table of the year, and beside the year before."""
    st.subheader("Điểm mất", anchor=False)
    found = _row(units_members.points(scope, members=members), name)
    if found is None:
        st.caption(f"Bảng điểm năm {scope.year} không nêu đơn vị này.")
        return
    answered = criteria(scope, name, members=members)
    st.markdown(literal(f"{messages.unit(name, answered)}."))
    if told := _change(scope, name):
        st.markdown(literal(f"{told}."))
    responsibility.one(scope, found, name, answered)


def _row(units: pd.DataFrame, name: str) -> Row | None:
    return next(iter(records(units[units["unit"] == name])), None)


def _change(scope: Scope, name: str) -> str | None:
    """Beside the latest earlier year whose table names units, as that table names them."""
    years = answers.ask("scopes_of", organisation=scope.organisation)
    earlier = years[(years["year"] < scope.year) & years["score_batch"].notna()]
    if earlier.empty or scope.score_batch is None:
        return None
    last = earlier.sort_values("year").iloc[-1]
    before = answers.ask("unit_points", batch=last["score_batch"])
    if before.empty:
        return None
    now = answers.ask("unit_points", batch=scope.score_batch)
    return of_units.unit_change(_row(now, name), _row(before, name), scope.year, int(last["year"]))


def criteria(scope: Scope, name: str, *, members: bool) -> pd.DataFrame:
    """The leaves that it answers for; through its groups too, where those are looked at."""
    by_name = answers.ask("unit_criteria", batch=scope.score_batch, unit=name)
    if not members:
        return by_name
    meanings = answers.ask("group_meanings", organisation=scope.organisation)
    leaves = answers.ask("leaf_units", batch=scope.score_batch)
    groups = set(leaves.loc[leaves["unit_group"], "unit"]) - {name}
    of_groups = {
        one: answers.ask("unit_criteria", batch=scope.score_batch, unit=one) for one in groups
    }
    return criteria_of(name, {name: by_name} | of_groups, leaves, meanings)
