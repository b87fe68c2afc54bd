"""What a formula comes to: precedence and rounding are the spreadsheet's, nothing is executed.

−2^2 is 4, 2^3^2 is 64, ROUND(2,675; 2) is 2,68.
"""

import operator
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from math import isfinite
from typing import TYPE_CHECKING, Any

from scoring.ingest.arithmetic.expressions import Formula, Reference
from scoring.ingest.arithmetic.functions import (
    FUNCTIONS,
    Area,
    Compute,
    Fault,
    Value,
    number_of,
    scalar_of,
)

if TYPE_CHECKING:
    from openpyxl.formula.tokenizer import Token

# The types and subtypes of openpyxl's tokens, which is imported only when there is a formula.
_OPERAND, _PAREN, _FUNCTION, _SEPARATOR = "OPERAND", "PAREN", "FUNC", "SEP"
_BEFORE, _BETWEEN, _AFTER = "OPERATOR-PREFIX", "OPERATOR-INFIX", "OPERATOR-POSTFIX"
_RANGE, _NUMERIC, _TEXT, _LOGICAL, _ERROR, _CLOSE = (
    *("RANGE", "NUMBER", "TEXT", "LOGICAL", "ERROR", "CLOSE"),
)

_NUMBER = re.compile(r"(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?")
_PLUS_OR_MINUS = {"+": "plus", "-": "minus"}  # before an operand
_BINDING = {
    **dict.fromkeys(_PLUS_OR_MINUS.values(), 6),
    **dict.fromkeys(("=", "<>", "<", ">", "<=", ">="), 1),
    "&": 2,
    **dict.fromkeys("+-", 3),
    **dict.fromkeys("*/", 4),
    "^": 5,
}
_ARITHMETIC: Mapping[str, Callable[[float, float], Any]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
    "^": operator.pow,
}
_COMPARED: Mapping[str, Callable[[Any, Any], bool]] = {
    "=": operator.eq,
    "<>": operator.ne,
    "<": operator.lt,
    ">": operator.gt,
    "<=": operator.le,
    ">=": operator.ge,
}


class _NotRead(ValueError):
    """A formula that is no arithmetic of numbers and cells."""


Look = Callable[[Reference, bool], Area]  # the cells named; True: without their subtotals


def value_of(formula: Formula, look: Look) -> Value:
    """What the formula comes to; a fault where it is an error or cannot be told."""
    reader = _Reader(formula, look)
    try:
        for token in formula.tokens:
            reader.read(token)
        return reader.value()
    except _NotRead:
        return Fault.UNKNOWN


@dataclass
class _Opened:
    """A bracket that is not closed yet, with its function where it is one's."""

    start: int  # how many values stand before it
    compute: Compute | None = None
    subtotal: bool = False
    arguments: int = 0  # that a comma ended


