"""The texts around a table, and where each stands."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from scoring.ingest.finding.layout import Layout
from scoring.ingest.opening.workbook import Cell, Sheet, cell_name
from scoring.text.words import fold, nfc

DOCUMENT = re.compile(r"số:?\s*\S*/\S*")  # a number of a document
INDEX_WORDS = re.compile(r"chỉ số|index|sipas|papi|\bpci\b|hài lòng|cải cách hành chính|cchc")
# How texts begin that say what stands there, and are no names.
NO_NAMES = re.compile(
    r"(?:phụ|bảng|biểu|tổng|kết|điểm|danh|mẫu|trang|sheet|chi|dữ|hướng|mục|ghi|số|năm|quý|tháng|chỉ"
    r"|cải|kế|nhiệm|giải|tiêu|lĩnh|thống|báo|nội|trung|xếp|so|tự|thẩm|khảo|điều|par|sipas|cả|toàn"
    r"|các|bộ|cấp|sở|bìa|nguồn|yếu|mức|hài|bản|phần|table|data|copy)\b"
)
OWN = 2  # the weight of a table's own title
FIRST_LINES = 12  # of a sheet, which may speak of all its tables
LAST_COLUMN = 16_384
SHEET_NAME, FILE_NAME = "tên trang tính", "tên tệp"
NAMES = (SHEET_NAME, FILE_NAME)
# 'ParIndex2020', 'TTHue'; and days, whose year is that of the file.
_JOINED = re.compile(r"(?<=[a-z])(?=[A-Z\d])|(?<=[A-Z])(?=\d|[A-Z][a-z])|(?<=\d)(?=[A-Za-z])")
_DAY = re.compile(
    r"(?<!\d)(?:\d{1,2}([-._ ])\d{1,2}\1(?:19|20)\d\d|(?:19|20)\d\d([-._ ])\d{1,2}\2\d{1,2})(?!\d)"
)
_WRITTEN = {  # words of files' names that tell what the rest is, without marks and with them
    "ke hoach": "kế hoạch",
    "nang cao": "nâng cao",
    "cai thien": "cải thiện",
    "duy tri": "duy trì",
    "khac phuc": "khắc phục",
    "nhiem vu": "nhiệm vụ",
    "giai doan": "giai đoạn",
    "ket qua": "kết quả",
    "cong bo": "công bố",
    "danh gia": "đánh giá",
    "tham dinh": "thẩm định",
    "cham diem": "chấm điểm",
    "xep hang": "xếp hạng",
    "bang diem": "bảng điểm",
    "chi so": "chỉ số",
    "so lieu": "số liệu",
    "hai long": "hài lòng",
    "cai cach hanh chinh": "cải cách hành chính",
    "nam": "năm",
}
_MEASURE = re.compile(r"\W*(?:đơn vị tính|đvt|tính bằng|thang điểm)\b")
LONGEST_LINE = 600  # characters; more is a paragraph


@dataclass(frozen=True)
class Evidence:
    """What was read, from which text, at which place."""

    field: str  # index, organisation, year
    value: str
    text: str
    place: str


@dataclass(frozen=True)
class Line:
    """One line of text around a table."""

    text: str
    place: str
    weight: int = 0  # of the places that name less surely
    heading: bool = False  # alone in the last row above its table, or the last paragraph


def lines_around(sheet: Sheet, layout: Layout, file: str) -> tuple[Line, ...]:
    """The title block above the table, then the sheet's and the file's name.

    The texts between two tables are the lower one's own; the sheet's first ones say less of it. In
    a document the texts just above its table are its own, and the document's first ones say less.
    """
    own = list(_lines(sheet, layout, layout.title_from, layout.header, OWN))
    whole = replace(layout, left=0, right=LAST_COLUMN)
    apart = layout.title_from > 0 or layout.left > 0
    shared = list(_lines(sheet, whole, 0, min(FIRST_LINES, layout.top), 1)) if apart else []
    above = list(_texts(sheet.above, f"phần chữ trên {sheet.name}", OWN))
    opening = _texts(sheet.opening, "phần đầu tài liệu", 1)
    names = (Line(nfc(sheet.name), SHEET_NAME, 1), Line(said_by_file(file), FILE_NAME, 1))
    if layout.kind != "tasks":  # a unit's name above a list of tasks says who is to do them
        above, own = (above, _headed(own)) if own else (_headed(above), own)
    return (*above, *own, *shared, *opening, *names)


def _headed(lines: Sequence[Line]) -> list[Line]:
    """The lines with the last one told, where it stands alone in its row; the measure is none."""
    rest = [line for line in lines if not _MEASURE.match(fold(line.text))]
    alone = rest and not any(_row(one) == _row(rest[-1]) for one in rest[:-1])
    return [replace(one, heading=bool(alone) and one is rest[-1]) for one in lines]


def _row(line: Line) -> str | int:
    """The row of a sheet in which a line stands; a paragraph is one of its own."""
    cell = re.search(r"![A-Z]+(\d+)$", line.place)
    return cell[1] if cell else id(line)


def _texts(texts: Sequence[str], place: str, weight: int) -> Iterator[Line]:
    for text in texts:
        if text.strip() and len(text) < LONGEST_LINE:
            yield Line(nfc(text), place, weight)


def said_by_file(file: str) -> str:
    """What a file's name says: words apart, usual ones with their marks, dates left out."""
    name = _DAY.sub(" ", nfc(PurePath(file).stem))
    name = _JOINED.sub(" ", name.replace("_", " ").replace("-", " "))
    if not name.isascii():
        return nfc(name)
    for bare, written in _WRITTEN.items():
        name = re.sub(rf"\b{bare}\b", written, name, flags=re.I)
    return nfc(name)


def _lines(sheet: Sheet, layout: Layout, start: int, end: int, weight: int) -> Iterator[Line]:
    for row in range(start, min(end, layout.header)):
        cells = sheet.rows[row]
        for column in range(layout.left, min(layout.right, len(cells))):
            text = cells[column]
            if type(text) is str and text.strip() and len(text) < LONGEST_LINE:
                text = nfc(text + _continued(cells[column + 1 :], text))
                yield Line(text, f"{sheet.name}!{cell_name(row, column)}", weight)


def _continued(after: Sequence[Cell], text: str) -> str:
    """What the next cell adds: a name after 'Đơn vị:', a year after '… NĂM'."""
    following: Cell = next((cell for cell in after if cell != ""), "")
    if text.rstrip().endswith(":") and type(following) is str:
        return f" {following}"
    if isinstance(following, float | int) and 1980 <= following <= 2100:
        return f" {int(following)}" if fold(text).rstrip(" :").endswith(("năm", "giá")) else ""
    return ""
