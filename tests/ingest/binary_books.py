"""Workbooks in Excel's binary form (.xlsb), which no library of ours writes."""

import io
import struct
import zipfile
from collections.abc import Sequence

_ROW, _NUMBER, _TEXT = 0, 5, 6
_BEGIN_SHEET, _END_SHEET, _BEGIN_DATA, _END_DATA, _SIZE = 129, 130, 145, 146, 148
_BUNDLE, _BEGIN_BUNDLES, _END_BUNDLES, _END_BOOK = 156, 143, 144, 132
_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"'
    "/></Types>"
)


def xlsb(name: str, rows: Sequence[Sequence[str | float]]) -> bytes:
    """A workbook of one sheet."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", _links("officeDocument", "xl/workbook.bin"))
        archive.writestr("xl/workbook.bin", _book(name))
        archive.writestr("xl/_rels/workbook.bin.rels", _links("worksheet", "worksheets/sheet1.bin"))
        archive.writestr("xl/worksheets/sheet1.bin", _sheet(rows))
    return stream.getvalue()


def _links(kind: str, target: str) -> str:
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{_LINK}/{kind}" Target="{target}"/></Relationships>'
    )


def _book(name: str) -> bytes:
    sheet = struct.pack("<II", 0, 1) + _wide("rId1") + _wide(name)
    bundles = _record(_BEGIN_BUNDLES) + _record(_BUNDLE, sheet) + _record(_END_BUNDLES)
    return bundles + _record(_END_BOOK)


def _sheet(rows: Sequence[Sequence[str | float]]) -> bytes:
    last = (len(rows) - 1, max(map(len, rows)) - 1)
    records = [
        _record(_BEGIN_SHEET),
        _record(_SIZE, struct.pack("<IIII", 0, last[0], 0, last[1])),
        _record(_BEGIN_DATA),
    ]
    for at, row in enumerate(rows):
        records.append(_record(_ROW, struct.pack("<I", at) + bytes(21)))
        records += [_cell(column, value) for column, value in enumerate(row) if value != ""]
    return b"".join([*records, _record(_END_DATA), _record(_END_SHEET)])


def _cell(column: int, value: str | float) -> bytes:
    place = struct.pack("<II", column, 0)
    if isinstance(value, str):
        return _record(_TEXT, place + _wide(value))
    return _record(_NUMBER, place + struct.pack("<d", value))


def _wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def _record(kind: int, content: bytes = b"") -> bytes:
    head = bytes([kind]) if kind < 128 else bytes([kind & 127 | 128, kind >> 7])
    size, left = b"", len(content)
    while True:
        left, low = left >> 7, left & 127
        size += bytes([low | 128 if left else low])
        if not left:
            return head + size + content
