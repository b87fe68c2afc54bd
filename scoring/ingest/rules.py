"""Every problem code with its severity, its name on screen and its cure."""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "note"]

ERROR: Severity = "error"
WARNING: Severity = "warning"
NOTE: Severity = "note"


@dataclass(frozen=True)
class Rule:
    """What all problems of one code share: how bad it is, its name on screen, its cure."""

    severity: Severity
    title: str
    fix: str


# Codes are stable: programs and tests rely on them. Wording may improve.
CATALOGUE: dict[str, Rule] = {
    # The file.
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
    "column-missing": Rule(
        ERROR,
        "Thiếu cột",
        "Thêm cột này vào bảng; nếu cột có nhưng mang tên khác, chọn cột ở mục Các cột của bảng.",
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
    # Compared with what is loaded.
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
    # Files under data/reference (sheet is the file's name).
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
    # Which table it is.
    "index-unknown": Rule(
        WARNING, "Chưa rõ chỉ số", "Chọn chỉ số (PAR, SIPAS …) trước khi ghi dữ liệu."
    ),
    "organisation-unknown": Rule(
        WARNING, "Chưa rõ cơ quan", "Chọn cơ quan, địa phương được chấm điểm trước khi ghi dữ liệu."
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
    # Score tables.
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
    "unit-unknown": Rule(
        NOTE,
        "Đơn vị chưa có trong danh mục",
        "Kiểm tra tên; nếu là đơn vị đã có, chọn tên đúng ở mục Tên đơn vị.",
    ),
    "lead-missing": Rule(
        WARNING, "Chưa có cơ quan chủ trì", "Điền cơ quan chủ trì cho giải pháp, nhiệm vụ này."
    ),
    "deadline-unreadable": Rule(
        WARNING,
        "Không hiểu thời hạn",
        "Viết theo mẫu: Trước ngày 15/02/2022; Quý I/2022; Trong năm 2023.",
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
    # Satisfaction tables.
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
    # League tables.
    "rank-shared": Rule(
        NOTE, "Đồng hạng", "Không cần sửa: các đơn vị đồng hạng mang thứ hạng đầu tiên."
    ),
    "column-unread": Rule(
        NOTE,
        "Cột số không được đọc",
        "Không cần sửa nếu không cần số liệu này; nếu cần, chọn cột ở mục Các cột của bảng.",
    ),
    "rank-unreadable": Rule(WARNING, "Không hiểu thứ hạng", "Viết hạng là số (32) hoặc 32/63."),
    "parts-differ": Rule(
        WARNING, "Thành phần và tổng không khớp", "Kiểm tra điểm thành phần và tổng điểm."
    ),
    "average-differs": Rule(
        WARNING, "Trung bình in ra không khớp", "Kiểm tra dòng trung bình và các giá trị."
    ),
}
