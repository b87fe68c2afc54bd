"""Where did the points go? Bars of lost points, from the maximum to the result.

Every clickable mark carries a criterion's code as the first of its `customdata`; a mark that sums
up what does not fit carries ''.
"""

import math
from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from scoring.charts import theme
from scoring.charts.label_rows import LABEL_WIDTH, LabelRows
from scoring.charts.marks import HOVER, STILL, TRACK, capped, carried, printed
from scoring.text.format import axis, points, share

MOST_BARS = 16  # a level of a criteria set rarely has more; the rest is summed up in one bar
MOST_DOMAINS = 8  # rows that the first screen has room for
UNKNOWN_KIND = "Chưa phân loại"

_SHORT_LABEL = 26  # characters beside a bar on a phone


def loss_waterfall(top: pd.DataFrame, total_max: float | None) -> go.Figure:
    """From the maximum over each domain's loss to the result, one row each, in the order given.

    Shape: `top` has code, title, short_title, max_points, lost_points, share. A missing loss
    moves nothing and leaves the result open; without a maximum to fall from there are only bars.
    """
    if total_max is None or pd.isna(total_max):
        return loss_bars(top)
    domains = capped(top, MOST_BARS)
    lost = domains["lost_points"].fillna(0)
    after = (total_max - lost.cumsum()).tolist()
    known = domains["lost_points"].notna().all()
    result = math.nan if not known else after[-1] if after else total_max
    floor = _floor(total_max, min([total_max, *after]))
    steps = [
        printed(_step(row.label, row.lost_points), LABEL_WIDTH) for row in domains.itertuples()
    ]
    ends = f"Điểm tối đa: {points(total_max)}", f"Kết quả: {points(result)}"
    rows = LabelRows((ends[0], *steps, ends[1]))
    at = rows.positions
    figure = go.Figure(_tracks(rows, at[1:-1], floor, total_max - floor, carried(domains)))
    _add_bars(
        figure, rows, [at[0], at[-1]], floor, [total_max - floor, result - floor], theme.TOTAL
    )
    _add_bars(figure, rows, at[1:-1], (lost + after).tolist(), (-lost).tolist(), _colours(lost))
    figure.data[2].update(customdata=carried(domains), hovertemplate=HOVER, hoverinfo=None)
    figure.update_xaxes(range=[floor, total_max], title_text=axis("điểm", floor), nticks=6)
    figure.update_layout(barmode="overlay")
    return rows.lay(theme.style(figure, height=rows.height + 24))


def loss_bars(children: pd.DataFrame) -> go.Figure:
    """One bar of lost points a criterion, the name above it, in the order given.

    Shape: `children` has code, title, short_title, max_points, lost_points, share.
    """
    known = capped(children, MOST_BARS)
    lost = known["lost_points"].fillna(0)
    texts = [f"{row.label}: {points(row.lost_points)}" for row in known.itertuples()]
    rows = LabelRows(tuple(printed(text, LABEL_WIDTH) for text in texts))
    least, most = min(lost.min(), 0.0), max(lost.max(), 0.0) or 1.0
    figure = go.Figure(_tracks(rows, rows.positions, least, most - least, carried(known)))
    _add_bars(figure, rows, rows.positions, 0, lost.tolist(), _colours(lost))
    figure.data[1].update(customdata=carried(known), hovertemplate=HOVER, hoverinfo=None)
    figure.update_xaxes(title_text="điểm mất", nticks=6, range=[least, most])
    figure.update_layout(barmode="overlay")
    return rows.lay(theme.style(figure, height=rows.height + 24))


def domain_bars(top: pd.DataFrame) -> go.Figure:
    """The domains' losses in as little height as a first screen has, names beside the bars.

    Shape: as `loss_bars`.
    """
    known = capped(top, MOST_DOMAINS)
    lost = known["lost_points"].fillna(0)
    return _beside(
        labels=[printed(label, _SHORT_LABEL) for label in known["label"]],
        values=lost.tolist(),
        texts=[points(value) for value in known["lost_points"]],
        colours=_colours(lost),
        customdata=carried(known),
    )


