"""How far do many units lie apart on each domain, and where is one among them?"""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from scoring.charts import theme
from scoring.charts.label_rows import LABEL_WIDTH, LabelRows
from scoring.charts.marks import TRACK, printed
from scoring.charts.stretches import marks, stretch
from scoring.text.format import number, percent

_RANGES = (
    ("low", "high", TRACK.replace("0.12", "0.35"), "Thấp – cao nhất"),
    ("q1", "q3", theme.NEUTRAL, "Nửa giữa (Q1–Q3)"),
)
_MEDIAN = {
    "symbol": "line-ns",
    "size": 16,
    "color": "white",
    "line": {"width": 4, "color": theme.TOTAL},
}
_OWN = {
    "symbol": "diamond",
    "size": 12,
    "color": theme.LOSS,
    "line": {"width": 1.5, "color": "white"},
}


def domain_spread(rows: pd.DataFrame, *, own: str | None = None) -> go.Figure:
    """A row a domain: the range of all units, the middle half, the median, and one of them.

    Shape: `rows` has code, short_title, low, q1, median, q3, high in percent of the domain's
        maximum, and with `own` (whose name that is) the column own; customdata[0] is the code.
    """
    labels = [_spread_label(row, own) for row in rows.itertuples()]
    layout = LabelRows(tuple(labels))
    placed = rows.assign(at=layout.positions, label=labels)
    figure = go.Figure(
        [
            stretch(
                placed, placed[start], placed[end], colour=colour, width=layout.bar_width, name=name
            )
            for start, end, colour, name in _RANGES
        ]
    )
    figure.add_trace(marks(placed, "median", "Trung vị", marker=_MEDIAN))
    if own is not None:
        figure.add_trace(marks(placed, "own", printed(own, LABEL_WIDTH), marker=_OWN))
    figure.update_layout(barmode="overlay")
    low = float(rows["low"].min()) if len(rows) else 0.0
    figure.update_xaxes(range=[max(0.0, low - 5), 100.5], ticksuffix="\u00a0%", nticks=6)
    return layout.lay(theme.legend_above(theme.style(figure, height=layout.height + 56)))


def _spread_label(row: Any, own: str | None) -> str:
    head = printed(f"{row.code} {row.short_title}", LABEL_WIDTH)
    said = f"trung vị {percent(row.median, 1)}; nửa giữa {number(row.q1, 1)}–{percent(row.q3, 1)}"
    if own is not None:
        said = f"{percent(row.own, 1)}; {said}"
    return f"<b>{head}</b><br>{printed(said, LABEL_WIDTH)}"
