"""A satisfaction table's rows: factor or question, percent, target."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from scoring.ingest.cells import Numbers, Unreadable, letter_of, numbers_of, texts_of
from scoring.ingest.finding.headers import years_in
from scoring.ingest.finding.layout import Layout
from scoring.ingest.finding.other_columns import column_is_said, unread_columns
from scoring.ingest.finding.year_before import is_year_before
from scoring.ingest.opening.workbook import Cell, Sheet
from scoring.ingest.problems import Place, Problem
from scoring.ingest.repeats import repeated_rows
from scoring.ingest.result_tables.dimensions import (
    Dimensions,
    dimensions_of,
    factor_index,
    total_differs,
    without_zeros,
    zero_note,
)
from scoring.ingest.result_tables.factor_rows import FactorRow, factor_rows
from scoring.ingest.result_tables.heads import (
    Heads,
    doubts,
    heads,
    heads_problem,
    is_scale,
    percent_of_heads,
    scale_problem,
)
from scoring.ingest.result_tables.levels import (
    Answers,
    added_up,
    added_up_note,
    answer_columns,
    ratio_column,
)
from scoring.ingest.result_tables.percents import Percents, as_percents, known_by_format, of_few
from scoring.ingest.said import Given
from scoring.ingest.score_tables.totals import is_total
from scoring.text.codes import code_text
from scoring.text.targets import Target, parse_target

_MEASURES = ("%", "điểm %", "điểm", "hạng", None)


@dataclass(frozen=True)
class Satisfaction:
    """What a satisfaction table says."""

    frame: pd.DataFrame  # row, code, title, overall, percent
    targets: pd.DataFrame  # columns of the store's target table
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class _Results:
    """The column of percentages, printed or added up, and where it stands."""

    layout: Layout
    percents: Percents
    unread: dict[int, str]
    added: Answers | None = None
    heads: Heads | None = None
    scale: bool = False  # points of another scale are no percentage
    said: bool = False  # a person named the column
    points: Dimensions | None = None  # the numbers are points of these

    @property
    def refused(self) -> bool:
        """Whether one problem says of the whole column that it holds no percentage."""
        return self.scale or (self.heads is not None and self.heads.total is None)


@dataclass(frozen=True)
class _Row:
    """One row that counts, and what its cells say."""

    at: int
    number: int  # as the spreadsheet shows it
    of: FactorRow
    percent: float
    sentence: str

    @property
    def code(self) -> str:
        return self.of.code

    @property
    def title(self) -> str:
        return self.of.title


def read_satisfaction(
    sheet: Sheet, layout: Layout, year: int | None, given: Given, index: str | None = None
) -> Satisfaction:
    """The factors and questions of one table; the overall row is one of them, averages are not.

    The dimensions of PAPI and PCI are points: `percent` is of their maximum, and 0 means missing.
    """
    points = dimensions_of(index, year, given.reference)
    results = _of_points(sheet, layout, points) if points else _results(sheet, layout, given)
    layout = results.layout
    rows = list(_rows(sheet, results, given))
    frame = pd.DataFrame(
        [
            (row.number, row.code, row.title, bool(row.of.factor and row.of.factor.overall))
            + (row.percent,)
            for row in rows
        ],
        columns=["row", "code", "title", "overall", "percent"],
    )
    read = [(row, _goal(row.sentence)) for row in rows if row.sentence]
    targets = [_target(row, target, layout, year) for row, target in read if target]
    problems = [found for row in rows for found in _row_problems(row, sheet, results)]
    problems += [_unread_target(row, sheet, layout) for row, target in read if not target]
    problems += repeated_rows(
        frame,
        ["code"],
        sheet=sheet.name,
        column=letter_of(layout, "factor"),
        expected="mỗi yếu tố một dòng",
    )
    problems += _column_problems(sheet, results, given)
    problems += _total_problems(rows, sheet, results, given)
    return Satisfaction(frame, target_frame(targets), tuple(problems))


def _goal(sentence: str) -> Target | None:
    """The goal of a satisfaction: of a percentage, not of days or papers."""
    target = parse_target(sentence)
    return target if target and target.measure in _MEASURES else None


def _results(sheet: Sheet, layout: Layout, given: Given) -> _Results:
    """'Hài lòng' beside 'Rất hài lòng' is a part: the ratio printed beside them, else their sum."""
    said = column_is_said(layout, "percent", given)
    answers = None if said else answer_columns(sheet, layout)
    ratio = ratio_column(sheet, layout, answers) if answers else layout.columns.get("percent")
    if said:
        cells = layout.cells(sheet, "percent")
        return replace(_read(sheet, layout, *numbers_of(cells), cells), said=True)
    if found := heads(sheet, layout, None if ratio is not None else answers):
        return _of_heads(sheet, layout, found)
    if answers and ratio is None:
        columns = {**layout.columns, "percent": answers.satisfied}
        numbers, wrong, cells = added_up(sheet, layout, answers)
        return _read(sheet, replace(layout, columns=columns), numbers, wrong, cells, answers)
    if ratio is not None:
        layout = replace(layout, columns={**layout.columns, "percent": ratio})
    cells = layout.cells(sheet, "percent")
    read = _read(sheet, layout, *numbers_of(cells), cells)
    return _nothing(read) if is_scale(layout) else read


def _of_points(sheet: Sheet, layout: Layout, points: Dimensions) -> _Results:
    """The numbers as printed: they are points of the maximum of each row's dimension."""
    numbers, wrong = numbers_of(layout.cells(sheet, "percent"))
    unread = {cell.at: cell.found for cell in wrong}
    return _Results(layout, Percents(without_zeros(numbers)), unread, points=points)


