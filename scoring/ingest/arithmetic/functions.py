"""What the spreadsheet functions of sums, roundings and choices give."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_UP, ROUND_UP, Context, Decimal
from enum import Enum
from math import fsum, isfinite, prod
from typing import Any


class Fault(Enum):
    """Why a formula gives no value; of two, the lower is what the spreadsheet would show."""

    ERROR = 0  # the spreadsheet shows an error, such as #DIV/0!
    UNKNOWN = 1  # the spreadsheet shows something that arithmetic does not tell


Value = Any  # float, str, bool, date, None for a blank cell, or a Fault


@dataclass(frozen=True)
class Area:
    """The cells that a reference names; blank ones may be left out of a range."""

    values: Sequence[Value]
    single: bool  # one cell rather than a range


Argument = Any  # a Value or an Area
Compute = Callable[[Sequence[Argument]], Value]
_DIGITS = 15  # that a spreadsheet keeps
_MOST_PLACES = 20
_EXACT = Context(prec=60)


def scalar_of(value: Argument) -> Value:
    """The value of one cell; a range where one value is wanted cannot be told."""
    if not isinstance(value, Area):
        return value
    if not value.single:
        return Fault.UNKNOWN
    return value.values[0] if value.values else None


def number_of(value: Value) -> float | Fault:
    """A value in arithmetic: a blank is 0, true is 1, a text of digits its number.

    Other texts and dates are not computed with.
    """
    if isinstance(value, float | Fault):
        return value
    if value is None or isinstance(value, bool):
        return float(value or 0)
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) <= _DIGITS:
        return float(value)
    return Fault.UNKNOWN


def _numbers(arguments: Sequence[Argument]) -> Iterator[float | Fault]:
    """Numbers of ranges, in which texts and blanks do not count, and of single arguments."""
    for argument in arguments:
        if not isinstance(argument, Area):
            yield number_of(argument)
            continue
        for value in argument.values:
            if isinstance(value, float | Fault):
                yield value
            elif value is not None and not isinstance(value, str | bool):
                yield Fault.UNKNOWN  # a date counts as a number of days


def _over(compute: Callable[[list[float]], float | Fault]) -> Compute:
    """A function of all numbers in its arguments; any fault among them is its value."""

    def function(arguments: Sequence[Argument]) -> Value:
        numbers = list(_numbers(arguments))
        faults = [one for one in numbers if isinstance(one, Fault)]
        if faults or not arguments:
            return min(faults, key=lambda one: one.value, default=Fault.UNKNOWN)
        result = compute([one for one in numbers if not isinstance(one, Fault)])
        return result if isinstance(result, Fault) or isfinite(result) else Fault.ERROR

    return function


def _mean(numbers: list[float]) -> float | Fault:
    return fsum(numbers) / len(numbers) if numbers else Fault.ERROR


_SUM, _MEAN = _over(fsum), _over(_mean)
_LEAST = _over(lambda numbers: min(numbers, default=0.0))
_MOST = _over(lambda numbers: max(numbers, default=0.0))


def _count(arguments: Sequence[Argument]) -> Value:
    """How many are numbers; an error is none of them."""
    found = list(_numbers(arguments))
    return Fault.UNKNOWN if Fault.UNKNOWN in found else float(len(found) - found.count(Fault.ERROR))


def _filled(arguments: Sequence[Argument]) -> Value:
    """How many cells are not blank, whatever they hold."""
    areas = [one.values if isinstance(one, Area) else (one,) for one in arguments]
    values = [value for area in areas for value in area if value is not None]
    return Fault.UNKNOWN if Fault.UNKNOWN in values else float(len(values))


def _rounded(rounding: str) -> Compute:
    def function(arguments: Sequence[Argument]) -> Value:
        if len(arguments) != 2:
            return Fault.UNKNOWN
        value, places = (number_of(scalar_of(one)) for one in arguments)
        if isinstance(value, Fault) or isinstance(places, Fault) or abs(places) > _MOST_PLACES:
            return next((one for one in (value, places) if isinstance(one, Fault)), Fault.UNKNOWN)
        if abs(value) >= 10**_DIGITS:
            return value
        exact = Decimal(f"{value:.{_DIGITS}g}")
        step = Decimal(1).scaleb(-int(places))
        return float(exact.quantize(step, rounding=rounding, context=_EXACT)) + 0.0

    return function


def _absolute(arguments: Sequence[Argument]) -> Value:
    value = number_of(scalar_of(arguments[0])) if len(arguments) == 1 else Fault.UNKNOWN
    return value if isinstance(value, Fault) else abs(value)


def _if(arguments: Sequence[Argument]) -> Value:
    if len(arguments) not in (2, 3):
        return Fault.UNKNOWN
    holds = number_of(scalar_of(arguments[0]))
    if isinstance(holds, Fault):
        return holds
    chosen = arguments[1:2] if holds else arguments[2:]
    return scalar_of(chosen[0]) if chosen else False


def _if_error(arguments: Sequence[Argument]) -> Value:
    if len(arguments) != 2:
        return Fault.UNKNOWN
    value = scalar_of(arguments[0])
    return scalar_of(arguments[1]) if value is Fault.ERROR else value


def _logical(combine: Callable[[list[bool]], bool]) -> Compute:
    def function(arguments: Sequence[Argument]) -> Value:
        values = [number_of(scalar_of(one)) for one in arguments]
        faults = [one for one in values if isinstance(one, Fault)]
        if faults or not values:
            return min(faults, key=lambda one: one.value, default=Fault.UNKNOWN)
        return combine([bool(one) for one in values])

    return function


def _subtotal(arguments: Sequence[Argument]) -> Value:
    kind = scalar_of(arguments[0]) if arguments else None
    function = _SUBTOTALS.get(kind) if isinstance(kind, float) else None
    return function(arguments[1:]) if function else Fault.UNKNOWN


def _rank(arguments: Sequence[Argument]) -> Value:
    """How many are greater (smaller, where the third argument is not 0), plus one."""
    if len(arguments) not in (2, 3) or not isinstance(arguments[1], Area):
        return Fault.UNKNOWN
    value = number_of(scalar_of(arguments[0]))
    upwards = number_of(scalar_of(arguments[2])) if len(arguments) == 3 else 0.0
    others = list(_numbers(arguments[1:2]))
    known = [one for one in others if not isinstance(one, Fault)]
    if isinstance(value, Fault) or isinstance(upwards, Fault) or len(known) < len(others):
        return Fault.UNKNOWN
    if value not in known:
        return Fault.ERROR
    return 1.0 + sum(one < value if upwards else one > value for one in known)


_SUBTOTALS: Mapping[float, Compute] = {
    1.0: _MEAN,
    2.0: _count,
    3.0: _filled,
    4.0: _MOST,
    5.0: _LEAST,
    9.0: _SUM,
}
FUNCTIONS: Mapping[str, Compute] = {
    "SUM": _SUM,
    "PRODUCT": _over(prod),
    "AVERAGE": _MEAN,
    "MIN": _LEAST,
    "MAX": _MOST,
    "COUNT": _count,
    "COUNTA": _filled,
    "ABS": _absolute,
    "ROUND": _rounded(ROUND_HALF_UP),
    "ROUNDUP": _rounded(ROUND_UP),
    "ROUNDDOWN": _rounded(ROUND_DOWN),
    "IF": _if,
    "IFERROR": _if_error,
    "AND": _logical(all),
    "OR": _logical(any),
    "NOT": lambda arguments: _logical(lambda values: not values[0])(arguments[:1]),
    "SUBTOTAL": _subtotal,
    "RANK": _rank,
    "RANK.EQ": _rank,
}
