"""Cells as people write them: numbers as texts, codes as numbers, dates or roman numerals."""

from collections.abc import Sequence
from datetime import date
from random import Random
from typing import Any

NUMBER_FORMS = ("number", "comma", "point", "as printed")
BLANKS = ("", "", "-", "x", "…")
CODE_FORMS = ("text", "text", "dots", "number", "roman", "date", "word")
_ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


def number(value: float | None, form: str, random: Random) -> Any:
    """A number in one of the forms; one of the ways to leave it blank."""
    if value is None:
        return random.choice(BLANKS) if form != "number" else ""
    if form == "number":
        return value
    digits = random.choice((f"{value:.3f}".rstrip("0").rstrip("."), repr(value)))
    if form == "as printed":
        digits = digits if len(digits.partition(".")[2]) > 2 else f"{value:.2f}"
    return digits if form == "point" else digits.replace(".", ",")


def percent(value: float | None, form: str, random: Random) -> Any:
    """A percentage: also as a fraction of one, or with its sign."""
    if value is None:
        return ""
    if form == "fraction":
        return round(value / 100, 6)
    if form == "sign":
        return f"{value:.2f}%".replace(".", ",")
    return number(value, form, random)


PERCENT_FORMS = (*NUMBER_FORMS, "fraction", "sign")


def codes(printed: Sequence[str], form: str, random: Random) -> list[Any]:
    """A column of codes in one form; where it cannot be, as they are."""
    if form == "roman":
        return [_under_roman(code) for code in printed]
    return [_code(code, form) for code in printed]


def _code(code: str, form: str) -> Any:
    parts = code.split(".")
    if form == "dots":
        return f"{code}."
    if form == "word" and len(parts) > 1:
        return f"Tiêu chí {code}"
    if form == "number" and len(parts) < 3 and not code.endswith("0"):
        return float(code)
    if form == "date" and len(parts) == 3:
        day, month, year = map(int, parts)
        return date(2000 + year, month, day)
    return code


def _under_roman(code: str) -> str:
    first, _, rest = code.partition(".")
    return rest or _ROMAN[int(first)]
