"""Which unit answers for how many of the lost points?

Every bar carries a unit or a criterion's code as the first of its `customdata`.
"""

from collections.abc import Iterable

import pandas as pd
import plotly.graph_objects as go

from scoring.charts import theme
from scoring.charts.label_rows import LABEL_WIDTH, LabelRows
from scoring.charts.labels import coded
from scoring.charts.marks import STILL, TRACK, printed
from scoring.text.format import points

NAMED = "Đơn vị nêu tên"
GROUP = "Nhóm đơn vị (gạch chéo)"
SOLE = "Chủ trì một mình"
JOINT = "Cùng đơn vị khác chủ trì (gạch chéo)"
GROUP_MARK = "(nhóm)"

MOST_BARS = 16  # the table under the figure has every unit

_HATCHED = {"shape": "/", "size": 7, "solidity": 0.35}
_HOVER = "<b>%{hovertext}</b> điểm<extra></extra>"


def unit_bars(frame: pd.DataFrame, mode: str) -> go.Figure:
    """One bar a unit, the largest loss on top; groups are hatched and say so in their label.

    Units that lost nothing under `mode` are left out.

    Shape: `frame` has unit, unit_group and the column `mode`.
    """
    losing = frame[frame[mode] > 0].sort_values(mode, ascending=False, kind="stable")
    shown = losing.head(MOST_BARS)
    names = [
        f"{row.unit} {GROUP_MARK}" if row.unit_group else row.unit for row in shown.itertuples()
    ]
    bars = pd.DataFrame(
        {
            "key": shown["unit"].tolist(),
            "name": names,
            "lost": shown[mode].tolist(),
            "hatched": shown["unit_group"].astype(bool).tolist(),
        }
    )
    return _figure(bars, plain=NAMED, hatched=GROUP, hatched_colour=theme.LOSS)


def unit_criteria_bars(frame: pd.DataFrame) -> go.Figure:
    """One bar a criterion that one unit leads, in the order given; hatched where others lead too.

    Criteria that lost nothing are left out.

    Shape: `frame` has code, title, short_title, lost_points, share_of_leads.
    """
    shown = frame[frame["lost_points"] > 0].head(MOST_BARS)
    bars = pd.DataFrame(
        {
            "key": shown["code"].tolist(),
            "name": [coded(row.code, row.title, row.short_title) for row in shown.itertuples()],
            "lost": shown["lost_points"].tolist(),
            "hatched": (shown["share_of_leads"] < 1).tolist(),
        }
    )
    return _figure(bars, plain=SOLE, hatched=JOINT, hatched_colour=theme.TOTAL)


def _figure(bars: pd.DataFrame, *, plain: str, hatched: str, hatched_colour: str) -> go.Figure:
    texts = [f"{row.name}: {points(row.lost)}" for row in bars.itertuples(index=False)]
    rows = LabelRows(tuple(printed(text, LABEL_WIDTH) for text in texts))
    placed = bars.assign(at=rows.positions, label=rows.labels)
    most = placed["lost"].max() if len(placed) else 1.0
    figure = go.Figure(_bar(placed, rows, [most] * len(placed), color=TRACK))
    solid, striped = placed[~placed["hatched"]], placed[placed["hatched"]]
    if not solid.empty:
        figure.add_trace(_bar(solid, rows, solid["lost"], color=theme.TOTAL, name=plain))
    if not striped.empty:
        marker = {"color": hatched_colour, "pattern": _HATCHED}
        figure.add_trace(_bar(striped, rows, striped["lost"], name=hatched, **marker))
    figure.update_layout(barmode="overlay")
    figure.update_xaxes(range=[0, most], title_text="điểm mất", nticks=6)
    styled = theme.style(figure, height=rows.height + 56)
    # Bars of one kind need no legend.
    return rows.lay(styled if striped.empty else theme.legend_above(styled))


def _bar(
    placed: pd.DataFrame,
    rows: LabelRows,
    values: Iterable[float],
    *,
    name: str = "",
    **marker: object,
) -> go.Bar:
    return go.Bar(
        orientation="h",
        x=list(values),
        y=placed["at"].tolist(),
        width=rows.bar_width,
        marker=marker,
        name=name,
        showlegend=bool(name),
        customdata=[[key] for key in placed["key"]],
        hovertext=placed["label"].tolist(),
        hovertemplate=_HOVER,
        unselected=STILL,
    )
