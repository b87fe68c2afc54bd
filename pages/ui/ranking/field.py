"""The whole league: everybody's value with the bands, and the domains of the peers."""

import streamlit as st

from pages.ui import answers, figures, tables
from pages.ui.filters import Scope
from pages.ui.plain_text import literal
from pages.ui.ranking import league as ranking_league
from pages.ui.ranking import place
from pages.ui.ranking.league import League
from scoring.analysis.members import own_place, units
from scoring.analysis.members_spread import FEWEST
from scoring.analysis.messages import ranking as said
from scoring.analysis.ranking_names import with_other_sources
from scoring.charts.ranking import league as league_dots
from scoring.charts.ranking_spread import domain_spread
from scoring.text.format import integer
from scoring.text.format import rank as written_rank

_DOMAIN_COLUMNS = {
    "code": tables.text("Mã", width=64),
    "short_title": tables.text("Lĩnh vực"),
    "own": tables.of_percent("Của đơn vị"),
    "q1": tables.of_percent("Q1"),
    "median": tables.of_percent("Trung vị"),
    "q3": tables.of_percent("Q3"),
    "low": tables.of_percent("Thấp nhất"),
    "high": tables.of_percent("Cao nhất"),
    "count": tables.of_count("Số đơn vị"),
}


def show(scope: Scope, league: League) -> None:
    """A dot a member; a click opens the place of that one."""
    field, measure = league.field, league.measure
    message = said.field(field, measure)
    figures.message(message)
    if field.known:
        figures.show(
            league_dots(
                field.members.assign(field_size=field.size),
                own=scope.organisation,
                limits=said.limits(league.bands, measure),
                median=said.median_of(field),
                written=measure.value,
                others=league.rows[~league.rows["current"].astype(bool)].dropna(subset=["value"]),
            ),
            key="bang-xep-hang",
            alt=f"{message}. {said.place(league.standing, measure)}",
            on_pick=lambda organisation: ranking_league.open_member(scope, organisation),
        )
        st.caption("Bấm một chấm để xem chỗ đứng của đơn vị đó.")
    with tables.folded("bang-xep-hang-bang", "Cả bảng xếp hạng") as opened:
        if opened:
            _table(scope, league)
    place.source(league)


def domains(scope: Scope, league: League) -> None:
    """Each domain of the organisation against the quartiles of those scored beside it."""
    measure = league.measure
    asked = {
        "organisation": league.area,
        "year": scope.year,
    }
    every = answers.ask("members_tables", **asked)
    beside = every[(every["index_name"] == measure.index_name) & (every["level"] == measure.level)]
    if len(beside) < FEWEST or scope.organisation not in set(beside["organisation"]):
        _too_few(scope, len(beside))
        return
    cells = answers.ask(
        "members_domains", **asked, index_name=measure.index_name, level=measure.level
    )
    rows = own_place(units(beside, cells), scope.organisation)
    message = said.domains(rows, len(beside))
    figures.message(message)
    figures.show(domain_spread(rows, own=scope.name), key="linh-vuc-phan-bo", alt=message)
    st.caption(
        f"Mỗi lĩnh vực tính bằng % điểm tối đa của lĩnh vực đó ở chính đơn vị; "
        f"{integer(len(beside))} bảng điểm cấp {measure.level} đã nạp."
    )
    with tables.folded("linh-vuc-phan-bo-bang") as opened:
        if opened:
            tables.table(rows, _DOMAIN_COLUMNS, alt=message, wide=True)


def _too_few(scope: Scope, count: int) -> None:
    st.caption(
        literal(
            f"Phân bố theo lĩnh vực: mới nạp bảng điểm của {integer(count)} đơn vị cùng bảng năm "
            f"{scope.year}; cần từ {FEWEST} bảng, trong đó có {scope.name}, để so lĩnh vực."
        )
    )


def _table(scope: Scope, league: League) -> None:
    measure = league.measure
    columns = {
        "place": tables.text("Hạng", width="small"),
        "label": tables.text("Đơn vị"),
        "value": tables.Column("Điểm" if measure.unit == "điểm" else "Chỉ số", measure.value),
        "away": tables.Column(f"So với {scope.name}", measure.signed),
        "source": tables.text("Nguồn"),
    }
    own = league.standing.value
    listed = with_other_sources(league.field, league.rows)
    rows = listed.assign(
        place=[written_rank(one, league.field.size) for one in listed["rank"]],
        away=listed["value"] - (float("nan") if own is None else own),
        source=listed["source"].fillna(""),
    )
    tables.table(rows, columns, alt="Cả bảng xếp hạng", wide=True)
