"""What can be wrong with the files under data/reference (a problem's sheet is the file's name)."""

from scoring.ingest.rules.rule import ERROR, WARNING, Rule

REFERENCE_FILES: dict[str, Rule] = {
    "reference-file-missing": Rule(
        ERROR, "Thiếu tệp danh mục", "Khôi phục tệp này trong thư mục data/reference."
    ),
    "reference-file-unreadable": Rule(
        ERROR, "Không đọc được tệp danh mục", "Lưu lại tệp ở dạng CSV, mã UTF-8."
    ),
    "reference-column-missing": Rule(
        ERROR, "Danh mục thiếu cột", "Thêm cột này vào hàng tiêu đề của tệp."
    ),
    "reference-value-missing": Rule(ERROR, "Danh mục thiếu giá trị", "Điền giá trị cho ô này."),
    "reference-not-a-number": Rule(
        ERROR, "Danh mục có ô không phải là số", "Sửa ô thành số, ví dụ 8.50."
    ),
    "reference-not-a-date": Rule(
        ERROR, "Danh mục có ô không phải là ngày", "Viết ngày theo mẫu 2025-07-01."
    ),
    "reference-duplicate": Rule(
        ERROR, "Danh mục có dòng trùng", "Xoá hoặc sửa một trong hai dòng."
    ),
    "reference-unknown": Rule(
        ERROR,
        "Danh mục nhắc tới tên chưa có",
        "Sửa lại tên, hoặc thêm tên đó vào danh mục của nó.",
    ),
    "reference-period": Rule(
        ERROR, "Khoảng thời gian không hợp lệ", "Sửa để năm hoặc ngày đầu không sau năm, ngày cuối."
    ),
    "reference-overlap": Rule(
        ERROR,
        "Hai bộ tiêu chí trùng thời gian",
        "Sửa năm bắt đầu, năm kết thúc để mỗi năm chỉ có một bộ tiêu chí.",
    ),
    "reference-children-exceed": Rule(
        WARNING,
        "Điểm chuẩn của cấp dưới vượt cấp trên",
        "Kiểm tra điểm chuẩn của tiêu chí này và các tiêu chí thành phần.",
    ),
    "reference-total-exceeded": Rule(
        WARNING,
        "Điểm chuẩn của các lĩnh vực vượt tổng điểm",
        "Kiểm tra điểm chuẩn của các lĩnh vực, hoặc tổng điểm của bộ tiêu chí.",
    ),
    "reference-not-written": Rule(
        ERROR,
        "Không ghi được danh mục",
        "Kiểm tra mã bộ tiêu chí và quyền ghi vào thư mục danh mục, rồi thử lại.",
    ),
}
