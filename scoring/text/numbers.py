"""Which number did somebody type into this cell?"""

import re
from decimal import Decimal
from functools import lru_cache
from math import isfinite
from numbers import Real

from scoring.text.words import fold

_MISSING = frozenset(
    ("", ".", ",", "/", "*", "-", "–", "—", "−", "--", "---", "…", "...", "x", "n/a", "na")
    + ("null", "none", "nan", "không có", "chưa có", "không đánh giá", "không áp dụng")
)
_NUMBER = re.compile(
    r"(?P<sign>[+\-−–]?) ?"
    r"(?P<digits>[0-9][0-9.,]*(?: [0-9]{3})*(?:[.,][0-9]+)?|[.,][0-9]+)"
    r" ?(?:điểm ?%|điểm phần trăm|điểm|đ|%|phần trăm)?"
)
_GROUPED = re.compile(r"[0-9]{1,3}(?:([., ])[0-9]{3})(?:\1[0-9]{3})*")
_AMBIGUOUS = re.compile(r"[+\-−–]?[1-9][0-9]{0,2}[.,][0-9]{3}")


class NotANumber(ValueError):
    """A cell that is neither a number nor one of the ways to leave it blank."""


def parse_number(value: object) -> float | None:
    """The number in a cell, whichever of '0,996', '0.996', '1.234,5' or '1,234.5' was typed.

    'điểm' and '%' behind it are dropped: '83,99 %' is 83.99. One separator alone is the decimal
    one, so '1.234' is 1.234 (`is_ambiguous` tells).

    Returns: None for a blank cell and for '-', 'x', '…' and their kin: missing, not zero.
    Raises: NotANumber for anything else, and for true, false, nan and infinity.
    """
    if type(value) is float:
        return _without_noise(value)
    if isinstance(value, str):
        return _parse_text(value)
    if value is None:
        return None
    if isinstance(value, (Real, Decimal)) and not isinstance(value, bool):
        return _without_noise(float(value))
    raise NotANumber(repr(value))


def is_ambiguous(text: str) -> bool:
    """Whether the text could mean thousands as well as three decimals: '1.234', '12,500'."""
    return _AMBIGUOUS.fullmatch(fold(text)) is not None


def _without_noise(value: float) -> float:
    # Most scores have at most four decimals; this test is several times faster than round().
    if 0.0 <= value < 1e9 and int(value * 10_000 + 0.5) / 10_000 == value:
        return value
    if not isfinite(value):
        raise NotANumber(repr(value))
    return round(value, 10) + 0.0


@lru_cache(maxsize=65_536)
def _parse_text(text: str) -> float | None:
    folded = fold(text)
    if folded in _MISSING:
        return None
    match = _NUMBER.fullmatch(folded)
    number = match and _with_point(match["digits"])
    if not match or not number:
        raise NotANumber(text)
    return _without_noise(float(number) * (1 if match["sign"] in ("", "+") else -1))


def _with_point(digits: str) -> str | None:
    """The digits with a decimal point and no grouping; None where the signs make no number."""
    if digits.isdigit():
        return digits
    whole, decimal_sign, decimals = _at_last_sign(digits)
    if not decimals.isdigit():
        return None
    if whole == "" or whole.isdigit():
        return f"{whole}.{decimals}" if decimal_sign != " " else _ungrouped(digits)
    if decimal_sign in whole:
        return _ungrouped(digits)
    grouped = _ungrouped(whole)
    return f"{grouped}.{decimals}" if grouped else None


def _at_last_sign(digits: str) -> tuple[str, str, str]:
    at = max(digits.rfind(sign) for sign in "., ")
    return digits[:at], digits[at], digits[at + 1 :]


def _ungrouped(digits: str) -> str | None:
    return re.sub("[., ]", "", digits) if _GROUPED.fullmatch(digits) else None
