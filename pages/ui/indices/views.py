"""Each index of one organisation and year: its value, its parts, or that it is not loaded."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from pages.ui import answers, figures, notices, sources, tables
from pages.ui.filters import Scope
from pages.ui.plain_text import literal
from scoring.analysis.indices import IndexView, side_by_side
from scoring.analysis.messages import indices as said
from scoring.charts.indices import part_bars
from scoring.text.format import change_points

_SIDE_BY_SIDE = 2


def of(scope: Scope) -> tuple[IndexView, ...]:
    """Every usual index, loaded or not, and whatever else is loaded."""
    known = answers.reference()
    return side_by_side(
        answers.ask("trend_values", organisation=scope.organisation),
        answers.ask("trend_parts", organisation=scope.organisation),
        scope.year,
        known.breaks,
        known.criteria_sets,
    )


def show(views: Sequence[IndexView]) -> None:
    """The loaded ones as small multiples, then which are not loaded."""
    shown = [one for one in views if one.loaded]
    for at, place in enumerate(st.columns(min(len(shown), _SIDE_BY_SIDE) or 1)):
        with place:
            for view in shown[at::_SIDE_BY_SIDE]:
                _one(view)
    missing = [said.missing(one) for one in views if not one.loaded]
    if missing:
        st.info(literal(" ".join(missing)), icon=":material/info:")
        st.page_link(notices.IMPORT_PAGE, label="Nạp tệp", icon=":material/upload_file:")


def _one(view: IndexView) -> None:
    figures.message(said.value(view))
    st.markdown(literal(said.change(view)))
    now = view.parts[view.parts["year"] == view.year]
    if now.empty:
        st.caption(literal(said.no_parts(view)))
    else:
        told = said.extremes(view)
        if told:
            st.markdown(literal(told))
        figures.show(
            part_bars(view.comparable, year=view.year),
            key=f"chi-so-{view.index_name}",
            alt=f"{said.value(view)}. {told or ''}",
        )
    if left_out := said.left_out(view):
        st.caption(literal(left_out))
    sources.link(view.batch, view.file_name, view.sheet, view.row)
    sources.caption(now[now["batch"] != view.batch])
    if len(view.parts):
        _numbers(view.index_name, view.parts)


def _numbers(index_name: str, parts: pd.DataFrame) -> None:
    with tables.folded(f"chi-so-{index_name}-bang") as is_open:
        if is_open:
            tables.table(
                parts.assign(year=parts["year"].astype(str)).sort_values(
                    ["year", "panel"], ascending=[False, True]
                ),
                {
                    "year": tables.text("Năm"),
                    "title": tables.text("Lĩnh vực, nội dung"),
                    "percent": tables.of_percent("% điểm tối đa"),
                    "step": tables.Column("So với năm trước", change_points),
                },
                alt=f"Các lĩnh vực, nội dung của {index_name} qua các năm",
            )
