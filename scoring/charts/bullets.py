"""A bullet a row: a bar for what was reached, a diamond to compare it with, a line for the target.

Every mark carries its row's code as `customdata[0]`.
"""

import pandas as pd
import plotly.graph_objects as go

from scoring.charts import theme
from scoring.charts.label_rows import LabelRows
from scoring.charts.stretches import marks, stretch

HALO = "white"  # keeps a mark apart from a bar of any colour under it
_DIAMOND = {"symbol": "diamond", "size": 12, "line": {"width": 1.5, "color": HALO}}
_TARGET_HALO = {"symbol": "line-ns", "size": 14, "line": {"width": 6.5, "color": HALO}}
_TARGET = {"symbol": "line-ns", "size": 14, "line": {"width": 4, "color": theme.PURPLE}}


def bar(
    placed: pd.DataFrame,
    end: pd.Series | float,
    rows: LabelRows,
    colour: str,
    *,
    start: float = 0.0,
    name: str = "",
) -> go.Bar:
    """A bar a row up to `end`; without a name it is not in the legend.

    Shape: `placed` has code, at (the middle of the row) and label (ready to read).
    """
    ends = pd.Series(end, index=placed.index, dtype="float64").tolist()
    starts = [start] * len(placed)
    return stretch(placed, starts, ends, colour=colour, width=rows.bar_width, name=name)


def add_diamonds(
    figure: go.Figure, placed: pd.DataFrame, column: str, name: str, colour: str
) -> None:
    """What the bars are compared with; nothing where no row has it."""
    _add(figure, placed, column, name, _DIAMOND | {"color": colour})


def add_targets(figure: go.Figure, placed: pd.DataFrame, column: str, name: str) -> None:
    """A line across each row at its target; nothing where no row has one."""
    _add(figure, placed, column, name, _TARGET_HALO, legend=False)
    _add(figure, placed, column, name, _TARGET)


def laid(figure: go.Figure, rows: LabelRows) -> go.Figure:
    """The finished figure: bars over their tracks, labels over the bars, the legend above."""
    figure.update_layout(barmode="overlay")
    return rows.lay(theme.legend_above(theme.style(figure, height=rows.height + 56)))


def _add(
    figure: go.Figure,
    placed: pd.DataFrame,
    column: str,
    name: str,
    marker: dict[str, object],
    *,
    legend: bool = True,
) -> None:
    if placed[column].notna().any():
        figure.add_trace(marks(placed, column, name, marker=marker, legend=legend))
