"""What can be wrong with the rows of a satisfaction table or a league table."""

from scoring.ingest.rules.rule import ERROR, NOTE, WARNING, Rule

RESULTS: dict[str, Rule] = {
    "percent-outside": Rule(
        ERROR, "Tỷ lệ ngoài 0–100 %", "Sửa tỷ lệ; kiểm tra dấu phẩy thập phân."
    ),
    "percent-fraction": Rule(
        NOTE, "Tỷ lệ lưu dạng phân số", "Không cần sửa: số được hiểu là phần trăm."
    ),
    "percent-doubtful": Rule(
        WARNING,
        "Tỷ lệ đọc được hai cách",
        "Viết mọi ô của cột theo một cách, ví dụ 83,99; số đang được hiểu theo cách thứ nhất.",
    ),
    "percent-missing": Rule(WARNING, "Thiếu tỷ lệ", "Điền tỷ lệ hài lòng của yếu tố."),
    "factor-unknown": Rule(
        NOTE,
        "Yếu tố chưa có trong danh mục",
        "Kiểm tra tên yếu tố; nếu đúng, thêm vào data/reference/factors.csv.",
    ),
    "target-unreadable": Rule(
        WARNING,
        "Không hiểu mục tiêu",
        "Viết theo mẫu: tăng ít nhất 2% so với năm 2022; đạt từ 86% trở lên.",
    ),
    "rank-shared": Rule(
        NOTE, "Đồng hạng", "Không cần sửa: các đơn vị đồng hạng mang thứ hạng đầu tiên."
    ),
    "rank-unreadable": Rule(WARNING, "Không hiểu thứ hạng", "Viết hạng là số (32) hoặc 32/63."),
    "index-column": Rule(
        NOTE,
        "Chỉ số (%) được dùng thay tổng điểm",
        "Không cần sửa: tỷ lệ % so với điểm tối đa là chỉ số; muốn dùng điểm thì chọn cột ở mục "
        "Các cột của bảng.",
    ),
    "zero-missing": Rule(
        NOTE,
        "Số 0 được hiểu là không có số liệu",
        "Không cần sửa: điểm các nội dung của PAPI, PCI không thể bằng 0; nên để ô trống.",
    ),
    "parts-differ": Rule(
        WARNING, "Thành phần và tổng không khớp", "Kiểm tra điểm thành phần và tổng điểm."
    ),
    "average-differs": Rule(
        WARNING, "Trung bình in ra không khớp", "Kiểm tra dòng trung bình và các giá trị."
    ),
}
