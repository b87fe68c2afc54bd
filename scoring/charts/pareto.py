"""How few criteria carry most of the loss?"""

import pandas as pd
import plotly.graph_objects as go

from scoring.charts import theme
from scoring.charts.marks import HOVER, STILL, carried, labelled
from scoring.text.format import percent, share

MOST_LEAVES = 30  # bars whose codes can still be read on a phone


def loss_pareto(leaves: pd.DataFrame, threshold: float = 0.8) -> go.Figure:
    """The criteria by loss with the cumulative share; those that reach `threshold` stand out.

    Shape: `leaves` has code, title, short_title, max_points, lost_points, cumulative_share
    (0–1), largest loss first; criteria without a loss are left out, as are those past the
    thirtieth.
    """
    losing = leaves[leaves["lost_points"] > 0]
    before = losing["cumulative_share"].shift(fill_value=0)
    needed = int((before < threshold - 1e-9).sum())
    rows = labelled(losing.head(MOST_LEAVES))
    figure = go.Figure()
    _add_bars(figure, rows.iloc[:needed], f"Đến mốc {percent(100 * threshold, 0)}", theme.LOSS)
    _add_bars(figure, rows.iloc[needed:], "Còn lại", theme.NEUTRAL)
    _add_line(figure, rows)
    figure.add_hline(
        y=threshold, yref="y2", line={"color": theme.NEUTRAL, "dash": "dash", "width": 1.5}
    )
    _lay_axes(figure, rows, threshold)
    return theme.legend_above(theme.style(figure, height=400))


def _add_bars(figure: go.Figure, rows: pd.DataFrame, name: str, colour: str) -> None:
    figure.add_bar(
        name=name,
        x=rows["code"].tolist(),
        y=rows["lost_points"].tolist(),
        marker_color=colour,
        customdata=carried(rows),
        hovertemplate=HOVER,
        unselected=STILL,
    )


def _add_line(figure: go.Figure, rows: pd.DataFrame) -> None:
    shares = rows["cumulative_share"].tolist()
    figure.add_scatter(
        name="Cộng dồn (trục phải)",
        x=rows["code"].tolist(),
        y=shares,
        yaxis="y2",
        mode="lines+markers",
        line={"color": theme.TOTAL, "width": 2},
        marker={"size": 6},
        customdata=[
            [code, label, f"cộng dồn {share(reached)} điểm mất"]
            for (code, label, _), reached in zip(carried(rows), shares, strict=True)
        ],
        hovertemplate=HOVER,
        unselected=STILL,
    )


def _lay_axes(figure: go.Figure, rows: pd.DataFrame, threshold: float) -> None:
    most = float(rows["lost_points"].max()) if len(rows) else 1.0
    ticks = sorted({0.0, 0.2, 0.4, 0.6, threshold, 1.0})
    figure.update_xaxes(
        type="category",
        categoryorder="array",
        categoryarray=rows["code"].tolist(),
        tickmode="linear",
        tickangle=-90,
        showgrid=False,
    )
    figure.update_layout(
        barmode="overlay",
        yaxis={"range": [0, most * 1.08], "title": {"text": "điểm mất"}, "nticks": 6},
        yaxis2={
            "overlaying": "y",
            "side": "right",
            "range": [0, 1.08],
            "tickvals": ticks,
            "ticktext": [percent(100 * tick, 0) for tick in ticks],
            "showgrid": False,
        },
    )
