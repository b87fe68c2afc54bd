"""What can be wrong with a file in which a unit tells how far its tasks are."""

from scoring.ingest.rules.rule import ERROR, NOTE, WARNING, Rule

_AGAIN = "Tải lại tệp của đơn vị rồi chép nội dung báo cáo sang."

PROGRESS: dict[str, Rule] = {
    "progress-mark-missing": Rule(ERROR, "Tệp tiến độ mất dấu nhận biết", _AGAIN),
    "progress-key-missing": Rule(
        ERROR,
        "Dòng báo cáo không thuộc nhiệm vụ nào",
        "Chuyển nội dung lên dòng của nhiệm vụ rồi xoá dòng chèn thêm; nhiệm vụ mới thì bổ sung "
        "vào kế hoạch trước.",
    ),
    "progress-key-damaged": Rule(ERROR, "Khoá ẩn của dòng bị sửa", _AGAIN),
    "progress-key-twice": Rule(
        ERROR, "Một nhiệm vụ ở hai dòng", "Giữ một dòng của nhiệm vụ, xoá dòng chép thêm."
    ),
    "progress-rows-mixed": Rule(
        ERROR,
        "Nội dung các dòng bị lẫn",
        "Có thể chỉ một phần các cột được sắp xếp, hoặc chữ của nhiệm vụ bị sửa: hoàn tác trong "
        "Excel, hoặc tải lại tệp của đơn vị rồi điền lại.",
    ),
    "progress-below": Rule(
        NOTE,
        "Chữ dưới bảng không đọc",
        "Không cần sửa nếu là chữ ký, ghi chú; nếu là báo cáo thì chuyển lên dòng của nhiệm vụ.",
    ),
    "progress-state-unknown": Rule(
        ERROR, "Không hiểu trạng thái", "Chọn lại một trạng thái trong danh sách của ô."
    ),
    "progress-state-missing": Rule(
        ERROR, "Báo cáo chưa có trạng thái", "Chọn trạng thái của nhiệm vụ ở dòng này."
    ),
    "progress-percent": Rule(
        ERROR, "% hoàn thành không hợp lệ", "Ghi một số từ 0 đến 100, ví dụ 40 cho 40 %."
    ),
    "progress-percent-doubtful": Rule(
        WARNING,
        "% hoàn thành đọc được hai cách",
        "Đang hiểu là 1 %; nếu là 100 % thì ghi 100.",
    ),
    "progress-percent-state": Rule(
        NOTE,
        "Trạng thái và % hoàn thành không khớp",
        "Không cần sửa nếu đúng; nếu không, sửa trạng thái hoặc % hoàn thành.",
    ),
    "progress-unchanged": Rule(
        NOTE,
        "Nhiệm vụ không có báo cáo mới",
        "Không cần sửa: các nhiệm vụ này giữ như lần báo cáo trước.",
    ),
    "progress-task-unknown": Rule(
        ERROR,
        "Không có nhiệm vụ này",
        "Kiểm tra tệp có đúng của cơ quan này không; nếu đúng thì tải lại tệp của đơn vị.",
    ),
    "progress-task-gone": Rule(
        WARNING,
        "Nhiệm vụ không còn trong kế hoạch",
        "Vẫn được lưu, nhưng chỉ hiện khi kế hoạch có lại nhiệm vụ này.",
    ),
    "progress-older": Rule(
        WARNING,
        "Đã có báo cáo mới hơn tệp này",
        "Kiểm tra bên nào đúng; ghi thì báo cáo trong tệp này thay cho báo cáo đó.",
    ),
    "progress-told-twice": Rule(
        WARNING,
        "Hai bảng báo cáo khác nhau về một nhiệm vụ",
        "Hỏi lại hai đơn vị và sửa cho khớp; nếu ghi cả hai thì bảng ghi sau được tính.",
    ),
}
