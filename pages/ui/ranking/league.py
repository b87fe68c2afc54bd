"""Which league is looked at: of the chosen organisation and year, the index, and by which names?"""

from dataclasses import dataclass

import pandas as pd
import streamlit as st

from pages.ui import answers, choices, notices
from pages.ui.filters import Scope
from pages.ui.plain_text import literal
from scoring.analysis.messages.ranking_words import Measure
from scoring.analysis.ranking import Field, Standing, field_of, standing
from scoring.analysis.ranking_names import about_today, with_labels
from scoring.analysis.trend_breaks import Cut, cuts
from scoring.text.format import integer

PAGE = "pages/ranking.py"
INDEX = "chi_so"
NAMES = "ten"

_TODAY = "hien-nay"
_NAMES = {"luc-do": "Tên tại thời điểm", _TODAY: "Quy về hiện nay"}
_FIRST_INDEX = "PAR"


@dataclass(frozen=True)
class League:
    """One league of one year, with the organisation's place in it.

    Shape: `rows` as `ranking_field`; `places` as `ranking_places`, of this index and level.
    """

    batch: str
    year: int
    area: str
    measure: Measure
    rows: pd.DataFrame
    field: Field
    standing: Standing
    bands: pd.DataFrame
    places: pd.DataFrame


def chosen(scope: Scope) -> League | None:
    """The league of the index chosen above; None where no league of that year has the place."""
    places = answers.ask("ranking_places", organisation=scope.organisation)
    held = places[places["own"].astype(bool) & (places["year"] == scope.year)]
    if held.empty:
        return None
    index_name = _index(scope, sorted(set(held["index_name"])))
    row = held[held["index_name"] == index_name].iloc[-1]
    measure = Measure(index_name, row["level"])
    found = of_batch(row["league"])
    bands = answers.ask("ranking_bands", index_name=index_name, level=row["level"], year=scope.year)
    place = standing(found[1], scope.organisation, bands)
    if place is None:
        return None
    _headline(scope, found[1], measure, row["area_name"])
    same = (places["index_name"] == index_name) & (places["level"] == row["level"])
    labelled = _named(found[1])
    return League(
        batch=row["league"],
        year=scope.year,
        area=row["area"],
        measure=measure,
        rows=found[0],
        field=labelled,
        standing=place,
        bands=bands,
        places=places[same],
    )


def of_batch(batch: str) -> tuple[pd.DataFrame, Field]:
    """The rows of one league table, and the field that they make."""
    rows = answers.ask("ranking_field", batch=batch)
    return rows, field_of(rows)


def breaks(league: League) -> tuple[Cut, ...]:
    """Where between the years of the places the index became another one, and why."""
    known = answers.reference()
    measure = league.measure
    years = [int(year) for year in league.places["year"]]
    return cuts(measure.index_name, measure.level, years, known.breaks, known.criteria_sets)


def nothing(scope: Scope) -> None:
    """No league of that year has the organisation: which ones there are, and what to load."""
    places = answers.ask("ranking_places", organisation=scope.organisation)
    years = sorted({int(year) for year in places.loc[places["own"].astype(bool), "year"]})
    notices.nothing_loaded(scope.name, scope.year, "thứ hạng")
    for year in years:
        st.page_link(
            PAGE,
            label=f"Xem năm {year}",
            icon=":material/arrow_forward:",
            query_params={"co_quan": scope.organisation, "nam": str(year)},
        )
    of_members(scope)


def of_members(scope: Scope) -> None:
    """Links to the leagues of those directly under the organisation."""
    for row in answers.ask(
        "members_leagues", organisation=scope.organisation, year=scope.year
    ).itertuples():
        st.page_link(
            PAGE,
            label=literal(
                f"Bảng xếp hạng {row.index_name} cấp {row.level} năm {scope.year} "
                f"({integer(row.row_count)} dòng)"
            ),
            icon=":material/leaderboard:",
            query_params={"co_quan": row.first, "nam": str(scope.year), INDEX: row.index_name},
        )


def open_member(scope: Scope, organisation: str) -> None:
    """Leave for another member's place in the same league: for callbacks."""
    kept = {name: st.query_params[name] for name in (INDEX, NAMES) if name in st.query_params}
    st.switch_page(PAGE, query_params={"co_quan": organisation, "nam": str(scope.year)} | kept)


def _index(scope: Scope, held: list[str]) -> str:
    usual = next((one for one in (scope.index_name, _FIRST_INDEX) if one in held), held[0])
    if len(held) == 1:
        return held[0]
    return choices.one_of("Chỉ số", INDEX, {one: one for one in held}, usual=str(usual))


def _headline(scope: Scope, field: Field, measure: Measure, area_name: str) -> None:
    said = f"{scope.name}, năm {scope.year}"
    many = "" if field.size is None else f"{integer(field.size)} "
    st.markdown(
        f"**{literal(said)}**: "
        + literal(f"bảng {measure.index_name} của {many}đơn vị cấp {measure.level}, {area_name}")
    )


def _named(field: Field) -> Field:
    """The field with the names that were chosen, where any member has another one today."""
    today = False
    if field.members["today"].notna().any():
        today = choices.one_of("Tên đơn vị", NAMES, _NAMES, usual="luc-do") == _TODAY
    if today:
        st.caption(f"{about_today(field.members)}.")
    members = with_labels(field.members, today=today)
    return Field(members, field.size, field.known, field.tolerance)
