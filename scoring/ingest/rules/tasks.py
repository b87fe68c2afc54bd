"""What can be wrong with who is to do what by when."""

from scoring.ingest.rules.rule import NOTE, WARNING, Rule

TASKS: dict[str, Rule] = {
    "unit-unknown": Rule(
        NOTE,
        "Đơn vị chưa có trong danh mục",
        "Kiểm tra tên; nếu là đơn vị đã có, chọn tên đúng ở mục Tên đơn vị.",
    ),
    "cell-above": Rule(
        NOTE,
        "Ô ghi «như trên»",
        "Không cần sửa nếu đúng là như ô phía trên; nếu không, ghi đầy đủ.",
    ),
    "lead-missing": Rule(
        WARNING, "Chưa có cơ quan chủ trì", "Điền cơ quan chủ trì cho giải pháp, nhiệm vụ này."
    ),
    "deadline-serial": Rule(
        NOTE,
        "Thời hạn ghi bằng số",
        "Không cần sửa nếu đúng ngày; nên định dạng ô này là Ngày (Date).",
    ),
    "deadline-unreadable": Rule(
        WARNING,
        "Không hiểu thời hạn",
        "Viết theo mẫu: Trước ngày 15/02/2022; Quý I/2022; Trong năm 2023.",
    ),
    "due-before-plan": Rule(
        WARNING,
        "Thời hạn trước năm của kế hoạch",
        "Kiểm tra năm ghi trong thời hạn và năm của kế hoạch; thời hạn được giữ như đã in.",
    ),
}
