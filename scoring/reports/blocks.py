"""What slides, documents, workbooks and the meeting on the screen are made of.

A screen says one thing: a message, with figures, a chart or a table that show it, and where the
numbers come from. Values are kept as numbers; each writer formats them with `written`.
"""

from dataclasses import dataclass, field
from typing import Literal

from scoring.text.values import Kind, Value
from scoring.text.values import written as written

Form = Literal["bars", "columns", "stacked bars", "stacked columns", "lines"]
Tone = Literal["loss", "good", "total", "neutral", "accent", "track", "none"]


@dataclass(frozen=True)
class Column:
    """One column of a table: its name, what its values are, and its part of the width."""

    title: str
    kind: Kind = "text"
    width: float = 1.0


@dataclass(frozen=True)
class Table:
    """Rows of values under named columns.

    Shape: each row has one value a column, None where it is missing; `strong` are the places of
        rows that sum up others.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    strong: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Series:
    """One series of a chart, a value a category; None leaves a gap.

    Shape: `tones` gives a point its own colour, one a category; empty: all have `tone`. A series
        of tone 'none' is only there to carry others and is not seen. `labelled` shows the values.
    """

    name: str
    values: tuple[float | None, ...]
    tone: Tone = "total"
    tones: tuple[Tone, ...] = ()
    labelled: bool = True


@dataclass(frozen=True)
class Chart:
    """A chart that every program can draw of its numbers.

    Shape: `kind` is what the values are; `start` where the axis of values starts, None for where
        the program likes; of bars the first category stands on top; `name` says what it shows, for
        who cannot see it.
    """

    form: Form
    name: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    kind: Kind = "points"
    axis: str = ""
    start: float | None = None


@dataclass(frozen=True)
class Figure:
    """One number in large type, with what it is compared to; a number keeps its value."""

    label: str
    value: Value
    beside: str = ""

    @property
    def shown(self) -> str:
        """The value as it is written."""
        return written(self.value, "number")


@dataclass(frozen=True)
class Link:
    """Where more is told: a page of the dashboard and what its address asks for."""

    page: str
    label: str
    query: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Screen:
    """One screen of a meeting, one slide of its deck.

    Shape: `key` names it in addresses; `topic` in lists; `message` is its title, one sentence;
        `sources` where its numbers were read; `spoken` what who presents it may add.
    """

    key: str
    topic: str
    message: str
    sentences: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    chart: Chart | None = None
    table: Table | None = None
    sources: tuple[str, ...] = ()
    spoken: tuple[str, ...] = ()
    links: tuple[Link, ...] = field(default=(), compare=False)

    @property
    def told(self) -> tuple[str, ...]:
        """Its sentences; where neither table nor chart shows it, what is only spoken too."""
        shown = self.table is not None or self.chart is not None
        return self.sentences if shown else (*self.sentences, *self.spoken)
