"""How wide are the columns of a table, and how high its rows? Told from their texts."""

import math
from collections.abc import Sequence

from scoring.reports.blocks import Table, written
from scoring.reports.slides import fitting
from scoring.reports.slides.layout import Ground
from scoring.text.printable import one_line

Texts = tuple[str, ...]
Told = tuple[Texts, list[Texts]]  # the header and the rows
SIDE, ABOVE = 6.0, 3.0  # points around the text of a cell
_ANY_FONT = 1.15  # times what is measured, so that no number breaks in a wider font
_ROOMY = 1.2  # times what its numbers take is enough for a column of numbers
_LEAST = 0.05  # the narrowest column that a table can ask for


def texts(table: Table) -> Told:
    """The header and the rows as they are written."""
    header = tuple(one_line(column.title) for column in table.columns)
    kinds = [column.kind for column in table.columns]
    rows = [
        tuple(one_line(written(value, kind)) for value, kind in zip(row, kinds, strict=True))
        for row in table.rows
    ]
    return header, rows


def widths(
    ground: Ground, table: Table, told: Told, width: float, size: float
) -> tuple[float, ...]:
    """The columns' parts of the width, but none narrower than its numbers and words need.

    Shape: `told` are the texts of the table; `width` and `size` of type in points.
    """
    header, rows = told
    wanted = [one * width for one in _shares(table, header, rows)]
    least = []
    for at, column in enumerate(table.columns):
        words = [fitting.ems(word, True) for word in header[at].split()]
        if column.kind != "text":
            words += [fitting.ems(row[at], bool(table.strong)) for row in rows]
        need = max(words, default=0.0) * size * _ANY_FONT + 2 * SIDE * ground.scale
        least.append(min(need, width / len(header)))
        if column.kind != "text" and rows:
            wanted[at] = min(wanted[at], least[at] * _ROOMY)
    return _settled(wanted, least, width)


def inner(ground: Ground, width: float) -> float:
    """Points for the text of a cell."""
    return max(1.0, width - 2 * SIDE * ground.scale)


def high(
    ground: Ground, row: Sequence[str], columns: Sequence[float], size: float, *, bold: bool
) -> float:
    """How high a row is: as its longest text."""
    tallest = max(
        fitting.height(text, size, inner(ground, width), bold=bold)
        for text, width in zip(row, columns, strict=True)
    )
    return tallest + 2 * ABOVE * ground.scale


def _shares(table: Table, header: Texts, rows: list[Texts]) -> list[float]:
    """The columns' parts as the table has them; among texts also by how long these are."""
    columns = table.columns
    asked = [max(one.width, _LEAST) for one in columns]
    lengths = [max(fitting.ems(row[at]) for row in (header, *rows)) for at in range(len(columns))]
    long = [at for at, one in enumerate(columns) if one.kind == "text"]
    weights = {at: math.sqrt(asked[at] * max(lengths[at], 1.0)) for at in long}
    theirs, whole = sum(asked[at] for at in long), sum(weights.values())
    found = [
        weights[at] / whole * theirs if at in weights else part for at, part in enumerate(asked)
    ]
    return [one / sum(found) for one in found]


def _settled(wanted: list[float], least: list[float], width: float) -> tuple[float, ...]:
    """All of the width, taken from those that have more than they need for those that lack."""
    stretched = [one * width / sum(wanted) for one in wanted]
    pairs = list(zip(stretched, least, strict=True))
    missing = [max(0.0, need - have) for have, need in pairs]
    spare = [max(0.0, have - need) for have, need in pairs]
    share = min(1.0, sum(missing) / (sum(spare) or 1.0))
    changed = [
        have + lack - share * room
        for have, lack, room in zip(stretched, missing, spare, strict=True)
    ]
    return tuple(one * width / sum(changed) for one in changed)
