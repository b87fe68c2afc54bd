"""What all templates share: title block, header, guide, print set-up, protection."""

import io
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from scoring.sheets.book import Book
from scoring.sheets.own_xml import height_of
from scoring.sheets.package import Package
from scoring.sheets.texts import legal

HEADER_ROW = 3  # from 0; title, organisation and how to fill stand above
FIRST_ROW = HEADER_ROW + 1
_BLANK_VALUE = re.compile(rb"(<c [^>]*)>(<f>[^<]*</f><v></v>)")
_GUIDE_WIDTH = 110
GUIDE, UNITS = "Hướng dẫn", "Đơn vị"
_FONT = {"font_name": "Arial", "font_size": 10, "valign": "top"}
_LINES = {"border": 1, "border_color": "#BFBFBF"}
_TO_FILL = {"bg_color": "#FFF8DC", "locked": False}
_COMPUTED = {"bg_color": "#EDEDED"}
_POINTS = {"num_format": "0.00#", "align": "right"}
_TEXT = {"text_wrap": True, "num_format": "@", "quote_prefix": True}
_HEADER = {
    "bold": True,
    "font_color": "#FFFFFF",
    "bg_color": "#1F3864",
    "text_wrap": True,
    "align": "center",
    "valign": "vcenter",
}
_LOOKS: Mapping[str, Mapping[str, Any]] = {
    "title": {**_FONT, "bold": True, "font_size": 13},
    "said": {**_FONT},
    "how": {**_FONT, "italic": True, "font_color": "#595959"},
    "header": {**_FONT, **_LINES, **_HEADER},
    "text": {**_FONT, **_LINES, **_TEXT},
    "heading": {**_FONT, **_LINES, **_TEXT, "bold": True},
    "open text": {**_FONT, **_LINES, "text_wrap": True, "num_format": "@", "locked": False},
    "fill text": {**_FONT, **_LINES, **_TO_FILL, "text_wrap": True, "num_format": "@"},
    "fill percent": {**_FONT, **_LINES, **_TO_FILL, "num_format": "@", "align": "right"},
    "points": {**_FONT, **_LINES, **_POINTS},
    "heading points": {**_FONT, **_LINES, **_POINTS, "bold": True},
    "fill points": {**_FONT, **_LINES, **_TO_FILL, **_POINTS},
    "computed": {**_FONT, **_LINES, **_COMPUTED, **_POINTS},
    "rank": {**_FONT, **_LINES, **_COMPUTED, "num_format": "0", "align": "right"},
    "warning": {"bg_color": "#F4A582"},
    "guide": {**_FONT, "font_size": 11, "text_wrap": True},
    "guide title": {**_FONT, "font_size": 14, "bold": True},
}
_ALLOWED = {"format_columns": True, "format_rows": True, "format_cells": True}


@dataclass(frozen=True)
class Column:
    """One column of a template."""

    name: str
    width: float


@dataclass(frozen=True)
class Head:
    """What stands above a template's table, and on its guide."""

    sheet: str
    title: str  # names the index and the year, so that both are read surely
    organisation: str | None  # None where the title says it
    how: str
    guide: Sequence[str]
    units: Sequence[str] = ()  # to choose from
    filtered: bool = False  # its rows can be filtered while the sheet is protected


class Page:
    """The sheet of a template being written."""

    def __init__(self, sheet: Worksheet, looks: Mapping[str, Format]) -> None:
        self.sheet, self._looks = sheet, looks

    @property
    def warning(self) -> Format:
        """How a number that was typed and looks wrong is shown."""
        return self._looks["warning"]

    def look(self, name: str) -> Format:
        """A cell's format."""
        return self._looks[name]

    def text(self, row: int, column: int, text: str, look: str) -> None:
        """A text, which is none but a text; '' for a cell to fill."""
        if text:
            self.sheet.write_string(row, column, legal(text), self.look(look))
        else:
            self.sheet.write_blank(row, column, None, self.look(look))

    def height(self, row: int, texts: Sequence[str | None], columns: Sequence["Column"]) -> None:
        """Make a row as high as its texts need, where it is more than a line."""
        height = height_of(texts, [column.width for column in columns[: len(texts)]])
        if height > height_of([""], [1]):
            self.sheet.set_row(row, height)

    def number(self, row: int, column: int, value: float | None, look: str) -> None:
        """A number, or a blank cell."""
        if value is None:
            self.sheet.write_blank(row, column, None, self.look(look))
        else:
            self.sheet.write_number(row, column, value, self.look(look))

    def formula(self, row: int, column: int, formula: str, value: float | None, look: str) -> None:
        """A formula with the value it has now, so that it is read without a spreadsheet too."""
        cached = "" if value is None else value
        self.sheet.write_formula(row, column, formula, self.look(look), cached)

    def plan(self, row: int, units: Sequence[str], *, who: Sequence[int], when: int) -> None:
        """The cells for who is to act, with units to choose from, and for by when."""
        self.unit(row, units, who=who)
        self.allow(row, when, **_DEADLINE_RULE)

    def unit(self, row: int, units: Sequence[str], *, who: Sequence[int]) -> None:
        """The cells for who is to act, with units to choose from."""
        for column in who:
            self.allow(row, column, **_unit_rule(units))

    def allow(self, row: int, column: int, **rule: Any) -> None:
        """What may be typed into a cell."""
        self.sheet.data_validation(row, column, row, column, rule)


