"""How did one organisation's value move, and where did those that merged begin and end?"""

import pandas as pd
import plotly.graph_objects as go

from scoring.charts import theme
from scoring.charts.label_rows import LABEL_WIDTH
from scoring.charts.marks import STILL, printed
from scoring.charts.point_words import ALL_TOLD, sides
from scoring.charts.ranking import HOVER, Written, placed
from scoring.charts.uprights import upright


def places_by_year(places: pd.DataFrame, written: Written) -> go.Figure:
    """Values by year with the place beside each; a merged organisation is a line that ends.

    Ranks are words, never an axis: 32/63 and 11/34 are places in different fields.

    No line goes over a missing year, nor from one segment to another.

    Shape: `places` has organisation, name, own, year, value, rank, field_size and segment.
    """
    figure = go.Figure()
    years = list(range(int(places["year"].min()), int(places["year"].max()) + 1))
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
            textposition=sides(rows["value"].tolist(), crowded=len(years) > ALL_TOLD),
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
    if len(rows) <= ALL_TOLD:
        return set(rows["year"])
    extremes = rows["year"].loc[[rows["value"].idxmin(), rows["value"].idxmax()]]
    return {rows["year"].min(), rows["year"].max(), *extremes}


def _told(rows: pd.DataFrame, years: set[int], written: Written) -> list[str]:
    return [
        f"{written(row.value)}<br>{placed(row)}" if row.year in years else ""
        for row in rows.itertuples()
    ]


def _draw_breaks(figure: go.Figure, places: pd.DataFrame, years: list[int]) -> None:
    """A line before the first year in which another number of members is ranked."""
    sizes = places[places["field_size"].notna()].groupby("year")["field_size"].max().astype(int)
    for before, year in zip(sizes.index, sizes.index[1:], strict=False):
        if sizes[before] != sizes[year]:
            at = years.index(year) - 0.5
            words = f"{sizes[before]} → {sizes[year]} đơn vị"
            upright(figure, at, words, stands="foot", colour=theme.LINE)


def _year_axes(figure: go.Figure, values: pd.Series, years: list[int]) -> None:
    spare = max(float(values.max() - values.min()) * 0.4, 0.8) if len(values) else 1.0
    figure.update_xaxes(
        type="category",
        showgrid=False,
        categoryarray=[str(year) for year in years],
        range=[-0.55, len(years) - 0.45],
    )
    if len(values):
        figure.update_yaxes(range=[values.min() - spare, values.max() + spare], nticks=5)
