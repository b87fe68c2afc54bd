"""How near is each part of one index to its maximum, and how near was it in the years before?"""

import pandas as pd
import plotly.graph_objects as go

from scoring.charts import theme
from scoring.charts.label_rows import LABEL_WIDTH, LabelRows
from scoring.charts.marks import STILL, TRACK, printed
from scoring.text.format import change_points, percent

_NBSP = "\u00a0"
_HOVER = "%{hovertext}<extra></extra>"
_BEFORE = {
    "symbol": "diamond",
    "size": 11,
    "color": theme.LINE,
    "line": {"width": 1.5, "color": "white"},
}
_EARLIER = {
    "symbol": "circle",
    "size": 8,
    "color": "white",
    "line": {"width": 2, "color": theme.NEUTRAL},
}


def part_bars(parts: pd.DataFrame, *, year: int) -> go.Figure:
    """One bar a part of the year, in percent of its maximum; a diamond for the year before, rings
    for earlier years.

    Shape: `parts` has panel, name, year, percent, step (null where the year before is another
        series or missing).
    """
    now = parts[parts["year"] == year]
    labels = [_label(row.name, row.percent, row.step) for row in now.itertuples()]
    rows = LabelRows(tuple(labels))
    at = dict(zip(now["panel"], rows.positions, strict=True))
    figure = go.Figure(
        [
            _bars([100.0] * len(now), rows, TRACK, labels),
            _bars(now["percent"].tolist(), rows, theme.TOTAL, labels, name=f"Năm {year}"),
        ]
    )
    placed = parts[parts["panel"].isin(at)]
    before, earlier = (placed[placed["year"] == year - 1], placed[placed["year"] < year - 1])
    _add_marks(figure, earlier, at, "Các năm trước đó", _EARLIER, rank=3)
    _add_marks(figure, before, at, f"Năm {year - 1}", _BEFORE, rank=2)
    figure.update_layout(barmode="overlay")
    figure.update_xaxes(range=[0, 100], dtick=20, ticksuffix="\u00a0%")
    styled = theme.style(figure, height=rows.height + 56)
    styled.update_layout(margin={"l": 16, "r": 24})  # room for "0 %" and "100 %"
    # One year alone needs no legend: the message above it names the year.
    return rows.lay(theme.legend_above(styled) if (placed["year"] < year).any() else styled)


def _label(name: str, value: float, step: float) -> str:
    # The bracket stays on one line.
    told = "" if pd.isna(step) else f" ({change_points(step).replace(' ', _NBSP)})"
    return printed(f"{name}: {percent(value)}{told}", LABEL_WIDTH)


def _bars(
    values: list[float], rows: LabelRows, colour: str, labels: list[str], *, name: str = ""
) -> go.Bar:
    return go.Bar(
        orientation="h",
        x=values,
        y=rows.positions,
        width=rows.bar_width,
        marker_color=colour,
        name=name,
        legendrank=1,
        showlegend=bool(name),
        hovertext=labels,
        hovertemplate=_HOVER,
        unselected=STILL,
    )


def _add_marks(
    figure: go.Figure,
    rows: pd.DataFrame,
    at: dict[int, float],
    name: str,
    marker: dict[str, object],
    *,
    rank: int,
) -> None:
    """Marks over those drawn before; `rank` is their place in the legend, the latest year first."""
    if rows.empty:
        return
    figure.add_scatter(
        x=rows["percent"].tolist(),
        y=[at[panel] for panel in rows["panel"]],
        mode="markers",
        marker=marker,
        name=name,
        legendrank=rank,
        hovertext=[
            f"Năm {year}: {percent(value)}"
            for year, value in zip(rows["year"], rows["percent"], strict=True)
        ],
        hovertemplate=_HOVER,
        cliponaxis=False,
    )
