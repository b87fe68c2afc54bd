"""How do many units look side by side, domain by domain?"""

from html import escape
from math import floor

import pandas as pd
import plotly.graph_objects as go

from scoring.charts import theme
from scoring.charts.marks import printed
from scoring.text.format import MISSING, number, percent

_ROW = 26  # pixels
_LABEL = 22  # characters of a name beside the cells
_INDEX = "Chỉ số"
# What was lost stands out; what was reached in full is nearly the page. Safe for the colour-blind.
_COLOURS = [[0.0, "#A63A00"], [0.3, "#EE8A3C"], [0.6, "#FDC58D"], [1.0, "#FFFAF2"]]
_WHITE_WORDS = 0.12  # up to there on the scale white is read more easily than black
_DIGITS = 1
_DARKEST_PART = 0.05  # of all cells: one extreme must not pale the others
_ALWAYS_SEEN = 90.0  # percent; a colour that nothing lower reaches says nothing


def heatmap(units: pd.DataFrame, cells: pd.DataFrame, domains: pd.DataFrame) -> go.Figure:
    """A row a unit in the order given, a column a domain, each cell in % of the unit's own maximum.

    A domain that a unit's table does not print stays empty.

    The colours are those of all `cells`, whichever units are drawn: the same value has the same
    colour on every stretch of a long list.

    Shape: `units` has organisation, label, index_value and told (more of the index, '' for
        nothing); `cells` organisation, code, reached, points, max_points; `domains` code,
        short_title; customdata[0] is the organisation.
    """
    codes = domains["code"].tolist()
    wide = (
        cells.pivot_table(index="organisation", columns="code", values="reached", aggfunc="first")
        .reindex(index=units["organisation"], columns=codes)
        .astype(float)
    )
    table = [
        [index, *row]
        for index, row in zip(units["index_value"].tolist(), wide.to_numpy().tolist(), strict=True)
    ]
    heads = [_INDEX, *codes]
    figure = go.Figure(_cells(table, darkest(cells)))
    figure.add_trace(_targets(units, heads, _hovers(units, cells, domains)))
    figure.update_xaxes(
        side="top",
        tickvals=list(range(len(heads))),
        ticktext=[f"<b>{escape(head, quote=False)}</b>" for head in heads],
        range=[-0.5, len(heads) - 0.5],
        showgrid=False,
    )
    figure.update_yaxes(
        tickvals=list(range(len(units))),
        ticktext=[_short(label) for label in units["label"]],
        range=[len(units) - 0.5, -0.5],
        showgrid=False,
        ticks="",
    )
    styled = theme.style(figure, height=len(units) * _ROW + 44)
    styled.update_layout(margin={"t": 36})
    return styled


def darkest(cells: pd.DataFrame) -> float:
    """From which percentage down every cell is as dark as can be: where the lowest 5 % end.

    Rounded down to a whole percentage; at most 90 %.
    """
    known = cells["reached"].dropna().astype(float)
    lowest = float(known.quantile(_DARKEST_PART)) if len(known) else _ALWAYS_SEEN
    return min(float(floor(lowest)), _ALWAYS_SEEN)


def _cells(table: list[list[float]], low: float) -> list[go.Heatmap]:
    """The cells, dark ones with white words and light ones with black: a map has one colour each.

    The words that Plotly chooses itself are grey on orange.
    """
    limit = low + _WHITE_WORDS * (100.0 - low)
    dark = [[value if value < limit else None for value in row] for row in table]
    light = [[value if value >= limit else None for value in row] for row in table]
    return [_coloured(light, low, "#000000"), _coloured(dark, low, "#FFFFFF")]


def _coloured(table: list[list[float | None]], low: float, words: str) -> go.Heatmap:
    return go.Heatmap(
        z=table,
        x=list(range(len(table[0]) if table else 0)),
        y=list(range(len(table))),
        text=[["" if value is None else _percentage(value) for value in row] for row in table],
        texttemplate="%{text}",
        textfont={"size": 11, "color": words},
        colorscale=_COLOURS,
        zmin=low,
        zmax=100.0,
        xgap=1,
        ygap=1,
        showscale=False,
        hoverinfo="skip",
    )


def _percentage(value: float) -> str:
    """'94,5', and '100' where a phone has no room for a decimal."""
    return number(value, 0 if value >= 99.95 else _DIGITS)


def _targets(units: pd.DataFrame, heads: list[str], hovers: list[list[str]]) -> go.Scatter:
    """What a click meets: a heatmap's own cells report none."""
    places = [(row, column) for row in range(len(units)) for column in range(len(heads))]
    organisations = units["organisation"].tolist()
    unseen = {"marker": {"opacity": 0}}
    return go.Scatter(
        x=[column for _, column in places],
        y=[row for row, _ in places],
        mode="markers",
        marker={"symbol": "square", "size": _ROW - 2, "opacity": 0},
        selected=unseen,
        unselected=unseen,
        customdata=[[organisations[row]] for row, _ in places],
        hovertext=[hovers[row][column] for row, column in places],
        hovertemplate="%{hovertext}<extra></extra>",
    )


def _hovers(units: pd.DataFrame, cells: pd.DataFrame, domains: pd.DataFrame) -> list[list[str]]:
    of_cell = {(row.organisation, row.code): row for row in cells.itertuples()}
    lines = []
    for unit in units.itertuples():
        name = f"<b>{printed(unit.name, 42)}</b><br>"
        told = f"<br>{printed(unit.told, 42)}" if unit.told else ""
        line = [f"{name}{_INDEX}: {percent(unit.index_value)}{told}"]
        for domain in domains.itertuples():
            title = printed(f"{domain.code} {domain.short_title}", 42)
            cell = of_cell.get((unit.organisation, domain.code))
            line.append(f"{name}{title}<br>{_reached(cell)}")
        lines.append(line)
    return lines


def _reached(cell: object) -> str:
    if cell is None:
        return "bảng của đơn vị không in lĩnh vực này"
    points, most = getattr(cell, "points", None), getattr(cell, "max_points", None)
    reached = getattr(cell, "reached", None)
    if pd.isna(reached):
        return MISSING
    return f"{percent(reached, _DIGITS)}: {number(points)} trên {number(most)} điểm"


def _short(label: str) -> str:
    """A name on one line, cut where it is longer than the room beside the cells."""
    cut = label if len(label) <= _LABEL else f"{label[: _LABEL - 1].rstrip()}…"
    return escape(cut, quote=False)
