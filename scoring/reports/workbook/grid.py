"""How do rows of values get into the cells of a sheet: as numbers, or as text that stays text?"""

import math
import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from scoring.reports.blocks import Chart, Column, Table
from scoring.reports.workbook.looks import HEADER, LABEL, SIZE, Looks, is_number, words
from scoring.text.printable import one_line
from scoring.text.values import Kind, Value, written

LINE = 15.5  # points of a line of SIZE
_LONGEST = 32_767  # signs that a cell holds
_TALLEST = 400.0  # points that a row can have
_SLIM = 1.12  # letters of a text to a digit, in which widths are counted
_NAME = 28.0  # letters that a category needs not to be wrapped into a ribbon
_CUT = " …"


@dataclass(frozen=True)
class Cells:
    """Where the values of a chart stand. Shape: rows and columns count from 0."""

    first: int
    last: int
    names: int  # the column of the categories
    values: int  # the column of the first series; the others follow


def plain(text: str) -> str:
    """A text as a cell can hold it."""
    kept = one_line(text)
    return kept if len(kept) <= _LONGEST else kept[: _LONGEST - len(_CUT)] + _CUT


def put(sheet: Worksheet, row: int, column: int, text: str, looks: Looks, look: Any) -> None:
    """A text, never a formula or a link."""
    sheet.write_string(row, column, plain(text), looks.of(look))


def lines(text: str, width: float, size: float = SIZE) -> int:
    """How many lines a text takes in a column of that many letters of SIZE."""
    letters = max(int(width * _SLIM * SIZE / size) - 1, 1)
    return max(len(textwrap.wrap(text, letters)), 1)


def height(count: int, size: float = SIZE) -> float:
    """Points of a row of so many lines."""
    return min(LINE * size / SIZE * count + 3, _TALLEST)


def put_table(
    sheet: Worksheet, top: int, table: Table, widths: Sequence[float], looks: Looks
) -> int:
    """The header and the rows; gives the first free row under them."""
    _put_header(sheet, top, [column.title for column in table.columns], widths, looks)
    for number, values in enumerate(table.rows):
        row = top + 1 + number
        for at, (value, column) in enumerate(zip(values, table.columns, strict=True)):
            put_value(sheet, row, at, value, column, looks, strong=number in table.strong)
        sheet.set_row(row, height(_tallest(values, table.columns, widths)))
    return top + 1 + len(table.rows)


def put_values(
    sheet: Worksheet, top: int, chart: Chart, widths: Sequence[float], looks: Looks
) -> Cells:
    """What a chart is drawn of: its categories, and a column a series; a gap stays empty."""
    put(sheet, top, 0, f"Số liệu của biểu đồ: {chart.name}", looks, LABEL)
    across = names_across(widths)
    room = sum(widths[:across])
    titles = [one.name for one in chart.series]
    _put_name(sheet, top + 1, across, "", looks.of(HEADER))
    for at, title in enumerate(titles, start=across):
        put(sheet, top + 1, at, title, looks, HEADER)
    told = zip(titles, widths[across:], strict=False)
    sheet.set_row(top + 1, height(max((lines(title, width) for title, width in told), default=1)))
    for number, category in enumerate(chart.categories):
        row = top + 2 + number
        sheet.set_row(row, height(lines(category, room)))
        _put_name(sheet, row, across, category, looks.value(category, "text"))
        for at, one in enumerate(chart.series, start=across):
            value = one.values[number]
            look = looks.value(value, chart.kind)
            if is_number(value):
                sheet.write_number(row, at, float(value or 0.0), look)
            else:
                sheet.write_blank(row, at, None, look)
    return Cells(top + 2, top + 1 + len(chart.categories), 0, across)


def names_across(widths: Sequence[float]) -> int:
    """How many of the columns the names of a chart's categories stand across."""
    sums = accumulate(widths)
    return next((at for at, room in enumerate(sums, start=1) if room >= _NAME), len(widths))


def _put_name(sheet: Worksheet, row: int, across: int, text: str, look: Format) -> None:
    if across > 1:
        sheet.merge_range(row, 0, row, across - 1, "", look)
    sheet.write_string(row, 0, plain(text), look)


def _put_header(
    sheet: Worksheet, row: int, titles: Sequence[str], widths: Sequence[float], looks: Looks
) -> None:
    for at, title in enumerate(titles):
        put(sheet, row, at, title, looks, HEADER)
    told = zip(titles, widths, strict=False)
    sheet.set_row(row, height(max(lines(title, width) for title, width in told)))


def put_value(
    sheet: Worksheet,
    row: int,
    at: int,
    value: Value,
    column: Column,
    looks: Looks,
    *,
    strong: bool,
) -> None:
    """A value of a column: a number as a number, a day as a day, else a text."""
    look = looks.value(value, column.kind, strong=strong)
    if isinstance(value, date):
        sheet.write_datetime(row, at, value, look)
    elif is_number(value):
        sheet.write_number(row, at, value, look)
    else:
        sheet.write_string(row, at, plain(words(value)), look)


def _tallest(values: Sequence[Value], columns: Sequence[Column], widths: Sequence[float]) -> int:
    told = zip(values, columns, widths, strict=False)
    return max(
        (lines(plain(written(value, column.kind)), width) for value, column, width in told),
        default=1,
    )


def share_out(table: Table, total: float, least: float) -> list[float]:
    """The widths of columns in letters: their parts of the whole, none too narrow for a number."""
    parts = sum(column.width for column in table.columns) or 1.0
    return [
        math.ceil(
            max(
                total * column.width / parts,
                least,
                longest_number(_column(table, at), column.kind) + 3,
            )
        )
        for at, column in enumerate(table.columns)
    ]


def longest_number(values: Iterable[Value], kind: Kind) -> int:
    """How long the longest number is in words: one that does not fit is shown as '####'."""
    return max((len(written(one, kind)) for one in values if is_number(one)), default=0)


def _column(table: Table, at: int) -> list[Value]:
    return [row[at] for row in table.rows]
