"""A stretch of a row from one value to another, and a mark at one: what rows of ranges are made of.

Every stretch and mark carries its row's code as `customdata[0]`.
"""

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from scoring.charts.marks import STILL

_HOVER = "%{hovertext}<extra></extra>"


def stretch(
    placed: pd.DataFrame,
    start: Sequence[float],
    end: Sequence[float],
    *,
    colour: str,
    width: float,
    name: str = "",
) -> go.Bar:
    """A bar a row from `start` to `end`; without a name it is not in the legend.

    Shape: `placed` has code, at (the middle of the row) and label (ready to read).
    """
    return go.Bar(
        orientation="h",
        base=list(start),
        x=[high - low for low, high in zip(start, end, strict=True)],
        y=placed["at"].tolist(),
        width=width,
        marker_color=colour,
        name=name,
        showlegend=bool(name),
        customdata=[[code] for code in placed["code"]],
        hovertext=placed["label"].tolist(),
        hovertemplate=_HOVER,
        unselected=STILL,
    )


def marks(
    placed: pd.DataFrame,
    column: str,
    name: str,
    *,
    marker: dict[str, object],
    legend: bool = True,
) -> go.Scatter:
    """A mark a row at the value of `column`; a row without one has none.

    Shape: `placed` as for `stretch`, and the column.
    """
    known = placed.dropna(subset=[column])
    return go.Scatter(
        mode="markers",
        x=known[column].tolist(),
        y=known["at"].tolist(),
        marker=marker,
        name=name,
        showlegend=legend,
        cliponaxis=False,
        customdata=[[code] for code in known["code"]],
        hovertext=known["label"].tolist(),
        hovertemplate=_HOVER,
        unselected=STILL,
    )
