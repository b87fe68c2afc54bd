"""How is a value written, by what it is? One answer for pages, slides, documents and workbooks."""

from collections.abc import Callable
from datetime import date
from typing import Literal

from scoring.text import format as form

Kind = Literal["text", "points", "number", "percent", "share", "integer", "change", "date"]


class Measured(float):
    """A number that is written in a way of its own: '85,99 %' above 'hạng 32/63' in one column.

    Shape: the number is the one that the text shows, 82.8 for '82,8 %'.
    """

    text: str

    def __new__(cls, value: float, text: str) -> "Measured":
        made = super().__new__(cls, value)
        made.text = text
        return made

    def __eq__(self, other: object) -> bool:
        alike = float(self) == other
        return alike and self.text == other.text if isinstance(other, Measured) else alike

    def __hash__(self) -> int:
        return hash(float(self))

    def __reduce__(self) -> tuple[type["Measured"], tuple[float, str]]:
        return Measured, (float(self), self.text)


Value = str | float | int | date | None

_WRITTEN: dict[Kind, Callable[..., str]] = {
    "points": form.points,
    "number": form.number,
    "percent": form.percent,
    "share": form.share,
    "integer": form.integer,
    "change": form.change_points,
}


def year_of(year: float) -> str:
    """'2025': a year has no point in it."""
    return str(int(year))


def measured(value: float | None, write: Callable[[float], str]) -> Measured | None:
    """A number with how it is written; None where it is missing."""
    return None if value is None or form.is_missing(value) else Measured(value, write(value))


def placed(rank: float | None, field_size: float | None) -> Measured | None:
    """A rank, written '32/63' where the size of the field is known."""
    return measured(rank, lambda held: form.rank(held, field_size))


def written(value: Value, kind: Kind) -> str:
    """A value as it is shown: '3,42', '83,93 %', '31/12/2026'; '–' where it is missing."""
    if form.is_missing(value):
        return form.MISSING
    if isinstance(value, Measured):
        return value.text
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    return str(value) if isinstance(value, str) else _WRITTEN[kind](value)
