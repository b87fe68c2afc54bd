"""How does a screen's bar chart lie, and how does it stand?"""

from collections.abc import Sequence

import plotly.graph_objects as go

from scoring.charts import theme
from scoring.charts.block_shapes import (
    Bars,
    Chart,
    bars,
    extent,
    finish,
    hover,
    letters,
    margin,
    wrapped,
)
from scoring.charts.label_rows import BAR_HEIGHT, LABEL_WIDTH, LabelRows
from scoring.charts.marks import STILL
from scoring.text.format import MISSING, axis

_ROOM = 0.72  # of a category's place that its bars take
_BESIDE = 520  # pixels of a wide screen for labels beside bars
_WALL = 1700  # pixels of a wide screen under columns
_UPRIGHT = 560  # pixels
_BROAD = 4  # fewer columns are no broader than those of so many


def lying(chart: Chart, *, size: int, wide: bool) -> go.Figure:
    """Bars from left to right, the first category on top."""
    drawn = bars(chart)
    across = 1 if _stacked(chart) else len(drawn)
    low, high = extent(chart, drawn)
    beyond = margin([text for one in drawn for text in one.texts], size, wide=wide) * (high - low)
    width = letters(_BESIDE, size) if wide else LABEL_WIDTH
    labels = [wrapped(label, width) for label in _labels(chart, drawn)]
    if wide:
        figure, at, thick, height = _beside(labels, across, size)
    else:
        rows = LabelRows(tuple(labels), BAR_HEIGHT * across)
        figure, at, thick, height = go.Figure(), rows.positions, BAR_HEIGHT, rows.height + 24
        rows.lay(figure)
    for place, one in enumerate(drawn):
        middle = [_shifted(each, place, across, thick) for each in at]
        figure.add_bar(
            orientation="h", y=middle, x=one.lengths, width=thick, **_looks(chart, drawn, one)
        )
    figure.update_xaxes(
        range=[low - beyond if low < 0 else low, high + beyond],
        title_text=axis(chart.axis, chart.start),
        nticks=6,
    )
    return finish(figure, chart, height=height, size=size)


def upright(chart: Chart, *, size: int) -> go.Figure:
    """Columns beside each other, in the order of the categories."""
    drawn = bars(chart)
    across = 1 if _stacked(chart) else len(drawn)
    low, high = extent(chart, drawn)
    count = max(len(chart.categories), 1)
    said = max((len(text) for one in drawn for text in one.texts), default=0)
    crowded = said > letters(_WALL / count * _ROOM / max(across, 1), size)
    figure = go.Figure()
    thick = _ROOM / max(across, 1) * min(1, count / _BROAD)
    for place, one in enumerate(drawn):
        middle = [_shifted(at, place, across, thick) for at in range(len(chart.categories))]
        figure.add_bar(x=middle, y=one.lengths, width=thick, **_looks(chart, drawn, one))
    figure.update_traces(textangle=-90 if crowded else 0)
    room = (said * 0.6 if crowded else 1.6) * size / _UPRIGHT * (high - low)
    labels = [wrapped(one, letters(_WALL / count * 0.95, size)) for one in _labels(chart, drawn)]
    figure.update_xaxes(
        tickvals=list(range(len(labels))), ticktext=labels, tickangle=0, showgrid=False, ticks=""
    )
    figure.update_yaxes(
        range=[low - room if low < 0 else low, high + room],
        title_text=axis(chart.axis, chart.start),
    )
    return finish(figure, chart, height=_UPRIGHT, size=size)


def _beside(
    labels: Sequence[str], across: int, size: int
) -> tuple[go.Figure, list[float], float, int]:
    tallest = max(map(theme.line_count, labels), default=1)
    row = max(tallest * size * 1.4, across * size * 1.3) + size * 0.6
    figure = go.Figure()
    figure.update_yaxes(
        tickvals=list(range(len(labels))),
        ticktext=labels,
        range=[len(labels) - 0.5, -0.5],
        showgrid=False,
        ticks="",
    )
    places = [float(at) for at in range(len(labels))]
    return figure, places, _ROOM / max(across, 1), int(row * len(labels) + 4 * size)


def _looks(chart: Chart, drawn: Sequence[Bars], one: Bars) -> dict[str, object]:
    """What lying and standing bars share; a value alone in its stack stands beside its bar."""
    inside = _stacked(chart) and any(
        sum(other.lengths[at] is not None for other in drawn) > 1
        for at in range(len(chart.categories))
    )
    return {
        "base": one.bases,
        "name": one.series.name,
        "marker_color": one.colours,
        "text": one.texts if one.series.labelled else None,
        "textposition": "inside" if inside else "outside",
        "insidetextanchor": "middle",
        "constraintext": "inside",
        "cliponaxis": False,
        "hovertext": hover(chart, one.series),
        "hovertemplate": "%{hovertext}<extra></extra>",
        "unselected": STILL,
    }


def _labels(chart: Chart, drawn: Sequence[Bars]) -> list[str]:
    """The categories; one without any value says so."""
    return [
        category if any(one.lengths[at] is not None for one in drawn) else f"{category}: {MISSING}"
        for at, category in enumerate(chart.categories)
    ]


def _shifted(at: float, place: int, across: int, thick: float) -> float:
    """The middle of one of the bars that share a category."""
    return at if across == 1 else at + (place - (across - 1) / 2) * thick


def _stacked(chart: Chart) -> bool:
    return chart.form.startswith("stacked")
