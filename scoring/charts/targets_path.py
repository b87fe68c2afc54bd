"""On which way does an indicator go to its targets, and where was it?"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

import pandas as pd
import plotly.graph_objects as go

from scoring.charts import theme
from scoring.charts.marks import printed
from scoring.charts.point_words import ALL_TOLD

_ROOM = 0.3  # of the range, above and below, for the words at the points
_HOVER = "%{hovertext}<extra></extra>"


@dataclass(frozen=True)
class Axis:
    """What the values are, and whether the best place stands at the top with the lowest number."""

    title: str
    ranked: bool = False


def target_path(
    way: pd.DataFrame,
    results: pd.DataFrame,
    others: pd.DataFrame,
    axis: Axis,
    *,
    year: int,
    needed: tuple[float, str] | None = None,
    marks: Sequence[tuple[int, str]] = (),
) -> go.Figure:
    """The straight way through the targets, and the results beside it; a line stops at a break.

    Only the targets, the results of the year and the latest, and what the year asks for are told.

    Shape: `way` has year, value, told, goal (a target, else the start) by year; `results` year,
        value, told, short, entered, segment (no line goes from one to the next); `others` the
        targets of other tables: year, value, told. `needed`: what the year asks for, and its words;
        `marks`: the first year of each new series and its sign.
    """
    figure = go.Figure()
    _add_way(figure, way)
    _add_others(figure, others)
    upper = _add_results(figure, results, year, needed, ranked=axis.ranked)
    _add_year(figure, year, needed, below=upper)
    for at, sign in marks:
        figure.add_vline(
            x=at - 0.5,
            line={"color": theme.NEUTRAL, "dash": "dash", "width": 1.5},
            annotation_text=f"<b>{sign}</b>",
            annotation_position="top right",
        )
    every = pd.concat([way, results, others])
    _lay(figure, every, axis, year)
    return theme.legend_above(theme.style(figure, height=360))


def _add_way(figure: go.Figure, way: pd.DataFrame) -> None:
    if way.empty:
        return
    goal = way["goal"].astype(bool)
    figure.add_scatter(
        x=way["year"].tolist(),
        y=way["value"].tolist(),
        mode="lines+markers+text",
        line={"color": theme.PURPLE, "width": 2, "dash": "dash"},
        marker={
            "symbol": ["star-diamond" if one else "circle-open" for one in goal],
            "size": 12,
        },
        text=_safe(way["told"]) if len(way) <= ALL_TOLD else None,
        textposition=["top left" if at else "top right" for at in range(len(way))],
        textfont={"color": theme.PURPLE},
        name="Lộ trình qua các năm phải đạt",
        hovertext=_safe(way["told"]),
        hovertemplate=_HOVER,
        cliponaxis=False,
    )


def _add_others(figure: go.Figure, others: pd.DataFrame) -> None:
    if others.empty:
        return
    figure.add_scatter(
        x=others["year"].tolist(),
        y=others["value"].tolist(),
        mode="markers",
        marker={"symbol": "star-diamond-open", "size": 12, "color": theme.PURPLE},
        name="Chỉ tiêu của bảng khác",
        hovertext=others["told"].map(lambda told: printed(told, 42)).tolist(),
        hovertemplate=_HOVER,
        cliponaxis=False,
    )


def _add_results(
    figure: go.Figure,
    results: pd.DataFrame,
    year: int,
    needed: tuple[float, str] | None,
    *,
    ranked: bool,
) -> bool:
    """Draw the results; gives whether the words of the latest one stand above its point."""
    if results.empty:
        return False
    last = float(results["value"].iloc[-1])
    upper = needed is not None and (last < needed[0] if ranked else last >= needed[0])
    for number, (_, series) in enumerate(results.groupby("segment")):
        spoken = series["year"].isin([results["year"].max(), year])
        figure.add_scatter(
            x=series["year"].tolist(),
            y=series["value"].tolist(),
            mode="lines+markers+text",
            line={"color": theme.TOTAL, "width": 3},
            marker={
                "size": 10,
                "symbol": ["circle-open" if one else "circle" for one in series["entered"]],
            },
            name="Kết quả (vòng rỗng: nhập tay)" if results["entered"].any() else "Kết quả",
            legendgroup="results",
            showlegend=number == 0,
            text=_safe(series["short"].where(spoken, "")),
            textposition="top left" if upper else "bottom right",
            textfont={"color": theme.TOTAL},
            hovertext=series["told"].map(lambda told: printed(told, 42)).tolist(),
            hovertemplate=_HOVER,
            cliponaxis=False,
        )
    return upper


def _add_year(
    figure: go.Figure, year: int, needed: tuple[float, str] | None, *, below: bool
) -> None:
    """The year that is judged, and what the way asks for in it."""
    figure.add_vline(x=year, line={"color": theme.NEUTRAL, "width": 1}, layer="below")
    if needed is None:
        return
    value, told = needed
    figure.add_scatter(
        x=[year],
        y=[value],
        mode="markers+text",
        marker={
            "symbol": "diamond",
            "size": 12,
            "color": "#333333",
            "line": {"width": 1.5, "color": "white"},
        },
        text=[escape(told, quote=False)],
        textposition="bottom right" if below else "top left",
        name=f"Cần đạt năm {year}",
        hovertext=[escape(told, quote=False)],
        hovertemplate=_HOVER,
        cliponaxis=False,
    )


def _safe(texts: pd.Series) -> list[str]:
    """Texts of a file, which are never markup of the figure."""
    return [escape(str(text), quote=False) for text in texts]


def _lay(figure: go.Figure, every: pd.DataFrame, axis: Axis, year: int) -> None:
    years = [*every["year"].astype(int), year]
    first, last = min(years), max(years)
    figure.update_xaxes(
        range=[first - 0.6, last + 0.6],
        showgrid=False,
        tickformat="d",
        dtick=1 if last - first <= 8 else None,
        nticks=8,
    )
    known = every["value"].astype(float)
    spare = max(float(known.max() - known.min()) * _ROOM, 1.0) if len(known) else 1.0
    ends = [float(known.min()) - spare, float(known.max()) + spare] if len(known) else None
    if ends and axis.ranked:
        ends = ends[::-1]
    figure.update_yaxes(range=ends, title_text=escape(axis.title, quote=False), nticks=6)
