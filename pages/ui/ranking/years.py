"""The organisation's values and places over the years; merged ones are lines that end."""

import streamlit as st

from pages.ui import figures, tables
from pages.ui.filters import Scope
from pages.ui.plain_text import literal
from pages.ui.ranking import league as ranking_league
from pages.ui.ranking.league import League
from scoring.analysis.messages import ranking_change as since
from scoring.analysis.ranking_years import with_lines
from scoring.charts.ranking_years import places_by_year
from scoring.text.format import MISSING
from scoring.text.format import rank as written_rank

_TITLE = "Qua các năm"


def values(scope: Scope, league: League) -> None:
    """Points by year with the place beside each; nothing where there is a single year."""
    places = league.places[league.places["current"].astype(bool)]
    if places["year"].nunique() < 2:
        return
    found = ranking_league.breaks(league)
    lines = with_lines(places, [one.year for one in found])
    if lines.empty:
        return
    until = lines[lines["year"] <= scope.year]
    message = f"{_TITLE}. {since.by_year(until, league.measure)}"
    figures.message(message)
    figures.show(places_by_year(lines, league.measure.value), key="hang-qua-nam", alt=message)
    if told := since.fields_apart([int(size) for size in places["field_size"].dropna()]):
        st.caption(literal(f"{told}."))
    if broken := since.lines_broken([one.reason for one in found]):
        st.caption(literal(f"{broken}."))
    others = list(dict.fromkeys(places.loc[~places["own"].astype(bool), "name"]))
    if others:
        st.caption(literal(f"{since.lines_that_end(scope.name, others)}."))
    with tables.folded("hang-qua-nam-bang") as opened:
        if opened:
            _table(league)


def _table(league: League) -> None:
    places = league.places
    rows = places.assign(
        place=[
            MISSING if row.rank != row.rank else written_rank(row.rank, row.field_size)
            for row in places.astype({"rank": float, "field_size": float}).itertuples()
        ],
        source=places["source"].fillna(""),
    )
    columns = {
        "year": tables.Column("Năm", str),
        "name": tables.text("Đơn vị"),
        "value": tables.Column("Giá trị", league.measure.value),
        "place": tables.text("Hạng"),
        "source": tables.text("Nguồn"),
    }
    tables.table(rows, columns, alt=f"{_TITLE}: điểm và hạng", wide=True)
