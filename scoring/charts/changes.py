"""What changed between two years: by domain and effect, line by line, and who moved most?"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from scoring.charts import theme
from scoring.charts.label_rows import LABEL_WIDTH, LabelRows
from scoring.charts.labels import coded, name
from scoring.charts.marks import printed
from scoring.text.format import number, percent, points

MOST_LINES = 12  # domains of a slope chart; a criteria set has eight
EFFECT_COLOURS = {
    "performance": theme.TOTAL,
    "weights": theme.LINE,
    "structure": theme.PURPLE,
}

_SIDE = 22  # characters of a name beside a line, on a phone
_LEAST_HEIGHT = 320  # pixels
_LINE = 16  # pixels of a line of text at the end of a slope
_EDGE = 24  # pixels above and below the outermost ends


def effect_bars(domains: pd.DataFrame, names: Mapping[str, str]) -> go.Figure:
    """One row a domain: what each effect added to the index or took from it.

    Shape: `domains` has code, title, effect and a column for each of `names`, in percentage
        points; `names` gives an effect's words, in the order of the bars.
    """
    labels = [
        printed(f"{_coded(row.code, row.title)}: {_signed(row.effect)}", LABEL_WIDTH)
        for row in domains.itertuples()
    ]
    rows = LabelRows(tuple(labels))
    figure = go.Figure()
    for effect, words in names.items():
        figure.add_bar(
            orientation="h",
            name=words,
            y=rows.positions,
            x=domains[effect].tolist(),
            width=rows.bar_width,
            marker_color=EFFECT_COLOURS[effect],
            text=[_signed(value) for value in domains[effect]],
            textposition="none",
            hovertemplate=f"{words}: %{{text}}<extra></extra>",
        )
    figure.update_layout(barmode="relative")
    figure.update_xaxes(title_text="điểm của chỉ số", nticks=6, zeroline=True, zerolinewidth=1)
    laid = rows.lay(theme.legend_above(theme.style(figure, height=rows.height + 64)))
    return laid.update_layout(margin_t=40)


def mover_bars(rows: pd.DataFrame) -> go.Figure:
    """One bar a criterion: what its result added to the index, in the order given.

    Shape: `rows` has old, new (codes), title and performance (percentage points).
    """
    labels = [
        f"{_coded(row.new or row.old, row.title)}: {_signed(row.performance)}"
        for row in rows.itertuples()
    ]
    return step_bars(labels, rows["performance"].tolist(), axis="điểm của chỉ số")


def step_bars(labels: Sequence[str], values: Sequence[float], *, axis: str) -> go.Figure:
    """One bar a value, to the right where it rose and to the left where it fell, in that order.

    Shape: `labels` say whose value it is and the value itself; `axis` the unit.
    """
    laid = LabelRows(tuple(printed(label, LABEL_WIDTH) for label in labels))
    figure = go.Figure(
        go.Bar(
            orientation="h",
            y=laid.positions,
            x=list(values),
            width=laid.bar_width,
            marker_color=[theme.GOOD if value > 0 else theme.LOSS for value in values],
            hoverinfo="skip",
        )
    )
    figure.update_xaxes(title_text=axis, nticks=5)
    figure.update_xaxes(range=[min([0.0, *values]), max([0.0, *values])])
    return laid.lay(theme.style(figure, height=laid.height + 24))


def slope(domains: pd.DataFrame, years: tuple[int, int], *, shares: bool) -> go.Figure:
    """A line a domain from the earlier year to the later one, in points or % of the maximum.

    A domain of one year only is a point without a line.

    Shape: `domains` has old, new (codes), title, points_before, points_after, share_before,
        share_after; the `MOST_LINES` that moved most are drawn.
    """
    kept = _moved_most(domains, "share" if shares else "points")
    known = kept[["before", "after"]].to_numpy().ravel()
    known = known[~pd.isna(known)]
    low, high = (min(known), max(known)) if len(known) else (0.0, 1.0)
    sides = [_Side(kept, side, shares=shares) for side in ("before", "after")]
    plot = max(_LEAST_HEIGHT, *(sum(side.heights) + 2 * _EDGE for side in sides))
    per_pixel = ((high - low) or 1.0) / (plot - 2 * _EDGE)
    figure = go.Figure()
    for row in kept.itertuples():
        figure.add_scatter(
            x=[0, 1],
            y=[row.before, row.after],
            mode="lines+markers",
            line={"color": _direction(row.before, row.after), "width": 2},
            marker={"size": 8},
            cliponaxis=False,
            name=printed(row.label, LABEL_WIDTH),
            hovertemplate="%{y:.2f}<extra>%{fullData.name}</extra>",
        )
    figure.layout.annotations = [
        label
        for at, side in enumerate(sides)
        for label in side.labels(at, lambda value: (high - value) / per_pixel + _EDGE, plot)
    ]
    figure.update_xaxes(
        tickvals=[0, 1],
        ticktext=[f"<b>{year}</b>" for year in years],
        range=[-0.02, 1.02],
        side="top",
        showgrid=False,
    )
    edge = _EDGE * per_pixel
    figure.update_yaxes(visible=False, range=[low - edge, high + edge])
    styled = theme.style(figure, height=int(plot) + 40)
    gone = kept["after"].isna().any()  # named at the left end
    return styled.update_layout(margin={"l": 180 if gone else 64, "r": 180, "t": 32, "b": 8})


class _Side:
    """The texts at one end of the slopes, pushed apart so that none covers another."""

    def __init__(self, rows: pd.DataFrame, side: str, *, shares: bool) -> None:
        ends = rows[rows[side].notna()].sort_values(side, ascending=False, kind="stable")
        written = percent if shares else points
        self.values = [float(value) for value in ends[side]]
        self.texts = [
            _end_label(row, written(getattr(row, side)), named=side == "after")
            for row in ends.itertuples()
        ]

    @property
    def heights(self) -> list[int]:
        return [theme.line_count(text) * _LINE + 4 for text in self.texts]

    def labels(
        self, at: int, pixel: Callable[[float], float], plot: float
    ) -> Iterator[go.layout.Annotation]:
        wanted = [pixel(value) for value in self.values]
        places = _apart(wanted, self.heights, plot)
        for value, text, middle, place in zip(self.values, self.texts, wanted, places, strict=True):
            yield go.layout.Annotation(
                x=at,
                y=value,
                ax=16 if at else -16,
                ay=place - middle,
                text=text,
                align="left" if at else "right",
                xanchor="left" if at else "right",
                yanchor="middle",
                showarrow=True,
                arrowhead=0,
                arrowwidth=1,
                arrowcolor=theme.NEUTRAL,
                standoff=5,
            )


def _apart(wanted: Sequence[float], heights: Sequence[int], plot: float) -> list[float]:
    """Middles of boxes near where they are wanted, top to bottom, none over another."""
    places: list[float] = []
    edge = 0.0
    for middle, height in zip(wanted, heights, strict=True):
        places.append(max(middle, edge + height / 2))
        edge = places[-1] + height / 2
    edge = plot
    for at in range(len(places) - 1, -1, -1):
        places[at] = min(places[at], edge - heights[at] / 2)
        edge = places[at] - heights[at] / 2
    return places


def _moved_most(domains: pd.DataFrame, column: str) -> pd.DataFrame:
    rows = domains.assign(
        before=domains[f"{column}_before"],
        after=domains[f"{column}_after"],
        label=[_coded(row.new or row.old, row.title) for row in domains.itertuples()],
    )
    moved = (rows["after"] - rows["before"]).abs()
    first = moved.sort_values(ascending=False, kind="stable", na_position="last").index
    return rows.loc[first[:MOST_LINES]].sort_index()


def _end_label(row: Any, value: str, *, named: bool) -> str:
    if not named and not pd.isna(row.after):
        return value
    return f"<b>{value}</b><br>{printed(row.label, _SIDE)}"


def _direction(before: float, after: float) -> str:
    if pd.isna(before) or pd.isna(after) or abs(after - before) < 0.005:
        return theme.NEUTRAL
    return theme.GOOD if after > before else theme.LOSS


def _coded(code: str, title: str) -> str:
    return coded(code, title) if code else name(title)


def _signed(value: float) -> str:
    text = number(value)
    return f"+{text}" if value > 0 and any(digit in text for digit in "123456789") else text
