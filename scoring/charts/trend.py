"""How did an index and its parts move over the years? Lines stop where a series does."""

from collections.abc import Collection, Sequence

import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from scoring.charts import theme
from scoring.charts.marks import printed
from scoring.charts.point_words import ALL_TOLD, sides
from scoring.text.format import change_points, percent

_LOOKS = (
    (theme.TOTAL, "circle"),
    (theme.LOSS, "square"),
    (theme.GOOD, "diamond"),
    (theme.PURPLE, "triangle-up"),
    (theme.LINE, "star"),
    (theme.NEUTRAL, "hexagon"),
)
_COLUMNS = 2  # of small multiples: two still have room on a phone
_PANEL_WIDTH = 21  # characters of a panel's title
_PANEL_HEIGHT = 96  # pixels of a panel without its title
_ROOM = 0.35


def index_trend(lines: pd.DataFrame, marks: Sequence[tuple[int, str]]) -> go.Figure:
    """One line an organisation and series; where a series ends the line does, with a mark.

    Shape: `lines` has line, year, percent, step, segment, ended; `marks` are the first year of
        each new series and the sign that stands there.
    """
    years = _every_year(lines["year"])
    figure = go.Figure()
    names = list(dict.fromkeys(lines["line"]))
    for at, name in enumerate(names):
        rows = lines[lines["line"] == name]
        _add_line(figure, rows, years, at, alone=len(names) == 1, marked={one for one, _ in marks})
    _add_marks(figure, years, marks)
    figure.update_xaxes(
        type="category",
        showgrid=False,
        categoryarray=[str(year) for year in years],
        categoryorder="array",
        range=[-0.55, len(years) - 0.45],
    )
    known = lines["percent"]
    room = max((known.max() - known.min()) * _ROOM, 1.0) if len(known) else 1.0
    figure.update_yaxes(
        ticksuffix="\u00a0%",
        nticks=6,
        range=[known.min() - room, known.max() + room] if len(known) else None,
    )
    styled = theme.style(figure, height=340)
    return styled if len(names) == 1 else theme.legend_above(styled)


def _add_line(
    figure: go.Figure,
    rows: pd.DataFrame,
    years: list[int],
    at: int,
    *,
    alone: bool,
    marked: Collection[int],
) -> None:
    name = rows["line"].iloc[0]
    colour, symbol = _LOOKS[at % len(_LOOKS)]
    few = len(rows) <= ALL_TOLD
    for number, (_, series) in enumerate(rows.groupby("segment")):
        said = [
            _told(row, steps=alone and few) if few or _speaks(row, series) else ""
            for row in series.itertuples()
        ]
        figure.add_scatter(
            x=series["year"].astype(str).tolist(),
            y=series["percent"].tolist(),
            mode="lines+markers+text" if alone else "lines+markers",
            line={"color": colour, "width": 3, "dash": "solid" if at == 0 else "dot"},
            marker={
                "size": 10,
                "symbol": ["x" if ended else symbol for ended in series["ended"]],
            },
            name=printed(name, theme.LABEL_WIDTH),
            legendgroup=str(at),
            showlegend=number == 0,
            text=said if alone else None,
            textposition=sides(
                series["percent"].tolist(),
                crowded=len(years) > ALL_TOLD,
                broken=(series["year"].min() in marked, series["year"].max() + 1 in marked),
            ),
            cliponaxis=False,
            hovertext=[_hover(name, row) for row in series.itertuples()],
            hovertemplate="%{hovertext}<extra></extra>",
        )


def _speaks(row: object, series: pd.DataFrame) -> bool:
    """Of a long line only the ends of each series carry their value."""
    return row.year in (series["year"].min(), series["year"].max())  # type: ignore[attr-defined]


def _told(row: object, *, steps: bool) -> str:
    step = row.step  # type: ignore[attr-defined]
    below = f"<br>{change_points(step)}" if steps and pd.notna(step) else ""
    return percent(row.percent) + below  # type: ignore[attr-defined]


