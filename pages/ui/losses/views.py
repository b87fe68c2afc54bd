"""The parts of the losses page: the whole table, one level of it, one criterion."""

from html import escape

import pandas as pd
import streamlit as st

from pages.ui import answers, drill, figures, sources, tables
from pages.ui.filters import Scope
from pages.ui.losses import criterion, kind_form
from pages.ui.plain_text import literal
from scoring.analysis import messages
from scoring.analysis.losses import pareto_point
from scoring.charts.losses import kind_colour, kind_name, loss_bars, loss_waterfall, losses_by_kind
from scoring.charts.pareto import loss_pareto
from scoring.charts.treemap import loss_treemap
from scoring.text.format import percent, points, share

_LEVEL_COLUMNS = {
    "code": tables.text("Mã", width=64),
    "short_title": tables.text("Nội dung"),
    "max_points": tables.of_points("Điểm chuẩn"),
    "points": tables.of_points("Thẩm định"),
    "lost_points": tables.of_points("Bị mất"),
    "share": tables.of_share("Tỷ trọng"),
}
_LEAF_COLUMNS = {
    "code": tables.text("Mã", width=64),
    "short_title": tables.text("Tiêu chí"),
    "lost_points": tables.of_points("Bị mất"),
    "cumulative_share": tables.of_share("Cộng dồn"),
}
_KIND_COLUMNS = {
    "name": tables.text("Loại"),
    "lost_points": tables.of_points("Bị mất"),
    "share": tables.of_share("Tỷ trọng"),
    "leaves": tables.of_count("Số tiêu chí"),
}


def headline(scope: Scope) -> None:
    """What was lost of what, what stays, and what is inferred for domains not printed."""
    head = answers.headline(scope.organisation, scope.year)
    said = f"{scope.name}, năm {scope.year}"
    if head.index:
        said += f". {messages.lost(head.index)}, chỉ số {percent(head.index.value)}"
    st.markdown(f"**{literal(said)}**")
    for domain in head.absent_domains:
        st.caption(literal(f"{messages.absent_domain(domain)}."))


def at(scope: Scope, losses: pd.DataFrame, code: str) -> None:
    """The whole table, or what lies under one of its codes."""
    if not code:
        whole(scope)
        return
    criterion_row = losses[losses["code"] == code].iloc[0]
    if criterion_row["leaf"]:
        leaf(scope, criterion_row)
    else:
        level(scope, criterion_row)


def whole(scope: Scope) -> None:
    """From the maximum over the domains to the result, by tile and by kind."""
    totals = answers.ask("totals", batch=scope.score_batch).iloc[0]
    top = answers.ask("losses_under", batch=scope.score_batch, parent="")
    left, right = st.columns([3, 2], gap="medium")
    with left:
        figures.message(messages.waterfall(top))
        figures.show(
            loss_waterfall(top, totals["total_max"]),
            key="thac-nuoc",
            alt=f"Từ {points(totals['total_max'])} điểm tối đa trừ dần điểm mất của từng lĩnh vực"
            f" còn {points(totals['points'])} điểm",
            on_pick=drill.go,
        )
        sources.caption(top)
    with right:
        _treemap(top, "")
        _kinds(str(scope.score_batch))
    _level_table(top, "", expanded=False)
    pareto(scope)


def pareto(scope: Scope) -> None:
    """How few criteria carry most of the loss, each named beside the chart."""
    leaves = answers.ask("leaves", batch=scope.score_batch)
    left, right = st.columns([3, 2], gap="medium")
    said = messages.pareto(pareto_point(leaves))
    with left:
        figures.message(said)
        figures.show(loss_pareto(leaves), key="pareto", alt=said, on_pick=drill.go)
    with right:
        st.caption("Bấm một dòng, hoặc một cột của biểu đồ, để xem tiêu chí.")
        tables.table(
            leaves,
            _LEAF_COLUMNS,
            alt="Các tiêu chí theo điểm bị mất, lớn nhất trước, với tỷ trọng cộng dồn",
            key="bang-pareto",
            on_pick=lambda row: drill.go(leaves["code"].iloc[row]),
        )


def level(scope: Scope, at: pd.Series) -> None:
    """The criteria directly under one, largest loss first."""
    children = answers.ask("losses_under", batch=scope.score_batch, parent=at["code"])
    figures.message(messages.under(at["short_title"], children))
    criterion.figures(at, lost=_lost(scope))
    left, right = st.columns([3, 2], gap="medium")
    with left:
        figures.show(
            loss_bars(children),
            key=f"cot-{at['code']}",
            alt=f"Điểm mất của các mục trong {at['code']}, lớn nhất trước",
            on_pick=drill.go,
        )
    with right:
        _treemap(children, at["code"])
    _level_table(children, at["code"], expanded=True)
    if criterion.has_plan(at):
        criterion.plan(at)
    criterion.notes(at)
    criterion.source(at)


def leaf(scope: Scope, at: pd.Series) -> None:
    """The last level: the criterion's own view."""
    figures.message(
        f"{at['short_title']} mất {points(at['lost_points'])} điểm,"
        f" {share(at['share'])} tổng điểm mất"
    )
    if at["title"] != at["short_title"]:
        st.caption(literal(at["title"]))
    criterion.figures(at, lost=_lost(scope))
    criterion.plan(at)
    criterion.notes(at)
    criterion.source(at)


def _lost(scope: Scope) -> float | None:
    index = answers.headline(scope.organisation, scope.year).index
    return index.lost if index else None


def _treemap(rows: pd.DataFrame, at: str) -> None:
    st.html(f"<small>Ô càng lớn càng mất nhiều điểm. {_legend(rows)}</small>")
    figures.show(
        loss_treemap(rows),
        # The map zooms into the clicked tile: a key a level brings the next one in unzoomed.
        key=f"o-{at}",
        alt="Mỗi ô là một mục, càng lớn càng mất nhiều điểm; màu theo loại tiêu chí",
        on_pick=drill.go,
    )


def _legend(rows: pd.DataFrame) -> str:
    names = answers.kinds()
    kinds = rows.loc[rows["lost_points"] > 0, "kind"].drop_duplicates()
    return " ".join(
        f'<span style="color:{kind_colour(kind)}">■</span> {escape(kind_name(kind, names))}'
        for kind in kinds
    )


def _kinds(batch: str) -> None:
    by_kind = answers.ask("losses_by_kind", batch=batch)
    names = answers.kinds()
    said = messages.kinds(by_kind, names)
    figures.message(said)
    figures.show(losses_by_kind(by_kind, names), key="loai-bieu-do", alt=said)
    with st.expander("Bảng số liệu theo loại", icon=":material/table:"):
        tables.table(
            by_kind.assign(name=[kind_name(kind, names) for kind in by_kind["kind"]]),
            _KIND_COLUMNS,
            alt="Điểm bị mất theo loại tiêu chí",
        )
    kind_form.offer(batch, answers.ask("losses", batch=batch))


def _level_table(rows: pd.DataFrame, at: str, *, expanded: bool) -> None:
    with st.expander("Bảng số liệu", expanded=expanded, icon=":material/table:"):
        st.caption("Bấm một dòng để xuống một cấp.")
        tables.table(
            rows,
            _LEVEL_COLUMNS,
            alt="Điểm chuẩn, điểm thẩm định và điểm bị mất của từng mục",
            key=f"bang-{at}",
            on_pick=lambda row: drill.go(rows["code"].iloc[row]),
        )
