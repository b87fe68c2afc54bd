"""Criterion codes as people write them, made canonical: '3.4.1'."""

import re
from collections.abc import Sequence
from datetime import date, datetime

_NUMBERED = re.compile(r"\d{1,3}(?:\.\d{1,3}){0,5}")
_ALL_NUMBERED = re.compile(rf"{_NUMBERED.pattern}(?:\n{_NUMBERED.pattern})*+")
_PREFIX = re.compile(
    r"^(?:tiêu chí(?: thành phần)?|lĩnh vực|mục|phần|tctp|tc)\s+(?=[\divxlc])", re.I
)
_ROMAN = re.compile(r"(?=[IVXL])(XL|L?X{0,3})(IX|IV|V?I{0,3})")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}


def code_text(value: object) -> str:
    """The text of a code cell, without 'Tiêu chí', brackets and trailing dots: '1.5.' → '1.5'.

    Returns: '' for a blank cell; a date or an unreadable text comes back as written.
    """
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(round(value, 6))
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    text = str(value).strip().replace(" ", " ")
    if _NUMBERED.fullmatch(text):
        return text
    text = _PREFIX.sub("", text).strip(" .()[]:-–").replace(" ", "").replace(",", ".")
    return re.sub(r"\.{2,}", ".", text)


def roman(text: str) -> int | None:
    """The number of a roman numeral up to 50, None for anything else."""
    if not _ROMAN.fullmatch(text):
        return None
    values = [_ROMAN_VALUES[letter] for letter in text]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))


def numbered(text: str) -> bool:
    """Whether the text is a code of numbers and dots."""
    return bool(_NUMBERED.fullmatch(text))


def all_numbered(texts: Sequence[str]) -> bool:
    """Whether all of many texts are codes of numbers and dots."""
    return bool(_ALL_NUMBERED.fullmatch("\n".join(texts)))


def parent_of(code: str) -> str:
    """The code one level up, '' for a top code."""
    return code.rpartition(".")[0]


def depth_of(code: str) -> int:
    """1 for a domain, 2 for a criterion, 3 for a sub-criterion …"""
    return code.count(".") + 1


def order_of(code: str) -> tuple[tuple[int, str], ...]:
    """A key that puts 1.2 before 1.10, and letters after numbers."""
    return tuple((int(part), "") if part.isdigit() else (10_000, part) for part in code.split("."))


def dates_as_codes(value: date) -> tuple[str, ...]:
    """The codes a spreadsheet may have turned into this date: 3.4.1 became 03/04/2001."""
    short = value.year % 100
    return (
        f"{value.day}.{value.month}.{short}",
        f"{value.month}.{value.day}.{short}",
        f"{value.day}.{value.month}",
        f"{value.month}.{value.day}",
    )
