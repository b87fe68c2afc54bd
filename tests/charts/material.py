"""Small frames written as text tables, and what a reader sees in a figure made from them."""

from html import unescape
from math import nan
from typing import Any

import pandas as pd
import plotly.graph_objects as go

_NUMBERS = frozenset(
    (
        *("max_points", "lost_points", "share", "cumulative_share", "share_of_leads", "leaves"),
        *("percent", "previous_percent", "goal", "lead_only", "shared", "in_full"),
    )
)


def frame(text: str) -> pd.DataFrame:
    """The rows of a text table, cells between bars; an empty cell is missing."""
    head, *lines = [line for line in text.strip().splitlines() if line.strip()]
    names = [name.strip() for name in head.split("|")]
    cells = [[cell.strip() or None for cell in line.split("|")] for line in lines]
    made = pd.DataFrame([dict(zip(names, row, strict=True)) for row in cells], columns=names)
    return made.assign(**{name: _numbers(made[name]) for name in names if name in _NUMBERS})


def losses(text: str) -> pd.DataFrame:
    """Rows of lost points as the questions give them: shares and running shares worked out."""
    rows = frame(text).reindex(
        columns=["code", "title", "short_title", "kind", "max_points", "lost_points"]
    )
    whole = rows["lost_points"].sum() or nan
    running = rows["lost_points"].cumsum()
    return rows.assign(share=rows["lost_points"] / whole, cumulative_share=running / whole)


def labels(figure: go.Figure) -> list[str]:
    """The words above the bars, on one line each, as a reader sees them."""
    return [plain(note.text) for note in figure.layout.annotations]


def plain(text: str) -> str:
    """A text of a figure without its own mark-up."""
    for mark in ("<b>", "</b>"):
        text = text.replace(mark, "")
    return unescape(text.replace("<br>", " ")).replace("\u00a0", " ")


def lines(figure: go.Figure) -> list[str]:
    """Every line of every label that stands over or beside a bar, as it is printed."""
    texts = [note.text for note in figure.layout.annotations]
    texts += list(figure.layout.yaxis.ticktext or ())
    return [plain(line) for text in texts for line in text.split("<br>")]


def codes(trace: Any) -> list[str]:
    """What a click on each mark of a trace reports."""
    return [carried[0] for carried in trace.customdata]


def lengths(trace: Any) -> list[float]:
    """The lengths of a trace's bars, without the noise of binary fractions."""
    return [round(value, 10) for value in trace.x]


def _numbers(column: pd.Series) -> pd.Series:
    return column.str.replace(",", ".").astype(float)
