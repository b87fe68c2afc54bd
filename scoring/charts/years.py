"""How did a percentage move over the years, and how does it stand beside others of its year?"""

from collections.abc import Sequence

import plotly.graph_objects as go

from scoring.charts import theme
from scoring.charts.marks import printed
from scoring.text.format import percent

_ROW = 44  # pixels


def value_by_year(years: Sequence[int], values: Sequence[float | None]) -> go.Figure:
    """One point a year with its percentage; a year without a value leaves a gap."""
    figure = go.Figure(
        go.Scatter(
            x=[str(year) for year in years],
            y=list(values),
            mode="lines+markers+text",
            text=[percent(value) for value in values],
            textposition="top center",
            cliponaxis=False,
            line={"color": theme.TOTAL, "width": 2},
            marker={"size": 9},
            hovertemplate="Năm %{x}: %{text}<extra></extra>",
        )
    )
    known = [value for value in values if value is not None]
    room = max((max(known) - min(known)) * 0.35, 0.5) if known else 1
    figure.update_xaxes(type="category", range=[-0.5, len(years) - 0.5])
    figure.update_yaxes(
        range=[min(known) - room, max(known) + room] if known else None,
        ticksuffix="\u00a0%",
        nticks=5,
    )
    return theme.style(figure, height=260)


def standing(names: Sequence[str], values: Sequence[float | None], *, own: int) -> go.Figure:
    """One bar a value, in the order given; the bar at `own` stands out."""
    figure = go.Figure(
        go.Bar(
            orientation="h",
            y=list(range(len(values))),
            x=list(values),
            marker_color=[
                theme.TOTAL if place == own else theme.NEUTRAL for place in range(len(values))
            ],
            text=[percent(value) for value in values],
            textposition="inside",
            insidetextanchor="end",
            textfont_color="white",
            hoverinfo="skip",
        )
    )
    figure.update_xaxes(range=[0, 100], ticksuffix="\u00a0%", nticks=6)
    figure.update_yaxes(
        tickvals=list(range(len(names))),
        ticktext=[printed(name, theme.LABEL_WIDTH) for name in names],
        range=[len(names) - 0.5, -0.5],
        showgrid=False,
        ticks="",
    )
    return theme.style(figure, height=len(names) * _ROW + 40)
