"""Which cells are marked, and with which problems."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from scoring.ingest.opening.workbook import Sheet, position_of
from scoring.ingest.problems import Problem, sentence
from scoring.ingest.rules import ERROR, NOTE, WARNING, Severity
from scoring.ingest.table import Table

SEVERITIES: Mapping[Severity, str] = {ERROR: "Lỗi", WARNING: "Cảnh báo", NOTE: "Ghi chú"}
ORDER: tuple[Severity, ...] = (ERROR, WARNING, NOTE)


@dataclass(frozen=True)
class Place:
    """One cell of a workbook, row and column counted from 0."""

    sheet: str
    row: int
    column: int


@dataclass(frozen=True)
class Found:
    """One problem, and the cell that is marked for it; None where it is about the whole file."""

    problem: Problem
    place: Place | None


def found_in(tables: Sequence[Table], sheets: Sequence[Sheet]) -> tuple[Found, ...]:
    """The problems of a file's tables, each once, the gravest first and then as they stand."""
    order = {sheet.name: at for at, sheet in enumerate(sheets)}
    merged = {sheet.name: _covering(sheet) for sheet in sheets}
    places: dict[Problem, Place | None] = {}
    for table in tables:
        for one in table.problems:
            if places.get(one) is None:
                places[one] = _place(one, table, merged)

    def rank(one: Found) -> tuple[int, int, int, int]:
        at = one.place
        where = (order[at.sheet], at.row, at.column) if at else (-1, 0, 0)
        return ORDER.index(one.problem.severity), *where

    return tuple(sorted((Found(one, at) for one, at in places.items()), key=rank))


def by_cell(found: Sequence[Found]) -> dict[Place, list[Problem]]:
    """The problems of each cell, the gravest first."""
    cells: dict[Place, list[Problem]] = {}
    for one in found:
        if one.place:
            cells.setdefault(one.place, []).append(one.problem)
    return cells


def spoken(found: Problem) -> str:
    """The problem as one sentence that stands beside its cell: without the place."""
    said = sentence(replace(found, sheet=None, row=None, column=None))
    return f"{SEVERITIES[found.severity]}: {said[:1].lower()}{said[1:]}"


def _place(
    found: Problem, table: Table, merged: Mapping[str, Mapping[tuple[int, int], tuple[int, int]]]
) -> Place | None:
    """The problem's own cell; of a row its first cell of the table; of a sheet the header's."""
    sheet = found.sheet or table.sheet or ""
    if sheet not in merged or (found.sheet is None and found.row is None):
        return None
    row, column = _cell(found, table)
    row, column = merged[sheet].get((row, column), (row, column))
    return Place(sheet, row, column)


def _cell(found: Problem, table: Table) -> tuple[int, int]:
    header = position_of(table.anchor) if table.anchor else (0, 0)
    if found.row is None:
        return header[0], position_of(f"{found.column}1")[1] if found.column else header[1]
    if found.column:
        return position_of(f"{found.column}{found.row}")
    columns = [position_of(f"{letter}1")[1] for letter in table.columns.values() if letter]
    return found.row - 1, min(columns, default=header[1])


def _covering(sheet: Sheet) -> dict[tuple[int, int], tuple[int, int]]:
    """Cells that a merged range hides → the cell that shows instead of them."""
    return {
        (row, column): (top, left)
        for (top, left), (bottom, right) in sheet.merged
        if (bottom - top + 1) * (right - left + 1) <= 10_000
        for row in range(top, bottom + 1)
        for column in range(left, right + 1)
    }
