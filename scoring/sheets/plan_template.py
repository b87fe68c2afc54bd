"""Templates of plans: tasks and numeric targets to fill in."""

from collections.abc import Mapping, Sequence

from scoring.sheets import guides
from scoring.sheets.template import index_title
from scoring.sheets.template_book import FIRST_ROW, Column, Head, Page, template

PURPOSES = ("Khắc phục", "Duy trì", "Chỉ đạo, điều hành", "Khác")
_TASK_ROWS, _TARGET_ROWS = 60, 40
_PURPOSE: Mapping[str, object] = {
    "validate": "list",
    "source": list(PURPOSES),
    "error_title": "Loại nhiệm vụ",
    "error_message": "Chọn một loại trong danh sách, hoặc để trống.",
}


def task_template(
    *,
    organisation: str,
    year: int,
    index: str = "PAR",
    plan: str = "",
    units: Sequence[str] = (),
) -> bytes:
    """A list of tasks to fill in; the year is the plan's, `plan` the document's number."""
    columns = (
        Column("STT", 7),
        Column("Nhiệm vụ", 44),
        Column("Mục tiêu", 28),
        Column("Sản phẩm", 24),
        Column("Cơ quan chủ trì", 22),
        Column("Cơ quan phối hợp", 22),
        Column("Thời gian hoàn thành", 18),
        Column("Loại nhiệm vụ", 18),
        Column("Ghi chú", 16),
    )
    title = f"{_plan(plan)} NÂNG CAO {index_title(index)} NĂM {year}"
    head = Head("Nhiệm vụ", title, organisation, guides.HOW, guides.TASKS, units)

    def write(page: Page) -> int:
        for row in range(FIRST_ROW, FIRST_ROW + _TASK_ROWS):
            _open(page, row, len(columns))
            page.allow(row, 2, **guides.TARGET_RULE)
            page.plan(row, units, who=(4, 5), when=6)
            page.allow(row, 7, **_PURPOSE)
        return FIRST_ROW + _TASK_ROWS

    return template(head, columns, write)


def target_template(
    *,
    organisation: str,
    year: int,
    index: str = "PAR",
    plan: str = "",
    units: Sequence[str] = (),
) -> bytes:
    """Numeric targets to fill in: of the plan's year and of two years on the way, if any."""
    columns = (
        Column("STT", 7),
        Column("Chỉ tiêu", 52),
        Column("Đơn vị tính", 12),
        Column(f"Kết quả năm {year - 1}", 14),
        *(Column(f"Chỉ tiêu năm {one}", 16) for one in _due_years(year)),
        Column("Cơ quan chủ trì", 26),
        Column("Ghi chú", 18),
    )
    title = f"{_plan(plan)}: CHỈ TIÊU {index_title(index)} NĂM {year}"
    head = Head("Chỉ tiêu", title, organisation, guides.HOW, guides.TARGETS, units)

    def write(page: Page) -> int:
        for row in range(FIRST_ROW, FIRST_ROW + _TARGET_ROWS):
            _open(page, row, len(columns))
            for column in range(4, 7):
                page.allow(row, column, **guides.TARGET_RULE)
            page.unit(row, units, who=(7,))
        return FIRST_ROW + _TARGET_ROWS

    return template(head, columns, write)


def _due_years(year: int) -> tuple[int, int, int]:
    """The plan's year and the next two that end a period: 2023 → 2023, 2025, 2030."""
    first = year + 1 + (-year - 1) % 5
    return year, first, first + 5


def _plan(number: str) -> str:
    return f"KẾ HOẠCH SỐ {number}" if number else "KẾ HOẠCH"


def _open(page: Page, row: int, columns: int) -> None:
    page.text(row, 0, str(row - FIRST_ROW + 1), "text")
    for column in range(1, columns):
        page.text(row, column, "", "fill text")
