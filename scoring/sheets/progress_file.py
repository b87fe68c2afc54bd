"""The file in which a unit tells how far its tasks are: locked but for four columns."""

from collections.abc import Mapping, Sequence

from scoring.ingest.handed_out.keys import Mark, first_key, other_key
from scoring.ingest.opening.workbook import cell_name
from scoring.ingest.progress_tables.form import FORM, NAMES
from scoring.ingest.progress_tables.words import WORDS
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
from scoring.sheets.progress_tasks import TaskLine
from scoring.sheets.template_book import FIRST_ROW, Head, Page

_WIDTHS: Mapping[str, float] = {
    "code": 7,
    "key": HIDDEN_WIDTH,
    "plan": 16,
    "title": 44,
    "product": 22,
    "role": 10,
    "deadline": 16,
    "due": 12,
    "status": 14,
    "state": 14,
    "second_key": HIDDEN_WIDTH,
    "percent": 10,
    "evidence": 30,
    "remark": 30,
    "third_key": HIDDEN_WIDTH,
}
_OUTLINE = Outline(FORM, _WIDTHS)
_HOW = "Chỉ điền bốn cột nền vàng nhạt. Xem trang Hướng dẫn."
_GUIDE = (
    "Điền bốn cột nền vàng nhạt: Trạng thái báo cáo, % hoàn thành, Minh chứng, Ghi chú của đơn vị. "
    "Các cột khác khoá lại để biết dòng nào là nhiệm vụ nào.",
    f"Trạng thái báo cáo: chọn trong danh sách ({', '.join(WORDS.values())}). “Quá hạn” do phần "
    "mềm tính từ thời hạn, không chọn.",
    "% hoàn thành: số từ 0 đến 100, ví dụ 40.",
    "Minh chứng: số, ngày của văn bản, hoặc nơi xem kết quả.",
    "Bốn cột đang ghi báo cáo gần nhất. Dòng không đổi gì được hiểu là không có báo cáo mới, dòng "
    "để trống cũng vậy.",
    "Được lọc, sắp xếp, ẩn dòng, đổi tên trang tính. Không chèn dòng để báo cáo thêm nhiệm vụ, "
    "không chép dòng thành hai, không xoá cột ẩn: nếu lẫn dòng, phần mềm không nhận và chỉ rõ ô.",
    UNLOCK,
    "Lưu tệp (.xlsx) rồi gửi lại nơi giao nhiệm vụ; nhiều tệp được nạp cùng lúc ở trang "
    "Nhập dữ liệu.",
)
_STATE_RULE: Mapping[str, object] = {
    "validate": "list",
    "source": list(WORDS.values()),
    "input_title": NAMES["state"],
    "input_message": "Chọn một trạng thái trong danh sách.",
    "error_title": "Trạng thái không hợp lệ",
    "error_message": f"Chọn một trong: {', '.join(WORDS.values())}.",
}
_FIRST = cell_name(FIRST_ROW, _OUTLINE.at["percent"])
_NUMBER = f'VALUE(SUBSTITUTE({_FIRST},"%",""))'
_PERCENT_RULE: Mapping[str, object] = {
    "validate": "custom",
    "value": f"=IFERROR(AND({_NUMBER}>=0,{_NUMBER}<=100),FALSE)",
    "input_title": NAMES["percent"],
    "input_message": "Số từ 0 đến 100, ví dụ 40.",
    "error_title": "Không phải số từ 0 đến 100",
    "error_message": "Nhập một số từ 0 đến 100.",
}


def progress_file(lines: Sequence[TaskLine], mark: Mark) -> bytes:
    """The workbook of one unit; its day is that of `mark` in Việt Nam."""
    head = Head(
        "Tiến độ",
        "BÁO CÁO TIẾN ĐỘ THỰC HIỆN NHIỆM VỤ",
        f"{mark.unit} · kế hoạch của {mark.organisation.name} · ngày tải {day_of(mark.made_at)}",
        _HOW,
        _GUIDE,
        filtered=True,
    )
    return handed_out(_OUTLINE, head, mark, lines, _write, _allow)


def _write(page: Page, row: int, line: TaskLine) -> None:
    told, at = line.told, _OUTLINE.at
    keys = first_key(FORM, line.task, line.shown), other_key(FORM, line.task, told.texts)
    write_known(page, row, _OUTLINE, line, keys)
    page.text(row, at["state"], WORDS[told.state] if told.state else "", "fill text")
    page.number(row, at["percent"], told.percent, "fill percent")
    page.text(row, at["evidence"], told.evidence or "", "fill text")
    page.text(row, at["remark"], told.remark or "", "fill text")
    texts = {name: getattr(line, name) for name in ("title", "product", "deadline")}
    texts |= {"evidence": told.evidence, "remark": told.remark}
    write_height(page, row, _OUTLINE, texts)


def _allow(page: Page, last: int) -> None:
    allow_down(page, _OUTLINE, "state", last, _STATE_RULE)
    allow_down(page, _OUTLINE, "percent", last, _PERCENT_RULE)
