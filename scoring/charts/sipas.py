"""How does each satisfaction factor stand against last year and against its target?"""

import pandas as pd
import plotly.graph_objects as go

from scoring.charts import theme
from scoring.charts.bullets import add_diamonds, add_targets, bar, laid
from scoring.charts.label_rows import LABEL_WIDTH, LabelRows
from scoring.charts.marks import TRACK, printed
from scoring.text.format import change_points, percent

# A factor's state in words; the icon and the word say it without the colour.
STATE_WORDS = {
    "met": "✓ Đạt",
    "short": "✗ Chưa đạt",
    "ahead": "◷ Chưa đến hạn",
    "unknown": "○ Chưa có mục tiêu để so",
}
SERIES_FROM = 2022  # SIPAS measures policy too since then, so earlier years are another series

_MOST_CHANGES = 3  # points whose changes still fit side by side on a phone
_STATE_COLOURS = {
    "met": theme.GOOD,
    "short": theme.LOSS,
    "ahead": theme.TOTAL,
    "unknown": theme.NEUTRAL,
}
_LONGEST_SUM = 30  # characters; longer brackets are words of the file, which wrap
_OPPOSITE = {
    "top left": "bottom right",
    "top right": "bottom left",
    "top center": "bottom center",
    "bottom center": "top center",
}


def factor_bullets(frame: pd.DataFrame, *, year: int) -> go.Figure:
    """One bullet a factor in the frame's order: bar this year, diamond last year, line target.

    Missing values draw nothing.

    Shape: `frame` has code, title, percent, previous_percent, goal, state and standing (the
    sentence under the title); customdata[0] is the code.
    """
    labels = [_label(row.title, row.percent, row.state, row.standing) for row in frame.itertuples()]
    rows = LabelRows(tuple(labels))
    placed = frame.assign(at=rows.positions, label=labels)
    figure = go.Figure(bar(placed, 100.0, rows, TRACK))
    for state, word in STATE_WORDS.items():
        chosen = placed[(placed["state"] == state) & placed["percent"].notna()]
        if not chosen.empty:
            name = f"Năm {year} ({word})"
            colour = _STATE_COLOURS[state]
            figure.add_trace(bar(chosen, chosen["percent"], rows, colour, name=name))
    before = f"Năm {year - 1}"
    earlier = _named(placed, "previous_percent", before)
    add_diamonds(figure, earlier, "previous_percent", before, theme.LINE)
    add_targets(figure, _named(placed, "goal", "Mục tiêu"), "goal", "Mục tiêu")
    figure.update_xaxes(range=[0, 100], dtick=20, title_text="% hài lòng")
    return laid(figure, rows)


def overall_trend(frame: pd.DataFrame, *, name: str, mean: pd.DataFrame | None = None) -> go.Figure:
    """The overall percentage year by year, each with its change on the year before.

    The line is broken where the survey changed, and no change is told across that year.

    Shape: `frame` and `mean` (the nation's, where that is another series) have year and percent,
    one row a year, oldest first.
    """
    figure = go.Figure()
    if mean is not None:
        _add_line(figure, mean, "Cả nước", colour=theme.NEUTRAL, dash="dot", below=True)
    _add_line(figure, frame, name, colour=theme.TOTAL, dash="solid")
    years = _years(frame, mean)
    figure.update_xaxes(
        type="category", showgrid=False, categoryarray=years, range=[-0.55, len(years) - 0.45]
    )
    figure.update_yaxes(ticksuffix=" %", nticks=5, range=_range(frame, mean))
    styled = theme.style(figure, height=300)
    return styled if mean is None else theme.legend_above(styled)


def _named(placed: pd.DataFrame, column: str, name: str) -> pd.DataFrame:
    """The rows with what one of these marks says of itself: 'Mục tiêu: 86,00 %'."""
    return placed.assign(label=[f"{name}: {percent(value)}" for value in placed[column]])


def _label(title: str, value: float, state: str, standing: str) -> str:
    head = printed(f"{title}: {percent(value)}", LABEL_WIDTH)
    said = _unbroken(standing)
    told = f"{STATE_WORDS[state]}. {said}" if state != "unknown" else said
    return f"<b>{head}</b><br>{printed(told, LABEL_WIDTH)}"


def _unbroken(standing: str) -> str:
    """The sentence with its sum in brackets kept on one line, where one line has room for it."""
    before, bracket, rest = standing.partition("(")
    inside, closing, after = rest.rpartition(")")
    if len(inside) > _LONGEST_SUM:
        return standing
    return before + bracket + inside.replace(" ", "\u00a0") + closing + after


def _add_line(
    figure: go.Figure,
    frame: pd.DataFrame,
    name: str,
    *,
    colour: str,
    dash: str,
    below: bool = False,
) -> None:
    known = frame.dropna(subset=["percent"])
    for number, (_, series) in enumerate(known.groupby(known["year"] >= SERIES_FROM)):
        figure.add_scatter(
            x=series["year"].astype(str).tolist(),
            y=series["percent"].tolist(),
            mode="lines+markers+text",
            line={"color": colour, "width": 3, "dash": dash},
            marker={"size": 9},
            name=name,
            showlegend=number == 0,
            text=_told(series, changes=not below and len(series) <= _MOST_CHANGES),
            textposition=_sides(series["percent"].tolist(), below=below),
            cliponaxis=False,
            hovertemplate=f"{printed(name, LABEL_WIDTH)} %{{x}}: %{{text}}<extra></extra>",
        )


def _told(series: pd.DataFrame, *, changes: bool) -> list[str]:
    """Each value, and with `changes` the step from the year before where that is there too."""
    values = series.set_index("year")["percent"]
    steps = {
        year: f"<br>{change_points(value - values[year - 1])}"
        for year, value in values.items()
        if changes and year - 1 in values.index
    }
    return [percent(value) + steps.get(year, "") for year, value in values.items()]


def _sides(values: list[float], *, below: bool) -> list[str]:
    """Where a point's words stand, off the line that comes and goes."""
    sides = []
    for before, value, after in zip([None, *values], values, [*values[1:], None], strict=False):
        fell = before is not None and before > value
        rises = after is not None and after > value
        falls = after is not None and after < value
        if fell:
            sides.append("top right" if falls else "bottom center")
        else:
            sides.append("top left" if rises else "top center")
    return [_OPPOSITE[side] for side in sides] if below else sides


def _shown(frame: pd.DataFrame, mean: pd.DataFrame | None) -> pd.DataFrame:
    return frame if mean is None else pd.concat([frame, mean])


def _years(frame: pd.DataFrame, mean: pd.DataFrame | None) -> list[str]:
    return [str(year) for year in sorted(_shown(frame, mean)["year"].unique())]


def _range(frame: pd.DataFrame, mean: pd.DataFrame | None) -> list[float]:
    """Room above and below for the words at the points; the axis of a line need not start at 0."""
    values = _shown(frame, mean)["percent"]
    spare = max(float(values.max() - values.min()) * 0.5, 1.0)
    return [float(values.min()) - spare, float(values.max()) + spare]
