"""Which cells a spreadsheet file holds, sheet by sheet."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any

import python_calamine

from scoring.ingest.archive import error_cells, reach_problem
from scoring.ingest.limits import Limits
from scoring.ingest.problems import Problem, problem

Cell = Any
Range = tuple[tuple[int, int], tuple[int, int]]

SPREADSHEETS = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods")
_ZIP = b"PK\x03\x04"
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FOREIGN = {
    ".pdf": "tệp PDF",
    ".doc": "tệp Word",
    ".docx": "tệp Word",
    ".ppt": "tệp PowerPoint",
    ".pptx": "tệp PowerPoint",
    ".png": "tệp ảnh",
    ".jpg": "tệp ảnh",
    ".jpeg": "tệp ảnh",
    ".csv": "tệp CSV",
    ".txt": "tệp văn bản",
}


@dataclass(frozen=True)
class Sheet:
    """One sheet: its cells from A1 on ('' for a blank one), and its merged ranges."""

    name: str
    rows: Sequence[Sequence[Cell]]
    merged: Sequence[Range] = field(default=())
    above: tuple[str, ...] = ()  # of a table in a document: the texts just before it
    opening: tuple[str, ...] = ()  # and the document's first texts


def column_letter(index: int) -> str:
    """The column's letters, counted from 0: 0 → 'A', 27 → 'AB'."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def cell_name(row: int, column: int) -> str:
    """The cell's address, both counted from 0: (8, 4) → 'E9'."""
    return f"{column_letter(column)}{row + 1}"


def position_of(address: str) -> tuple[int, int]:
    """'E9' → (8, 4)"""
    letters = address.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return int(address[len(letters) :]) - 1, column - 1


def open_sheets(
    name: str, content: bytes, limits: Limits
) -> tuple[tuple[Sheet, ...], tuple[Problem, ...]]:
    """All sheets of a spreadsheet file, hidden ones included; or the problem that prevents it."""
    refused = _refusal(name, content, limits)
    if refused:
        return (), (refused,)
    try:
        errors = error_cells(content) if content.startswith(_ZIP) else {}
        book = python_calamine.load_workbook(io.BytesIO(content))
        sheets = []
        for sheet_name in book.sheet_names:
            sheet = book.get_sheet_by_name(sheet_name)
            if sheet.total_height * sheet.total_width > limits.max_cells:
                return (), (_too_wide(sheet, limits.max_cells),)
            sheets.append(_sheet(sheet, errors.get(sheet_name, {})))
    except python_calamine.PasswordError:
        return (), (problem("file-password"),)
    except (python_calamine.CalamineError, zipfile.BadZipFile, ValueError, OSError) as error:
        return (), (problem("file-unreadable", found=f"tệp hỏng hoặc sai định dạng ({error})"),)
    return tuple(sheets), ()


def _too_wide(sheet: python_calamine.CalamineSheet, max_cells: int) -> Problem:
    return problem(
        "file-too-large",
        sheet=sheet.name,
        expected=f"không quá {max_cells} ô",
        found=f"{sheet.total_height} dòng × {sheet.total_width} cột",
    )


def _sheet(sheet: python_calamine.CalamineSheet, errors: Mapping[str, str]) -> Sheet:
    rows = sheet.to_python(skip_empty_area=False)
    for address, text in errors.items():
        row, column = position_of(address)
        if row < len(rows) and column < len(rows[row]):
            rows[row][column] = text
    return Sheet(sheet.name, rows, tuple(getattr(sheet, "merged_cell_ranges", None) or ()))


def _refusal(name: str, content: bytes, limits: Limits) -> Problem | None:
    suffix = PurePath(name).suffix.lower()
    if not content:
        return problem("file-empty", expected="tệp bảng tính", found="tệp 0 byte")
    if len(content) > limits.max_bytes:
        return problem(
            "file-too-large",
            expected=f"không quá {limits.max_bytes // 2**20} MB",
            found=f"{len(content) / 2**20:.0f} MB",
        )
    if suffix in _FOREIGN or not content.startswith((_ZIP, _COMPOUND)):
        found = _FOREIGN.get(suffix, "nội dung không phải bảng tính")
        return problem("file-type", expected="tệp " + ", ".join(SPREADSHEETS), found=found)
    if content.startswith(_ZIP):
        return _refused_archive(content, limits)
    if b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e" in content:
        return problem("file-password", expected="tệp không có mật khẩu", found="tệp đã mã hoá")
    return None


def _encrypted(archive: zipfile.ZipFile) -> bool:
    """Whether an OpenDocument file says that its parts are encrypted."""
    manifest = "META-INF/manifest.xml"
    return manifest in archive.namelist() and b"encryption-data" in archive.read(manifest)


def _refused_archive(content: bytes, limits: Limits) -> Problem | None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            unpacked = sum(member.file_size for member in archive.infolist())
            if _encrypted(archive):
                return problem("file-password", found="tệp .ods đã mã hoá")
    except zipfile.BadZipFile:
        return problem("file-unreadable", found="tệp hỏng hoặc bị cắt ngắn")
    if unpacked > limits.max_unpacked:
        return problem(
            "file-too-large",
            expected=f"không quá {limits.max_unpacked // 2**20} MB khi giải nén",
            found=f"{unpacked / 2**20:.0f} MB",
        )
    return reach_problem(content, limits.max_cells)
