"""The cards of the first screen: one number each, what it is compared to, its source, a way on."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from pages.ui import answers, filters, sources
from pages.ui.filters import Scope
from pages.ui.plain_text import literal
from scoring.analysis import messages
from scoring.analysis.cards import (
    Factor,
    Headline,
    IndexCard,
    Source,
    UnitsCard,
)
from scoring.analysis.factors import survey_criterion
from scoring.text.format import MISSING, change_points, percent, points

_SATISFACTION = "Hài lòng (SIPAS)"
_LEADS = "Chủ trì nhiều điểm mất nhất"
_INDEX_NAMES = {"PAR": "Chỉ số CCHC (PAR Index)"}
_ICONS = {
    "index": ":material/speed:",
    "lost": ":material/trending_down:",
    "satisfaction": ":material/sentiment_satisfied:",
    "units": ":material/groups:",
}


def row(scope: Scope, head: Headline) -> None:
    """The four cards, side by side as far as the screen goes."""
    with st.grid(4, min_column_width=220, gap="small"):
        if head.index:
            _index(scope, head, head.index)
        if scope.score_batch and head.index:
            _lost(scope, head, head.index)
        _satisfaction(scope, head)
        if head.units:
            _units(scope, head.units)
        if not scope.score_batch:
            _no_scores(scope)


def _index(scope: Scope, head: Headline, card: IndexCard) -> None:
    with _card("index", _INDEX_NAMES.get(card.index_name, card.index_name), percent(card.value)):
        _change(card)
        _line(messages.band(card.band, head.year))
        _line(messages.place(card.place, card.previous_place, card.previous_year))
        if against := messages.against_field(card):
            _line(against)
        if noted := messages.index_source(card):
            _line(noted)
        _ways(scope, "pages/method.py", "Đối chiếu", card.source or _place_source(card))


def _lost(scope: Scope, head: Headline, card: IndexCard) -> None:
    with _card("lost", "Điểm bị mất", points(card.lost)):
        _line(f"trên {points(card.total_max)} điểm tối đa", strong=True)
        if head.pareto:
            _line(messages.pareto(head.pareto))
        _ways(scope, "pages/losses.py", "Mất ở đâu", card.source)


def _satisfaction(scope: Scope, head: Headline) -> None:
    card = head.satisfaction
    if card is None:
        _survey_points(scope)
        return
    # The overall percentage; where none was published, the weakest factor instead.
    shown = card.overall if card.overall and card.overall.percent is not None else card.weakest
    with _card("satisfaction", _SATISFACTION, percent(shown.percent) if shown else MISSING):
        if shown:
            _against_target(shown, named=shown is not card.overall)
        told = messages.beside_overall if shown is card.overall else messages.satisfaction
        if card.factors and (said := told(card)):
            _line(said)
        _ways(scope, "pages/sipas.py", "Từng yếu tố", shown.source if shown else None)


def _no_scores(scope: Scope) -> None:
    with _card("lost", "Điểm bị mất", MISSING):
        _line("Chưa có bảng điểm nên chưa biết điểm mất ở đâu, ai chủ trì", strong=True)
        _ways(scope, "pages/losses.py", "Cần tệp nào", None)


def _units(scope: Scope, card: UnitsCard) -> None:
    with _card("units", _LEADS, literal(card.unit or "Không đơn vị nào")):
        if card.unit:
            _line(
                f"{points(card.lead_only)} điểm một mình chủ trì,"
                f" {points(card.shared)} khi chia đều",
                strong=True,
            )
        _line(messages.group_only(card.group_only_share, card.no_lead))
        query = {"don_vi": card.unit} if card.unit else {}
        _ways(scope, "pages/units.py", "Từng đơn vị", card.source or card.group_source, **query)


def _change(card: IndexCard) -> None:
    if card.change is None:
        _line(messages.index_change(card), strong=True)
        return
    _direction(card.change, messages.index_change(card))


def _against_target(shown: Factor, *, named: bool) -> None:
    if named:
        _line(f"thấp nhất: {shown.title}", strong=True)
    if shown.previous_percent is not None and shown.percent is not None:
        gained = shown.percent - shown.previous_percent
        _direction(gained, f"{change_points(gained)} so với năm trước")
    if shown.goal is not None:
        due = "" if shown.due_year is None else f" năm {shown.due_year}"
        _line(f"mục tiêu{due}: {percent(shown.goal)}", strong=True)


def _survey_points(scope: Scope) -> None:
    """Without a SIPAS table: what its criterion brought in the score table, if it is printed."""
    found = None
    if scope.score_batch:
        losses = answers.ask("losses", batch=scope.score_batch)
        found = next(survey_criterion(losses).itertuples(), None)
    if found is None:
        with _card("satisfaction", _SATISFACTION, MISSING):
            _line(f"Chưa có bảng SIPAS năm {scope.year}", strong=True)
            _ways(scope, "pages/importing.py", "Nạp bảng SIPAS", None)
        return
    with _card("satisfaction", _SATISFACTION, f"{points(found.points)} điểm"):
        _line(f"trên {points(found.max_points)}, mất {points(found.lost_points)} điểm", strong=True)
        _line(f"tiêu chí {found.code} của Chỉ số CCHC; chưa có bảng SIPAS năm {scope.year}")
        source = Source(found.batch, found.file_name, found.sheet, found.row)
        _ways(scope, "pages/losses.py", "Tiêu chí này", source, ma=found.code)


def _place_source(card: IndexCard) -> Source | None:
    return card.place.source if card.place else None


@contextmanager
def _card(key: str, title: str, figure: str) -> Iterator[None]:
    with st.container(border=True, height="stretch", gap="xsmall", key=f"the-{key}"):
        st.metric(title, figure, icon=_ICONS[key])
        yield


def _line(text: str, *, strong: bool = False) -> None:
    if strong:
        st.markdown(literal(text))
    else:
        st.caption(literal(text))


def _direction(gained: float, text: str) -> None:
    colour, icon = (
        (("green", "arrow_upward") if gained > 0 else ("red", "arrow_downward"))
        if gained
        else ("gray", "arrow_forward")
    )
    st.markdown(f":{colour}[:material/{icon}: {literal(text)}]")


def _ways(scope: Scope, page: str, label: str, source: Source | None, **query: str) -> None:
    """At the foot of a card: one click deeper, one click to the cell."""
    st.space("stretch")
    with st.container(horizontal=True, gap="small"):
        _way(page, scope, label, **query)
        if source:
            sources.link(source.batch, source.file_name, source.sheet, source.row, label="Nguồn")


def _way(page: str, scope: Scope, label: str, **query: str) -> None:
    st.page_link(
        page,
        label=label,
        icon=":material/arrow_forward:",
        query_params=filters.address(scope, **query),
    )
