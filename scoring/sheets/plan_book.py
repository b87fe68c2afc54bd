"""A plan written on a page as the workbook that it would be loaded from."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from scoring.sheets import guides
from scoring.sheets.package import Package
from scoring.sheets.plan_template import PURPOSES
from scoring.sheets.template import index_title
from scoring.sheets.template_book import FIRST_ROW, Column, Head, Page, template

Row = Mapping[str, str]

# A field of the reader, the header that it is read from, and how wide the column is.
_CODE = ("code", Column("STT", 7))
_PURPOSE = ("purpose", Column("Loại nhiệm vụ", 15))
_SECTION = ("section", Column("Nhóm nhiệm vụ", 22))
_CRITERION = ("title", Column("Tiêu chí/Tiêu chí thành phần", 32))
_TASK = ("title", Column("Nhiệm vụ", 44))
_SOLUTION = ("solution", Column("Nhiệm vụ, giải pháp", 40))
_REST = (
    ("goal", Column("Mục tiêu", 26)),
    ("product", Column("Sản phẩm", 20)),
    ("lead", Column("Cơ quan chủ trì", 20)),
    ("coordinating", Column("Cơ quan phối hợp", 20)),
    ("deadline", Column("Thời gian hoàn thành", 18)),
    ("note", Column("Ghi chú", 18)),
)
_PURPOSE_RULE: Mapping[str, object] = {"validate": "list", "source": list(PURPOSES)}
_CREATED = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")
_PROPERTIES = "docProps/core.xml"


@dataclass(frozen=True)
class PlanHead:
    """Which plan it is: whose, for which index and year; `plan` is its number, '' for none."""

    organisation: str
    index: str
    year: int
    plan: str = ""
    units: tuple[str, ...] = ()  # to choose from in the workbook


def task_book(head: PlanHead, rows: Sequence[Row]) -> bytes:
    """The tasks of a plan as a workbook; the same plan gives the same bytes.

    Shape: each row has code, purpose (of PURPOSES or ''), section, title (the criterion, or the
        task that is about none), solution, goal, product, lead, coordinating, deadline, note.
        The row at `at` stands in sheet row `sheet_row(at)`. A blank section below a filled one
        would be read as the same: rows without one come first, as `in_order` puts them.
    """
    solved = any(row["solution"] for row in rows)
    named = (_CRITERION, _SOLUTION) if solved else (_TASK,)
    columns = (_CODE, _PURPOSE, _SECTION, *named, *_REST)
    title = f"{_document(head.plan)} NÂNG CAO {index_title(head.index)} NĂM {head.year}"

    def allow(page: Page, row: int, at: Mapping[str, int]) -> None:
        page.allow(row, at["purpose"], **_PURPOSE_RULE)
        page.allow(row, at["goal"], **guides.TARGET_RULE)
        page.plan(row, head.units, who=(at["lead"], at["coordinating"]), when=at["deadline"])

    return _book(head, "Nhiệm vụ", title, guides.TASKS, columns, rows, allow)


def target_book(head: PlanHead, rows: Sequence[Row]) -> bytes:
    """The numeric targets of a plan as a workbook; the same targets give the same bytes.

    Shape: each row has code, section, title (the indicator), measure, base (the result of the year
        before the plan's), aim ('tối thiểu 86%'), due (a year), lead.
    """
    columns = (
        _CODE,
        ("section", Column("Nhóm chỉ tiêu", 22)),
        ("title", Column("Chỉ tiêu", 52)),
        ("measure", Column("Đơn vị tính", 12)),
        ("base", Column(f"Kết quả năm {head.year - 1}", 14)),
        ("aim", Column("Mức phải đạt", 26)),
        ("due", Column("Năm đạt", 12)),
        ("lead", Column("Cơ quan chủ trì", 26)),
    )
    title = f"{_document(head.plan)}: CHỈ TIÊU {index_title(head.index)} NĂM {head.year}"

    def allow(page: Page, row: int, at: Mapping[str, int]) -> None:
        page.allow(row, at["aim"], **guides.TARGET_RULE)
        page.unit(row, head.units, who=(at["lead"],))

    return _book(head, "Chỉ tiêu", title, guides.TARGETS, columns, rows, allow)


def in_order(rows: Sequence[Row]) -> list[int]:
    """The places of the rows as they are to be written: those without a section first."""
    return sorted(range(len(rows)), key=lambda at: bool(rows[at]["section"]))


def sheet_row(at: int) -> int:
    """The row of the sheet, from 1, in which the row at this place is written."""
    return FIRST_ROW + at + 1


def _book(
    head: PlanHead,
    sheet: str,
    title: str,
    guide: Sequence[str],
    columns: Sequence[tuple[str, Column]],
    rows: Sequence[Row],
    allow: Callable[[Page, int, Mapping[str, int]], None],
) -> bytes:
    at = {field: number for number, (field, _) in enumerate(columns)}
    widths = [column for _, column in columns]
    described = Head(sheet, title, head.organisation, guides.HOW, guide, head.units)

    def write(page: Page) -> int:
        for number, row in enumerate(rows, FIRST_ROW):
            for field, column in at.items():
                page.text(number, column, row[field], "text" if field == "code" else "fill text")
            allow(page, number, at)
            page.height(number, [row[field] for field in at], widths)
        return FIRST_ROW + len(rows)

    return _undated(template(described, widths, write))


def _document(number: str) -> str:
    return f"KẾ HOẠCH SỐ {number}" if number else "KẾ HOẠCH"


def _undated(content: bytes) -> bytes:
    """Without the moment it was made: a plan that nobody changed is the same file again."""
    package = Package(content)
    day = rb"\g<1>2000-01-01T00:00:00Z"
    package.put(_PROPERTIES, _CREATED.sub(day, package.read(_PROPERTIES)))
    return package.written()
