"""A new workbook with the cells of a file that is no Excel workbook, at the same addresses."""

import io
import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

import xlsxwriter
from xlsxwriter.exceptions import OverlappingRange
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from scoring.ingest.opening.own_sheets import OWN_SHEETS
from scoring.ingest.opening.workbook import Cell, Sheet
from scoring.sheets.own_xml import height_of
from scoring.sheets.texts import LONGEST, legal

_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_NAME_LENGTH = 31
_FIRST_DAY = date(1900, 3, 1)  # before it, spreadsheets count days in different ways
_LOOKED_AT = 200  # rows, for the widths of columns
_NARROWEST, _WIDEST = 9, 60
_ONE_LINE = 18  # points
Formats = dict[str, Format]


def plain_workbook(sheets: Sequence[Sheet], names: Sequence[str]) -> bytes:
    """The sheets under these names: texts as texts, never as formulas; merged ranges kept."""
    stream = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "nan_inf_to_errors": True}
    book = xlsxwriter.Workbook(stream, options)
    formats = {
        "text": book.add_format({"text_wrap": True, "valign": "top", "quote_prefix": True}),
        "title": book.add_format({"valign": "top", "quote_prefix": True}),
        "number": book.add_format({"valign": "top"}),
        "date": book.add_format({"num_format": "dd/mm/yyyy", "valign": "top"}),
        "moment": book.add_format({"num_format": "dd/mm/yyyy hh:mm:ss", "valign": "top"}),
        "time": book.add_format({"num_format": "hh:mm:ss", "valign": "top"}),
        "span": book.add_format({"num_format": "[h]:mm:ss", "valign": "top"}),
    }
    for sheet, name in zip(sheets, names, strict=True):
        _write(book.add_worksheet(name), sheet, formats)
    if not sheets:
        book.add_worksheet()  # a workbook has one at least
    book.close()
    return stream.getvalue()


def sheet_names(sheets: Sequence[Sheet]) -> list[str]:
    """Names that a workbook allows, as near as can be to the sheets' own."""
    names: list[str] = []
    taken = {own.lower() for own in OWN_SHEETS} | {"history"}
    for sheet in sheets:
        plain = _FORBIDDEN.sub(" ", legal(sheet.name)).strip(" '") or "Trang"
        name, number = plain[:_NAME_LENGTH], 2
        while name.lower() in taken:
            ending = f" ({number})"
            name, number = plain[: _NAME_LENGTH - len(ending)] + ending, number + 1
        taken.add(name.lower())
        names.append(name)
    return names


def _write(target: Worksheet, sheet: Sheet, formats: Formats) -> None:
    for (top, left), (bottom, right) in sheet.merged:
        if (top, left) != (bottom, right):
            try:
                target.merge_range(top, left, bottom, right, "", formats["text"])
            except OverlappingRange:
                continue  # the cells are there, only not drawn as one
    target.set_landscape()
    target.set_paper(9)
    target.fit_to_pages(1, 0)
    widths = _widths(sheet.rows)
    for column, width in enumerate(widths):
        target.set_column(column, column, width)
    for at, row in enumerate(sheet.rows):
        filled = [(column, cell) for column, cell in enumerate(row) if cell != ""]
        alone = len(filled) == 1  # a title: it may overflow into the blank cells beside it
        for column, cell in filled:
            _write_cell(target, at, column, cell, formats, "title" if alone else "text")
        height = 0.0 if alone else height_of(row[: len(widths)], widths)
        if height > _ONE_LINE:
            target.set_row(at, height)


def _write_cell(
    target: Worksheet, row: int, column: int, cell: Cell, formats: Formats, look: str
) -> None:
    if isinstance(cell, bool):
        target.write_boolean(row, column, cell, formats["number"])
    elif isinstance(cell, float | int):
        target.write_number(row, column, cell, formats["number"])
    elif kind := _dated(cell):
        target.write_datetime(row, column, cell, formats[kind])
    else:
        text = str(cell) if type(cell) is not str else legal(cell)[:LONGEST]
        target.write_string(row, column, text, formats[look])


def _dated(cell: Cell) -> str | None:
    """How a date or time is written; None for what is none, or cannot be one in a workbook."""
    if isinstance(cell, datetime):
        return "moment" if cell.date() >= _FIRST_DAY else None
    if isinstance(cell, date):
        return "date" if cell >= _FIRST_DAY else None
    if isinstance(cell, time):
        return "time"
    return "span" if isinstance(cell, timedelta) and cell >= timedelta(0) else None


def _widths(rows: Sequence[Sequence[Cell]]) -> list[int]:
    """A width for each column that shows most texts in few lines."""
    widest: dict[int, int] = {}
    for row in rows[:_LOOKED_AT]:
        filled = [at for at, cell in enumerate(row) if cell != ""]
        for at in filled if len(filled) > 1 else ():  # a title alone in its row may overflow
            length = len(str(row[at]))
            widest[at] = max(widest.get(at, 0), length)
    last = max(widest, default=-1)
    wanted = (widest.get(at, 0) for at in range(last + 1))
    return [min(_WIDEST, max(_NARROWEST, min(length + 3, 24 + length // 4))) for length in wanted]