def _of_heads(sheet: Sheet, layout: Layout, found: Heads) -> _Results:
    """The share of those who are satisfied, computed from heads."""
    layout = replace(layout, columns={**layout.columns, "percent": found.satisfied[-1]})
    numbers, wrong = percent_of_heads(sheet, layout, found)
    unread = {cell.at: cell.found for cell in wrong}
    return _Results(layout, Percents(numbers), unread, heads=found)


def _nothing(read: _Results) -> _Results:
    """The same without a number: those of another scale would pass for percentages."""
    nothing = Percents(np.full(len(read.percents.numbers), np.nan))
    return replace(read, percents=nothing, unread={}, scale=True)


def _read(
    sheet: Sheet,
    layout: Layout,
    numbers: Numbers,
    wrong: Sequence[Unreadable],
    cells: Sequence[Cell],
    added: Answers | None = None,
) -> _Results:
    titles = texts_of(layout.cells(sheet, "factor"))
    of_column = of_few(layout.labels.get("percent", ""))
    few = [of_column or of_few(title) for title in titles]
    percents = known_by_format(as_percents(numbers, cells, few), sheet, layout, "percent")
    return _Results(layout, percents, {cell.at: cell.found for cell in wrong}, added)


def _rows(sheet: Sheet, results: _Results, given: Given) -> Iterator[_Row]:
    layout = results.layout
    codes = texts_of(layout.cells(sheet, "code"))
    titles = [
        title or ("" if code_text(code)[:1].isdigit() else code)
        for title, code in zip(texts_of(layout.cells(sheet, "factor")), codes, strict=True)
    ]
    sentences = texts_of(layout.cells(sheet, "target"))
    percent, points = results.percents.numbers, results.points
    for of in factor_rows(codes, titles, given.reference, factor_index(points)):
        known = of.at in results.unread or not np.isnan(percent[of.at])
        if (known or of.factor) and not (of.factor is None and is_total(of.title)):
            number = layout.row_of(of.at)
            value = float(percent[of.at])
            share = points.percent(value, of.factor) if points else value
            yield _Row(of.at, number, of, share, sentences[of.at])


def _row_problems(row: _Row, sheet: Sheet, results: _Results) -> Iterator[Problem]:
    place = Place(sheet.name, row.number, letter_of(results.layout, "percent"))
    if row.at in results.unread:
        found = f"“{results.unread[row.at]}”"
        yield place.problem("not-a-number", "một tỷ lệ phần trăm", found)
    elif results.refused:
        pass  # said once of the column
    elif np.isnan(row.percent):
        yield place.problem("percent-missing", "tỷ lệ hài lòng", "ô trống")
    elif results.points:
        number = float(results.percents.numbers[row.at])
        yield from results.points.wrong(number, row.of.factor, place)
    else:
        yield from results.percents.problems(row.at, place)
    if row.of.factor is None and not (row.of.is_question and row.of.printed):
        name = Place(sheet.name, row.number, letter_of(results.layout, "factor"))
        yield name.problem("factor-unknown", "một yếu tố trong danh mục", f"“{row.title}”")


def _column_problems(sheet: Sheet, results: _Results, given: Given) -> Iterator[Problem]:
    layout, added = results.layout, results.added
    counted = added is not None and bool(np.isnan(results.percents.numbers).all())
    if counted:  # answers counted by heads: their columns are not read after all
        rest = {field: at for field, at in layout.columns.items() if field != "percent"}
        layout = replace(layout, columns=rest)
    elif added:
        yield added_up_note(sheet, layout, added)
    elif results.heads:
        yield heads_problem(sheet, layout, results.heads)
    elif results.scale:
        yield scale_problem(sheet, layout)
    elif results.points:
        yield from zero_note(sheet, layout, [layout.columns["percent"]])
    elif not results.said:
        yield from doubts(sheet, layout, results.percents.numbers)
    if is_year_before(layout):
        return  # the table of the year itself names them
    kept: tuple[int, ...] = (added.very,) if added and not counted else ()
    kept = results.heads.read if results.heads else kept
    yield from unread_columns(sheet, layout, given.reference, kept)


def _total_problems(
    rows: Sequence[_Row], sheet: Sheet, results: _Results, given: Given
) -> Iterator[Problem]:
    """The printed total of dimensions against their sum."""
    if results.points is None:
        return
    printed = {row.code: float(results.percents.numbers[row.at]) for row in rows}
    for row in rows:
        if row.of.factor is not None and row.of.factor.overall:
            place = Place(sheet.name, row.number, letter_of(results.layout, "percent"))
            tolerance = given.limits.tolerance
            yield from total_differs(printed, printed[row.code], results.points, place, tolerance)


def _target(row: _Row, target: Target, layout: Layout, year: int | None) -> tuple[object, ...]:
    due = years_in(layout.labels["target"])
    base_year = target.base_year or (year if target.kind == "rise" else None)
    return (
        *(row.code, row.title, target.kind, target.amount, target.percent, base_year),
        *(target.base_value, due[-1] if due else None, target.sentence, row.number),
    )


def _unread_target(row: _Row, sheet: Sheet, layout: Layout) -> Problem:
    place = Place(sheet.name, row.number, letter_of(layout, "target"))
    return place.problem("target-unreadable", "một mục tiêu bằng số", f"“{row.sentence}”")


def target_frame(rows: list[tuple[object, ...]]) -> pd.DataFrame:
    """Targets with the columns of the store's target table, typed without any row too."""
    columns = ["code", "title", "kind", "amount", "percent", "base_year", "base_value"]
    frame = pd.DataFrame(rows, columns=[*columns, "due_year", "sentence", "row"])
    whole = {"base_year": "Int64", "due_year": "Int64", "base_value": "Float64"}
    return frame.astype({**whole, "amount": "float64", "percent": "bool", "row": "int64"})
