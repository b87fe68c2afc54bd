"""Which number did somebody type into this cell?"""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from math import isfinite
from numbers import Real

from scoring.text.words import fold

_MISSING = frozenset(
    ("", ".", "..", ",", "/", "//", "*", "-", "–", "—", "−", "--", "---", "…", "...", "....", "x")
    + ("n/a", "na", "null", "none", "nan", "không", "kđg", "kcđ", "kad", "kxđ", "không có")
    + ("không có số liệu", "không có điểm", "không chấm", "không chấm điểm", "không đánh giá")
    + ("không áp dụng", "không xác định", "không khảo sát", "không thẩm định", "không điều tra")
    + ("chưa có", "chưa có số liệu", "chưa có điểm", "chưa chấm", "chưa đánh giá", "chưa công bố")
)
_NUMBER = re.compile(
    r"(?P<sign>[+\-−–]?) ?"
    r"(?P<digits>[0-9][0-9.,]*(?: [0-9]{3})*(?:[.,][0-9]+)?|[.,][0-9]+)"
    r" ?(?P<measure>điểm ?%|điểm phần trăm|điểm|đ|%|phần trăm)?"
    r"(?P<footnote> ?\*{1,3}| ?\(\*{1,3}\)| ?\[[0-9]{1,2}\]| ?[⁰¹²³⁴-⁹⁽⁾]{1,4})?"
)
_GROUPED = re.compile(r"[1-9][0-9]{0,2}([., ])[0-9]{3}(?:\1[0-9]{3})*")
_LONE = re.compile(r"[1-9][0-9]{0,2}([.,])[0-9]{3}")


class NotANumber(ValueError):
    """A cell that is neither a number nor one of the ways to leave it blank."""


def parse_number(value: object) -> float | None:
    """The number in a cell, whichever of '0,996', '0.996', '1.234,5' or '1,234.5' was typed.

    'điểm' and '%' behind it are dropped, and the mark of a footnote: '83,99 %*' is 83.99, as are
    '83,99¹' and '83,99 [1]'. One separator alone is the decimal one, so '1.234' is 1.234
    (`is_ambiguous` tells).

    Returns: None for a blank cell and for '-', 'x', '…' and their kin: missing, not zero.
    Raises: NotANumber for anything else: true, false, nan and infinity; what could be read in two
        ways, as '(0,5)', '1/2' and '0,5 - 1'; '1E-05' and digits of other scripts.
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


def number_in(value: object) -> float | None:
    """The number in a cell, None where there is none: blank, or anything that is no number."""
    try:
        return parse_number(value)
    except NotANumber:
        return None


def is_ambiguous(text: str) -> bool:
    """Whether the text could mean thousands as well as three decimals: '1.234', '12,500'.

    With 'điểm' or '%' behind it means decimals: nobody has thousands of those.
    """
    match = _NUMBER.fullmatch(fold(text))
    return bool(
        match and match["measure"] in (None, "đ") and _LONE.fullmatch(match["digits"])
    )  # 'đ' may be money


def grouped(text: str) -> float:
    """What an ambiguous text means if its sign groups thousands: '1.234' → 1234.

    Raises: ValueError for a text that is not ambiguous.
    """
    if not is_ambiguous(text):
        raise ValueError(f"not ambiguous: {text}")
    return float(_parse_text(re.sub("[.,]", "", text)) or 0)


@dataclass(frozen=True)
class Signs:
    """What the separators of a number are for: '1.234,5' groups by '.', and ',' is decimal."""

    decimal: str = ""
    grouping: str = ""


@lru_cache(maxsize=65_536)
def signs_in(text: str) -> Signs:
    """What the separators of a number's text can only be for; nothing where that is not certain."""
    match = _NUMBER.fullmatch(fold(text))
    digits = match["digits"] if match else ""
    if not match or digits.isdigit() or not _with_point(digits) or is_ambiguous(text):
        return Signs()
    before, last, _ = _at_last_sign(digits)
    if last in before:
        return Signs(grouping=last.strip())
    groups = next((sign for sign in "., " if sign in before), "")
    return Signs(last.strip(), groups.strip())


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
    if decimal_sign == " " or decimal_sign in whole:
        return _ungrouped(digits)
    if whole == "" or whole.isdigit():
        return f"{whole}.{decimals}"
    thousands = _ungrouped(whole)
    return f"{thousands}.{decimals}" if thousands else None


def _at_last_sign(digits: str) -> tuple[str, str, str]:
    at = max(digits.rfind(sign) for sign in "., ")
    return digits[:at], digits[at], digits[at + 1 :]


def _ungrouped(digits: str) -> str | None:
    return re.sub("[., ]", "", digits) if _GROUPED.fullmatch(digits) else None
