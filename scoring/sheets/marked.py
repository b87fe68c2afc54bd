"""A file handed back with its problems marked: coloured cells, comments, and a list of them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import PurePath

from scoring.ingest.limits import Limits
from scoring.ingest.opening.workbook import Sheet, open_sheets
from scoring.ingest.table import Table
from scoring.sheets.book import Book
from scoring.sheets.listed import Listing
from scoring.sheets.marking import marked_package
from scoring.sheets.marks import Found, found_in
from scoring.sheets.package import Package
from scoring.sheets.plain import plain_workbook, sheet_names
from scoring.sheets.texts import LONGEST
from scoring.sheets.xml_tree import NotMarkable
from scoring.text.moments import VIETNAM

_USUAL = Limits()
MOST_COMMENTS = 5_000  # of one file; with more, a spreadsheet opens too slowly
_ENDING = " (đánh dấu)"
_EXCEL = (".xlsx", ".xlsm")


def marked_copy(
    tables: Sequence[Table],
    content: bytes,
    *,
    limits: Limits = _USUAL,
    now: datetime | None = None,
    most_comments: int = MOST_COMMENTS,
) -> tuple[str, bytes]:
    """The name and bytes of a workbook like the file, with every problem of its tables marked.

    An Excel workbook keeps everything else as it is; of other formats the cells are written into
    a new workbook, at the same addresses. What could not be marked is said on the list.
    """
    file = tables[0].file
    sheets, _ = open_sheets(file, content, limits)
    found = found_in(tables, sheets)
    moment = (now or datetime.now(UTC)).astimezone(VIETNAM)
    listing = Listing(file, moment, (), {}, most_comments)
    try:
        marked = marked_package(content, sheets, found, listing, limits)
    except (NotMarkable, ValueError):
        marked = _written_anew(sheets, found, listing, limits)
    return marked_name(file, marked), marked


def marked_name(file: str, content: bytes) -> str:
    """What the marked copy of a file is called; `content` is the file's or the copy's."""
    try:
        macros = Book(Package(content)).has_macros
    except (NotMarkable, ValueError):
        macros = False
    stem = PurePath(file).stem.removesuffix(_ENDING)
    return f"{stem}{_ENDING}{'.xlsm' if macros else '.xlsx'}"


def _written_anew(
    sheets: Sequence[Sheet], found: Sequence[Found], listing: Listing, limits: Limits
) -> bytes:
    """A new workbook with the same cells, marked."""
    names = sheet_names(sheets)
    renamed = {sheet.name: name for sheet, name in zip(sheets, names, strict=True)}
    remarks = tuple(_remarks(listing.file, sheets, renamed))
    plain = plain_workbook(sheets, names)
    copied, _ = open_sheets("copy.xlsx", plain, limits)
    moved = [
        replace(one, place=replace(one.place, sheet=renamed[one.place.sheet])) if one.place else one
        for one in found
    ]
    told = replace(listing, remarks=remarks, renamed=renamed)
    return marked_package(plain, copied, moved, told, limits)


def _remarks(file: str, sheets: Sequence[Sheet], renamed: Mapping[str, str]) -> Iterator[str]:
    """What a new workbook does not have of the file."""
    if not sheets:
        yield "Không mở được tệp, nên ở đây chỉ có danh sách vấn đề."
        return
    kind = PurePath(file).suffix.lower()
    if kind in _EXCEL:
        yield "Tệp có cấu trúc khác thường: các ô được chép sang tệp Excel mới, mất định dạng."
    else:
        yield f"Tệp gốc là {kind or 'định dạng khác'}: các ô được chép sang tệp Excel mới."
    if any(sheet.above or sheet.opening for sheet in sheets):
        yield (
            "Chữ ngoài bảng của văn bản không có ở đây: khi nạp lại, phần mềm có thể hỏi chỉ số, "
            "cơ quan và năm."
        )
    for old, new in renamed.items():
        if old != new:
            yield f"Trang tính “{old}” mang tên “{new}” trong tệp này."
    long = sum(
        isinstance(cell, str) and len(cell) > LONGEST
        for sheet in sheets
        for row in sheet.rows
        for cell in row
    )
    if long:
        yield f"{long} ô dài hơn {LONGEST} ký tự chỉ được chép phần đầu."
