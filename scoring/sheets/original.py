"""The cells of a workbook as they were when it was marked: written beside them, and read again."""

import io
import json
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from scoring.ingest.limits import Limits
from scoring.ingest.opening.apart import read_apart
from scoring.ingest.opening.calamine import read_here
from scoring.ingest.opening.own_sheets import ORIGINAL
from scoring.ingest.opening.reach import Read
from scoring.ingest.opening.refusal import Refused
from scoring.ingest.opening.workbook import Sheet
from scoring.sheets.own_xml import Line, plain_sheet
from scoring.sheets.package import UNREADABLE
from scoring.sheets.texts import compared

_UTF_16 = ORIGINAL.encode("utf-16-le")
_NAMING = {  # parts that name a workbook's sheets
    "xl/workbook.xml": ORIGINAL.encode(),
    "xl/workbook.bin": _UTF_16,
    "content.xml": ORIGINAL.encode(),
}
_SIGN, _VERSION = "Kiểm tra số liệu: bản gốc", "2"
_CELL = re.compile("[A-Z]{1,3}[1-9][0-9]{0,6}")
_LONGEST = 30_000  # characters of one cell of ours
_CUT = 2_000  # characters of a text that are compared


@dataclass(frozen=True)
class Mark:
    """A cell that was marked, and what our comment on it said."""

    sheet: int
    address: str
    said: str
    row: int = 0  # of the record itself: its cell E has the style that the cell had before


@dataclass(frozen=True)
class Told:
    """A problem that the list told: its code and its cell, which a whole file's has not."""

    code: str
    sheet: int | None = None
    address: str = ""


@dataclass(frozen=True)
class Original:
    """What a marked copy remembers of the workbook it was made from."""

    names: tuple[str, ...]
    rows: tuple[Mapping[int, tuple[str, ...]], ...]  # of each sheet: row (from 0) → texts from A
    marks: tuple[Mark, ...] = ()
    told: tuple[Told, ...] = ()  # in the order of the list


def original_xml(
    sheets: Sequence[Sheet],
    marks: Sequence[tuple[Mark, int]],
    told: Sequence[Told],
    text_style: int,
) -> bytes:
    """The record as a sheet; each mark comes with the style that its cell had."""
    lines = [_line(text_style, _SIGN, _VERSION)]
    for at, sheet in enumerate(sheets):
        lines.append(_line(text_style, "sheet", at, sheet.name))
        for row, cells in enumerate(sheet.rows):
            lines += [
                _line(text_style, "cells", at, row, first, texts)
                for first, texts in _written(compared_row(cells))
            ]
    for mark, style in marks:
        said = _line(text_style, "mark", mark.sheet, mark.address, mark.said)
        lines.append(Line((*said.cells, None), (*said.styles, style)))
    for one in told:
        place = () if one.sheet is None else (one.address, one.sheet)
        lines.append(_line(text_style, "told", one.code, *place))
    lines.append(_line(text_style, "end", len(lines)))
    return plain_sheet(lines)


def is_marked_copy(content: bytes) -> bool:
    """Whether a workbook has our record, by a cheap look; also one saved in another format."""
    if not content.startswith(b"PK"):
        return _UTF_16 in content  # .xls
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = [name for name in _NAMING if name in archive.NameToInfo]
            return any(_NAMING[name] in archive.read(name) for name in parts)
    except UNREADABLE:
        return False


def read_original(content: bytes, limits: Limits) -> Original | None:
    """What a marked copy remembers; None where the file is none, or its record was damaged."""
    if not is_marked_copy(content):
        return None
    try:
        lines = next((one.rows for one in _sheets(content, limits) if one.name == ORIGINAL), [])
        return _read(lines)
    except (Refused, ValueError, IndexError, TypeError):
        return None


def _sheets(content: bytes, limits: Limits) -> Sequence[Read]:
    excel = content.startswith(b"PK") and b"xl/workbook.xml" in content
    return read_here(content, limits) if excel else read_apart(content, limits)


def compared_row(cells: Sequence[object]) -> tuple[str, ...]:
    """A row's cells as texts, without the blank ones at its end."""
    texts = [compared(cell) if cell != "" else "" for cell in cells]
    while texts and not texts[-1]:
        texts.pop()
    return tuple(text if len(text) <= _CUT else f"{text[:_CUT]}…{len(text)}" for text in texts)


def _line(style: int, *cells: str | int) -> Line:
    return Line(cells, [0 if isinstance(cell, int) else style for cell in cells])


def _written(texts: Sequence[str]) -> Iterator[tuple[int, str]]:
    """A row's texts as JSON, in as many pieces as fit into cells: first column, piece."""
    first = 0
    while first < len(texts):
        last, length = first, 2
        while last < len(texts) and (last == first or length + len(texts[last]) < _LONGEST // 2):
            length += len(texts[last]) + 4
            last += 1
        if any(texts[first:last]):
            written = json.dumps(texts[first:last], ensure_ascii=False)
            yield first, written.replace("_x", "_\\u0078")  # '_x0041_' means 'A' in a workbook
        first = last


def _read(lines: Iterable[Sequence[object]]) -> Original | None:
    names: list[str] = []
    rows: list[dict[int, tuple[str, ...]]] = []
    marks: list[Mark] = []
    told: list[Told] = []
    sign, ended = "", False
    for at, (kind, *rest) in enumerate(lines):
        if at == 0:
            sign = f"{kind} {_whole(rest[0])}"
        elif kind == "sheet":
            names.append(str(rest[1]))
            rows.append({})
        elif kind == "cells":
            sheet, row, first = (_whole(one) for one in rest[:3])
            before = rows[sheet].get(row, ())
            blank = ("",) * (first - len(before))
            rows[sheet][row] = (*before, *blank, *json.loads(str(rest[3])))
        elif kind == "mark":
            marks.append(Mark(_known(rest[0], names), _address(rest[1]), str(rest[2]), at))
        elif kind == "told":
            place = (_known(rest[2], names), _address(rest[1])) if any(rest[1:3]) else ()
            told.append(Told(str(rest[0]), *place))
        elif kind == "end":
            ended = _whole(rest[0]) == at
    whole = ended and sign == f"{_SIGN} {_VERSION}"
    return Original(tuple(names), tuple(rows), tuple(marks), tuple(told)) if whole else None


def _known(cell: object, names: Sequence[str]) -> int:
    """The number of a sheet that the record has named."""
    number = _whole(cell)
    if not 0 <= number < len(names):
        raise ValueError(number)
    return number


def _address(cell: object) -> str:
    if not _CELL.fullmatch(str(cell)):
        raise ValueError(cell)
    return str(cell)


def _whole(cell: object) -> int:
    return int(float(str(cell)))