def template(head: Head, columns: Sequence[Column], write: Callable[[Page], int]) -> bytes:
    """A template: `write` fills the rows from FIRST_ROW on and gives the row after the last."""
    stream = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(stream, options)
    book.set_calc_mode("auto")
    looks = {name: book.add_format(dict(look)) for name, look in _LOOKS.items()}
    sheet = book.add_worksheet(head.sheet)
    page = Page(sheet, looks)
    _write_head(page, head, columns)
    end = write(page)
    _set_up(sheet, columns, end)
    if head.filtered:
        sheet.autofilter(HEADER_ROW, 0, end - 1, len(columns) - 1)
        sheet.protect("", {**_ALLOWED, "autofilter": True})
    _write_guide(book.add_worksheet(GUIDE), looks, head.guide)
    if head.units:
        _write_units(book.add_worksheet(UNITS), looks, head.units)
    book.close()
    return _as_excel_saves(stream.getvalue())


def _unit_rule(units: Sequence[str]) -> dict[str, Any]:
    """A list of units to choose from; several, or others, may be typed."""
    message = {
        "input_title": "Đơn vị",
        "input_message": "Chọn trong danh sách hoặc tự nhập; nhiều đơn vị cách nhau bằng dấu ;",
    }
    if not units:
        return {"validate": "any", **message}
    cells = f"='{UNITS}'!$A$2:$A${len(units) + 1}"
    return {"validate": "list", "source": cells, "show_error": False, **message}


_DEADLINE_RULE: Mapping[str, Any] = {
    "validate": "any",
    "input_title": "Thời gian",
    "input_message": "Ví dụ: Quý I/2022; Tháng 6/2022; Trước ngày 15/02/2022; Trong năm 2022",
}


def _as_excel_saves(content: bytes) -> bytes:
    """The workbook with what its writer has no words for.

    Rows grow with what is typed: their heights are only a beginning. A formula that gives a blank
    has that for its value; without a type it would count as not computed yet.
    """
    package = Package(content)
    for part in Book(package).parts.values():
        xml = package.read(part).replace(b' customHeight="1"', b"")
        package.put(part, _BLANK_VALUE.sub(rb'\1 t="str">\2', xml))
    return package.written()


def _write_head(page: Page, head: Head, columns: Sequence[Column]) -> None:
    page.text(0, 0, head.title, "title")
    if head.organisation:
        page.text(1, 0, f"Đơn vị: {head.organisation}", "said")
    page.text(2, 0, head.how, "how")
    for at, column in enumerate(columns):
        page.text(HEADER_ROW, at, column.name, "header")
        page.sheet.set_column(at, at, column.width)
    page.sheet.set_row(0, 21)
    page.sheet.set_row(HEADER_ROW, 33)


def _set_up(sheet: Worksheet, columns: Sequence[Column], end: int) -> None:
    sheet.freeze_panes(FIRST_ROW, 2)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.repeat_rows(HEADER_ROW)
    sheet.print_area(0, 0, end - 1, len(columns) - 1)
    sheet.set_footer("&CTrang &P/&N")
    sheet.protect("", _ALLOWED)


def _write_guide(sheet: Worksheet, looks: Mapping[str, Format], lines: Sequence[str]) -> None:
    """One column of prose: no reader takes it for a table."""
    sheet.set_column(0, 0, _GUIDE_WIDTH)
    sheet.write_string(0, 0, "Cách điền", looks["guide title"])
    for at, line in enumerate(lines, 2):
        sheet.write_string(at, 0, legal(line), looks["guide"])
        sheet.set_row(at, 4 + 1.15 * height_of([line], [_GUIDE_WIDTH]))
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.protect("", _ALLOWED)


def _write_units(sheet: Worksheet, looks: Mapping[str, Format], units: Sequence[str]) -> None:
    sheet.set_column(0, 0, 60)
    sheet.write_string(0, 0, "Tên đơn vị để chọn", looks["guide title"])
    for at, unit in enumerate(units, 1):
        sheet.write_string(at, 0, legal(unit), looks["guide"])
    sheet.protect("", _ALLOWED)
