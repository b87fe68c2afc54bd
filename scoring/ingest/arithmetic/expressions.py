"""Which parts the text of a formula has, and which cells it names."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from scoring.ingest.opening.addresses import column_index

if TYPE_CHECKING:
    from openpyxl.formula.tokenizer import Token

_LONGEST = 8_192  # characters, as in a spreadsheet
_CELL = r"\$?([A-Z]{1,3})\$?([1-9]\d{0,6})"
_REFERENCE = re.compile(
    rf"(?:(?:'((?:[^']|'')+)'|([^'!:\[\]#]+))!)?(?:{_CELL}(?::{_CELL})?|"
    r"\$?([A-Z]{1,3}):\$?([A-Z]{1,3}))",
    re.I,
)
_LAST_ROW = 1_048_575


@dataclass(frozen=True)
class Reference:
    """The cells that a formula names; rows and columns from 0, both ends inclusive."""

    sheet: str | None
    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True)
class Formula:
    """A formula taken apart."""

    tokens: "tuple[Token, ...]"
    references: Mapping[str, Reference]  # by the text of their token


def formula_of(text: str) -> Formula | None:
    """The formula that a cell's text holds, with or without '='; None where it cannot be read."""
    from openpyxl.formula.tokenizer import Tokenizer, TokenizerError

    written = text if text.startswith("=") else f"={text}"
    if len(written) > _LONGEST or "[" in written:  # another file's cells, or a named table's
        return None
    try:
        tokens = tuple(one for one in Tokenizer(written).items if one.type != "WHITE-SPACE")
    except (TokenizerError, IndexError):  # an unmatched bracket empties the tokenizer's stack
        return None
    named = {one.value for one in tokens if (one.type, one.subtype) == ("OPERAND", "RANGE")}
    references = {name: _reference(name) for name in named}
    known = {name: cells for name, cells in references.items() if cells}
    return Formula(tokens, known) if len(known) == len(named) else None


def _reference(text: str) -> Reference | None:
    match = _REFERENCE.fullmatch(text)
    if not match:
        return None
    quoted, plain, left, top, right, bottom, first, last = match.groups()
    sheet = quoted.replace("''", "'") if quoted else plain
    if first:
        columns = sorted((column_index(first), column_index(last)))
        return Reference(sheet, 0, columns[0], _LAST_ROW, columns[1])
    rows = sorted((int(top) - 1, int(bottom or top) - 1))
    columns = sorted((column_index(left), column_index(right or left)))
    return Reference(sheet, rows[0], columns[0], rows[1], columns[1])
