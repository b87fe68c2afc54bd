"""A satisfaction table's rows: factor, percent, target."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from scoring.ingest.cells import Numbers, letter_of, numbers_of, texts_of
from scoring.ingest.headers import years_in
from scoring.ingest.layout import Layout
from scoring.ingest.problems import Place, Problem
from scoring.ingest.reference import Factor, Reference
from scoring.ingest.repeats import repeated_rows
from scoring.ingest.said import Given
from scoring.ingest.scores import is_total
from scoring.ingest.workbook import Cell, Sheet
from scoring.text import format as fmt
from scoring.text.codes import code_text
from scoring.text.targets import Target, parse_target

_WHERE_AND_WHEN = re.compile(
    r"\s*(?:\(.*?\)|năm \d{4}|(?:của |toàn )?(?:tỉnh|thành phố)(?: .*)?$)", re.I
)


@dataclass(frozen=True)
class Satisfaction:
    """What a satisfaction table says."""

    frame: pd.DataFrame  # row, code, title, overall, percent
    targets: pd.DataFrame  # columns of the store's target table
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class _Row:
    """One row that counts, and what its cells say."""

    number: int  # as the spreadsheet shows it
    code: str
    title: str
    factor: Factor | None
    percent: float
    unread: str | None  # the text of a percent cell that is no number
    fraction: bool
    sentence: str


def read_satisfaction(sheet: Sheet, layout: Layout, year: int | None, given: Given) -> Satisfaction:
    """The factors of one table; the overall row is one of them, averages and totals are not."""
    rows = list(_rows(sheet, layout, given.reference))
    frame = pd.DataFrame(
        [
            (row.number, row.code, row.title, bool(row.factor and row.factor.overall), row.percent)
            for row in rows
        ],
        columns=["row", "code", "title", "overall", "percent"],
    )
    read = [(row, parse_target(row.sentence)) for row in rows if row.sentence]
    targets = [_target(row, target, layout, year) for row, target in read if target]
    problems = [found for row in rows for found in _row_problems(row, sheet, layout)]
    problems += [_unread_target(row, sheet, layout) for row, target in read if not target]
    problems += repeated_rows(
        frame,
        ["code"],
        sheet=sheet.name,
        column=letter_of(layout, "factor"),
        expected="mỗi yếu tố một dòng",
    )
    return Satisfaction(frame, _target_frame(targets), tuple(problems))


def _rows(sheet: Sheet, layout: Layout, reference: Reference) -> Iterator[_Row]:
    codes = texts_of(layout.cells(sheet, "code"))
    titles = [
        title or ("" if code_text(code)[:1].isdigit() else code)
        for title, code in zip(texts_of(layout.cells(sheet, "factor")), codes, strict=True)
    ]
    cells = layout.cells(sheet, "percent")
    percent, wrong = numbers_of(cells)
    percent, fractions = _from_fractions(percent, cells)
    sentences = texts_of(layout.cells(sheet, "target"))
    unread = {cell.at: cell.found for cell in wrong}
    count = 0
    for at, title in enumerate(titles):
        factor = _factor(title, reference)
        given = at in unread or not np.isnan(percent[at])
        if not title or not (given or factor) or (factor is None and is_total(title)):
            continue
        count += 1
        yield _Row(
            number=at + layout.first + 1,
            code=factor.code if factor else str(count),
            title=title,
            factor=factor,
            percent=percent[at],
            unread=unread.get(at),
            fraction=at in fractions,
            sentence=sentences[at],
        )


def _factor(title: str, reference: Reference) -> Factor | None:
    """The factor a title means, with or without the year and the place it was asked in."""
    bare = _WHERE_AND_WHEN.sub("", title).strip(" ,:;-–")
    return (reference.factor("SIPAS", title) or reference.factor("SIPAS", bare)) if title else None


def _from_fractions(percent: Numbers, cells: Sequence[Cell]) -> tuple[Numbers, frozenset[int]]:
    """83,99 % stored as 0.8399: nobody is satisfied by less than one in a hundred.

    A text that says '%' means what it says.
    """
    written = np.array([type(cell) is str and "%" in cell for cell in cells], dtype=bool)
    stored = (percent > 0) & (percent <= 1) & ~written
    return np.where(stored, np.round(percent * 100, 8), percent), frozenset(
        np.flatnonzero(stored).tolist()
    )


def _row_problems(row: _Row, sheet: Sheet, layout: Layout) -> Iterator[Problem]:
    place = Place(sheet.name, row.number, letter_of(layout, "percent"))
    if row.unread is not None:
        yield place.problem("not-a-number", "một tỷ lệ phần trăm", f"“{row.unread}”")
    elif np.isnan(row.percent):
        yield place.problem("percent-missing", "tỷ lệ hài lòng", "ô trống")
    elif not 0 <= row.percent <= 100:
        yield place.problem("percent-outside", "số từ 0 đến 100", fmt.percent(row.percent))
    elif row.fraction:
        found = fmt.number(row.percent / 100, 4)
        yield place.problem("percent-fraction", fmt.percent(row.percent), found)
    if row.factor is None:
        name = Place(sheet.name, row.number, letter_of(layout, "factor"))
        yield name.problem("factor-unknown", "một yếu tố trong danh mục", f"“{row.title}”")


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


def _target_frame(rows: list[tuple[object, ...]]) -> pd.DataFrame:
    columns = ["code", "title", "kind", "amount", "percent", "base_year", "base_value"]
    frame = pd.DataFrame(rows, columns=[*columns, "due_year", "sentence", "row"])
    whole = {"base_year": "Int64", "due_year": "Int64", "base_value": "Float64"}
    return frame.astype({**whole, "amount": "float64", "percent": "bool", "row": "int64"})
