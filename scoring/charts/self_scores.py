"""By how much did an organisation score itself higher than it was appraised, and where?"""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from scoring.charts import theme
from scoring.charts.label_rows import LABEL_WIDTH, LabelRows
from scoring.charts.labels import coded
from scoring.charts.marks import TRACK, printed
from scoring.charts.stretches import marks, stretch
from scoring.charts.units import unit_bars
from scoring.text.format import change, points

SELF, APPRAISED = "Tự chấm", "Thẩm định"
MOST_ROWS = 16  # the table under the figure has every criterion

_NBSP = "\u00a0"
_BETWEEN = 6  # pixels


def claim_rows(frame: pd.DataFrame) -> go.Figure:
    """One row a criterion in the order given: both scores, and the stretch between them.

    A click reports the code. Criteria without one of the scores are left out.

    Shape: `frame` has code, title, short_title, self_points, points, difference.
    """
    shown = frame[frame["difference"].notna()].head(MOST_ROWS)
    texts = [_text(row) for row in shown.itertuples(index=False)]
    rows = LabelRows(tuple(printed(text, LABEL_WIDTH) for text in texts))
    placed = shown.assign(at=rows.positions, label=rows.labels)
    both = placed[["self_points", "points"]]
    least = min(0.0, both.min().min()) if len(placed) else 0.0
    most = max(both.max().max(), least + 0.5) if len(placed) else 1.0
    ends = [least] * len(placed), [most] * len(placed)
    figure = go.Figure(stretch(placed, *ends, colour=TRACK, width=rows.bar_width))
    between = both.min(axis=1), both.max(axis=1)
    figure.add_trace(stretch(placed, *between, colour=theme.LINE, width=_BETWEEN))
    for column, name, symbol, colour in (
        ("points", APPRAISED, "circle", theme.TOTAL),
        ("self_points", SELF, "diamond", theme.LOSS),
    ):
        marker = {"symbol": symbol, "size": 12, "color": colour}
        figure.add_trace(marks(placed, column, name, marker=marker))
    figure.update_layout(barmode="overlay")
    pad = 0.02 * (most - least)
    figure.update_xaxes(range=[least - pad, most + pad], title_text="điểm", nticks=6)
    return rows.lay(theme.legend_above(theme.style(figure, height=rows.height + 56)))


def claim_unit_bars(units: pd.DataFrame) -> go.Figure:
    """One bar a unit, the most over-claimed on top; units that lead none are left out.

    Shape: `units` has unit, unit_group, over_points.
    """
    figure = unit_bars(units[units["unit"] != ""], "over_points")
    return figure.update_xaxes(title_text="điểm tự chấm cao hơn thẩm định")


def _text(row: Any) -> str:
    name = coded(row.code, row.title, row.short_title)
    own, appraised = points(row.self_points), points(row.points)
    both = f"{own} → {appraised} ({change(-row.difference, '').strip()})"
    return f"{name}: {both.replace(' ', _NBSP)}"  # the numbers stay on one line
