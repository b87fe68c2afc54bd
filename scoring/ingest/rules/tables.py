"""What can be wrong with any table: which it is, its columns, and the data there already."""

from scoring.ingest.rules.rule import ERROR, NOTE, WARNING, Rule

IDENTITY: dict[str, Rule] = {
    "index-unknown": Rule(
        WARNING, "Chưa rõ chỉ số", "Chọn chỉ số (PAR, SIPAS …) trước khi ghi dữ liệu."
    ),
    "organisation-unknown": Rule(
        WARNING, "Chưa rõ cơ quan", "Chọn cơ quan, địa phương được chấm điểm trước khi ghi dữ liệu."
    ),
    "organisation-doubtful": Rule(
        WARNING,
        "Có nhiều cơ quan trong một bảng",
        "Xác nhận cơ quan được chấm; bảng gồm nhiều cơ quan thì tách mỗi cơ quan một bảng.",
    ),
    "organisation-new": Rule(
        NOTE,
        "Cơ quan chưa có trong danh mục",
        "Kiểm tra tên; nếu đúng thì không cần sửa, cơ quan được thêm khi ghi dữ liệu.",
    ),
    "year-unknown": Rule(
        WARNING, "Chưa rõ năm đánh giá", "Nhập năm được đánh giá (không phải năm của kế hoạch)."
    ),
    "year-doubtful": Rule(
        WARNING, "Có nhiều năm đánh giá", "Xác nhận năm được đánh giá trước khi ghi dữ liệu."
    ),
}

COLUMNS: dict[str, Rule] = {
    "column-missing": Rule(
        ERROR,
        "Thiếu cột",
        "Thêm cột này vào bảng; nếu cột có nhưng mang tên khác, chọn cột ở mục Các cột của bảng.",
    ),
    "columns-of-units": Rule(
        ERROR,
        "Mỗi cột là của một đơn vị",
        "Tách bảng: mỗi đơn vị một bảng hoặc một trang tính, có tên đơn vị ở tiêu đề và một cột "
        "kết quả; nếu chỉ cần một đơn vị, chọn cột của đơn vị ấy ở mục Các cột của bảng và chọn "
        "đúng cơ quan.",
    ),
    "column-doubtful": Rule(
        WARNING,
        "Chưa rõ cột nào",
        "Xem hàng tiêu đề; nếu phần mềm hiểu sai, chọn đúng cột ở mục Các cột của bảng.",
    ),
    "column-superseded": Rule(
        NOTE,
        "Cột của lần chấm trước không dùng",
        "Không cần sửa: điểm của lần cuối được tính; muốn dùng lần trước thì chọn cột của lần đó.",
    ),
    "column-unread": Rule(
        NOTE,
        "Cột số không được đọc",
        "Không cần sửa nếu không cần số liệu này; nếu cần, chọn cột ở mục Các cột của bảng.",
    ),
}

LOADED: dict[str, Rule] = {
    "already-loaded": Rule(
        NOTE, "Tệp đã nạp", "Không cần nạp lại: cùng tệp, cùng bảng đang là số liệu hiện hành."
    ),
    "other-values-loaded": Rule(
        WARNING,
        "Đã có số liệu khác",
        "Xem phần so sánh trước khi ghi; ghi thì bảng này thay cho số liệu hiện hành.",
    ),
    "published-differs": Rule(
        WARNING,
        "Tổng khác số đã công bố",
        "Đối chiếu với bảng xếp hạng đã nạp của cùng năm; kiểm tra bảng nào đúng.",
    ),
}
