"""How far do many units lie apart on each domain, and where is one among them?"""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from scoring.charts import theme
from scoring.charts.label_rows import LABEL_WIDTH, LabelRows
from scoring.charts.marks import STILL, TRACK, printed
from scoring.charts.ranking import HOVER
from scoring.text.format import percent


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
            _range(placed, layout, "low", "high", TRACK.replace("0.12", "0.35"), "Thấp – cao nhất"),
            _range(placed, layout, "q1", "q3", theme.NEUTRAL, "Nửa giữa (Q1 – Q3)"),
            _ticks(placed, "median", "Trung vị", "line-ns", "white", theme.TOTAL),
        ]
    )
    if own is not None:
        name = printed(own, LABEL_WIDTH)
        figure.add_trace(_ticks(placed, "own", name, "diamond", theme.LOSS, "white"))
    figure.update_layout(barmode="overlay")
    low = float(rows["low"].min()) if len(rows) else 0.0
    figure.update_xaxes(range=[max(0.0, low - 5), 100.5], ticksuffix="\u00a0%", nticks=6)
    return layout.lay(theme.legend_above(theme.style(figure, height=layout.height + 56)))


def _spread_label(row: Any, own: str | None) -> str:
    head = printed(f"{row.code} {row.short_title}", LABEL_WIDTH)
    said = (
        f"trung vị {percent(row.median, 1)}, nửa giữa {percent(row.q1, 1)} – {percent(row.q3, 1)}"
    )
    if own is not None:
        said = f"{percent(row.own, 1)}; {said}"
    return f"<b>{head}</b><br>{printed(said, LABEL_WIDTH)}"


def _range(
    placed: pd.DataFrame, layout: LabelRows, start: str, end: str, colour: str, name: str
) -> go.Bar:
    return go.Bar(
        orientation="h",
        base=placed[start].tolist(),
        x=(placed[end] - placed[start]).tolist(),
        y=placed["at"].tolist(),
        width=layout.bar_width,
        marker_color=colour,
        name=name,
        customdata=[[code] for code in placed["code"]],
        hovertext=placed["label"].tolist(),
        hovertemplate=HOVER,
        unselected=STILL,
    )


def _ticks(
    placed: pd.DataFrame, column: str, name: str, symbol: str, colour: str, edge: str
) -> go.Scatter:
    known = placed.dropna(subset=[column])
    size = 16 if symbol == "line-ns" else 12
    return go.Scatter(
        x=known[column].tolist(),
        y=known["at"].tolist(),
        mode="markers",
        marker={
            "symbol": symbol,
            "size": size,
            "color": colour,
            "line": {"width": 4 if symbol == "line-ns" else 1.5, "color": edge},
        },
        name=name,
        customdata=[[code] for code in known["code"]],
        hovertext=[f"{name}: {percent(value, 1)}" for value in known[column]],
        hovertemplate=HOVER,
        cliponaxis=False,
        unselected=STILL,
    )
