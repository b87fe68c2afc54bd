"""The appendix as .xlsx: numbers as numbers, every text as a text, set to print like the .docx."""

from io import BytesIO

import xlsxwriter
from xlsxwriter.workbook import Format, Workbook
from xlsxwriter.worksheet import Worksheet

from scoring.reports.appendix.layout import Cell, Layout
from scoring.reports.official import FONT, printable

_SHEET = "Phụ lục"
_LONGEST, _LONGEST_FOOTER = 32_767, 250  # characters that a cell, a footer holds
_CHARACTERS = 0.5  # of the header's width a millimetre of paper
_LINE = 15.5  # points that a line is high
_WIDE, _WIDE_BOLD = 1.15, 0.8  # letters, bold capitals in a column's unit, the width of a digit
_HIGHEST = 409.0  # points that a row may be


def appendix_workbook(layout: Layout) -> bytes:
    """The workbook with one sheet, its header repeated on every printed page."""
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        sheet = book.add_worksheet(_SHEET)
        first = _titles(book, sheet, layout)
        _header(book, sheet, layout, first)
        _rows(book, sheet, layout, first + 1)
        _paper(sheet, layout, first)
    return buffer.getvalue()


def _titles(book: Workbook, sheet: Worksheet, layout: Layout) -> int:
    """Write the lines over the table; gives the row of the header, from 0."""
    last = len(layout.columns) - 1
    for at, line in enumerate(layout.titles):
        look = {"bold": at < 2, "italic": at >= 2, "align": "center", "valign": "vcenter"}
        form = book.add_format({"font_name": FONT, "font_size": 13, "text_wrap": True, **look})
        sheet.merge_range(at, 0, at, last, "", form)
        _text(sheet, at, 0, line, form)
        sheet.set_row(at, 36 if len(line) > 110 else 20)
    return len(layout.titles) + 1


def _header(book: Workbook, sheet: Worksheet, layout: Layout, row: int) -> None:
    form = _form(book, bold=True, align="center", valign="vcenter", num_format="@")
    sheet.set_row(row, 48)
    for at, column in enumerate(layout.columns):
        sheet.set_column(at, at, column.width * _CHARACTERS)
        _text(sheet, row, at, column.title, form)


def _rows(book: Workbook, sheet: Worksheet, layout: Layout, first: int) -> None:
    texts = [_form(book, bold=bold, num_format="@") for bold in (False, True)]
    codes = [_form(book, bold=bold, num_format="@", align="center") for bold in (False, True)]
    # Two decimals, three where there are three; the program's language writes the comma.
    numbers = [_form(book, bold=bold, num_format="#,##0.00########") for bold in (False, True)]
    for row, values in enumerate(layout.rows):
        strong = row in layout.strong
        for at, value in enumerate(values):
            if isinstance(value, str):
                _text(sheet, first + row, at, value, (texts if at else codes)[strong])
            elif value is None:
                sheet.write_blank(first + row, at, None, texts[strong])
            else:
                sheet.write_number(first + row, at, value, numbers[strong])
        sheet.set_row(first + row, _height(layout, values, strong))


def _paper(sheet: Worksheet, layout: Layout, header: int) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.set_margins(left=30 / 25.4, right=15 / 25.4, top=20 / 25.4, bottom=20 / 25.4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(header)
    sheet.freeze_panes(header + 1, 2)
    font = f'&"{FONT},Regular"'
    sheet.set_header(f"&C{font}&13&P", {"margin": 10 / 25.4})
    told = printable("; ".join(layout.sources)).replace("&", "&&")
    if told:
        sheet.set_footer(f"&L{font}&9Nguồn: {told}"[:_LONGEST_FOOTER].rstrip("&"))


def _form(book: Workbook, **look: object) -> Format:
    shared = {"font_name": FONT, "font_size": 12, "text_wrap": True, "border": 1, "valign": "top"}
    return book.add_format({**shared, **look})


def _text(sheet: Worksheet, row: int, column: int, text: str, form: Format) -> None:
    """A text, whatever it begins with: '=SUM(A1)' is one as well."""
    sheet.write_string(row, column, printable(text)[:_LONGEST], form)


def _height(layout: Layout, values: tuple[Cell, ...], strong: bool) -> float:
    """Enough for the cell with most lines: not every program fits the height of its own."""
    lines = 1
    for value, column in zip(values, layout.columns, strict=True):
        wide = max(int(column.width * _CHARACTERS * (_WIDE_BOLD if strong else _WIDE)), 1)
        if isinstance(value, str):
            lines = max(lines, sum(-(-len(part) // wide) or 1 for part in value.split("\n")))
    return min(lines * _LINE + 3, _HIGHEST)
