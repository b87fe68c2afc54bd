"""The file in which a unit tells how far its tasks are: locked but for four columns."""

from collections.abc import Mapping, Sequence

from scoring.ingest.opening.workbook import cell_name
from scoring.ingest.progress_tables.columns import NAMES, SHOWN
from scoring.ingest.progress_tables.keys import SECOND, THIRD, Mark, mark_text, shown_key, told_key
from scoring.ingest.progress_tables.words import WORDS
from scoring.sheets.progress_tasks import TaskLine
from scoring.sheets.template_book import FIRST_ROW, HEADER_ROW, Column, Head, Page, template
from scoring.text.moments import VIETNAM

_WIDTHS: Mapping[str, float] = {
    "code": 7,
    "plan": 16,
    "title": 44,
    "product": 22,
    "role": 10,
    "deadline": 16,
    "due": 12,
    "status": 14,
    "state": 14,
    "percent": 10,
    "evidence": 30,
    "remark": 30,
}
_HIDDEN_WIDTH = 4
# Keys stand among the task's cells, among those filled in and behind them: whoever sorts or copies
# a block of columns takes a key along and leaves one behind.
_ORDER = (
    *("code", "key", "plan", "title", "product", "role", "deadline", "due", "status"),
    *("state", "second_key", "percent", "evidence", "remark", "third_key"),
)
_AT = {name: at for at, name in enumerate(_ORDER)}
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
    "Trang tính được khoá không có mật khẩu: Xem lại › Bỏ bảo vệ trang tính (Review › Unprotect "
    "Sheet) khi cần sắp xếp.",
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


def progress_file(lines: Sequence[TaskLine], mark: Mark) -> bytes:
    """The workbook of one unit; its day is that of `mark` in Việt Nam."""
    day = f"{mark.made_at.astimezone(VIETNAM):%d/%m/%Y}"
    head = Head(
        "Tiến độ",
        "BÁO CÁO TIẾN ĐỘ THỰC HIỆN NHIỆM VỤ",
        f"{mark.unit} · kế hoạch của {mark.organisation.name} · ngày tải {day}",
        _HOW,
        _GUIDE,
        filtered=True,
    )

    def write(page: Page) -> int:
        _hide(page, mark)
        for row, line in enumerate(lines, FIRST_ROW):
            _write(page, row, line)
        if lines:
            _allow(page, FIRST_ROW + len(lines) - 1)
        return FIRST_ROW + len(lines)

    return template(head, _columns(), write)


def _columns() -> list[Column]:
    return [Column(NAMES.get(name, ""), _WIDTHS.get(name, _HIDDEN_WIDTH)) for name in _ORDER]


def _hide(page: Page, mark: Mark) -> None:
    for name, text in (("key", mark_text(mark)), ("second_key", SECOND), ("third_key", THIRD)):
        page.text(HEADER_ROW, _AT[name], text, "header")
        page.sheet.set_column(_AT[name], _AT[name], _HIDDEN_WIDTH, None, {"hidden": True})


def _write(page: Page, row: int, line: TaskLine) -> None:
    for name in ("code", *SHOWN, "role", "deadline", "due", "status"):
        page.text(row, _AT[name], getattr(line, name), "text")
    told = line.told
    page.text(row, _AT["key"], shown_key(line.task, line.shown), "text")
    for name in ("second_key", "third_key"):
        page.text(row, _AT[name], told_key(line.task, told.texts), "text")
    page.text(row, _AT["state"], WORDS[told.state] if told.state else "", "fill text")
    page.number(row, _AT["percent"], told.percent, "fill percent")
    for name in ("evidence", "remark"):
        page.text(row, _AT[name], getattr(told, name) or "", "fill text")
    texts = {"title": line.title, "product": line.product, "deadline": line.deadline}
    texts |= {"evidence": told.evidence or "", "remark": told.remark or ""}
    page.height(row, [texts.get(name, "") for name in _ORDER], _columns())


def _allow(page: Page, last: int) -> None:
    """What may be typed, for whole columns: rows that are put in between have it too."""
    state, percent = _AT["state"], _AT["percent"]
    page.sheet.data_validation(FIRST_ROW, state, last, state, dict(_STATE_RULE))
    cell = cell_name(FIRST_ROW, percent)
    number = f'VALUE(SUBSTITUTE({cell},"%",""))'
    rule = {
        "validate": "custom",
        "value": f"=IFERROR(AND({number}>=0,{number}<=100),FALSE)",
        "input_title": NAMES["percent"],
        "input_message": "Số từ 0 đến 100, ví dụ 40.",
        "error_title": "Không phải số từ 0 đến 100",
        "error_message": "Nhập một số từ 0 đến 100.",
    }
    page.sheet.data_validation(FIRST_ROW, percent, last, percent, rule)
