"""The values of a file's formulas, each computed after those that it names."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from functools import cached_property
from itertools import islice

from scoring.ingest.arithmetic.evaluate import value_of
from scoring.ingest.arithmetic.expressions import Formula, Reference, formula_of
from scoring.ingest.arithmetic.functions import Area, Fault, Value
from scoring.ingest.opening.workbook import Cell, Sheet
from scoring.text.numbers import NotANumber, parse_number

Position = tuple[int, int, int]  # sheet, row, column, all from 0

# Beyond them a formula stays without value, and a hostile file is answered soon.
_MOST_FORMULAS = 50_000
_MOST_CHARACTERS = 700_000
_MOST_CELLS = 1_200_000  # looked at by all formulas of a file together
_ERRORS = ("#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A")
CORRECTED = object()  # the value of a formula's cell that a person wrote over


@dataclass
class Book:
    """The sheets of a file while their formulas are computed, each after those it names."""

    sheets: Sequence[Sheet]
    corrected: frozenset[Position]
    _known: dict[Position, Value] = field(default_factory=dict)
    _open: dict[Position, Formula | None] = field(default_factory=dict)  # begun, not yet known
    _budget: int = _MOST_CELLS
    _characters: int = 0

    @cached_property
    def _texts(self) -> dict[Position, str]:
        """Each formula that is to be computed."""
        return {
            (at, row, column): text
            for at, sheet in enumerate(self.sheets)
            for (row, column), text in sheet.formulas.items()
        }

    @cached_property
    def _places(self) -> dict[str, int]:
        return {sheet.name.casefold(): at for at, sheet in enumerate(self.sheets)}

    def values(self) -> Mapping[Position, Value]:
        """The value of each formula, with a fault where there is none."""
        for position in self._texts:
            if position in self.corrected or self._stored(position) != "":
                self._known[position] = CORRECTED
        for position in islice(self._texts, _MOST_FORMULAS):
            self._compute(position)
        return self._known

    def _compute(self, wanted: Position) -> None:
        """A formula after all that it needs; one that needs itself is not known."""
        begun: set[Position] = set()
        stack = [wanted]
        while stack:
            position = stack[-1]
            if position in self._known:
                stack.pop()
            elif position in begun:
                self._known[position] = self._value(position)
            else:
                begun.add(position)
                stack += [one for one in self._needs(position) if one not in begun]

    def _needs(self, position: Position) -> list[Position]:
        """The formulas among the cells that a formula names, not computed yet."""
        formula = self._open[position] = self._taken_apart(self._texts[position])
        return [
            one
            for reference in (formula.references.values() if formula else ())
            for one in self._cells(reference, position[0])
            if one in self._texts and one not in self._known
        ]

    def _taken_apart(self, text: str) -> Formula | None:
        """A formula, as long as there is time for it."""
        self._characters += len(text)
        return None if self._characters > _MOST_CHARACTERS else formula_of(text)

    def _value(self, position: Position) -> Value:
        formula = self._open.pop(position)
        if formula is None or self._budget < 0:
            return Fault.UNKNOWN
        return value_of(formula, lambda reference, bare: self._area(reference, position[0], bare))

    def _cells(self, reference: Reference, at: int) -> Iterator[Position]:
        """The cells named, as far as the sheet has any and there is time to look."""
        at = at if reference.sheet is None else self._places.get(reference.sheet.casefold(), -1)
        rows = self.sheets[at].rows if at >= 0 else ()
        for row in range(reference.top, min(reference.bottom + 1, len(rows))):
            right = min(reference.right + 1, len(rows[row]))
            self._budget -= max(right - reference.left, 1)
            if self._budget < 0:
                return
            for column in range(reference.left, right):
                yield at, row, column

    def _area(self, reference: Reference, at: int, without_subtotals: bool) -> Area:
        single = (reference.top, reference.left) == (reference.bottom, reference.right)
        unknown = reference.sheet is not None and reference.sheet.casefold() not in self._places
        values = [
            self._cell(position)
            for position in self._cells(reference, at)
            if not (without_subtotals and self._is_subtotal(position))
        ]
        if unknown or self._budget < 0:
            return Area([Fault.UNKNOWN], single)
        return Area(values, single)

    def _is_subtotal(self, position: Position) -> bool:
        sheet, *cell = position
        return "SUBTOTAL(" in self.sheets[sheet].formulas.get((cell[0], cell[1]), "").upper()

    def _cell(self, position: Position) -> Value:
        if position in self._texts and self._known.get(position) is not CORRECTED:
            return self._known.get(position, Fault.UNKNOWN)
        return _as_value(self._stored(position), believed=position in self.corrected)

    def _stored(self, position: Position) -> Cell:
        sheet, row, column = position
        return self.sheets[sheet].rows[row][column]


def _as_value(cell: Cell, *, believed: bool) -> Value:
    """A cell as formulas see it: numbers, texts, dates; '' is blank."""
    if isinstance(cell, bool | float) or cell == "" or cell is None:
        return None if cell == "" else cell
    if isinstance(cell, int):
        return float(cell)
    if isinstance(cell, date | time | timedelta):
        return cell
    if cell in _ERRORS:
        return Fault.ERROR
    return _number_or_text(cell) if believed else cell


def _number_or_text(text: str) -> Value:
    try:
        return parse_number(text)
    except NotANumber:
        return text
