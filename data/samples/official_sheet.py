"""How a published table is laid out on a sheet: title block, header, rows, source."""

import os
import re
import zipfile
from collections.abc import Iterable, Sequence
from io import BytesIO

os.environ.setdefault("OPENPYXL_LXML", "False")  # the bytes depend on the facts alone

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

BUILT_AT = b"2024-01-01T00:00:00Z"
ZIP_TIME = (2024, 1, 1, 0, 0, 0)

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"

FONT = "Times New Roman"
THIN = Side(style="thin", color="808080")
GRID = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)


def book_with(sheet: str) -> tuple[Workbook, Worksheet]:
    """A workbook with one sheet of this name."""
    book = Workbook()
    page = book.worksheets[0]
    page.title = sheet
    return book, page


def issued_by(
    sheet: Worksheet,
    agency: str,
    *,
    columns: int,
    left: int,
    unit: str | None = None,
    number: str | None = None,
    day: str | None = None,
) -> None:
    """Write what stands above an official document: who issues it, the state and its motto.

    `unit` is the agency's own department that issues it; `number` and `day` are the document's.
    """
    lines = [(agency, NATION), (unit, MOTTO), *([(number, day)] if number or day else [])]
    for row, (ours, theirs) in enumerate(lines, start=1):
        sheet.cell(row, 1, ours)
        sheet.cell(row, left + 1, theirs)
        for first, last in ((1, left), (left + 1, columns)):
            _centre(sheet, row, first, last)


def titles(sheet: Worksheet, lines: Iterable[str], *, columns: int) -> None:
    """Write the heading lines, each over the whole width."""
    start = sheet.max_row + 1 if sheet["A1"].value else 1
    for row, line in enumerate(lines, start):
        sheet.cell(row, 1, line)
        _centre(sheet, row, 1, columns)


def table(
    sheet: Worksheet,
    rows: Sequence[Sequence[object]],
    *,
    widths: Sequence[float],
    header_rows: int = 1,
) -> None:
    """Write header and rows one blank row below what is there."""
    start = sheet.max_row + 2
    for at, cells in enumerate(rows):
        for column, value in enumerate(cells, start=1):
            cell = sheet.cell(start + at, column, value if value != "" else None)
            cell.border = GRID
            cell.font = Font(name=FONT, size=12, bold=at < header_rows)
            cell.alignment = Alignment(
                horizontal="center" if at < header_rows else None, vertical="top", wrap_text=True
            )
            if isinstance(value, float):
                cell.number_format = "0.00"
            elif isinstance(value, str):
                cell.number_format = "@"
    for column, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width


def sources(sheet: Worksheet, addresses: Iterable[str]) -> None:
    """Write where the figures were published, one blank row below the table."""
    for row, source in enumerate(addresses, start=sheet.max_row + 2):
        sheet.cell(row, 1, f"Nguồn: {source}").font = Font(name=FONT, size=11, italic=True)


def embolden(sheet: Worksheet, codes: str = r"\d") -> None:
    """Set the rows of the domains (1, 3, 4 …), or those with codes of another form, in bold."""
    for row in sheet.iter_rows():
        if re.fullmatch(codes, str(row[0].value)):
            for cell in row:
                cell.font = Font(name=FONT, size=12, bold=True)


def content(book: Workbook) -> bytes:
    """The workbook's bytes without the time of writing, which would change them every time."""
    written, fixed = BytesIO(), BytesIO()
    book.save(written)
    with zipfile.ZipFile(written) as parts, zipfile.ZipFile(fixed, "w") as out:
        for name in parts.namelist():
            part = parts.read(name)
            if name == "docProps/core.xml":
                part = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", BUILT_AT, part)
            entry = zipfile.ZipInfo(name, ZIP_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            out.writestr(entry, part)
    return fixed.getvalue()


def _centre(sheet: Worksheet, row: int, first: int, last: int) -> None:
    sheet.merge_cells(start_row=row, end_row=row, start_column=first, end_column=last)
    cell = sheet.cell(row, first)
    cell.font = Font(name=FONT, size=13, bold=True)
    cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    sheet.row_dimensions[row].height = 36 if len(str(cell.value or "")) > 90 else 20
