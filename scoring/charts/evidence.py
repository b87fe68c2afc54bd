"""How much of the loss is for want of evidence? One bar, its parts end to end.

Every part carries its state as the first of its `customdata`.
"""

from collections.abc import Sequence

import plotly.graph_objects as go

from scoring.charts import theme
from scoring.charts.marks import STILL
from scoring.text.format import points

# A pattern tells the parts apart where colours do not.
_COLOURS = {
    "missing": theme.LOSS,
    "to_explain": theme.LINE,
    "complete": theme.TOTAL,
    "none": theme.NEUTRAL,
}
_PATTERNS = {"missing": "/", "to_explain": "x", "complete": "", "none": "."}
_DRAWN = {"fillmode": "overlay", "fgcolor": "rgba(255,255,255,0.6)", "size": 7, "solidity": 0.3}
_LEGEND_LINE = 20  # pixels
_BAR = 104  # pixels with its axis
_HOVER = "%{hovertext}<extra></extra>"


def split_bar(parts: Sequence[tuple[str, float, str]]) -> go.Figure:
    """The parts of a loss in the order given; parts without points are left out.

    Shape: `parts` has the state, its points, and what it is called with its points.
    """
    figure = go.Figure()
    shown = [one for one in parts if one[1]]
    for state, value, words in shown:
        marker = {
            "color": _COLOURS[state],
            "pattern": {"shape": _PATTERNS[state], **_DRAWN},
        }
        figure.add_bar(
            orientation="h",
            x=[value],
            y=[0],
            name=words,
            marker=marker,
            customdata=[[state]],
            hovertext=[words],
            hovertemplate=_HOVER,
            unselected=STILL,
        )
    total = sum(value for _, value, _ in shown)
    figure.update_layout(barmode="stack")
    height = _BAR + _LEGEND_LINE * max(len(shown), 2)
    theme.legend_above(theme.style(figure, height=height))
    # One part a line: on a phone a legend beside another would be cut.
    legend = {"orientation": "v", "traceorder": "normal", "bgcolor": "rgba(0,0,0,0)"}
    figure.update_layout(legend=legend)
    figure.update_xaxes(range=[0, total or 1], title_text=f"{points(total)} điểm mất", nticks=6)
    return figure.update_yaxes(visible=False, range=[-0.5, 0.6])  # room under the legend
