"""Which cells a file holds, sheet by sheet; of a Word document, table by table."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath
from typing import Any

from scoring.ingest.limits import Limits
from scoring.ingest.opening.addresses import cell_name as cell_name
from scoring.ingest.opening.addresses import column_letter as column_letter
from scoring.ingest.opening.addresses import position_of as position_of
from scoring.ingest.opening.apart import read_apart
from scoring.ingest.opening.archive import SIGNATURE, Archive, open_archive
from scoring.ingest.opening.calamine import read_here
from scoring.ingest.opening.delimited import read_delimited
from scoring.ingest.opening.excel import OddCells, odd_cells
from scoring.ingest.opening.file_kinds import kind_of_archive, kind_of_bytes
from scoring.ingest.opening.opendocument import SheetExtras, sheet_extras
from scoring.ingest.opening.own_sheets import OWN_SHEETS
from scoring.ingest.opening.parts import looks
from scoring.ingest.opening.reach import MOST_TEXT, Read, check_texts
from scoring.ingest.opening.refusal import Refused, refused
from scoring.ingest.opening.word import read_document
from scoring.ingest.opening.word_tables import table_name
from scoring.ingest.problems import Problem

Cell = Any
Range = tuple[tuple[int, int], tuple[int, int]]

_CURES_IN_WORD = {
    "file-unreadable": "Mở tệp bằng Word, lưu thành .docx mới rồi nạp lại.",
    "file-password": "Mở bằng Word, vào Tệp › Thông tin › Bảo vệ tài liệu để bỏ mật khẩu, "
    "lưu rồi nạp lại.",
}
_NO_TABLE_IN_WORD = (
    "Kiểm tra bảng trong văn bản có phải là bảng của Word không (không phải ảnh hay chữ căn bằng "
    "phím Tab); nếu không phải, nhập số liệu vào Excel theo mẫu rồi nạp tệp đó."
)

_NO_EXTRAS = SheetExtras("")


@dataclass(frozen=True)
class Sheet:
    """One sheet: its cells from A1 on ('' for a blank one), and its merged ranges."""

    name: str
    rows: Sequence[Sequence[Cell]]
    merged: Sequence[Range] = field(default=())
    hidden: bool = False
    above: tuple[str, ...] = ()  # of a table in a document: the texts just before it
    opening: tuple[str, ...] = ()  # and the document's first texts
    # (row, column) from 0 → the text of a formula that has no stored value
    formulas: Mapping[tuple[int, int], str] = field(default_factory=dict)
    computed: frozenset[tuple[int, int]] = frozenset()  # cells whose formula was computed here
    source: bytes = field(default=b"", repr=False)  # the .xlsx or .xlsm that it is of


def open_sheets(
    name: str, content: bytes, limits: Limits
) -> tuple[tuple[Sheet, ...], tuple[Problem, ...]]:
    """All sheets of a file, hidden ones last; or the problem that prevents it."""
    try:
        _check_size(content, limits)
        sheets = [one for one in _sheets(name, content, limits) if one.name not in OWN_SHEETS]
    except Refused as refusal:
        return (), (_with_cure(refusal.problem, PurePath(name).suffix.lower()),)
    return tuple(sorted(sheets, key=lambda sheet: sheet.hidden)), ()


def _with_cure(found: Problem, suffix: str) -> Problem:
    """The problem with the cure of the program that the file is of."""
    cure = _CURES_IN_WORD.get(found.code) if suffix in (".docx", ".docm") else None
    return replace(found, fix=cure) if cure else found


def _check_size(content: bytes, limits: Limits) -> None:
    if not content:
        raise refused("file-empty", expected="tệp bảng tính", found="tệp 0 byte")
    if len(content) > limits.max_bytes:
        expected = f"không quá {limits.max_bytes // 2**20} MB"
        raise refused("file-too-large", expected=expected, found=f"{len(content) / 2**20:.0f} MB")


def _sheets(name: str, content: bytes, limits: Limits) -> Iterator[Sheet]:
    if content.startswith(SIGNATURE):
        return _of_archive(name, content, limits)
    if kind_of_bytes(name, content) == "text":
        return _of_read([read_delimited(PurePath(name).stem, content, limits)])
    return _of_read(read_apart(content, limits))


def _of_archive(name: str, content: bytes, limits: Limits) -> Iterator[Sheet]:
    archive = open_archive(content)
    parts = looks(archive, limits)
    kind = kind_of_archive(archive, name)
    if kind == "word":
        document = read_document(archive, parts, limits)
        if not document.tables:
            expected = "ít nhất một bảng trong văn bản Word"
            raise refused("no-table", expected=expected, found="không có", fix=_NO_TABLE_IN_WORD)
        for place, table in enumerate(document.tables):
            name = table_name(place)
            yield Sheet(name, table.rows, table.merged, above=table.above, opening=document.opening)
    elif kind == "excel":
        odd = odd_cells(archive, parts, limits)
        read = read_here(content, limits)
        if sum(part.size for part in parts.values()) > MOST_TEXT:
            check_texts(sum(map(_length, read)))
        yield from _with_odd(read, odd, content)
    elif kind == "opendocument":
        yield from _of_opendocument(archive, limits)
    else:
        yield from _of_read(read_apart(content, limits))


def _of_opendocument(archive: Archive, limits: Limits) -> Iterator[Sheet]:
    extras = {one.sheet: one for one in sheet_extras(archive.chunks("content.xml"), limits)}
    read = read_apart(archive.content, limits)
    for one in read:
        for (row, column), text in extras.get(one.name, _NO_EXTRAS).texts.items():
            if row < len(one.rows) and column < len(one.rows[row]):
                one.rows[row][column] = text
    yield from _of_read(
        [replace(one, merged=extras.get(one.name, _NO_EXTRAS).ranges) for one in read]
    )


def _with_odd(read: Sequence[Read], odd: Sequence[OddCells], content: bytes) -> Iterator[Sheet]:
    if len(read) != len(odd):
        raise refused("file-unreadable", found="danh sách trang tính không khớp với các phần")
    for sheet, one, cells in zip(_of_read(read), read, odd, strict=True):
        _reach(one.rows, [*cells.texts, *cells.formulas])
        for (row, column), text in cells.texts.items():
            one.rows[row][column] = text
        yield replace(sheet, formulas=cells.formulas, source=content)


def _length(read: Read) -> int:
    return sum(len(cell) for row in read.rows for cell in row if type(cell) is str)


def _reach(rows: list[list[Cell]], cells: Sequence[tuple[int, int]]) -> None:
    """Make rows and columns for cells that their reader takes for blank ones."""
    height = max((row + 1 for row, _ in cells), default=0)
    width = max((column + 1 for _, column in cells), default=0)
    wide = max(width, len(rows[0]) if rows else 0)
    if width and (not rows or wide > len(rows[0])):
        for row in rows:
            row.extend([""] * (wide - len(row)))
    rows.extend([""] * wide for _ in range(height - len(rows)))


def _of_read(read: Sequence[Read]) -> Iterator[Sheet]:
    for one in read:
        rows, columns = len(one.rows), len(one.rows[0]) if one.rows else 0
        yield Sheet(one.name, one.rows, tuple(_merged(one, rows, columns)), one.hidden)


def _merged(read: Read, rows: int, columns: int) -> Iterator[Range]:
    """The merged ranges as far as the sheet reaches; each of its cells is of one at most."""
    left = rows * columns
    for (top, first), (bottom, last) in read.merged:
        bottom, last = min(bottom, rows - 1), min(last, columns - 1)
        if bottom < top or last < first:
            continue
        left -= (bottom - top + 1) * (last - first + 1)
        if left < 0:
            raise refused("file-unreadable", sheet=read.name, found="các vùng gộp chồng lên nhau")
        yield (top, first), (bottom, last)
