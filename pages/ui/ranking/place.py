"""Under the title: the place in points, the way to the next step, and why the rank moved."""

import streamlit as st

from pages.ui import answers, figures, sources, tables
from pages.ui.filters import Scope
from pages.ui.plain_text import literal
from pages.ui.ranking.cards import card, line
from pages.ui.ranking.league import League, breaks, of_batch
from scoring.analysis import messages
from scoring.analysis.messages import ranking as said
from scoring.analysis.messages import ranking_change as since
from scoring.analysis.questions import records
from scoring.analysis.ranking import Step, disagreeing
from scoring.analysis.ranking_change import Passing, RankChange
from scoring.analysis.ranking_change import change as rank_change
from scoring.text.format import MISSING, percent, rank

_MOST_TOLD = 6
_MOST_DISAGREEING = 3
_PASSING_COLUMNS = {
    "side": tables.text("Bên nào", width="small"),
    "name": tables.text("Đơn vị"),
    "rank_before": tables.of_count("Hạng năm trước"),
    "rank": tables.of_count("Hạng năm nay"),
}


def cards(scope: Scope, league: League) -> None:
    """The value with its place; how far the next place, the middle, the band and the best are."""
    held, measure = league.standing, league.measure
    with st.grid(4, min_column_width=220, gap="small"):
        with card("hang-cho", _title(league), measure.value(held.value), ":material/leaderboard:"):
            ranked = rank(held.rank, held.size) if held.rank is not None else MISSING
            line(f"hạng {ranked}", strong=True)
            line(messages.band(held.band, scope.year))
        with card("hang-len", "Lên một bậc", _away(league, held.following), ":material/north:"):
            line(said.following(held, measure), strong=True)
            if held.best is None or held.best.points > 0:
                line(said.best(held, measure))
        above = _above(league, held.median)
        with card("hang-giua", "So với trung vị", above, ":material/balance:"):
            line(said.against(held.median, "trung vị", measure), strong=True)
            line(said.against(held.mean, "trung bình", measure))
        band = MISSING if held.to_next_band is None else measure.gap(held.to_next_band)
        with card("hang-nhom", "Đến nhóm trên", band, ":material/stairs:"):
            line(said.to_band(held, scope.year, measure), strong=True)


def change(scope: Scope, league: League) -> None:
    """The change on the year before: points first, then the rank, who passed and who was passed."""
    moved = _moved(scope, league)
    if moved is None:
        st.markdown(literal(f"{_why_not(scope, league)}."))
        return
    cut = [one for one in breaks(league) if one.year == scope.year]
    if cut:
        figures.message(since.series_broken(moved, cut[0].reason))
    else:
        figures.message(since.change(moved, league.measure))
    for title, passed in _sides(moved):
        if passed:
            st.markdown(literal(since.passings(title, passed, league.measure, moved.tolerance)))
    if noted := since.others_moved(moved):
        st.caption(literal(f"{noted}."))
    _all_passings(moved)


def doubts(scope: Scope, league: League) -> None:
    """What the place does not say: rounding, a field known in part, sources that disagree."""
    field, held = league.field, league.standing
    rounded = said.rounding(held, field, league.measure)
    if rounded and held.within_rounding:
        st.info(literal(f"{rounded}."), icon=":material/equal:")
        rounded = None
    for told in (rounded, said.incomplete(field), _own_table(scope, league)):
        if told:
            st.caption(literal(f"{told}."))
    for where in sorted(set(league.bands["source"].dropna())):
        st.caption(literal(f"Giới hạn các nhóm năm {scope.year} theo {where}"))
    _disagreements(scope, league)


def _disagreements(scope: Scope, league: League) -> None:
    """The organisation's own first; the others' further values stand in the table below."""
    every = disagreeing(league.rows)
    every.sort(key=lambda rows: rows[0]["organisation"] != scope.organisation)
    for rows in every[:_MOST_DISAGREEING]:
        st.warning(literal(f"{said.disagreement(rows, league.measure)}."), icon=":material/rule:")
    if len(every) > _MOST_DISAGREEING:
        rest = len(every) - _MOST_DISAGREEING
        st.caption(f"Còn {rest} đơn vị có nguồn ghi khác nhau: xem ở Cả bảng xếp hạng.")


def _moved(scope: Scope, league: League) -> RankChange | None:
    before = league.places[
        league.places["own"].astype(bool)
        & (league.places["year"] == scope.year - 1)
        & (league.places["area"] == league.area)
    ]
    if before.empty:
        return None
    _, field = of_batch(before["league"].iloc[-1])
    return rank_change(league.field, field, scope.organisation, scope.year - 1)


def _why_not(scope: Scope, league: League) -> str:
    former = league.places[
        ~league.places["own"].astype(bool) & (league.places["year"] == scope.year - 1)
    ]
    names = list(dict.fromkeys(former["name"]))
    return since.no_year_before(scope.year - 1, scope.name, names)


def _sides(moved: RankChange) -> list[tuple[str, tuple[Passing, ...]]]:
    known = "" if moved.everybody_known else "Trong số đã biết: "
    return [
        (f"{known}Vượt lên trước", moved.passed_by),
        (f"{known}Bị vượt qua", moved.passed),
    ]


def _all_passings(moved: RankChange) -> None:
    if len(moved.passed) + len(moved.passed_by) <= _MOST_TOLD:
        return
    with tables.folded("vuot-bang", "Mọi đơn vị đã vượt hoặc bị vượt") as opened:
        if opened:
            tables.table(
                since.passings_table(moved),
                _PASSING_COLUMNS,
                alt="Các đơn vị đã vượt và bị vượt",
            )


def _own_table(scope: Scope, league: League) -> str | None:
    """Where the organisation's own score table gives another value than the league."""
    if scope.score_batch is None or scope.index_name != league.measure.index_name:
        return None
    for row in records(answers.ask("totals", batch=scope.score_batch)):
        own, printed = row["index_value"], league.standing.value
        if own is not None and printed is not None and percent(own) != percent(printed):
            return f"Bảng xếp hạng ghi {percent(printed)}, bảng điểm cho {percent(own)}"
    return None


def _title(league: League) -> str:
    return f"Chỉ số {league.measure.index_name} {league.year}"


def _away(league: League, step: Step | None) -> str:
    """How many points away a step up is."""
    return MISSING if step is None else league.measure.gap(step.points)


def _above(league: League, step: Step | None) -> str:
    """How many points the organisation is above a value, below it with a minus."""
    if step is None:
        return MISSING
    equal = round(step.points, 2) == 0
    return league.measure.gap(0.0) if equal else league.measure.signed(-step.points)


def source(league: League) -> None:
    """Where the league was read."""
    sources.caption(league.rows)
