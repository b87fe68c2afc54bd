"""The file in which an office tells what its indicators reached: locked but for two columns."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from scoring.ingest.actual_tables.cells import typed
from scoring.ingest.actual_tables.form import FORM, NAMES
from scoring.ingest.handed_out.keys import Mark, first_key, other_key
from scoring.sheets.actual_lines import ActualLine
from scoring.sheets.handed_out import (
    HIDDEN_WIDTH,
    UNLOCK,
    Outline,
    allow_down,
    day_of,
    handed_out,
    write_height,
    write_known,
)
from scoring.sheets.template_book import Head, Page
from scoring.text.moments import VIETNAM
from scoring.text.words import slug

_WIDTHS: Mapping[str, float] = {
    "code": 7,
    "key": HIDDEN_WIDTH,
    "title": 44,
    "year": 10,
    "goal": 30,
    "due": 12,
    "measure": 11,
    "asked": 13,
    "published": 13,
    "value": 14,
    "second_key": HIDDEN_WIDTH,
    "source": 36,
    "third_key": HIDDEN_WIDTH,
}
_OUTLINE = Outline(FORM, _WIDTHS)
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
    UNLOCK,
    "Lưu tệp (.xlsx) rồi nạp ở trang Nhập dữ liệu.",
)
_RULES: Mapping[str, str] = {
    "value": "Một số, ví dụ 85,5; đúng đơn vị tính của dòng.",
    "source": "Số, ngày của báo cáo, công văn, hoặc nơi lấy số.",
}


def actual_file(lines: Sequence[ActualLine], mark: Mark) -> bytes:
    """The workbook of an organisation; its day is that of `mark` in Việt Nam."""
    head = Head(
        "Kết quả chỉ tiêu",
        "KẾT QUẢ THỰC HIỆN CHỈ TIÊU",
        f"{mark.organisation.name} · ngày tải {day_of(mark.made_at)}",
        _HOW,
        _GUIDE,
        filtered=True,
    )
    return handed_out(_OUTLINE, head, mark, lines, _write, _allow)


def file_name(organisation: str, year: int, moment: datetime) -> str:
    """'ket-qua-chi-tieu-lam-dong-2023-20231220.xlsx'"""
    day = f"{moment.astimezone(VIETNAM):%Y%m%d}"
    return f"ket-qua-chi-tieu-{slug(organisation)[:_LONGEST]}-{year}-{day}.xlsx"


def _write(page: Page, row: int, line: ActualLine) -> None:
    about, told, at = line.about, line.told, _OUTLINE.at
    first = first_key(FORM, about.id, line.shown, about.said)
    write_known(page, row, _OUTLINE, line, (first, other_key(FORM, about.id, told.texts)))
    # As a text: what is typed beside it stays as it was typed in every language of a spreadsheet.
    page.text(row, at["value"], "" if told.value is None else typed(told.value), "fill percent")
    page.text(row, at["source"], told.source or "", "fill text")
    texts = {"title": line.title, "goal": line.goal, "source": told.source}
    write_height(page, row, _OUTLINE, texts)


def _allow(page: Page, last: int) -> None:
    for name, words in _RULES.items():
        rule = {"validate": "any", "input_title": NAMES[name][:32], "input_message": words}
        allow_down(page, _OUTLINE, name, last, rule)
