"""What does one criterion's mark say and carry on every figure of lost points?"""

from html import escape
from typing import Any

import pandas as pd

from scoring.charts.labels import coded
from scoring.charts.theme import wrap
from scoring.text.format import percent, points

HOVER = "<b>%{customdata[1]}</b><br>%{customdata[2]}<extra></extra>"
STILL = {"marker": {"opacity": 1}}  # a chosen mark leads on at once: the others need not fade
TRACK = "rgba(127,140,153,0.12)"  # a row's whole width, so that a short bar can be clicked too

_HOVER_WIDTH = 42


def labelled(rows: pd.DataFrame) -> pd.DataFrame:
    """The same rows with `label`: code and name in one line."""
    labels = [coded(row.code, row.title, row.short_title) for row in rows.itertuples()]
    return rows.assign(label=labels).reset_index(drop=True)


def capped(rows: pd.DataFrame, most: int) -> pd.DataFrame:
    """The first labelled rows, the others summed up in one of code '': the sum stays the sum.

    With a missing value among them their sum is missing too.
    """
    known = labelled(rows)
    if len(known) <= most:
        return known
    rest = known.iloc[most - 1 :]
    summed = {
        "code": "",
        "label": f"Còn lại ({len(rest)} mục)",
        "max_points": rest["max_points"].sum(skipna=False),
        "lost_points": rest["lost_points"].sum(skipna=False),
        "share": rest["share"].sum(skipna=False),
    }
    return pd.concat([known.iloc[: most - 1], pd.DataFrame([summed])], ignore_index=True)


def carried(rows: pd.DataFrame) -> list[list[str]]:
    """`customdata` of labelled rows: the code, the name and what was lost, ready to read."""
    return [[row.code, printed(row.label, _HOVER_WIDTH), _lost(row)] for row in rows.itertuples()]


def printed(label: str, width: int) -> str:
    """A label in lines of at most `width` characters, safe in a figure's own mark-up."""
    return wrap(escape(label, quote=False), width)


def _lost(row: Any) -> str:
    of_max = 100 * row.lost_points / row.max_points if row.max_points else None
    lost = f"mất {points(row.lost_points)} trên {points(row.max_points)} điểm"
    return f"{lost} ({percent(of_max, 1)} điểm chuẩn)"
