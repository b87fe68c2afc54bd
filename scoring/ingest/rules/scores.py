"""What can be wrong with the rows of a score table or a criteria set."""

from scoring.ingest.rules.rule import ERROR, NOTE, WARNING, Rule

SCORES: dict[str, Rule] = {
    "not-a-number": Rule(ERROR, "Không phải là số", "Sửa ô thành số; kiểm tra dấu phẩy thập phân."),
    "points-above-max": Rule(
        ERROR, "Điểm vượt điểm chuẩn", "Kiểm tra dấu phẩy thập phân hoặc điểm chuẩn của dòng."
    ),
    "duplicate-code": Rule(
        ERROR,
        "Trùng mã",
        "Sửa để mỗi tiêu chí, yếu tố hay đơn vị có một dòng riêng, hoặc xoá dòng lặp.",
    ),
    "lost-differs": Rule(
        WARNING,
        "Điểm bị mất không khớp",
        "Kiểm tra ba cột: điểm bị mất phải bằng điểm chuẩn trừ điểm thẩm định.",
    ),
    "children-differ": Rule(
        WARNING,
        "Cấp trên và cấp dưới không khớp",
        "Kiểm tra điểm bị mất của các dòng con và của dòng cha.",
    ),
    "child-without-parent": Rule(
        WARNING, "Thiếu dòng cấp trên", "Thêm dòng của tiêu chí cấp trên, hoặc sửa lại STT."
    ),
    "negative-points": Rule(
        WARNING, "Điểm âm", "Xác nhận đây là điểm trừ; nếu không, sửa lại dấu."
    ),
    "negative-loss": Rule(
        WARNING,
        "Điểm bị mất âm",
        "Điểm đạt được không thể lớn hơn điểm chuẩn; kiểm tra ba cột điểm.",
    ),
    "loss-sign": Rule(
        NOTE,
        "Điểm bị mất ghi số âm",
        "Không cần sửa nếu −0,5 nghĩa là mất 0,5 điểm; nếu không, sửa dấu.",
    ),
    "title-clash": Rule(
        WARNING, "Trùng tên tiêu chí", "Kiểm tra tên: hai tiêu chí cùng cấp không nên cùng tên."
    ),
    "points-missing": Rule(
        WARNING,
        "Thiếu điểm",
        "Điền điểm thẩm định; để trống chỉ được phép ở tiêu chí điều tra xã hội học.",
    ),
    "max-missing": Rule(WARNING, "Thiếu điểm chuẩn", "Điền điểm chuẩn của tiêu chí."),
    "row-without-code": Rule(
        WARNING,
        "Dòng có số nhưng không có mã",
        "Điền STT nếu đó là một tiêu chí; dòng không có mã không được tính.",
    ),
    "total-differs": Rule(
        WARNING, "Dòng tổng không khớp", "Kiểm tra dòng tổng và các dòng lĩnh vực."
    ),
    "total-exceeded": Rule(
        WARNING,
        "Tổng điểm chuẩn vượt tổng của bộ tiêu chí",
        "Kiểm tra điểm chuẩn của các lĩnh vực.",
    ),
    "code-repaired": Rule(
        NOTE, "Mã được khôi phục", "Định dạng cột STT là Văn bản (Text) để giữ mã."
    ),
    "column-computed": Rule(
        NOTE,
        "Cột được tính thay",
        "Không cần sửa: bảng không in cột này nên được tính từ hai cột kia.",
    ),
    "score-merged": Rule(
        WARNING,
        "Ô điểm gộp nhiều dòng",
        "Bỏ gộp ô và điền điểm của từng dòng; điểm đang chỉ tính cho dòng đầu.",
    ),
    "cell-computed": Rule(
        NOTE,
        "Ô trống được tính thay",
        "Kiểm tra: ô trống được tính từ hai cột kia; nếu là công thức, mở và lưu lại bằng Excel.",
    ),
    "heading-summed": Rule(
        NOTE,
        "Dòng cấp trên không in điểm",
        "Không cần sửa: điểm của dòng này được cộng từ các dòng con.",
    ),
    "domain-absent": Rule(
        NOTE,
        "Lĩnh vực không có trong bảng",
        "Không cần sửa nếu bảng chỉ in phần bị mất điểm: lĩnh vực này được hiểu là không mất điểm.",
    ),
    "code-missing": Rule(
        NOTE,
        "Mã được suy ra",
        "Kiểm tra mã; nên điền STT cho mọi tiêu chí.",
    ),
    "code-ambiguous": Rule(
        WARNING, "Mã đọc được hai cách", "Định dạng cột STT là Văn bản (Text) và gõ lại mã này."
    ),
    "percent-differs": Rule(
        WARNING,
        "Chỉ số (%) không khớp",
        "Kiểm tra cột Chỉ số (%): phải bằng 100 × điểm đạt được ÷ điểm chuẩn.",
    ),
    "scale-above-max": Rule(
        WARNING,
        "Mức điểm vượt điểm chuẩn",
        "Kiểm tra mức điểm này hoặc điểm chuẩn của tiêu chí.",
    ),
}
