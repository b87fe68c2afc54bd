"""How does a league look: everybody's value and the limits of the bands?"""

from collections.abc import Callable, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from scoring.charts import theme
from scoring.charts.label_rows import LABEL_WIDTH
from scoring.charts.marks import STILL, printed
from scoring.charts.uprights import upright
from scoring.text.format import MISSING, rank

Written = Callable[[float], str]  # a value as people read it: '83,93 %'
Limit = tuple[str, float]  # what a limit is called, and where it lies

_NAMED = 20  # members whose names all have room beside their dots
_NAME_WIDTH = 23  # characters of a name beside the dots, so that a phone keeps half for the dots
_NAME_LINES = 2
_ROW, _THIN_ROW, _THINNEST = 34, 11, 6  # pixels
_TOLD_APART = 44  # pixels between two names
_TALLEST = 620  # pixels of dots without names
_NEAR = 3.0  # a band's limit is drawn where it lies this near to the values, in points
HOVER = "%{hovertext}<extra></extra>"


def league(
    members: pd.DataFrame,
    *,
    own: str,
    limits: Sequence[Limit],
    median: float | None,
    written: Written,
    others: pd.DataFrame | None = None,
) -> go.Figure:
    """A dot a member by value, best on top, with the lower limits of the bands and the median.

    Missing values draw nothing. `others` are values of other sources, drawn hollow.

    Shape: `members` has organisation, label, rank, field_size and value, in order of place;
        customdata[0] is the organisation.
    """
    known = members.dropna(subset=["value"]).reset_index(drop=True)
    known = known.assign(at=range(len(known)))
    figure = go.Figure(_dots(known, own, written))
    if others is not None and not others.empty:
        figure.add_trace(_hollow(others, known, written))
    span = _span(known["value"], [at for _, at in limits])
    for words, at in limits:
        if span[0] <= at <= span[1]:
            upright(figure, at, words, stands="above", colour=theme.GOOD)
    if median is not None:
        upright(figure, median, f"trung vị {written(median)}", stands="under", dash="dot")
    figure.update_xaxes(range=span, nticks=6)
    _name_rows(figure, known, own)
    height = len(known) * _row_height(len(known)) + 96
    return _framed(theme.style(figure, height=height))


def placed(row: Any) -> str:
    """'hạng 32/63' of a row with rank and field_size."""
    return MISSING if pd.isna(row.rank) else f"hạng {rank(row.rank, row.field_size)}"


def _dots(known: pd.DataFrame, own: str, written: Written) -> go.Scatter:
    chosen = known["organisation"] == own
    return go.Scatter(
        x=known["value"].tolist(),
        y=known["at"].tolist(),
        mode="markers",
        marker={
            "size": [14 if one else 9 for one in chosen],
            "symbol": ["diamond" if one else "circle" for one in chosen],
            "color": [theme.LOSS if one else theme.TOTAL for one in chosen],
            "line": {"width": 1, "color": "white"},
        },
        customdata=[[organisation] for organisation in known["organisation"]],
        hovertext=[
            f"<b>{printed(row.label, LABEL_WIDTH)}</b><br>{written(row.value)}, {placed(row)}"
            for row in known.itertuples()
        ],
        hovertemplate=HOVER,
        cliponaxis=False,
        unselected=STILL,
    )


def _hollow(others: pd.DataFrame, known: pd.DataFrame, written: Written) -> go.Scatter:
    """The values of other sources, in the rows of their organisations."""
    rows = others.merge(known[["organisation", "at"]], on="organisation")
    return go.Scatter(
        x=rows["value"].tolist(),
        y=rows["at"].tolist(),
        mode="markers",
        marker={"size": 11, "symbol": "circle-open", "color": theme.PURPLE, "line": {"width": 2}},
        customdata=[[organisation] for organisation in rows["organisation"]],
        hovertext=[
            f"{printed(row.name, LABEL_WIDTH)}: nguồn khác ghi {written(row.value)}"
            for row in rows.itertuples()
        ],
        hovertemplate=HOVER,
        unselected=STILL,
    )


def _span(values: pd.Series, limits: Sequence[float]) -> list[float]:
    """The range of the values, and of the limits of bands that lie near to them."""
    if values.empty:
        return [0.0, 100.0]
    low, high = float(values.min()), float(values.max())
    near = [at for at in limits if low - _NEAR <= at <= high + _NEAR]
    low, high = min([low, *near]), max([high, *near])
    spare = max((high - low) * 0.06, 0.3)
    return [low - spare, high + spare]


def _name_rows(figure: go.Figure, known: pd.DataFrame, own: str) -> None:
    """The name of every row where there is room, else of the first, the last and the own one."""
    named = known if len(known) <= _NAMED else _told_apart(known, own)
    figure.update_yaxes(
        range=[len(known) - 0.5, -0.5],
        tickvals=named["at"].tolist(),
        ticktext=[_row_name(row, row.organisation == own) for row in named.itertuples()],
        showgrid=len(known) <= _NAMED,
        ticks="",
    )


def _row_height(rows: int) -> int:
    """Pixels of a row: with room for a name, else as thin as many rows ask for."""
    return _ROW if rows <= _NAMED else max(_THINNEST, min(_THIN_ROW, _TALLEST // rows))


def _told_apart(known: pd.DataFrame, own: str) -> pd.DataFrame:
    """The first, the own and the last row, without those that would print over the own one."""
    place = known.index[known["organisation"] == own]
    wanted = {0, len(known) - 1}
    if len(place):
        apart = _TOLD_APART / _row_height(len(known))
        wanted = {one for one in wanted if abs(one - place[0]) > apart} | {int(place[0])}
    return known.loc[sorted(wanted)]


def _row_name(row: Any, own: bool) -> str:
    placed = "" if pd.isna(row.rank) else f"{int(row.rank)}. "
    lines = printed(f"{placed}{row.label}", _NAME_WIDTH).split("<br>")
    name = "<br>".join(lines[:_NAME_LINES]) + ("…" if len(lines) > _NAME_LINES else "")
    return f"<b>{name}</b>" if own else name


def _framed(figure: go.Figure) -> go.Figure:
    """Room above and below for the words of the limits."""
    figure.update_layout(margin={"t": 24, "b": 44})
    return figure
