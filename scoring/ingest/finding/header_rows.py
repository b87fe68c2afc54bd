"""Which rows may be a header, and which texts stand above each column."""

import re
from collections.abc import Sequence
from datetime import date, time, timedelta
from itertools import groupby, pairwise, takewhile

from scoring.ingest.finding.headers import years_in
from scoring.ingest.opening.workbook import Cell, Sheet
from scoring.text.words import nfc

TALLEST_HEADER = 3
FIGURE = re.compile(r"[-+−]?[\d.,\s]*\d[\d.,\s]*%?")
Parts = Sequence[Sequence[str]]  # for each column the header texts above it, top to bottom
_DATED = (date, time, timedelta)
_LETTERS = "ABCDEFGH"
_ENCLOSED = re.compile(r"\(\d{1,2}(?:\)|\s*=)")  # a number that numbers, and is no value
_WIDEST_GAP = 3


def may_be_header(row: Sequence[Cell]) -> bool:
    """A cheap look: some texts, and no codes or numbers but years."""
    texts = 0
    for cell in row:
        kind = type(cell)
        if kind is str:
            if cell[:1].isdigit() and len(cell) != 4 and FIGURE.fullmatch(cell):
                return False  # a code or a number, and no year
            if cell and FIGURE.fullmatch(cell) and not _is_year(cell):
                return False
            texts += cell != ""
        elif kind in (float, int):
            if not (1980 <= cell <= 2100 and cell == int(cell)):
                return False
        elif isinstance(cell, _DATED):
            return False
    return texts >= 2


def may_continue(row: Sequence[Cell]) -> bool:
    """Whether a row may be a further line of the header above it."""
    texts = [cell for cell in row if cell != ""]
    return bool(texts) and all(
        (type(cell) is str and not FIGURE.fullmatch(cell))
        or (type(cell) in (float, int) and 1980 <= cell <= 2100)
        or (type(cell) is str and _is_year(cell))
        for cell in texts
    )


def _is_year(cell: str) -> bool:
    return len(cell) < 7 and bool(years_in(cell))


def header_parts(sheet: Sheet, row: int, height: int) -> tuple[tuple[str, ...], ...]:
    """For each column the header texts above it, groups (merged or not) over all their columns.

    A group whose columns are named in the row below the header names none of them, nor does what
    stands above it.
    """
    grid = _grid(sheet, row, height)
    for at in _named_below(grid[-1], sheet.rows, row + height):
        for line in grid:
            line[at] = ""
    width = len(grid[0])
    columns = ([grid[line][at] for line in range(height) if grid[line][at]] for at in range(width))
    return tuple(tuple(text for text, _ in groupby(texts)) for texts in columns)


def _grid(sheet: Sheet, row: int, height: int) -> list[list[str]]:
    """The texts of each line of a header, merged cells and groups filled in."""
    width = max(len(sheet.rows[row + line]) for line in range(height))
    grid = [
        ([label(cell) for cell in sheet.rows[row + line]] + [""] * width)[:width]
        for line in range(height)
    ]
    for (top, left), (bottom, right) in sheet.merged:
        if row <= top < row + height:
            for line in range(top, min(bottom + 1, row + height)):
                for column in range(left, min(right + 1, width)):
                    grid[line - row][column] = grid[top - row][left]
    for line in reversed(range(height - 1)):
        _carry_groups(grid[line], grid[line + 1], width)
    return grid


def is_cut(sheet: Sheet, row: int, height: int) -> bool:
    """Whether a header goes on below these rows: merged cells reach further, or names follow."""
    below = row + height
    reach = any(row <= top < below <= bottom for (top, _), (bottom, _) in sheet.merged)
    return reach or bool(_named_below(_grid(sheet, row, height)[-1], sheet.rows, below))


def label(cell: Cell) -> str:
    """A header cell as text: a year may be a number."""
    if type(cell) is str:
        return nfc(cell)
    if type(cell) in (float, int) and abs(cell) < 1e6:
        return str(int(cell))
    return ""


def _carry_groups(line: list[str], below: list[str], width: int) -> None:
    """'Năm 2019' stands over the blank cells to its right although nobody merged them.

    A text that stands in both lines is one cell merged downwards, no group.
    """
    for at in range(1, width):
        group = line[at - 1]
        if not line[at] and below[at] and group and below[at - 1] and group != below[at - 1]:
            line[at] = group


def _named_below(line: Sequence[str], rows: Sequence[Sequence[Cell]], below: int) -> list[int]:
    """The columns under a text over several of them that the row below names one by one.

    Nothing of that row stands under the name of a single column, as the first row of a table does.
    """
    if below >= len(rows) or not may_continue(rows[below]) or numbers_columns(rows[below]):
        return []
    width = len(line)
    names = [label(cell) for cell in rows[below]][:width]
    names += [""] * (width - len(names))
    groups = list(line)
    _carry_groups(groups, names, width)
    unnamed: list[int] = []
    for text, run in groupby(range(width), key=groups.__getitem__):
        columns = list(run)
        told = {names[at] for at in columns if not names[at].startswith("(")} - {"", text}
        if text and len(told) > 1:
            unnamed += columns
        elif text and told:
            return []
    return unnamed


def numbers_columns(row: Sequence[Cell]) -> bool:
    """A row that only numbers the columns: (1) (2) (3)=(1)−(2), or A B 1 2; anew for each table."""
    texts = [label(cell) for cell in row if cell != ""]
    names = ["".join(c for c in text.partition("=")[0] if c.isalnum()) for text in texts]
    if len(names) < 3:
        return False
    if all(_ENCLOSED.match(text) for text in texts):
        names = _without_gaps(names)
    starts = [at for at, name in enumerate(names) if name == names[0]]
    runs = [names[at:end] for at, end in zip(starts, [*starts[1:], len(names)], strict=True)]
    return all(len(run) > 1 and _counts(run) for run in runs)


def _without_gaps(names: Sequence[str]) -> list[str]:
    """(1) … (7) (9) (10), where a column was taken out, as 1 … 9; others as they are."""
    numbers = [int(name) for name in names]
    rising = all(one < other <= one + _WIDEST_GAP for one, other in pairwise(numbers))
    return list(map(str, range(1, len(names) + 1))) if rising and numbers[0] == 1 else list(names)


def _counts(names: Sequence[str]) -> bool:
    """Whether they go on from 1 or A, without a gap."""
    letters = list(takewhile(str.isalpha, names))
    digits = list(names[len(letters) :])
    runs = (list(map(str, range(start, start + len(digits)))) for start in (1, len(letters) + 1))
    return letters == list(_LETTERS[: len(letters)]) and digits in runs
