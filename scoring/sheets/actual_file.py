"""The file in which an office tells what its indicators reached: locked but for two columns."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from scoring.ingest.actual_tables.cells import typed
from scoring.ingest.actual_tables.columns import NAMES, SHOWN
from scoring.ingest.actual_tables.keys import (
    SECOND,
    THIRD,
    Mark,
    first_key,
    mark_text,
    other_key,
)
from scoring.sheets.actual_lines import ActualLine
from scoring.sheets.template_book import FIRST_ROW, HEADER_ROW, Column, Head, Page, template
from scoring.text.moments import VIETNAM
from scoring.text.words import slug

_WIDTHS: Mapping[str, float] = {
    "code": 7,
    "title": 44,
    "year": 10,
    "goal": 30,
    "due": 12,
    "measure": 11,
    "asked": 13,
    "published": 13,
    "value": 14,
    "source": 36,
}
_HIDDEN_WIDTH = 4
# Keys stand among the texts, between the cells filled in and behind them: whoever sorts or copies
# a block of columns takes a key along and leaves one behind.
_ORDER = (
    *("code", "key", "title", "year", "goal", "due", "measure", "asked", "published"),
    *("value", "second_key", "source", "third_key"),
)
_AT = {name: at for at, name in enumerate(_ORDER)}
_LONGEST = 60  # characters of an organisation's name in the name of its file
_HOW = "Chỉ điền hai cột nền vàng nhạt. Xem trang Hướng dẫn."
_GUIDE = (
    "Điền hai cột nền vàng nhạt: Kết quả đạt được và Nguồn. Các cột khác khoá lại để biết dòng nào "
    "là chỉ tiêu nào.",
    "Kết quả đạt được: một số theo lối Việt Nam, đúng đơn vị tính của dòng, ví dụ 85,5. Phần trăm "
    "ghi 85,5 hoặc 85,5%; thứ hạng ghi số nguyên.",
    "Nguồn: số, ngày của báo cáo, công văn, hoặc nơi lấy số.",
    "Hai cột đang ghi kết quả đã biết. Dòng không đổi gì và dòng để trống được giữ như cũ; muốn bỏ "
    "một kết quả đã nhập thì xoá ô của nó ở trang Chỉ tiêu.",
    "Cột “Bảng đã nạp ghi”: kết quả có sẵn trong bảng đã nạp; số đó luôn được dùng trước, số khác "
    "điền ở đây thì cả hai được nêu.",
    "Được lọc, sắp xếp, ẩn dòng, đổi tên trang tính. Không chèn dòng để thêm chỉ tiêu, không chép "
    "dòng thành hai, không xoá cột ẩn: nếu lẫn dòng, phần mềm không nhận và chỉ rõ ô.",
    "Trang tính được khoá không có mật khẩu: Xem lại › Bỏ bảo vệ trang tính (Review › Unprotect "
    "Sheet) khi cần sắp xếp.",
    "Lưu tệp (.xlsx) rồi nạp ở trang Nhập dữ liệu.",
)
_RULES: Mapping[str, str] = {
    "value": "Một số, ví dụ 85,5; đúng đơn vị tính của dòng.",
    "source": "Số, ngày của báo cáo, công văn, hoặc nơi lấy số.",
}


def actual_file(lines: Sequence[ActualLine], mark: Mark) -> bytes:
    """The workbook of an organisation; its day is that of `mark` in Việt Nam."""
    day = f"{mark.made_at.astimezone(VIETNAM):%d/%m/%Y}"
    head = Head(
        "Kết quả chỉ tiêu",
        "KẾT QUẢ THỰC HIỆN CHỈ TIÊU",
        f"{mark.organisation.name} · ngày tải {day}",
        _HOW,
        _GUIDE,
        filtered=True,
    )

    def write(page: Page) -> int:
        _hide(page, mark)
        for row, line in enumerate(lines, FIRST_ROW):
            _write(page, row, line)
        end = FIRST_ROW + len(lines)
        if lines:
            _allow(page, end - 1)
        return end

    return template(head, _columns(), write)


def file_name(organisation: str, year: int, moment: datetime) -> str:
    """'ket-qua-chi-tieu-lam-dong-2023-20231220.xlsx'"""
    day = f"{moment.astimezone(VIETNAM):%Y%m%d}"
    return f"ket-qua-chi-tieu-{slug(organisation)[:_LONGEST]}-{year}-{day}.xlsx"


def _columns() -> list[Column]:
    return [Column(NAMES.get(name, ""), _WIDTHS.get(name, _HIDDEN_WIDTH)) for name in _ORDER]


def _hide(page: Page, mark: Mark) -> None:
    for name, text in (("key", mark_text(mark)), ("second_key", SECOND), ("third_key", THIRD)):
        page.text(HEADER_ROW, _AT[name], text, "header")
        page.sheet.set_column(_AT[name], _AT[name], _HIDDEN_WIDTH, None, {"hidden": True})


def _write(page: Page, row: int, line: ActualLine) -> None:
    for name in ("code", *SHOWN, "goal", "due", "asked", "published"):
        page.text(row, _AT[name], getattr(line, name), "text")
    told = line.told
    page.text(row, _AT["key"], first_key(line.about, line.shown), "text")
    for name in ("second_key", "third_key"):
        page.text(row, _AT[name], other_key(line.about, told.texts), "text")
    # As a text: what is typed beside it stays as it was typed in every language of a spreadsheet.
    page.text(row, _AT["value"], "" if told.value is None else typed(told.value), "fill percent")
    page.text(row, _AT["source"], told.source or "", "fill text")
    texts = {"title": line.title, "goal": line.goal, "source": told.source or ""}
    page.height(row, [texts.get(name, "") for name in _ORDER], _columns())


def _allow(page: Page, last: int) -> None:
    """What is said while a cell is filled, for whole columns: rows put in between have it too."""
    for name, words in _RULES.items():
        rule = {"validate": "any", "input_title": NAMES[name][:32], "input_message": words}
        page.sheet.data_validation(FIRST_ROW, _AT[name], last, _AT[name], rule)