@dataclass
class _Reader:
    """One pass over a formula's tokens, computing as it reads, without recursion.

    Values wait for the signs between them, signs for those that bind more strongly.
    """

    formula: Formula
    look: Look
    values: list[Value | Area] = field(default_factory=list)
    pending: list[str | _Opened] = field(default_factory=list)
    wants_operand: bool = True

    def read(self, token: "Token") -> None:
        """The next token, where it can stand."""
        closes = token.subtype == _CLOSE
        if self.wants_operand and self._leaves_blank(token):
            self._operand(None)
        handlers = _BEFORE_OPERAND if self.wants_operand else _AFTER_OPERAND
        handle = handlers.get((token.type, closes))
        if handle is None:
            raise _NotRead(token.value)
        handle(self, token)

    def value(self) -> Value:
        """What all of it comes to."""
        if self.wants_operand:
            raise _NotRead("unfinished")
        self._reduce(0)
        if self.pending or len(self.values) != 1:
            raise _NotRead("unclosed")
        return scalar_of(self.values[0])

    def _leaves_blank(self, token: "Token") -> bool:
        """Whether nothing stands where an argument may: before ',' or, after one, before ')'."""
        opened = self.pending[-1] if self.pending else None
        if not isinstance(opened, _Opened) or opened.compute is None:
            return False
        after_one = (token.type, token.subtype) == (_FUNCTION, _CLOSE) and bool(opened.arguments)
        return token.type == _SEPARATOR or after_one

    def _operand(self, value: Value | Area) -> None:
        self.values.append(value)
        self.wants_operand = False

    def _reduce(self, binding: int) -> None:
        """Apply the signs that bind at least so strongly, back to the last open bracket."""
        while self.pending and not isinstance(sign := self.pending[-1], _Opened):
            if _BINDING[sign] < binding:
                return
            self.pending.pop()
            last = self.values.pop()
            if sign == _PLUS_OR_MINUS["-"]:
                self.values.append(_joined("*", last, -1.0))
            elif sign == _PLUS_OR_MINUS["+"]:
                self.values.append(last)
            else:
                self.values.append(_joined(sign, self.values.pop(), last))

    def _cell_or_literal(self, token: "Token") -> None:
        self._operand(self._read_operand(token))

    def _read_operand(self, token: "Token") -> Value | Area:
        if token.subtype == _RANGE:
            bare = any(isinstance(one, _Opened) and one.subtotal for one in self.pending)
            return self.look(self.formula.references[token.value], bare)
        if token.subtype == _NUMERIC and _NUMBER.fullmatch(token.value):
            return float(token.value)
        if token.subtype == _TEXT:
            return str(token.value[1:-1]).replace('""', '"')
        if token.subtype == _LOGICAL:
            return bool(token.value == "TRUE")
        return Fault.ERROR if token.subtype == _ERROR else Fault.UNKNOWN

    def _sign_before(self, token: "Token") -> None:
        self.pending.append(_PLUS_OR_MINUS[token.value])

    def _sign_between(self, token: "Token") -> None:
        binding = _BINDING.get(token.value)
        if binding is None:
            raise _NotRead(token.value)  # ',' and ' ' join ranges
        self._reduce(binding)
        self.pending.append(token.value)
        self.wants_operand = True

    def _percent(self, token: "Token") -> None:
        self.values.append(_joined("/", self.values.pop(), 100.0))

    def _open(self, token: "Token") -> None:
        opened = _Opened(len(self.values))
        if token.type == _FUNCTION:
            name = token.value[:-1].upper().removeprefix("_XLFN.")
            if name not in FUNCTIONS:
                raise _NotRead(name)
            opened = _Opened(len(self.values), FUNCTIONS[name], name == "SUBTOTAL")
        self.pending.append(opened)

    def _next_argument(self, token: "Token") -> None:
        self._reduce(0)
        opened = self.pending[-1] if self.pending else None
        if not isinstance(opened, _Opened) or token.value != ",":
            raise _NotRead(token.value)
        opened.arguments += 1
        self.wants_operand = True

    def _close(self, token: "Token") -> None:
        self._reduce(0)
        opened = self.pending.pop() if self.pending else None
        if not isinstance(opened, _Opened) or (opened.compute is None) != (token.type == _PAREN):
            raise _NotRead(token.value)
        if opened.compute is not None:
            arguments = self.values[opened.start :]
            del self.values[opened.start :]
            self.values.append(opened.compute(arguments))


_Handler = Callable[[_Reader, "Token"], None]
_BEFORE_OPERAND: Mapping[tuple[str, bool], _Handler] = {
    (_OPERAND, False): _Reader._cell_or_literal,
    (_BEFORE, False): _Reader._sign_before,
    (_PAREN, False): _Reader._open,
    (_FUNCTION, False): _Reader._open,
}
_AFTER_OPERAND: Mapping[tuple[str, bool], _Handler] = {
    (_BETWEEN, False): _Reader._sign_between,
    (_AFTER, False): _Reader._percent,
    (_SEPARATOR, False): _Reader._next_argument,
    (_PAREN, True): _Reader._close,
    (_FUNCTION, True): _Reader._close,
}


def _joined(sign: str, left: Value | Area, right: Value | Area) -> Value:
    one, other = scalar_of(left), scalar_of(right)
    if sign in _ARITHMETIC:
        return _computed(_ARITHMETIC[sign], number_of(one), number_of(other))
    faults = [value for value in (one, other) if isinstance(value, Fault)]
    if faults:
        return min(faults, key=lambda fault: fault.value)
    return (
        _as_text(one) + _as_text(other) if sign == "&" else _compared(_COMPARED[sign], one, other)
    )


def _computed(
    compute: Callable[[float, float], Any], left: float | Fault, right: float | Fault
) -> Value:
    if isinstance(left, Fault) or isinstance(right, Fault):
        return Fault.ERROR if Fault.ERROR in (left, right) else Fault.UNKNOWN
    try:
        result = compute(left, right)
    except (ZeroDivisionError, OverflowError):
        return Fault.ERROR
    no_number = isinstance(result, complex) or not isfinite(result)
    return Fault.ERROR if no_number or (compute is operator.pow and left == right == 0) else result


def _as_text(value: Value) -> str:
    """What joining shows of a value: texts and whole numbers, whatever the language."""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if value is None or type(value) is str:
        return value or ""
    raise _NotRead("a number as text depends on its format")


def _compared(compare: Callable[[Any, Any], bool], left: Value, right: Value) -> Value:
    """Blank equals 0 and ''; texts without case; numbers in the fifteen digits that are kept."""
    one, other = _comparable(left, right), _comparable(right, left)
    if type(one) is type(other) and isinstance(one, str | float | bool):
        return compare(one, other)
    if compare in (operator.eq, operator.ne) and isinstance(one, str) != isinstance(other, str):
        return compare is operator.ne  # a number is never a text
    return Fault.UNKNOWN


def _comparable(value: Value, other: Value) -> Value:
    if value is None:
        return "" if isinstance(other, str) else 0.0
    if isinstance(value, str):
        return value.casefold()
    return float(f"{value:.15g}") if type(value) is float else value
