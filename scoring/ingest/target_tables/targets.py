"""A table of targets: each indicator with what it is to reach by when, from where, by whom."""

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from scoring.ingest.cells import letter_of, shown
from scoring.ingest.finding.headers import Headers
from scoring.ingest.finding.layout import Layout
from scoring.ingest.opening.workbook import Cell, Sheet
from scoring.ingest.problems import Problem
from scoring.ingest.reference import Reference
from scoring.ingest.target_tables.columns import Columns, Numbers, target_columns
from scoring.ingest.target_tables.due_years import due_of_cell, due_of_title
from scoring.ingest.target_tables.fractions import Fractions
from scoring.ingest.target_tables.goals import Asked, Goal, goal_of, says_nothing
from scoring.ingest.target_tables.lines import Line, lines_of
from scoring.ingest.target_tables.promises import Promise, target_problems
from scoring.ingest.task_tables.section_words import index_of
from scoring.text.numbers import number_in
from scoring.text.targets import parse_targets

COLUMNS = (
    *("row", "code", "title", "kind", "amount", "percent", "measure", "base_year", "base_value"),
    *("due_year", "sentence", "lead", "section", "index_name"),
)
_TYPES = {
    "row": "int64",
    "amount": "Float64",
    "percent": "bool",
    "base_year": "Int64",
    "base_value": "Float64",
    "due_year": "Int64",
}


@dataclass(frozen=True)
class Targets:
    """What a table of targets says, and the columns as they were read."""

    frame: pd.DataFrame
    columns: Columns
    problems: tuple[Problem, ...]


def read_targets(
    sheet: Sheet, layout: Layout, year: int | None, title: str | None, reference: Reference
) -> Targets:
    """The targets of one table, one row for each year that an indicator has a goal for.

    `year` is the plan's, `title` the lines above the table: they are the due year of rows that
    name none. What is not understood stays as a row of kind None, with a problem.

    Shape: row, code, title, kind, amount (null with kind), percent, measure, base_year, base_value,
        due_year, sentence (as printed), lead, section, index_name (null where it is the table's).
    """
    columns = target_columns(sheet, layout, Headers(reference.headers), year)
    shown_as = Fractions(sheet, columns.layout)
    reader = _Reader(sheet, columns, shown_as, year, due_of_title(title, year))
    lines = lines_of(sheet, columns)
    promises = [promise for line in lines if line.title for promise in reader.promises(line)]
    rows = [reader.row(promise) for promise in promises]
    frame = pd.DataFrame(rows, columns=list(COLUMNS), dtype=object).astype(_TYPES)
    return Targets(frame, columns, tuple(target_problems(sheet, columns, lines, promises)))


@dataclass(frozen=True)
class _Reader:
    """What is known of the whole table while its rows are read."""

    sheet: Sheet
    columns: Columns
    fractions: Fractions
    year: int | None
    due: int | None  # of rows that name no year

    def promises(self, line: Line) -> Iterator[Promise]:
        """The goals of one row: of its cells, else of the sentence that names it."""
        cells = zip(self.columns.aims, line.aims, strict=True)
        said = [(aim, cell) for aim, cell in cells if not says_nothing(cell)]
        for aim, cell in said:
            yield self._of_cell(line, aim, cell)
        if not said:
            yield from self._of_sentence(line)

    def _of_cell(self, line: Line, aim: Numbers, cell: Cell) -> Promise:
        asked = Asked(line.title, line.measure, aim.label)
        value = self.fractions.whole(aim.at, line.at, cell, asked)
        goal = None if value is None else goal_of(value, asked)
        due = aim.year or self._due(line)
        return Promise(line, _as_printed(cell if value is None else value), aim.letter, goal, due)

    def _of_sentence(self, line: Line) -> Iterator[Promise]:
        """Each goal of a sentence; what names an amount and is not certain stays without one."""
        column, due = letter_of(self.columns.layout, "indicator"), self._due(line)
        read = parse_targets(line.title, year=due)
        for one in read.found:
            goal = Goal(
                one.kind, one.amount, one.percent, one.measure, one.base_year, one.base_value
            )
            yield Promise(line, one.sentence, column, goal, one.due_year, title=one.indicator)
        for text in read.unread:
            yield Promise(line, text, column, None, due)
        if not read.found and not read.unread:
            nothing = bool(self.columns.aims)
            yield Promise(line, line.title, column, None, None if nothing else due, nothing)

    def _due(self, line: Line) -> int | None:
        own = due_of_cell(line.due, self.year) if line.due else None
        return own if line.due else line.section.due or self.due

    def row(self, promise: Promise) -> tuple[object, ...]:
        line, goal = promise.line, promise.goal
        base_year, base_value = self._base(promise)
        asked = Asked(line.title, line.measure)
        return (
            *(line.row, line.code, promise.title or line.title, goal.kind if goal else None),
            *(goal.amount if goal else None, bool(goal and goal.percent)),
            *(goal.measure if goal else asked.measure, base_year, base_value, promise.due),
            *(promise.sentence, line.lead or None, line.section.title),
            index_of(line.title) or index_of(line.section.title or ""),
        )

    def _base(self, promise: Promise) -> tuple[int | None, float | None]:
        """What the goal starts from: its sentence's, else the last result before its year."""
        goal, line = promise.goal, promise.line
        year, value = (goal.base_year, goal.base_value) if goal else (None, None)
        if value is not None:
            return year, value
        told = [
            (base.year, number)
            for base, cell in zip(self.columns.bases, line.bases, strict=True)
            if (number := number_in(cell)) is not None
            and (year is None or base.year in (year, None))
            and (base.year is None or promise.due is None or base.year < promise.due)
        ]
        latest = max(told, key=lambda one: one[0] or 0, default=None)
        return (latest[0] or year, latest[1]) if latest else (year, None)


def _as_printed(cell: Cell) -> str:
    """A cell as text: a number with a decimal comma."""
    if type(cell) is float:
        return f"{cell:.10g}".replace(".", ",")
    return shown(cell)
