"""What can be wrong with a table of numeric targets."""

from scoring.ingest.rules.rule import NOTE, WARNING, Rule

TARGETS: dict[str, Rule] = {
    "target-missing": Rule(
        WARNING,
        "Chỉ tiêu chưa có mức phải đạt",
        "Điền mức phải đạt, ví dụ: 86; ≥ 86%; tăng 2%; xếp hạng 20.",
    ),
    "target-without-name": Rule(
        WARNING,
        "Mức phải đạt không có tên chỉ tiêu",
        "Điền tên chỉ tiêu; dòng này chưa được tính.",
    ),
    "target-due-unknown": Rule(
        WARNING,
        "Chưa rõ năm phải đạt",
        "Ghi năm ở cột Năm, ở tên cột (Chỉ tiêu năm 2025) hoặc ở tiêu đề bảng.",
    ),
    "target-measure-differs": Rule(
        WARNING,
        "Hai đơn vị tính khác nhau",
        "Sửa ô hoặc đơn vị tính cho khớp; số đang được hiểu theo đơn vị ghi trong ô.",
    ),
    "base-unreadable": Rule(
        WARNING, "Không hiểu kết quả gốc", "Sửa thành số; chưa có số liệu thì để trống."
    ),
    "target-reached": Rule(
        NOTE,
        "Kết quả của năm phải đạt không nạp cùng bảng chỉ tiêu",
        "Nạp bảng chỉ tiêu này, rồi tải tệp Excel ở trang Chỉ tiêu (phần nhập kết quả), chép cột "
        "kết quả sang và nạp tệp đó.",
    ),
}
