"""A score sheet of any size, for measuring: made up from a seed, and saying so in its title.

Nothing in it is a result of anyone. The layout is that of the published tables: a title block, a
header, and a tree of criteria whose parents are the exact sums of their children.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import isqrt
from pathlib import Path
from random import Random

from openpyxl import Workbook

DOMAINS = 8
YEAR = 2024
ORGANISATION = "Sở Dữ liệu giả lập"
TITLE = (
    ("DỮ LIỆU GIẢ LẬP ĐỂ ĐO TỐC ĐỘ, KHÔNG PHẢI KẾT QUẢ CỦA CƠ QUAN NÀO",),
    (f"Đơn vị: {ORGANISATION}",),
    (f"Kết quả Chỉ số cải cách hành chính năm {YEAR}",),
    (),
)
HEADER = (
    *("STT", "Lĩnh vực/ Tiêu chí/Tiêu chí thành phần", "Điểm chuẩn", "Điểm thẩm định"),
    *("Điểm bị mất", "Giải pháp", "Cơ quan chủ trì thực hiện", "Cơ quan phối hợp"),
    *("Thời gian thực hiện", "Ghi chú"),
)
UNITS = (
    *("Sở Nội vụ", "Sở Tài chính", "Sở Tư pháp", "Văn phòng UBND tỉnh", "Các sở, ban, ngành"),
    *("Các sở, ban, ngành; UBND cấp huyện", "Sở Kế hoạch và Đầu tư; Sở Tài chính"),
)
DEADLINES = ("Quý I/2025", "Trước ngày 15/02/2025", "Trong năm 2025", "Tháng 6/2025")


@dataclass(frozen=True)
class Line:
    """One row of the sheet; points in hundredths, so that sums are exact."""

    code: str
    title: str
    max_points: int
    points: int
    leaf: bool


def lines(rows: int, seed: int) -> list[Line]:
    """A tree of exactly `rows` rows in three levels.

    Raises: ValueError below 24 rows, which hold no three levels of eight domains.
    """
    if rows < 3 * DOMAINS:
        raise ValueError(f"at least {3 * DOMAINS} rows, not {rows}")
    random = Random(seed)
    sizes = _shared(rows, DOMAINS)
    return [line for number, size in enumerate(sizes, 1) for line in _domain(number, size, random)]


def write(path: Path, rows: int, *, seed: int = 2024, text: bool) -> Path:
    """The sheet as a workbook; `text`: points as printed ('0,75'), else as numbers."""
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet("Phụ lục")
    random = Random(seed)
    for row in (*TITLE, HEADER):
        sheet.append(row)
    for line in lines(rows, seed):
        sheet.append(_cells(line, random, text))
    path.parent.mkdir(parents=True, exist_ok=True)
    workbook.save(path)
    return path


def _shared(total: int, parts: int) -> list[int]:
    """`total` in `parts` whole numbers that differ by one at most."""
    return [total // parts + (part < total % parts) for part in range(parts)]


def _domain(number: int, size: int, random: Random) -> Iterator[Line]:
    criteria = isqrt(size - 1)
    below = [
        list(_criterion(f"{number}.{place}", part, random))
        for place, part in enumerate(_shared(size - 1, criteria), 1)
    ]
    yield _above(f"{number}", "LĨNH VỰC GIẢ LẬP", [branch[0] for branch in below])
    for branch in below:
        yield from branch


def _criterion(code: str, size: int, random: Random) -> Iterator[Line]:
    leaves = [_leaf(f"{code}.{place}", random) for place in range(1, size)]
    yield _above(code, "Tiêu chí giả lập", leaves) if leaves else _leaf(code, random)
    yield from leaves


def _leaf(code: str, random: Random) -> Line:
    most = random.randrange(25, 201, 25)
    return Line(code, f"Tiêu chí giả lập {code}", most, random.randrange(most + 1), True)


def _above(code: str, title: str, children: list[Line]) -> Line:
    most = sum(child.max_points for child in children)
    points = sum(child.points for child in children)
    return Line(code, f"{title} {code}", most, points, False)


def _cells(line: Line, random: Random, text: bool) -> tuple[object, ...]:
    numbers = (line.max_points, line.points, line.max_points - line.points)
    shown = tuple(_printed(number) if text else number / 100 for number in numbers)
    if not line.leaf:
        return (line.code, line.title, *shown)
    lead, support = random.choice(UNITS), random.choice(UNITS)
    solution = f"Giải pháp giả lập cho {line.code}"
    return (line.code, line.title, *shown, solution, lead, support, random.choice(DEADLINES))


def _printed(hundredths: int) -> str:
    return f"{hundredths // 100},{hundredths % 100:02d}"
