"""How did one organisation's value move, and where did those that merged begin and end?"""

import pandas as pd
import plotly.graph_objects as go

from scoring.charts import theme
from scoring.charts.label_rows import LABEL_WIDTH
from scoring.charts.marks import STILL, printed
from scoring.charts.ranking import HOVER, Written, placed

_ALL_TOLD = 5  # years whose words all have room on a phone


def places_by_year(places: pd.DataFrame, written: Written) -> go.Figure:
    """Values by year with the place beside each; a merged organisation is a line that ends.

    Ranks are words, never an axis: 32/63 and 11/34 are places in different fields.

    No line goes over a missing year, nor from one segment to another.

    Shape: `places` has organisation, name, own, year, value, rank, field_size and segment.
    """
    figure = go.Figure()
    years = [str(year) for year in range(int(places["year"].min()), int(places["year"].max()) + 1)]
    named: set[object] = set()
    for (organisation, _), rows in places.groupby(["organisation", "segment"], sort=False):
        own = bool(rows["own"].iloc[0])
        figure.add_scatter(
            x=rows["year"].astype(str).tolist(),
            y=rows["value"].tolist(),
            mode="lines+markers+text" if own else "lines+markers",
            name=printed(rows["name"].iloc[0], LABEL_WIDTH),
            showlegend=organisation not in named,
            line={
                "color": theme.TOTAL if own else theme.NEUTRAL,
                "width": 3 if own else 2,
                "dash": "solid" if own else "dot",
            },
            marker={"size": 9},
            text=_told(rows, _worth_telling(places, organisation), written),
            hovertext=[
                f"{printed(row.name, LABEL_WIDTH)}<br>{row.year}: {written(row.value)}, "
                f"{placed(row)}"
                for row in rows.itertuples()
            ],
            hovertemplate=HOVER,
            textposition=_sides(rows, years),
            cliponaxis=False,
            customdata=[[organisation]] * len(rows),
            unselected=STILL,
        )
        named.add(organisation)
    _draw_breaks(figure, places, years)
    _year_axes(figure, places["value"], years)
    styled = theme.style(figure, height=300)
    return theme.legend_above(styled) if places["organisation"].nunique() > 1 else styled


def _worth_telling(places: pd.DataFrame, organisation: object) -> set[int]:
    """The years whose words are drawn: of many only the first, the last and the extremes."""
    rows = places[places["organisation"] == organisation]
    if len(rows) <= _ALL_TOLD:
        return set(rows["year"])
    extremes = rows["year"].loc[[rows["value"].idxmin(), rows["value"].idxmax()]]
    return {rows["year"].min(), rows["year"].max(), *extremes}


def _told(rows: pd.DataFrame, years: set[int], written: Written) -> list[str]:
    return [
        f"{written(row.value)}<br>{placed(row)}" if row.year in years else ""
        for row in rows.itertuples()
    ]


def _sides(rows: pd.DataFrame, years: list[str]) -> list[str]:
    """Where the words of each point stand: off the line that comes and goes, and off the edges."""
    values = rows["value"].tolist()
    around = zip(values, [None, *values], [*values[1:], None], rows["year"], strict=False)
    return [
        f"{_height(value, before, after)} {_edge(str(year), years)}"
        for value, before, after, year in around
    ]


def _height(value: float, *near: float | None) -> str:
    return "bottom" if any(one is not None and one > value for one in near) else "top"


def _edge(year: str, years: list[str]) -> str:
    """Words at the first and the last of many years turn inwards, where a phone has room."""
    if len(years) <= _ALL_TOLD:
        return "center"
    return "right" if year == years[0] else "left" if year == years[-1] else "center"


def _draw_breaks(figure: go.Figure, places: pd.DataFrame, years: list[str]) -> None:
    """A line before the first year in which another number of members is ranked."""
    sizes = places[places["field_size"].notna()].groupby("year")["field_size"].max().astype(int)
    for before, year in zip(sizes.index, sizes.index[1:], strict=False):
        if sizes[before] != sizes[year]:
            at = years.index(str(year)) - 0.5
            figure.add_shape(
                type="line",
                x0=at,
                x1=at,
                y0=0,
                y1=1,
                yref="paper",
                line={"color": theme.LINE, "width": 2, "dash": "dash"},
            )
            figure.add_annotation(
                x=at,
                y=0,
                yref="paper",
                yanchor="bottom",
                text=f"{sizes[before]} → {sizes[year]} đơn vị",
                showarrow=False,
            )


def _year_axes(figure: go.Figure, values: pd.Series, years: list[str]) -> None:
    spare = max(float(values.max() - values.min()) * 0.4, 0.8) if len(values) else 1.0
    figure.update_xaxes(
        type="category", showgrid=False, categoryarray=years, range=[-0.55, len(years) - 0.45]
    )
    if len(values):
        figure.update_yaxes(range=[values.min() - spare, values.max() + spare], nticks=5)
