"""A line across the plot at one value of the axis below, and the words that name it."""

from html import escape
from typing import Literal

import plotly.graph_objects as go

from scoring.charts import theme

Words = Literal["above", "foot", "under"]  # over the plot, on its floor, under its axis
_PLACES = {
    "above": {"y": 1, "yanchor": "bottom"},
    "foot": {"y": 0, "yanchor": "bottom"},
    "under": {"y": 0, "yanchor": "top", "yshift": -20},
}


def upright(
    figure: go.Figure,
    at: float,
    words: str,
    *,
    stands: Words,
    colour: str = theme.NEUTRAL,
    dash: str = "dash",
) -> None:
    """Draw the line behind the marks, from the floor of the plot to its top."""
    figure.add_shape(
        type="line",
        x0=at,
        x1=at,
        y0=0,
        y1=1,
        yref="paper",
        line={"color": colour, "width": 1.5, "dash": dash},
        layer="below",
    )
    figure.add_annotation(
        x=at,
        yref="paper",
        text=escape(words, quote=False),
        showarrow=False,
        font={"size": 12},
        **_PLACES[stands],
    )
