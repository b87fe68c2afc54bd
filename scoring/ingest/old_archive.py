"""What the XML of an .xlsx says that its reader does not: how far its cells reach, error cells."""

import io
import re
import zipfile
from xml.etree import ElementTree

from scoring.ingest.problems import Problem, problem

_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_CELL = re.compile(rb'<c [^>]*?r="([A-Z]+)(\d+)"')
_ERROR = re.compile(
    rb'<c [^>]*?r="([A-Z]+\d+)"[^>]*?t="e"[^>]*>(?:<f[^>]*/>|<f.*?</f>)?<v>(.*?)</v>'
)
_SCANNED_WHOLE = 8 * 2**20  # bytes; of a longer sheet, the two ends
_LAST_COLUMN, _LAST_ROW = 16_384, 1_048_576
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def reach_problem(content: bytes, max_cells: int) -> Problem | None:
    """Why a workbook's cells lie too far apart to be read: the reader would fill all between."""
    for part in _parts(content).values():
        columns, rows = _reach(part)
        if columns > _LAST_COLUMN or rows > _LAST_ROW:
            return problem("file-unreadable", found="có ô nằm ngoài giới hạn của trang tính")
        if columns * rows > max_cells:
            return problem(
                "file-too-large",
                expected=f"không quá {max_cells} ô",
                found=f"ô xa nhất ở dòng {rows}, cột thứ {columns}",
            )
    return None


def error_cells(content: bytes) -> dict[str, dict[str, str]]:
    """The cells that hold an error, by sheet name: 'Phụ lục' → {'D9': '#REF!'}."""
    parts = _parts(content)
    found = {
        name: {cell.decode(): text.decode() for cell, text in _ERROR.findall(xml)}
        for name, xml in parts.items()
        if b't="e"' in xml
    }
    if not any(found.values()):
        return {}
    names = _sheet_names(content)
    return {names[part]: cells for part, cells in found.items() if cells and part in names}


def _parts(content: bytes) -> dict[str, bytes]:
    """The XML of each sheet, or of a long one its beginning and end."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = [name for name in archive.namelist() if _SHEET.fullmatch(name)]
        sizes = {name: archive.getinfo(name).file_size for name in names}
        return {
            name: archive.read(name) if sizes[name] <= _SCANNED_WHOLE else _beginning(archive, name)
            for name in names
        }


def _beginning(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as part:
        return part.read(2**20)


def _reach(xml: bytes) -> tuple[int, int]:
    cells = _CELL.findall(xml)
    columns = max((_number(letters) for letters in {letters for letters, _ in cells}), default=0)
    return columns, max((int(row) for row in {row for _, row in cells}), default=0)


def _number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _sheet_names(content: bytes) -> dict[str, str]:
    """Part → sheet name, as the workbook says."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        book = ElementTree.fromstring(archive.read("xl/workbook.xml"))
        links = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    targets = {link.get("Id"): (link.get("Target") or "").lstrip("/") for link in links}
    return {
        f"xl/{target.removeprefix('xl/')}": sheet.get("name") or ""
        for sheet in book.iter(f"{_MAIN}sheet")
        if (target := targets.get(sheet.get(_LINK)))
    }
