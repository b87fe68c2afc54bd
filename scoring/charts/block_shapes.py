"""What must a chart tell to be drawn, and which words, colours and room does it get?"""

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import Protocol

import plotly.graph_objects as go

from scoring.charts import theme
from scoring.text.values import Kind, written

COLOURS = {
    "loss": theme.LOSS,
    "good": theme.GOOD,
    "total": theme.TOTAL,
    "neutral": theme.NEUTRAL,
    "accent": theme.LINE,
    "track": "rgba(127,140,153,0.25)",
}
UNSEEN = "none"  # the tone of a series that only carries others

_LETTER = 0.6  # width of a letter, as a part of its height
_PHONE, _WALL = 330, 1500  # pixels of a plot that values must fit into


class Series(Protocol):
    """One series, a value a category; see scoring.reports.blocks."""

    @property
    def name(self) -> str: ...
    @property
    def values(self) -> Sequence[float | None]: ...
    @property
    def tone(self) -> str: ...
    @property
    def tones(self) -> Sequence[str]: ...
    @property
    def labelled(self) -> bool: ...


class Chart(Protocol):
    """Categories and series over them; see scoring.reports.blocks."""

    @property
    def form(self) -> str: ...
    @property
    def categories(self) -> Sequence[str]: ...
    @property
    def series(self) -> Sequence[Series]: ...
    @property
    def kind(self) -> Kind: ...
    @property
    def axis(self) -> str: ...
    @property
    def start(self) -> float | None: ...


@dataclass(frozen=True)
class Bars:
    """One series as bars: where each starts, how long it is, and its value in words."""

    series: Series
    bases: tuple[float, ...]
    lengths: tuple[float | None, ...]
    texts: tuple[str, ...]
    colours: tuple[str, ...]


def bars(chart: Chart) -> tuple[Bars, ...]:
    """The series that are seen; stacked ones stand on those before them, below 0 apart."""
    above = [0.0] * len(chart.categories)
    below = list(above)
    found = []
    for one in chart.series:
        bases = []
        for at, value in enumerate(one.values):
            pile = below if (value or 0) < 0 else above
            bases.append(pile[at] if chart.form.startswith("stacked") else 0.0)
            pile[at] = round(pile[at] + (value or 0), 10)
        if one.tone != UNSEEN:
            found.append(Bars(one, tuple(bases), tuple(one.values), texts(chart, one), tones(one)))
    return tuple(found)


def seen(chart: Chart) -> list[Series]:
    """The series that are drawn."""
    return [one for one in chart.series if one.tone != UNSEEN]


def tones(series: Series) -> tuple[str, ...]:
    """A colour a category."""
    named = series.tones or (series.tone,) * len(series.values)
    return tuple(COLOURS[tone] for tone in named)


def texts(chart: Chart, series: Series) -> tuple[str, ...]:
    """The values in words; '' where there is none."""
    return tuple("" if value is None else written(value, chart.kind) for value in series.values)


def hover(chart: Chart, series: Series) -> list[str]:
    """What a mark says when it is pointed at: its category, its series, its value."""
    said = zip(chart.categories, texts(chart, series), strict=True)
    name = escape(series.name, quote=False)
    return [f"<b>{wrapped(category, 42)}</b><br>{name}: {text}" for category, text in said]


def wrapped(text: str, width: int) -> str:
    """The text in lines joined by `<br>`, safe in a figure's mark-up; too long words are cut."""
    lines = textwrap.wrap(" ".join(text.split()), width) or [""]
    return "<br>".join(escape(line, quote=False) for line in lines)


def letters(text_width: float, size: int) -> int:
    """How many letters of that size stand in so many pixels."""
    return max(int(text_width / (size * _LETTER)), 6)


def extent(chart: Chart, drawn: Sequence[Bars]) -> tuple[float, float]:
    """The least and the greatest value that the axis shows."""
    ends = [edge for one in drawn for edge in _edges(one)]
    low = min([0.0, *ends]) if chart.start is None else min([chart.start, *ends, *_negative(ends)])
    high = max([chart.start or 0.0, *ends])
    return low, high if high > low else low + 1.0


def margin(said: Sequence[str], size: int, *, wide: bool) -> float:
    """The part of the width of a plot that the longest value beside a mark takes."""
    return min(max(map(len, said), default=0) * size * _LETTER / (_WALL if wide else _PHONE), 0.4)


def finish(figure: go.Figure, chart: Chart, *, height: int, size: int) -> go.Figure:
    """The house's layout, with a legend where there are several series to tell apart."""
    styled = theme.style(figure, height=height)
    styled.update_layout(barmode="overlay")  # each bar has its own place already
    if len(seen(chart)) > 1:
        theme.legend_above(styled)
        styled.update_layout(margin_t=3 * size, height=height + 3 * size)
    return styled


def _edges(one: Bars) -> Iterator[float]:
    for base, length in zip(one.bases, one.lengths, strict=True):
        if length is not None:
            yield base + length


def _negative(ends: Sequence[float]) -> list[float]:
    return [0.0] if min(ends, default=0.0) < 0 else []
