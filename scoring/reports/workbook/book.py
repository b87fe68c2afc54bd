"""The workbook: a sheet a screen, and the sheet Nguồn with every table that was read."""

import io
from collections.abc import Sequence

import xlsxwriter

from scoring.reports.blocks import Column, Screen, Table
from scoring.reports.screens.words import SOURCES as LIST
from scoring.reports.workbook.looks import Looks
from scoring.reports.workbook.names import sheet_names
from scoring.reports.workbook.sheet import write
from scoring.text.printable import one_line

SOURCES = "Nguồn"
_NO_SCREEN = "Không có số liệu để xuất"
_NO_SOURCE = "Chưa có bảng số liệu nào được nạp"
# Belt and braces: every text is written as text by name.
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def workbook(
    screens: Sequence[Screen],
    *,
    title: str,
    filters: Sequence[str] = (),
    sources: Table | None = None,
) -> bytes:
    """The screens as an .xlsx file; no text of theirs is ever a formula.

    Shape: `title` names the file in its properties; `filters` what was chosen ('Năm: 2020');
        `sources` the tables that were read (source_table), for the last sheet: those of a
        review's screens where it is left out.
    """
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, _OPTIONS)
    book.set_properties({"title": one_line(title)[:200]})
    looks = Looks(book)
    told = [screen for screen in screens if screen.key != LIST]
    names = sheet_names((screen.topic for screen in told), taken=(SOURCES,))
    for screen, name in zip([*told, _last(screens, sources)], [*names, SOURCES], strict=True):
        sheet = book.add_worksheet(name)
        write(book, sheet, screen, looks=looks, title=title, filters=filters)
    book.close()
    return stream.getvalue()


def _last(screens: Sequence[Screen], sources: Table | None) -> Screen:
    """The sheet Nguồn: a table where one is known, else what the screens name."""
    own = next((screen.table for screen in screens if screen.key == LIST), None)
    table = own if sources is None else sources
    named = tuple(dict.fromkeys(one for screen in screens for one in screen.sources))
    count = len(named) if table is None else len(table.rows)
    message = f"Số liệu lấy từ {count} bảng đã nạp" if count else _NO_SOURCE
    if not screens:
        message = _NO_SCREEN
    if table is None and named:
        table = Table((Column("Nguồn số liệu"),), tuple((one,) for one in named))
    return Screen(LIST, SOURCES, message, table=table)
