"""What stands around a table on an official sheet: titles above, notes and signatures below."""

from collections.abc import Sequence
from random import Random
from typing import Any

Lines = list[list[Any]]
NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
COVERS: dict[str, Lines] = {
    "Bìa": [["BÁO CÁO"], ["Tài liệu phục vụ họp"]],
    "Hướng dẫn": [["Điền vào các ô màu vàng"], ["Không sửa công thức"]],
    "Danh mục": [["STT", "Tên tài liệu", "Ghi chú"], ["1", "Kế hoạch", "bản giấy"]],
    "Trống": [],
}
NOTES: tuple[Lines, ...] = (
    [["Ghi chú: 1. Điểm làm tròn đến hai số lẻ."], ["2. Dấu «-» là không đánh giá."]],
    [["Ghi chú:"], ["1", "Số liệu do cơ quan chủ trì cung cấp"], ["2", "Số liệu chưa kiểm tra"]],
    [["Nguồn: Báo cáo của cơ quan có thẩm quyền."]],
    [["(*) Tiêu chí được chấm qua điều tra xã hội học."]],
)
SIGNATURES: tuple[Lines, ...] = (
    [["", "Người lập biểu", "", "TM. ỦY BAN NHÂN DÂN"], ["", "(Ký tên)", "", "KT. CHỦ TỊCH"]],
    [["", "", "", "KT. CHỦ TỊCH"], ["", "", "", "PHÓ CHỦ TỊCH"], ["", "", "", "Nguyễn Văn A"]],
    [["Nơi nhận:", "", "", "GIÁM ĐỐC"], ["- Như trên;"], ["- Lưu: VT."]],
)


def title_block(title: str, random: Random) -> Lines:
    """From one to twelve rows that hold the title."""
    above: Lines = random.choice(
        (
            [],
            [["PHỤ LỤC I"]],
            [["Biểu số 01"], []],
            [["UBND TỈNH", "", "", NATION], ["", "", "", MOTTO], []],
            [
                ["UBND TỈNH", "", NATION],
                ["VĂN PHÒNG", "", MOTTO],
                ["Số: 12/BC-VP"],
                [],
                ["PHỤ LỤC"],
            ],
            [["MẬT"], [], ["UBND TỈNH", "", NATION], ["", "", MOTTO], [], ["PHỤ LỤC"], [], []],
        )
    )
    below: Lines = random.choice(
        (
            [],
            [[]],
            [["(Kèm theo Báo cáo số 12/BC-VP ngày 23 tháng 8 năm 2024)"], []],
            [["", "", "", "Đơn vị tính: điểm"]],
            [["ĐVT: %"], []],
        )
    )
    return [*above, [title], *below]


def notes_block(random: Random) -> Lines:
    """What stands below a table, after a blank row."""
    lines: Lines = []
    if random.random() < 0.5:
        lines += [[], *random.choice(NOTES)]
    if random.random() < 0.5:
        lines += [[], *random.choice(SIGNATURES)]
    return lines


def sheets_before(random: Random) -> Sequence[tuple[str, Lines]]:
    """Sheets that are no tables."""
    return random.sample(list(COVERS.items()), random.choice((0, 0, 1, 2)))