def _hover(name: str, row: object) -> str:
    label = printed(name, theme.LABEL_WIDTH)
    ended = "<br>✕ đường dừng ở đây" if row.ended else ""  # type: ignore[attr-defined]
    year = row.year  # type: ignore[attr-defined]
    return f"{label}<br>Năm {year}: {_told(row, steps=True)}{ended}"


def _add_marks(figure: go.Figure, years: list[int], marks: Sequence[tuple[int, str]]) -> None:
    for year, sign in marks:
        between = years.index(year) - 0.5
        figure.add_vline(x=between, line={"color": theme.NEUTRAL, "dash": "dash", "width": 1.5})
        figure.add_annotation(
            x=between,
            y=1,
            yref="paper",
            yanchor="top",
            xanchor="left",
            text=f"<b>{sign}</b>",
            showarrow=False,
            font={"size": 18, "color": theme.NEUTRAL},
        )


def _every_year(years: pd.Series) -> list[int]:
    """The years from the first to the last, those without a value too."""
    return list(range(int(years.min()), int(years.max()) + 1)) if len(years) else []


def part_trends(series: pd.DataFrame, marks: Sequence[tuple[int, str]]) -> go.Figure:
    """Small multiples: one panel a part, all over the same years and the same range.

    Shape: `series` has panel, name, year, percent, segment; `marks` as for `index_trend`.
    """
    panels = [rows for _, rows in series.groupby("panel")]
    years = _every_year(series["year"])
    titles = [_title(rows) for rows in panels]
    rows = -(-len(panels) // _COLUMNS)
    tallest = max((theme.line_count(title) for title in titles), default=1)
    title_height = tallest * theme.LINE_HEIGHT + 8
    height = max(rows, 1) * (_PANEL_HEIGHT + title_height + 20)
    figure = make_subplots(
        rows=max(rows, 1),
        cols=_COLUMNS,
        subplot_titles=titles,
        horizontal_spacing=0.12,
        vertical_spacing=(title_height + 24) / height if rows > 1 else 0,
    )
    for at, panel in enumerate(panels):
        row, column = at // _COLUMNS + 1, at % _COLUMNS + 1
        _add_panel(figure, panel, row, column)
        for year, _ in marks:
            figure.add_vline(
                x=year - 0.5,
                line={"color": theme.NEUTRAL, "dash": "dash", "width": 1},
                row=row,
                col=column,
            )
    _lay_panels(figure, series, years, title_height)
    return theme.style(figure, height=height + title_height).update_layout(
        margin_t=title_height + 4
    )


def _title(rows: pd.DataFrame) -> str:
    last = rows.iloc[-1]
    label = printed(str(last["name"]), _PANEL_WIDTH)
    return f"{label}<br><b>{percent(last['percent'], 1)}</b> ({int(last['year'])})"


def _add_panel(figure: go.Figure, panel: pd.DataFrame, row: int, column: int) -> None:
    for _, one in panel.groupby("segment"):
        figure.add_scatter(
            x=one["year"].tolist(),
            y=one["percent"].tolist(),
            mode="lines+markers",
            line={"color": theme.TOTAL, "width": 2},
            marker={"size": 6},
            hovertext=[
                f"Năm {y}: {percent(v)}" for y, v in zip(one.year, one.percent, strict=True)
            ],
            hovertemplate="%{hovertext}<extra></extra>",
            cliponaxis=False,
            row=row,
            col=column,
        )


def _lay_panels(
    figure: go.Figure, series: pd.DataFrame, years: list[int], title_height: int
) -> None:
    low = min(float(series["percent"].min()), 90.0) if len(series) else 0.0
    ends = sorted({years[0], years[-1]}) if years else []
    figure.update_annotations(font_size=theme.LABEL_SIZE, yshift=2)
    figure.update_xaxes(
        range=[ends[0] - 0.6, ends[-1] + 0.6] if ends else None,
        tickvals=ends,
        ticktext=[str(year) for year in ends],
        showgrid=False,
    )
    figure.update_yaxes(range=[max(low - 10, -5), 105], nticks=3, ticksuffix="\u00a0%")
