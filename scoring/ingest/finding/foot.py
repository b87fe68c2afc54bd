"""Where the rows of a table end: notes, sources and signatures below it are none of them."""

import re
from collections.abc import Collection, Sequence

from scoring.ingest.finding.header_rows import FIGURE
from scoring.ingest.opening.workbook import Cell
from scoring.text.words import fold

LOOKED_AT = 60  # rows from the bottom up: no signature is taller
_FULL = 3  # cells that make a row of values where a table has no numbers
_FOOT = re.compile(
    r"(?:ghi chú|chú thích|chú giải|lưu ý|chú ý)\s*(?:[:(]|$)|nguồn(?: số liệu| tài liệu)?\s*:"
    r"|\(?\*+\)?\s|nơi nhận|người (?:lập|tổng hợp|báo cáo|ký|kiểm tra)|(?:tm|kt|tl|tuq|q)\.\s"
    r"|(?:phó )?(?:giám đốc|chủ tịch|thủ trưởng|chánh văn phòng|bộ trưởng|vụ trưởng)\b"
    r"|(?:kế toán|xác nhận|đại diện|lãnh đạo)\b.{0,40}$|\(?ký\b|.{0,40}, ?ngày .{1,12}tháng"
)


def end_of_rows(
    rows: Sequence[Sequence[Cell]], first: int, last: int, numbers: Collection[int]
) -> int:
    """The row (exclusive) at which the foot of a table begins, below its last row of values.

    `numbers` are the columns of its numbers, whichever tables stand side by side.
    """
    bottom = last
    while bottom > first and not any(cell != "" for cell in rows[bottom - 1]):
        bottom -= 1
    top = max(first, bottom - LOOKED_AT)
    below = bottom
    while below > top and not _has_values(rows[below - 1], numbers):
        below -= 1
    return next((at for at in range(below, bottom) if _is_foot(rows[at])), last)


def _has_values(row: Sequence[Cell], numbers: Collection[int]) -> bool:
    if numbers:
        return any(at < len(row) and _is_figure(row[at]) for at in numbers)
    return sum(cell != "" for cell in row) >= _FULL


def _is_figure(cell: Cell) -> bool:
    return type(cell) in (float, int) or (type(cell) is str and bool(FIGURE.fullmatch(cell)))


def _is_foot(row: Sequence[Cell]) -> bool:
    text = next((cell for cell in row if cell != ""), "")
    return type(text) is str and bool(_FOOT.match(fold(text)))
