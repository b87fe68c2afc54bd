"""How is a number, a change, a rank or a moment written in Vietnamese?"""

from datetime import datetime
from decimal import ROUND_HALF_UP, Context, Decimal

MISSING = "–"
UNCHANGED = "không đổi"

_NBSP = "\u00a0"
_MINUS = "−"
_MISSING_VALUES = frozenset(("None", "nan", "NaN", "NaT", "<NA>"))
# Enough digits for any float; half up, as official tables round.
_CONTEXT = Context(prec=400, rounding=ROUND_HALF_UP)
# Sums of floats carry noise in their last digits (2.6749999999999998 was meant as 2.675).
_NOISE = Decimal("1e-10")


def points(x: float | None) -> str:
    """'16,07'; a third decimal only where there is one: '0,996', '16,084'."""
    value = _decimal(x)
    return MISSING if value is None else _points(value)


def percent(x: float | None, digits: int = 2) -> str:
    """'83,93 %' of 83.93: what is already in percent."""
    value = _decimal(x)
    return MISSING if value is None else f"{_written(value, digits)}{_NBSP}%"


def share(x: float | None, digits: int = 1) -> str:
    """'82,8 %' of 0.828: a part of a whole."""
    value = _decimal(x)
    return MISSING if value is None else f"{_written(value * 100, digits)}{_NBSP}%"


def change(x: float | None, unit: str = "điểm") -> str:
    """'+3,27 điểm', '−0,50 điểm', 'không đổi' where nothing is left after rounding."""
    value = _decimal(x)
    return MISSING if value is None else _signed(value, _points(value), unit)


def change_points(x: float | None, digits: int = 2) -> str:
    """'+2,58 điểm %': the difference between two percentages."""
    value = _decimal(x)
    return MISSING if value is None else _signed(value, _written(value, digits), f"điểm{_NBSP}%")


def number(x: float | None, digits: int = 2) -> str:
    """'1.234,50' with as many decimals as asked for."""
    value = _decimal(x)
    return MISSING if value is None else _written(value, digits)


def integer(n: float | None) -> str:
    """'60.000'."""
    return number(n, 0)


def rank(rank: float | None, field_size: float | None) -> str:
    """'32/63'; '32' where the size of the field is not known."""
    if _decimal(field_size) is None or _decimal(rank) is None:
        return integer(rank)
    return f"{integer(rank)}/{integer(field_size)}"


def axis(unit: str, start: float | None) -> str:
    """'điểm; trục bắt đầu từ 70': what an axis counts, and where it starts if that is not 0."""
    if not start:
        return unit
    told = f"trục bắt đầu từ {number(start, 0 if float(start).is_integer() else 1)}"
    return f"{unit}; {told}" if unit else told


def when(moment: datetime | None) -> str:
    """'21/11/2026 23:53', in the time zone that the moment is given in."""
    return MISSING if is_missing(moment) else f"{moment:%d/%m/%Y %H:%M}"


def is_missing(value: object) -> bool:
    """Whether it is None, NaN, NaT or pandas' NA."""
    return str(value) in _MISSING_VALUES and not isinstance(value, str)


def _decimal(x: float | None) -> Decimal | None:
    """The number as its shortest decimal text says it; None for None, NaN and pandas' NA."""
    text = str(x)
    return None if text in _MISSING_VALUES else Decimal(text).quantize(_NOISE, context=_CONTEXT)


def _points(value: Decimal) -> str:
    text = _written(value, 3)
    return text.removesuffix("0")


def _written(value: Decimal, digits: int) -> str:
    rounded = value.quantize(Decimal(1).scaleb(-digits), context=_CONTEXT)
    text = f"{abs(rounded):,f}".translate(str.maketrans(",.", ".,"))
    return f"{_MINUS}{text}" if rounded < 0 else text


def _signed(value: Decimal, text: str, unit: str) -> str:
    if not any(digit in text for digit in "123456789"):
        return UNCHANGED
    return f"{'+' if value > 0 else ''}{text} {unit}"