def losses_by_kind(frame: pd.DataFrame, names: Mapping[str, str]) -> go.Figure:
    """One bar of lost points a kind of criterion, in the order given.

    Shape: `frame` has kind (null where nobody has said), lost_points, leaves, share; `names`
    gives a kind's words.
    """
    words = [kind_name(kind, names) for kind in frame["kind"]]
    return _beside(
        labels=[printed(word, 16) for word in words],
        values=frame["lost_points"].tolist(),
        texts=[f"{points(row.lost_points)}<br>({share(row.share)})" for row in frame.itertuples()],
        colours=[kind_colour(kind) for kind in frame["kind"]],
        customdata=[
            ["", word, f"{points(row.lost_points)} điểm ở {row.leaves} tiêu chí"]
            for word, row in zip(words, frame.itertuples(), strict=True)
        ],
    )


def kind_name(kind: object, names: Mapping[str, str]) -> str:
    """A kind in words; 'Chưa phân loại' where nobody has said."""
    return names.get(kind, UNKNOWN_KIND) if isinstance(kind, str) else UNKNOWN_KIND


def kind_colour(kind: object) -> str:
    """A kind's colour; neutral where nobody has said."""
    return theme.KIND_COLOURS.get(kind, theme.NEUTRAL) if isinstance(kind, str) else theme.NEUTRAL


def _step(label: str, lost: float) -> str:
    return f"{label}: {points(lost) if pd.isna(lost) else _signed(-lost)}"


def _signed(change: float) -> str:
    return f"−{points(-change)}" if change < 0 else f"+{points(change)}" if change else points(0)


def _colours(lost: pd.Series) -> list[str]:
    return [theme.LOSS if value >= 0 else theme.GOOD for value in lost]


def _floor(total_max: float, lowest: float) -> float:
    """Where the axis starts: 0 once losses take a third of the total, else a round figure below."""
    fallen = total_max - lowest
    if fallen <= 0 or fallen > total_max / 3:
        return 0.0
    step = 10 ** math.floor(math.log10(fallen)) / 2
    return max(0.0, math.floor((lowest - fallen * 0.6) / step) * step)


def _tracks(
    rows: LabelRows, at: list[float], base: float, width: float, customdata: list[list[str]]
) -> go.Bar:
    return go.Bar(
        orientation="h",
        y=at,
        base=base,
        x=[width] * len(at),
        width=rows.bar_width,
        marker_color=TRACK,
        customdata=customdata,
        hovertemplate=HOVER,
        unselected=STILL,
    )


def _add_bars(
    figure: go.Figure,
    rows: LabelRows,
    at: list[float],
    base: float | list[float],
    values: list[float],
    colours: str | list[str],
) -> None:
    figure.add_bar(
        orientation="h",
        y=at,
        base=base,
        x=values,
        width=rows.bar_width,
        marker_color=colours,
        hoverinfo="skip",
        unselected=STILL,
    )


def _beside(
    *,
    labels: list[str],
    values: list[float],
    texts: list[str],
    colours: list[str],
    customdata: list[list[str]],
) -> go.Figure:
    figure = go.Figure(
        go.Bar(
            orientation="h",
            y=list(range(len(values))),
            x=values,
            marker_color=colours,
            text=texts,
            textposition="outside",
            cliponaxis=False,
            customdata=customdata,
            hovertemplate=HOVER,
            unselected=STILL,
        )
    )
    # Room for the figure beside the longest bar.
    figure.update_xaxes(range=[min([0.0, *values]) * 1.25, max([0.0, *values]) * 1.25 or 1.0])
    figure.update_xaxes(visible=False)
    figure.update_yaxes(
        tickvals=list(range(len(labels))),
        ticktext=labels,
        range=[len(labels) - 0.5, -0.5],
        showgrid=False,
        ticks="",
        tickfont_size=theme.LABEL_SIZE,
    )
    return theme.style(figure, height=theme.rows_height(labels, around=16))
