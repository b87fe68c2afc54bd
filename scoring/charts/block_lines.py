"""How do the lines of a screen run?"""

import plotly.graph_objects as go

from scoring.charts.block_shapes import (
    COLOURS,
    Chart,
    Series,
    finish,
    hover,
    letters,
    seen,
    texts,
    wrapped,
)
from scoring.charts.marks import STILL
from scoring.text.format import axis

_HEIGHT = 340  # pixels
_HEIGHT_WIDE = 560
_PHONE, _WALL = 330, 1700  # pixels under the categories


def lines(chart: Chart, *, size: int, wide: bool) -> go.Figure:
    """A line a series over the categories; a missing value breaks it."""
    count = max(len(chart.categories), 1)
    each = (_WALL if wide else _PHONE) / count
    figure = go.Figure()
    for one in seen(chart):
        figure.add_scatter(
            x=list(range(len(chart.categories))),
            y=one.values,
            name=one.name,
            mode="lines+markers+text" if one.labelled else "lines",
            text=_told(chart, one, each, size),
            textposition="top center",
            cliponaxis=False,
            connectgaps=False,
            line={"color": COLOURS[one.tone], "width": max(2, size / 8)},
            marker={"color": COLOURS[one.tone], "size": max(7, size / 2.4)},
            hovertext=hover(chart, one),
            hovertemplate="%{hovertext}<extra></extra>",
            unselected=STILL,
        )
        if not one.labelled:
            figure.data[-1].line.dash = "dash"
    labels = [
        wrapped(label, letters(max(each, 4 * size) * 0.95, size)) for label in chart.categories
    ]
    figure.update_xaxes(
        tickvals=list(range(len(labels))), ticktext=labels, range=[-0.5, count - 0.5], ticks=""
    )
    figure.update_xaxes(showgrid=False)
    figure.update_yaxes(range=_range(chart), title_text=axis(chart.axis, chart.start))
    return finish(figure, chart, height=_HEIGHT_WIDE if wide else _HEIGHT, size=size)


def _told(chart: Chart, one: Series, each: float, size: int) -> list[str]:
    """The values in words; only the first and the last where all do not fit."""
    said = list(texts(chart, one))
    if max(map(len, said), default=0) <= letters(each, size):
        return said
    known = [at for at, text in enumerate(said) if text]
    return [text if at in (known[0], known[-1]) else "" for at, text in enumerate(said)]


def _range(chart: Chart) -> list[float] | None:
    """From the start of the axis to a little over the highest value, where its words stand."""
    values = [value for one in seen(chart) for value in one.values if value is not None]
    if not values:
        return None
    low = min(values) if chart.start is None else min(chart.start, *values)
    spread = (max(values) - low) or 1.0
    return [low - (0.1 * spread if chart.start is None else 0.0), max(values) + 0.15 * spread]
