"""What can be wrong with a file before any of its tables is read."""

from scoring.ingest.rules.rule import ERROR, NOTE, WARNING, Rule

FILES: dict[str, Rule] = {
    "file-missing": Rule(ERROR, "Không tìm thấy tệp", "Kiểm tra lại đường dẫn của tệp."),
    "file-empty": Rule(ERROR, "Tệp rỗng", "Lưu lại tệp từ Excel rồi nạp lại."),
    "file-type": Rule(
        ERROR,
        "Không phải tệp bảng tính",
        "Mở tài liệu, chép bảng sang Excel, lưu thành .xlsx rồi nạp tệp đó.",
    ),
    "file-unreadable": Rule(
        ERROR, "Không đọc được tệp", "Mở tệp bằng Excel, lưu thành .xlsx mới rồi nạp lại."
    ),
    "file-password": Rule(
        ERROR,
        "Tệp có mật khẩu",
        "Mở bằng Excel, vào Tệp › Thông tin › Bảo vệ sổ làm việc để bỏ mật khẩu, lưu rồi nạp lại.",
    ),
    "file-too-large": Rule(
        ERROR,
        "Tệp quá lớn",
        "Chỉ giữ lại các trang tính có bảng điểm, hoặc nâng giới hạn trong cấu hình.",
    ),
    "file-pdf": Rule(
        ERROR,
        "Tệp PDF hoặc ảnh",
        "Mở PDF bằng Word (Tệp › Mở) rồi lưu thành .docx, hoặc xin tệp Excel gốc; "
        "bản quét hay ảnh chụp thì nhập số liệu vào tệp mẫu.",
    ),
    "file-old-word": Rule(
        ERROR,
        "Văn bản không phải .docx",
        "Mở bằng Word, chọn Tệp › Lưu thành › Tài liệu Word (.docx) rồi nạp tệp đó.",
    ),
    "file-web": Rule(
        ERROR,
        "Trang web hoặc XML thay cho bảng tính",
        "Mở tệp bằng Excel (chọn Có nếu Excel cảnh báo), chọn Tệp › Lưu thành › "
        "Sổ làm việc Excel (.xlsx) rồi nạp tệp đó.",
    ),
    "file-encoding": Rule(
        ERROR,
        "Không rõ bảng mã của tệp văn bản",
        "Mở tệp bằng Excel hoặc Notepad, lưu dạng CSV UTF-8 rồi nạp lại.",
    ),
    "no-table": Rule(
        ERROR, "Không có bảng nào", "Kiểm tra tệp có trang tính chứa bảng số liệu hay không."
    ),
    "no-header": Rule(
        ERROR,
        "Không tìm thấy hàng tiêu đề",
        "Đặt tên cột như trong mẫu: STT, Tiêu chí, Điểm chuẩn, Điểm thẩm định, Điểm bị mất.",
    ),
    "no-rows": Rule(ERROR, "Bảng không có dòng nào", "Điền số liệu dưới hàng tiêu đề rồi nạp lại."),
    "rows-unread": Rule(
        WARNING,
        "Dòng không có tiêu đề, chưa đọc",
        "Nếu là phần tiếp của bảng, chép các dòng này vào ngay dưới bảng, hoặc thêm hàng tiêu đề.",
    ),
    "sheet-hidden": Rule(
        WARNING,
        "Bảng ở trang tính ẩn",
        "Mở Excel, bấm chuột phải vào tên trang, chọn Bỏ ẩn để xem; bảng cũ thì đừng ghi.",
    ),
    "formula-without-value": Rule(
        ERROR, "Công thức chưa có giá trị", "Mở và lưu lại bằng Excel rồi nạp lại."
    ),
    "formula-computed": Rule(
        NOTE,
        "Công thức được tính thay",
        "Kiểm tra giá trị; mở và lưu lại bằng Excel để tệp mang sẵn giá trị.",
    ),
    "number-ambiguous": Rule(
        WARNING,
        "Số đọc được hai cách",
        "Chọn dấu thập phân của tệp, hoặc sửa ô thành số.",
    ),
}
