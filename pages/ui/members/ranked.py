"""Units that only a ranking knows: their index as published, without the domains behind it."""

import streamlit as st

from pages.ui import answers, figures, sources, tables
from pages.ui.filters import Scope
from pages.ui.ranking import league as ranking_league
from scoring.analysis.messages import ranking as said
from scoring.analysis.messages.ranking_words import Measure
from scoring.analysis.ranking_names import with_labels
from scoring.text.format import rank


def show(scope: Scope) -> None:
    """Each league of those directly under the organisation; nothing where there is none."""
    leagues = answers.ask("members_leagues", organisation=scope.organisation, year=scope.year)
    if leagues.empty:
        return
    st.markdown(
        "Mới có bảng xếp hạng, chưa có bảng điểm của từng đơn vị: biết chỉ số chung, chưa so được "
        "theo lĩnh vực."
    )
    for league in leagues.itertuples():
        _league(league.batch, Measure(league.index_name, league.level))
    ranking_league.of_members(scope)


def _league(batch: str, measure: Measure) -> None:
    rows, field = ranking_league.of_batch(batch)
    message = f"Cấp {measure.level}, {measure.index_name}. {said.field(field, measure)}"
    figures.message(message)
    members = with_labels(field.members, today=False)
    columns = {
        "place": tables.text("Hạng", width="small"),
        "label": tables.text("Đơn vị"),
        "value": tables.Column("Chỉ số", measure.value),
    }
    placed = members.assign(place=[rank(one, field.size) for one in members["rank"]])
    tables.table(placed, columns, alt=message, wide=True)
    sources.caption(rows)
