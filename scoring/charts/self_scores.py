"""By how much did an organisation score itself higher than it was appraised, and where?"""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from scoring.charts import theme
from scoring.charts.label_rows import LABEL_WIDTH, LabelRows
from scoring.charts.labels import coded
from scoring.charts.marks import STILL, TRACK, printed
from scoring.charts.units import unit_bars
from scoring.text.format import change, points

SELF, APPRAISED = "Tự chấm", "Thẩm định"
MOST_ROWS = 16  # the table under the figure has every criterion

_HOVER = "<b>%{hovertext}</b><extra></extra>"


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
    figure = go.Figure()
    figure.add_trace(_bar(placed, rows, [least] * len(placed), [most] * len(placed), TRACK))
    between = placed["difference"].abs()
    lower = both.min(axis=1)
    figure.add_trace(_bar(placed, rows, lower, lower + between, theme.LINE, width=6))
    for column, name, symbol, colour in (
        ("points", APPRAISED, "circle", theme.TOTAL),
        ("self_points", SELF, "diamond", theme.LOSS),
    ):
        figure.add_trace(_marks(placed, column, name, symbol, colour))
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
    return f"{name}: {own} → {appraised} ({change(-row.difference, '').strip()})"


def _bar(
    placed: pd.DataFrame, rows: LabelRows, start: Any, end: Any, colour: str, width: int = 0
) -> go.Bar:
    low = pd.Series(start, index=placed.index, dtype=float)
    return go.Bar(
        orientation="h",
        base=low.tolist(),
        x=(pd.Series(end, index=placed.index, dtype=float) - low).tolist(),
        y=placed["at"].tolist(),
        width=width or rows.bar_width,
        marker_color=colour,
        showlegend=False,
        customdata=[[code] for code in placed["code"]],
        hovertext=placed["label"].tolist(),
        hovertemplate=_HOVER,
        unselected=STILL,
    )


def _marks(placed: pd.DataFrame, column: str, name: str, symbol: str, colour: str) -> go.Scatter:
    return go.Scatter(
        mode="markers",
        x=placed[column].tolist(),
        y=placed["at"].tolist(),
        marker={"symbol": symbol, "size": 12, "color": colour},
        name=name,
        cliponaxis=False,
        customdata=[[code] for code in placed["code"]],
        hovertext=placed["label"].tolist(),
        hovertemplate=_HOVER,
        unselected=STILL,
    )
