"""What can be wrong with a file that tells what indicators reached."""

from scoring.ingest.rules.rule import ERROR, NOTE, WARNING, Rule

_AGAIN = "Tải lại tệp ở trang Chỉ tiêu rồi chép kết quả và nguồn sang."

ACTUALS: dict[str, Rule] = {
    "actual-mark-missing": Rule(ERROR, "Tệp kết quả chỉ tiêu mất dấu nhận biết", _AGAIN),
    "actual-key-missing": Rule(
        ERROR,
        "Kết quả không thuộc chỉ tiêu nào",
        "Chuyển kết quả lên dòng của chỉ tiêu rồi xoá dòng chèn thêm; chỉ tiêu mới thì nạp vào "
        "bảng chỉ tiêu trước.",
    ),
    "actual-key-damaged": Rule(ERROR, "Khoá ẩn của dòng chỉ tiêu bị sửa", _AGAIN),
    "actual-twice": Rule(
        ERROR,
        "Một chỉ tiêu có hai kết quả khác nhau",
        "Giữ một dòng cho mỗi chỉ tiêu và năm, xoá dòng kia.",
    ),
    "actual-rows-mixed": Rule(
        ERROR,
        "Các dòng kết quả bị lẫn",
        "Hoàn tác việc sắp xếp, sửa chữ hoặc dán; không được thì tải lại tệp rồi điền lại.",
    ),
    "actual-below": Rule(
        NOTE,
        "Chữ dưới bảng kết quả không đọc",
        "Không cần sửa; nếu là kết quả thì chuyển lên dòng của chỉ tiêu.",
    ),
    "actual-value": Rule(
        ERROR,
        "Kết quả không hợp lệ",
        "Ghi một số theo lối Việt Nam, như 85,5; chưa có kết quả thì để trống.",
    ),
    "actual-percent-doubtful": Rule(
        ERROR,
        "Kết quả phần trăm đọc được hai cách",
        "Định dạng ô là Văn bản (Text) rồi gõ lại kèm dấu %, như 40% hoặc 0,4%.",
    ),
    "actual-value-missing": Rule(
        ERROR,
        "Có nguồn mà chưa có kết quả",
        "Ghi kết quả vào cột Kết quả đạt được, hoặc xoá nguồn.",
    ),
    "actual-unchanged": Rule(
        NOTE,
        "Chỉ tiêu không có kết quả mới",
        "Không cần sửa: kết quả đã biết được giữ nguyên; muốn bỏ một kết quả thì xoá ô của nó ở "
        "trang Chỉ tiêu.",
    ),
    "actual-indicator-unknown": Rule(
        ERROR,
        "Không có chỉ tiêu này",
        "Kiểm tra tệp có đúng của cơ quan này không; nếu bảng chỉ tiêu đã thay đổi thì tải lại tệp "
        "ở trang Chỉ tiêu.",
    ),
    "actual-older": Rule(
        WARNING,
        "Đã có kết quả mới hơn tệp này",
        "Kiểm tra số nào đúng; ghi thì kết quả trong tệp này thay cho số đó.",
    ),
    "actual-published": Rule(
        NOTE,
        "Bảng đã nạp ghi kết quả khác",
        "Không cần sửa: kết quả trong bảng đã nạp được dùng trước, cả hai số được nêu ở trang "
        "Chỉ tiêu.",
    ),
    "actual-told-twice": Rule(
        WARNING,
        "Hai bảng ghi kết quả khác nhau của một chỉ tiêu",
        "Hỏi lại và sửa cho khớp; nếu ghi cả hai thì bảng ghi sau được tính.",
    ),
}
