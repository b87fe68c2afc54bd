"""What the guide sheets of templates say."""

from collections.abc import Mapping

from scoring.ingest.reference import CriteriaSet
from scoring.text import format as fmt

HOW = "Điền các ô nền vàng nhạt; ô xám tự tính. Xem trang Hướng dẫn."
_SAVE = (
    "Lưu tệp (.xlsx) rồi nạp ở trang Nhập dữ liệu. Không đổi tên cột, không xoá ba dòng đầu: phần "
    "mềm đọc chỉ số, cơ quan và năm từ đó."
)
_LOCKED = (
    "Trang tính được khoá (không mật khẩu) để công thức không bị gõ đè. Cần mở khoá: "
    "Xem lại › Bỏ bảo vệ trang tính (Review › Unprotect Sheet)."
)
_NUMBERS = (
    "Gõ số theo dấu thập phân của máy (1,25 hoặc 1.25). Ô chưa có số liệu thì để trống: "
    "trống là thiếu số, không phải 0."
)
_UNITS = (
    "Cơ quan chủ trì, phối hợp: chọn trong danh sách hoặc tự nhập; nhiều cơ quan cách nhau bằng "
    "dấu chấm phẩy (;)."
)
_TIMES = "Thời gian: Quý I/2022; Tháng 6/2022; Trước ngày 15/02/2022; Trong năm 2022."

SATISFACTION = (
    "Tỷ lệ (%): nhập 83,99 cho 83,99 %. Yếu tố không được khảo sát thì xoá tên yếu tố, nếu không "
    "phần mềm sẽ nhắc là thiếu tỷ lệ.",
    "Mục tiêu: viết như trong kế hoạch, ví dụ: tăng ít nhất 2% so với năm 2022; đạt từ 86% trở "
    "lên; không quá 5%. Không có mục tiêu thì để trống.",
    _NUMBERS,
    _LOCKED,
    _SAVE,
)
LEAGUE = (
    "Nhập chỉ số tổng hợp của từng cơ quan, địa phương; cột Xếp hạng tự tính, bằng nhau thì "
    "cùng hạng.",
    "Cơ quan, địa phương không có kết quả thì để trống: dòng đó không được đọc.",
    _NUMBERS,
    _LOCKED,
    _SAVE,
)
TASKS = (
    "Mỗi dòng một nhiệm vụ. Dòng không có tên nhiệm vụ không được đọc.",
    "Nhiệm vụ ghi đúng tên một tiêu chí thì điểm bị mất của tiêu chí đứng ngay bên cạnh; ghi khác "
    "thì chọn tiêu chí sau, ở trang Nhiệm vụ.",
    _UNITS,
    _TIMES,
    "Năm ở dòng đầu là năm của kế hoạch.",
    _LOCKED,
    _SAVE,
)
TARGETS = (
    "Mỗi dòng một chỉ tiêu, mỗi cột năm một mức: 86 với đơn vị tính %; hoặc viết như trong kế "
    "hoạch: ≥ 86%, tăng 2%, không quá 5%, hạng 20. Năm không đặt mức thì để trống.",
    "Kết quả năm trước là mốc để tính mức tăng và đường đi tới các năm sau; chưa có thì để trống.",
    _UNITS,
    "Năm ở dòng đầu là năm của kế hoạch.",
    _LOCKED,
    _SAVE,
)
TARGET_RULE: Mapping[str, object] = {
    "validate": "any",
    "input_title": "Mục tiêu",
    "input_message": "Ví dụ: tăng ít nhất 2%; đạt từ 86% trở lên; không quá 5%",
}


def scores(criteria_set: CriteriaSet) -> tuple[str, ...]:
    """How to fill in the score table of one criteria set."""
    return (
        f"Bộ tiêu chí: {criteria_set.title}."
        + (f" Căn cứ: {criteria_set.decision}." if criteria_set.decision else ""),
        *_known(criteria_set),
        "Chỉ nhập điểm ở dòng không có dòng con. Điểm của dòng cấp trên (chữ đậm, nền xám) bằng "
        "điểm chuẩn trừ phần các dòng con bị mất, và hiện ra khi đã nhập đủ các dòng con.",
        "Điểm bị mất = điểm chuẩn − điểm thẩm định, tự tính. Điểm tự đánh giá có thể để trống, "
        "ví dụ ở tiêu chí điều tra xã hội học.",
        "Điểm phải từ 0 đến điểm chuẩn. Số âm chỉ khi bị trừ điểm; ô đó đổi màu để kiểm tra lại.",
        _NUMBERS,
        _UNITS,
        _TIMES,
        _LOCKED,
        _SAVE,
    )


def _known(criteria_set: CriteriaSet) -> tuple[str, ...]:
    """What of the set is known, and what is left to write in."""
    total = criteria_set.total
    of_total = f" Tổng điểm của bộ tiêu chí là {fmt.points(total)}." if total is not None else ""
    if not criteria_set.criteria:
        return (
            "Chưa có danh mục tiêu chí của bộ này: nhập STT (1; 1.1; 1.1.1), tên, điểm chuẩn và "
            f"điểm của từng dòng, kể cả dòng cấp trên và dòng Tổng cộng.{of_total}",
        )
    return (
        "STT, tên và điểm chuẩn lấy từ bộ tiêu chí. Ô điểm chuẩn nền vàng là điểm chưa được công "
        f"bố: nhập trước khi nhập điểm.{of_total}",
        "Dưới tiêu chí chưa có đủ tiêu chí con trong bộ có vài dòng trống: nhập thêm STT, tên, "
        "điểm chuẩn, điểm của tiêu chí con nếu có; không thì để trống, phần đó được hiểu là không "
        "mất điểm.",
    )
