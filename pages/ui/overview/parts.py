"""Under the cards: where most points went, or how the organisation stands without a score table."""

import pandas as pd
import streamlit as st

from pages.ui import answers, drill, figures, filters, sources, tables
from pages.ui.filters import Scope
from pages.ui.plain_text import literal
from scoring.analysis import messages
from scoring.analysis.cards import Headline, IndexCard, Place
from scoring.analysis.factors import factors_of
from scoring.analysis.targets import with_goals
from scoring.charts.losses import domain_bars
from scoring.charts.sipas import factor_bullets
from scoring.charts.years import standing, value_by_year
from scoring.text.format import percent, points

_FIRST_LEAVES = 5
_DOMAIN_COLUMNS = {
    "code": tables.text("Mã", width=64),
    "short_title": tables.text("Lĩnh vực"),
    "max_points": tables.of_points("Điểm chuẩn"),
    "lost_points": tables.of_points("Bị mất"),
    "share": tables.of_share("Tỷ trọng"),
}
_FACTOR_COLUMNS = {
    "title": tables.text("Yếu tố", width="medium"),
    "previous_percent": tables.of_percent("Năm trước"),
    "percent": tables.of_percent("Năm nay"),
    "sentence": tables.text("Mục tiêu", width="medium"),
}


def details(scope: Scope, head: Headline) -> None:
    """What the cards leave open: for a score table its losses, else the years and the field."""
    if head.domain is not None:
        _losses(scope, head)
        return
    _years(scope, head)
    _factors(scope, head)


def _losses(scope: Scope, head: Headline) -> None:
    left, right = st.columns([3, 2], gap="medium")
    top = answers.ask("losses_under", batch=scope.score_batch, parent="")
    leaves = answers.ask("leaves", batch=scope.score_batch).head(_FIRST_LEAVES)
    with left:
        figures.message(messages.waterfall(top))
        figures.show(
            domain_bars(top),
            key="linh-vuc",
            alt=messages.waterfall(top),
            on_pick=lambda code: drill.open_losses(scope, code),
        )
        with tables.folded("linh-vuc-bang") as opened:
            if opened:
                tables.table(top, _DOMAIN_COLUMNS, alt="Điểm bị mất của từng lĩnh vực")
                sources.caption(top)
    with right:
        figures.message("Tiêu chí mất nhiều điểm nhất")
        for leaf in leaves.itertuples():
            _leaf(scope, leaf.code, leaf.short_title, leaf.lost_points)
        if head.zeros and head.index:
            st.caption(literal(messages.zeros(head.zeros, head.index)))
        st.caption("Bấm một thanh hoặc một tiêu chí để xem chi tiết.")


def _leaf(scope: Scope, code: str, title: str, lost: float) -> None:
    """One criterion and what it lost: a line and not a grid, which the first screen waits for."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.page_link(
            drill.LOSSES_PAGE,
            label=literal(f"{code} {title}"),
            icon=":material/arrow_forward:",
            query_params=filters.address(scope, **{drill.CODE: code}),
            width="stretch",
        )
        st.markdown(f"**{points(lost)}**", width="content")


def _years(scope: Scope, head: Headline) -> None:
    """The overall satisfaction or the index over the years; a single year beside its field."""
    overall = answers.ask("satisfaction_overall", organisation=scope.organisation)
    if len(overall) > 1:
        _trend(scope, overall)
        return
    if head.index is None:
        return
    values = answers.ask(
        "index_values", organisation=scope.organisation, index_name=scope.index_name
    ).dropna(subset=["index_value"])
    if len(values) > 1:
        _trend(scope, values.assign(percent=values["index_value"]))
    elif head.index.place is not None and head.index.place.mean is not None:
        _field(head.name, head.index, head.index.place)


def _trend(scope: Scope, years: pd.DataFrame) -> None:
    said = messages.trend(years)
    figures.message(said)
    figures.show(
        value_by_year(years["year"].tolist(), years["percent"].tolist()),
        key="qua-cac-nam",
        alt=said,
    )
    sources.caption(years[years["year"] == scope.year])


def _field(name: str, card: IndexCard, place: Place) -> None:
    said = messages.against_field(card) or messages.place(place, None, 0)
    figures.message(said)
    figures.show(
        standing(
            ["Cao nhất", name, "Trung bình", "Trung vị"],
            [place.best, card.value, place.mean, place.median],
            own=1,
        ),
        key="trong-bang",
        alt=f"{said}; cao nhất {percent(place.best)}",
    )


def _factors(scope: Scope, head: Headline) -> None:
    if head.satisfaction is None or not head.satisfaction.factors:
        return
    asked = answers.ask("satisfaction", organisation=scope.organisation, year=scope.year)
    rows = messages.with_standing(with_goals(factors_of(asked), scope.year))
    said = messages.factors(rows)
    figures.message(said)
    figures.show(factor_bullets(rows, year=scope.year), key="yeu-to-tong-quan", alt=said)
    with tables.folded("yeu-to-bang") as opened:
        if opened:
            tables.table(rows, _FACTOR_COLUMNS, alt="Các yếu tố hài lòng, năm trước và mục tiêu")
    sources.caption(rows)
