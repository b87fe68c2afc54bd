"""What is to be said of the goals of a table: not understood, missing, of no year, of two units."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scoring.ingest.cells import letter_of, shown
from scoring.ingest.opening.workbook import Sheet
from scoring.ingest.problems import Place, Problem
from scoring.ingest.target_tables.columns import Columns
from scoring.ingest.target_tables.goals import Goal, says_nothing
from scoring.ingest.target_tables.lines import Line
from scoring.ingest.target_tables.measures import PERCENT, POINTS, measure_of
from scoring.text.numbers import number_in


@dataclass(frozen=True)
class Promise:
    """One goal of one row: the text that it was read from, and by when it is due."""

    line: Line
    sentence: str
    column: str | None  # the letter
    goal: Goal | None
    due: int | None
    missing: bool = False  # the row has no cell with a goal at all
    title: str = ""  # of one goal of a sentence, what it is about


def target_problems(
    sheet: Sheet, columns: Columns, lines: Sequence[Line], promises: Sequence[Promise]
) -> Iterator[Problem]:
    """The problems of goals, of rows without a name, of results, and of years, in this order."""
    for promise in promises:
        yield from _of_goal(sheet.name, columns, promise)
    for line in lines:
        if not line.title:
            place = Place(sheet.name, line.row, letter_of(columns.layout, "indicator"))
            yield place.problem("target-without-name", "tên chỉ tiêu", "ô trống")
        yield from _of_bases(sheet.name, columns, line)
    yield from _without_due(sheet.name, columns, promises)
    yield from _reached(sheet.name, columns, lines, promises)


def _of_goal(sheet: str, columns: Columns, promise: Promise) -> Iterator[Problem]:
    line = promise.line
    place = Place(sheet, line.row, promise.column)
    if promise.missing:
        place = Place(sheet, line.row, columns.aims[0].letter)
        yield place.problem("target-missing", "mức phải đạt", "ô trống")
    elif promise.goal is None:
        expected = "một mức bằng số, một cách hiểu"
        yield place.problem("target-unreadable", expected, f"“{promise.sentence}”")
    elif {measure_of(line.measure), promise.goal.measure} == {PERCENT, POINTS}:
        found = f"“{promise.sentence}” theo đơn vị “{line.measure}”"
        yield place.problem("target-measure-differs", "một đơn vị tính", found)


def _of_bases(sheet: str, columns: Columns, line: Line) -> Iterator[Problem]:
    for base, cell in zip(columns.bases, line.bases, strict=True):
        if number_in(cell) is None and not says_nothing(cell):
            place = Place(sheet, line.row, base.letter)
            yield place.problem("base-unreadable", "một số", f"“{shown(cell)}”")


def _reached(
    sheet: str, columns: Columns, lines: Sequence[Line], promises: Sequence[Promise]
) -> Iterator[Problem]:
    """The columns of results that no goal starts from: of the year that the goals are due."""
    for at, base in enumerate(columns.bases):
        year = base.year
        if year is None or any(one.due is None or year < one.due for one in promises):
            continue
        told = [line.row for line in lines if number_in(line.bases[at]) is not None]
        if told:
            found = f"{len(told)} kết quả ở cột “{base.label}”, chưa đọc"
            yield Place(sheet, told[0], base.letter).problem("target-reached", None, found)


def _without_due(sheet: str, columns: Columns, promises: Sequence[Promise]) -> Iterator[Problem]:
    """The rows whose year is not clear: those with a text of their own each, the others once."""
    unclear = [one for one in promises if one.due is None and not one.missing]
    own = {one.line.at: one.line for one in unclear if one.line.due}
    layout = columns.layout
    column = letter_of(layout, "due") or letter_of(layout, "deadline")
    for line in own.values():
        place = Place(sheet, line.row, column)
        yield place.problem("target-due-unknown", "năm phải đạt", f"“{line.due}”")
    rest = list(dict.fromkeys(one.line.row for one in unclear if not one.line.due))
    if rest:
        found = "không có" if len(rest) == 1 else f"không có, ở {len(rest)} dòng"
        yield Place(sheet, rest[0]).problem("target-due-unknown", "năm phải đạt", found)
