"""Whether '1.234' in a text cell is 1,234 or 1 234: told by the rest of the file, else asked."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from scoring.ingest.cells import letter_of
from scoring.ingest.finding.layout import Layout
from scoring.ingest.opening.workbook import Cell, Sheet
from scoring.ingest.problems import Place, Problem
from scoring.ingest.result_tables.percents import in_percent
from scoring.ingest.score_tables.points import PRINTED
from scoring.text import format as fmt
from scoring.text.numbers import grouped, is_ambiguous, number_in, parse_number, signs_in

Found = Sequence[tuple[Sheet, Layout]]
_FIELDS = (*PRINTED, "percent", "value")
_BELOW_MAX = tuple(field for field in PRINTED if field != "max_points")
_PERHAPS = re.compile(r"[1-9][0-9]{0,2}[.,][0-9]{3}(?![0-9])")
_BETWEEN = "\x1f"


@dataclass(frozen=True)
class Decimals:
    """The tables of a file with each number's text clear, and the question that is left."""

    found: tuple[tuple[Sheet, Layout], ...]
    question: Problem | None = None
    asked: int | None = None  # which of the tables it belongs to


@dataclass(frozen=True)
class _Doubtful:
    """A text that alone could mean thousands or decimals."""

    table: int
    field: str
    at: int
    cell: tuple[int, int, int]  # sheet, row, column
    text: str
    bounded: bool  # thousands would be more than the row, the table or a percentage allows

    @property
    def sign(self) -> str:
        return "." if "." in self.text else ","


@dataclass(frozen=True)
class _Evidence:
    """What each sign is used for where that is certain: sign → a text that shows it."""

    decimal: Mapping[str, str]
    grouping: Mapping[str, str]


def with_decimals(
    found: Found, sign: str | None = None, most: Sequence[float | None] = ()
) -> Decimals:
    """The tables of one file, the same texts that group thousands as the numbers they mean.

    `sign` is the decimal sign that a person said: then nothing is asked. `most` are the points
    that can be reached in each table, where that is known. A text that stays a text is decimal.
    """
    doubtful = list(_doubtful(found, most))
    if not doubtful:
        return Decimals(tuple(found))
    evidence = _evidence(found, doubtful)
    meant = {one.cell: sign != one.sign if sign else _groups(one, evidence) for one in doubtful}
    asked = [one for one in doubtful if meant[one.cell] is None]
    clear = _with_numbers(found, [one for one in doubtful if meant[one.cell]])
    if not asked:
        return Decimals(clear)
    return Decimals(clear, _question(asked, found, evidence), asked[0].table)


def _doubtful(found: Found, most: Sequence[float | None]) -> Iterator[_Doubtful]:
    """Each cell once, though two years side by side share a column."""
    seen: set[tuple[int, int, int]] = set()
    for table, (sheet, layout) in enumerate(found):
        largest = most[table] if table < len(most) else None
        for field, cells in _number_texts(sheet, layout):
            if not _PERHAPS.search(_BETWEEN.join(set(_texts(cells)))):
                continue  # one look at all texts of the column together
            bounds = _bounds(sheet, layout, field, largest)
            for at, text in enumerate(cells):
                if type(text) is not str or not is_ambiguous(text):
                    continue
                column = layout.column_of(field, at)
                cell = (id(sheet), layout.row_of(at) - 1, -1 if column is None else column)
                if cell not in seen:
                    seen.add(cell)
                    bounded = bool(abs(grouped(text)) > bounds[at])
                    yield _Doubtful(table, field, at, cell, text, bounded)


def _number_texts(sheet: Sheet, layout: Layout) -> Iterator[tuple[str, list[Cell]]]:
    """The columns of numbers that have texts."""
    for field in _FIELDS:
        if field in layout.columns:
            cells = layout.cells(sheet, field)
            if str in set(map(type, cells)):
                yield field, cells


def _texts(cells: Sequence[Cell]) -> Iterator[str]:
    return (cell for cell in cells if type(cell) is str)


def _bounds(
    sheet: Sheet, layout: Layout, field: str, largest: float | None
) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """For each cell of a column the most that it can be; infinite where nothing tells."""
    if field == "percent" or (field == "value" and in_percent(layout)):
        return np.full(layout.length, 100.0)
    whole = np.full(layout.length, np.inf if largest is None else largest)
    if field not in _BELOW_MAX or "max_points" not in layout.columns:
        return whole
    own = [_certain(cell) for cell in layout.cells(sheet, "max_points")]
    return np.minimum(whole, own)


def _certain(cell: Cell) -> float:
    if type(cell) is str and is_ambiguous(cell):
        return np.inf
    number = number_in(cell)
    return np.inf if number is None else number


def _evidence(found: Found, doubtful: Sequence[_Doubtful]) -> _Evidence:
    """What the other texts of all tables show, and the doubtful ones that a bound makes clear."""
    decimal = {one.sign: one.text for one in doubtful if one.bounded}
    grouping: dict[str, str] = {}
    for sheet, layout in found:
        for _, cells in _number_texts(sheet, layout):
            for text in sorted(set(_texts(cells))):
                signs = signs_in(text)
                if signs.decimal:
                    decimal.setdefault(signs.decimal, text)
                if signs.grouping:
                    grouping.setdefault(signs.grouping, text)
    return _Evidence(decimal, grouping)


def _groups(one: _Doubtful, evidence: _Evidence) -> bool | None:
    """Whether the text's sign groups thousands; None where that is to be asked."""
    decimal, grouping = one.sign in evidence.decimal, one.sign in evidence.grouping
    if grouping:
        return None if decimal else True
    if one.bounded or (decimal and len(evidence.decimal) == 1):
        return False
    return None


def _with_numbers(found: Found, grouping: Sequence[_Doubtful]) -> tuple[tuple[Sheet, Layout], ...]:
    """The sheets with these texts as thousands."""
    rows = {id(sheet): list(sheet.rows) for sheet, _ in found}
    for one in grouping:
        sheet, row, column = one.cell
        cells = list(rows[sheet][row])
        cells[column] = grouped(one.text)
        rows[sheet][row] = cells
    changed = {one.cell[0] for one in grouping}
    sheets = {
        id(sheet): replace(sheet, rows=rows[id(sheet)]) if id(sheet) in changed else sheet
        for sheet, _ in found
    }
    return tuple((sheets[id(sheet)], layout) for sheet, layout in found)


def _question(asked: Sequence[_Doubtful], found: Found, evidence: _Evidence) -> Problem:
    first = asked[0]
    sheet, layout = found[first.table]
    decimals, thousands = parse_number(first.text) or 0.0, grouped(first.text)
    readings = f"{fmt.number(decimals, 3)} hay {fmt.integer(thousands).replace('.', ' ')}"
    more = f" và {len(asked) - 1} ô khác như vậy" if len(asked) > 1 else ""
    place = Place(sheet.name, layout.row_of(first.at), letter_of(layout, first.field, first.at))
    told = f"“{first.text}”{more}{_contradiction(first.sign, evidence)}"
    return place.problem("number-ambiguous", readings, told)


def _contradiction(sign: str, evidence: _Evidence) -> str:
    decimal, grouping = evidence.decimal, evidence.grouping
    if sign in decimal and sign in grouping:
        return f"; “{decimal[sign]}” và “{grouping[sign]}” dùng dấu này theo hai cách"
    if len(decimal) > 1:
        return f"; phần thập phân khi viết “{decimal['.']}”, khi viết “{decimal[',']}”"
    return ""
