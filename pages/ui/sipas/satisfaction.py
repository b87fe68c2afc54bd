"""How satisfied people are: the overall percentage over the years, beside target and nation."""

import pandas as pd
import streamlit as st

from pages.ui import answers, drill, figures, filters, notices, sources, tables
from pages.ui.filters import Scope
from pages.ui.plain_text import literal
from scoring.analysis import messages
from scoring.analysis.factors import survey_criterion
from scoring.analysis.targets import with_goals
from scoring.charts.sipas import SERIES_FROM, STATE_WORDS, overall_trend
from scoring.text.format import change_points, percent, points, rank

NATION = "ca-nuoc"

_NATION_LEVEL = "cả nước"


def nothing(scope: Scope) -> None:
    """No satisfaction table: what to load, and the rank where a league table has one."""
    notices.nothing_loaded(scope.name, scope.year, "kết quả SIPAS")
    _survey_points(scope)
    st.caption(
        "Tệp cần có một dòng cho mỗi yếu tố với tỷ lệ hài lòng (%), và cột mục tiêu nếu có. "
        "Dòng chỉ số hài lòng chung được đọc riêng."
    )
    place = answers.ask(
        "league_place", organisation=scope.organisation, index_name="SIPAS", year=scope.year
    )
    for row in place.itertuples():
        st.markdown(
            f"Bảng xếp hạng SIPAS ghi **{percent(row.value)}**, "
            f"hạng {rank(row.rank, row.field_size)}."
        )
        sources.link(row.batch, row.file_name, row.sheet, row.row)


def _survey_points(scope: Scope) -> None:
    """What the survey brought in the score table, where that prints it as a criterion."""
    if not scope.score_batch:
        return
    losses = answers.ask("losses", batch=scope.score_batch)
    for row in survey_criterion(losses).itertuples():
        st.markdown(
            f"Bảng điểm có tiêu chí {literal(row.code)} {literal(row.short_title)}: "
            f"**{points(row.points)}** trên {points(row.max_points)} điểm, "
            f"mất {points(row.lost_points)} điểm."
        )
        st.page_link(
            drill.LOSSES_PAGE,
            label="Xem tiêu chí này",
            icon=":material/arrow_forward:",
            query_params=filters.address(scope, **{drill.CODE: row.code}),
        )


def overall(scope: Scope) -> None:
    """The overall percentage over the years beside the nation's, or that none was published."""
    known = answers.ask("satisfaction_overall", organisation=scope.organisation)
    nation = answers.ask("satisfaction_overall", organisation=NATION)
    mean = nation.loc[nation["year"] == scope.year, "percent"]
    if known[known["year"] == scope.year].empty:
        return
    said = messages.trend(_comparable(known, scope.year))
    figures.message(f"Chỉ số hài lòng chung. {said}")
    _overall_target(scope)
    compared = scope.level != _NATION_LEVEL and not nation.empty
    if compared:
        _against_nation(known, mean, scope.year)
    figures.show(
        overall_trend(known, name=scope.name, mean=nation if compared else None),
        key="xu-huong",
        alt=f"Chỉ số hài lòng chung qua các năm. {said}",
    )
    _series_note(known)
    _years(known)
    _year_sources(known)


def _overall_target(scope: Scope) -> None:
    asked = answers.ask("satisfaction", organisation=scope.organisation, year=scope.year)
    goals = messages.with_standing(with_goals(asked[asked["overall"]], scope.year))
    for row in goals[goals["kind"].notna()].itertuples():
        st.markdown(f"{STATE_WORDS[row.state]}. {literal(row.standing)}")


def gaps(scope: Scope) -> None:
    """What the file does not print: the overall row, or the factors."""
    asked = answers.ask("satisfaction", organisation=scope.organisation, year=scope.year)
    if asked["overall"].all():
        _only_overall(asked, scope.year)
    elif not asked["overall"].any():
        _no_overall(scope.year)


def _no_overall(year: int) -> None:
    nation = answers.ask("satisfaction_overall", organisation=NATION)
    mean = nation.loc[nation["year"] == year, "percent"]
    known = f" (cả nước năm {year}: {percent(mean.iloc[0])})" if len(mean) else ""
    st.caption(
        f"Tệp không có dòng chỉ số hài lòng chung năm {year} nên chưa so được với mức chung cả "
        f"nước{known}; trung bình các yếu tố không thay được chỉ số chung."
    )


def _only_overall(asked: pd.DataFrame, year: int) -> None:
    said = "" if asked["kind"].notna().any() else " Chưa có mục tiêu."
    st.caption(f"Tệp chỉ có dòng chỉ số chung năm {year}, không có tỷ lệ theo yếu tố.{said}")


def _against_nation(known: pd.DataFrame, mean: pd.Series, year: int) -> None:
    if mean.empty:
        st.caption(f"Chưa nạp mức chung cả nước năm {year} để so sánh.")
        return
    value = known.loc[known["year"] == year, "percent"].iloc[0]
    st.markdown(
        f"So với mức chung cả nước năm {year} ({percent(mean.iloc[0])}): "
        f"**{change_points(value - mean.iloc[0])}**"
    )


def _comparable(known: pd.DataFrame, year: int) -> pd.DataFrame:
    """The years up to the chosen one that the same survey measured."""
    same_survey = (known["year"] >= SERIES_FROM) == (year >= SERIES_FROM)
    return known[same_survey & (known["year"] <= year)]


def _year_sources(known: pd.DataFrame) -> None:
    with st.container(horizontal=True, gap="small"):
        for row in known.itertuples():
            label = f"Nguồn năm {row.year}"
            sources.link(row.batch, row.file_name, row.sheet, row.row, label=label)


def _series_note(known: pd.DataFrame) -> None:
    broken = (known["year"] < SERIES_FROM).any() and (known["year"] >= SERIES_FROM).any()
    st.caption(
        "Mức thay đổi tính bằng điểm phần trăm (điểm %)."
        + (
            f" Từ năm {SERIES_FROM} khảo sát đo cả khâu chính sách nên không so với các năm trước."
            if broken
            else ""
        )
    )


def _years(known: pd.DataFrame) -> None:
    before = known.set_index("year")["percent"].reindex(known["year"] - 1).to_numpy()
    same_series = known["year"] != SERIES_FROM
    tables.table(
        known.assign(
            year=known["year"].astype(str), gained=(known["percent"] - before).where(same_series)
        ),
        {
            "year": tables.text("Năm"),
            "percent": tables.of_percent("Chỉ số hài lòng chung"),
            "gained": tables.Column("So với năm trước", change_points),
        },
        alt="Chỉ số hài lòng chung từng năm và mức thay đổi",
    )
