"""How is a value written, by what it is? One answer for pages, slides, documents and workbooks."""

from collections.abc import Callable
from datetime import date
from typing import Literal

from scoring.text import format as form

Kind = Literal["text", "points", "number", "percent", "share", "integer", "change", "date"]
Value = str | float | int | date | None

_WRITTEN: dict[Kind, Callable[..., str]] = {
    "points": form.points,
    "number": form.number,
    "percent": form.percent,
    "share": form.share,
    "integer": form.integer,
    "change": form.change_points,
}


def written(value: Value, kind: Kind) -> str:
    """A value as it is shown: '3,42', '83,93 %', '31/12/2026'; '–' where it is missing."""
    if value is None or value != value:
        return form.MISSING
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    return str(value) if isinstance(value, str) else _WRITTEN[kind](value)
