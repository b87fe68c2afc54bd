"""How satisfied people are: the overall percentage, and each factor against its target."""

import pandas as pd
import streamlit as st

from pages.ui import answers, choices, drill, figures, filters, notices, sources, tables
from pages.ui.filters import Scope
from pages.ui.plain_text import literal
from scoring.analysis import messages
from scoring.analysis.targets import with_goals
from scoring.charts.sipas import SERIES_FROM, STATE_WORDS, factor_bullets, overall_trend
from scoring.text.format import MISSING, change_points, number, percent, points, rank

READING = "cach_doc"
READINGS = {"diem": "Tăng điểm phần trăm", "tuong-doi": "Tăng tương đối"}
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
    for row in losses[losses["title"].str.contains("SIPAS", case=False)].head(1).itertuples():
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


def factors(scope: Scope) -> None:
    """Each factor against last year and its target, the furthest from its target first."""
    asked = answers.ask("satisfaction", organisation=scope.organisation, year=scope.year)
    if asked["overall"].all():
        return
    heading = st.container()
    relative = _reading(asked, scope.year) == "tuong-doi"
    goals = _ordered(asked, scope.year, relative=relative)
    with heading:
        figures.message(messages.factors(goals))
    figures.show(
        factor_bullets(goals, year=scope.year),
        key="yeu-to",
        alt=f"Tỷ lệ hài lòng theo yếu tố, năm trước và mục tiêu. {messages.factors(goals)}",
    )
    st.caption(
        "Xếp theo mức còn thiếu so với mục tiêu, xa nhất trước; bằng nhau thì theo thứ tự trong "
        f"tệp. {_missing_last_year(goals, scope.year)}"
    )
    _table(goals, scope.year)
    sources.caption(goals)


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


def _reading(asked: pd.DataFrame, year: int) -> str:
    """How '+2 %' is read, with both readings of the first such target spelled out."""
    rises = asked[(asked["kind"] == "rise") & asked["is_percent"].eq(True)]
    if rises.empty:
        return "diem"
    chosen = choices.one_of("Cách đọc mục tiêu “tăng … %”", READING, READINGS, usual="diem")
    st.caption(_both(rises, year))
    return chosen


def _both(rises: pd.DataFrame, year: int) -> str:
    first = rises.iloc[[0]]
    by_points = with_goals(first, year).iloc[0]
    relative = with_goals(first, year, relative=True).iloc[0]
    amount = number(by_points["amount"]).removesuffix(",00")
    base = percent(by_points["base_value"])
    return (
        f"Tăng điểm phần trăm: {base} tăng {amount} điểm % → {percent(by_points['goal'])}. "
        f"Tăng tương đối: {base} × (100 % + {amount} %) → {percent(relative['goal'])}."
    )


def _ordered(asked: pd.DataFrame, year: int, *, relative: bool) -> pd.DataFrame:
    goals = with_goals(asked[~asked["overall"]], year, relative=relative)
    said = messages.with_standing(goals, relative=relative)
    return said.sort_values("short_points", ascending=False, kind="stable", na_position="last")


def _missing_last_year(goals: pd.DataFrame, year: int) -> str:
    known = goals["previous_percent"].notna()
    if known.all():
        return ""
    of_some = " của một số yếu tố" if known.any() else ""
    return f"Chưa có kết quả năm {year - 1}{of_some} để so sánh."


def _table(goals: pd.DataFrame, year: int) -> None:
    tables.table(
        goals.assign(
            word=goals["state"].map(STATE_WORDS),
            gained=goals["percent"] - goals["previous_percent"],
            due=goals["due_year"].map(lambda due: MISSING if pd.isna(due) else str(int(due))),
        ),
        {
            "title": tables.text("Yếu tố"),
            "percent": tables.of_percent(f"Năm {year}"),
            "previous_percent": tables.of_percent(f"Năm {year - 1}"),
            "gained": tables.Column("Thay đổi", change_points),
            "goal": tables.of_percent("Mục tiêu"),
            "due": tables.text("Năm đến hạn"),
            "short_points": tables.Column("Còn thiếu (điểm %)", number),
            "word": tables.text("Trạng thái"),
            "sentence": tables.text("Chỉ tiêu như trong tệp"),
        },
        alt="Từng yếu tố: kết quả, năm trước, mục tiêu và mức còn thiếu",
    )
