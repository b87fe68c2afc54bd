"""What the screens of pages share: a table of a frame, bars of its columns, where it was read."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from scoring.analysis.questions import Row, records
from scoring.reports.blocks import Chart, Column, Form, Screen, Series, Table, Tone
from scoring.reports.screens.words import label, source
from scoring.text.values import Kind

LONG = 4.0  # the part of a table that titles and names take


@dataclass(frozen=True)
class Bars:
    """One column of a frame as a series."""

    column: str
    name: str
    tone: Tone = "total"
    tones: tuple[Tone, ...] = ()


def listed(frame: pd.DataFrame, columns: Mapping[str, Column], strong: str = "") -> Table:
    """The named columns of a frame as a table; rows where the column `strong` is true stand out."""
    rows = records(frame)
    return Table(
        tuple(columns.values()),
        tuple(tuple(row[name] for name in columns) for row in rows),
        frozenset(at for at, row in enumerate(rows) if strong and row[strong]),
    )


def bars(
    frame: pd.DataFrame,
    labels: Sequence[str],
    series: Sequence[Bars],
    *,
    name: str,
    kind: Kind = "points",
    axis: str = "điểm",
    form: Form = "bars",
    start: float | None = None,
) -> Chart | None:
    """Columns of a frame as a chart; None where they hold no number at all."""
    rows = records(frame)
    made = tuple(
        Series(one.name, tuple(_number(row[one.column]) for row in rows), one.tone, one.tones)
        for one in series
    )
    if all(value is None for one in made for value in one.values):
        return None
    return Chart(form, name, tuple(labels), made, kind, axis, start)


def coded(frame: pd.DataFrame, title: str = "short_title") -> list[str]:
    """'9.1 Ứng dụng …' of each row, for an axis."""
    return [label(row["code"] or "", row[title] or "") for row in records(frame)]


def without_zeros(frame: pd.DataFrame, columns: Sequence[str]) -> pd.DataFrame:
    """The same with nothing in place of 0: a stack has no part for it, and no label."""
    return frame.assign(**{one: frame[one].where(frame[one] != 0).astype(float) for one in columns})


def batches(*frames: pd.DataFrame, columns: Sequence[str] = ("batch",)) -> tuple[str, ...]:
    """The batches that the rows were read from, each once, column by column in their order."""
    told = (frame[one] for one in columns for frame in frames if one in frame)
    return tuple(dict.fromkeys(str(one) for column in told for one in column.dropna()))


def told(screens: Iterable[Screen], known: Mapping[str, Row]) -> tuple[Screen, ...]:
    """The same screens with the places of their batches in words.

    Shape: `known` has the row of the question `batches` by id; what is no id of it stays as it is.
    """
    return tuple(
        replace(
            screen,
            sources=tuple(source(known[one]) if one in known else one for one in screen.sources),
        )
        for screen in screens
    )


def there(*screens: Screen | None) -> tuple[Screen, ...]:
    """Those that the data is there for."""
    return tuple(one for one in screens if one is not None)


def _number(value: Any) -> float | None:
    return None if value is None else float(value)
