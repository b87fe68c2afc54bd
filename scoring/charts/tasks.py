"""How many tasks end in each quarter, and how many does each unit lead, by state?

Every bar carries its row's key as the first of its `customdata`.
"""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from scoring.charts import theme
from scoring.charts.label_rows import LABEL_WIDTH, LabelRows
from scoring.charts.marks import STILL, TRACK, printed

MOST_ROWS = 16  # the table under the figure has every row

# What presses comes first; a pattern tells the states apart where colours do not.
_COLOURS = {
    "overdue": theme.LOSS,
    "doing": theme.TOTAL,
    "not_started": theme.NEUTRAL,
    "done": theme.GOOD,
    "not_applicable": "#C3CAD1",
}
_PATTERNS = {"overdue": "/", "doing": "", "not_started": ".", "done": "", "not_applicable": "x"}
_DRAWN = {"fillmode": "overlay", "fgcolor": "rgba(255,255,255,0.6)", "size": 7, "solidity": 0.3}
_HOVER = "%{hovertext}<extra></extra>"


def state_bars(frame: pd.DataFrame, states: Mapping[str, str]) -> go.Figure:
    """One row a line of the frame, its tasks laid end to end by state.

    Rows without tasks keep their place, so that a gap in time is seen.

    Shape: `frame` has key, label and a column of counts for each of `states`, which names them.
    """
    shown = frame.head(MOST_ROWS).reset_index(drop=True)
    rows = LabelRows(tuple(printed(str(text), LABEL_WIDTH) for text in shown["label"]))
    placed = shown.assign(at=rows.positions)
    totals = placed[list(states)].sum(axis=1)
    most = int(totals.max()) if len(placed) else 1
    figure = go.Figure(_bar(placed, rows, [most] * len(placed), None, color=TRACK))
    base = pd.Series(0, index=placed.index)
    for state, name in states.items():
        if not placed[state].any():
            continue
        pattern = {"shape": _PATTERNS[state], **_DRAWN}
        marker = {"color": _COLOURS[state], "pattern": pattern}
        figure.add_trace(_bar(placed, rows, placed[state], name, base=base.tolist(), **marker))
        base = base + placed[state]
    figure.update_layout(barmode="overlay")
    figure.update_xaxes(range=[0, most], title_text="nhiệm vụ", dtick=_step(most))
    return rows.lay(theme.legend_above(theme.style(figure, height=rows.height + 56)))


def _step(most: int) -> int:
    """Whole tasks between the ticks, so that there are about five."""
    step = 1
    for step in (factor * 10**power for power in range(7) for factor in (1, 2, 5)):
        if most <= 6 * step:
            break
    return step


def _bar(
    placed: pd.DataFrame,
    rows: LabelRows,
    values: Any,
    name: str | None,
    *,
    base: list[int] | None = None,
    **marker: object,
) -> go.Bar:
    """The bars of one state in all rows; a row without such tasks has none to point at."""
    counts = [int(value) for value in values]
    keep = [at for at, count in enumerate(counts) if count]
    told = [
        f"{text}: {count} {name.lower()}" if name else str(text)
        for text, count in zip(placed["label"], counts, strict=True)
    ]
    return go.Bar(
        orientation="h",
        x=[counts[at] for at in keep],
        y=[placed["at"].iloc[at] for at in keep],
        base=[base[at] for at in keep] if base else None,
        width=rows.bar_width,
        marker=marker,
        name=name or "",
        showlegend=bool(name),
        customdata=[[str(placed["key"].iloc[at])] for at in keep],
        hovertext=[printed(told[at], LABEL_WIDTH) for at in keep],
        hovertemplate=_HOVER,
        unselected=STILL,
    )
