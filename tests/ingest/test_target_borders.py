"""Is a table of targets told from tables of scores, satisfaction, ranks and tasks with a goal?"""

import pytest

from tests.ingest.conftest import Reader, found
from tests.ingest.layouts import Finder, letters

SIPAS = "Chỉ số hài lòng (SIPAS) tỉnh Gia Lai"
PLAN = "Kế hoạch cải cách hành chính năm 2023 của tỉnh Lâm Đồng"


@pytest.mark.parametrize(
    "text",
    [
        "STT | Yếu tố   | Kết quả năm 2022 (%) | Chỉ tiêu năm 2023",
        "STT | Yếu tố   | Đơn vị tính | Kết quả năm 2022 (%) | Mục tiêu năm 2023 | Chủ trì",
        "STT | Nội dung | Đơn vị tính | Kết quả năm 2022 (%) | Chỉ tiêu năm 2023",
        "STT | Nội dung | Tỷ lệ hài lòng (%) | Mục tiêu",
    ],
)
def test_a_satisfaction_table_keeps_its_own_targets(read: Reader, text: str) -> None:
    cells = {"STT": "1", "Yếu tố": "Tiếp cận dịch vụ", "Nội dung": "Tiếp cận dịch vụ"}
    values = {"Kết quả năm 2022 (%)": "83,99", "Tỷ lệ hài lòng (%)": "83,99", "Đơn vị tính": "%"}
    goals = {"Chỉ tiêu năm 2023": "tăng 2%", "Mục tiêu năm 2023": "tăng 2%", "Mục tiêu": "tăng 2%"}
    known = cells | values | goals
    line = " | ".join(known.get(name.strip(), "") for name in text.split("|"))
    table = read(f"{text}\n{line}", title=SIPAS)
    assert (table.kind, len(table.targets)) == ("satisfaction", 1)


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        ("STT | Tiêu chí | Điểm chuẩn | Điểm đạt | Chỉ tiêu năm 2023 | Đơn vị chủ trì", "scores"),
        ("STT | Chỉ tiêu đánh giá | Điểm chuẩn | Điểm tự chấm | Điểm đạt | Ghi chú", "scores"),
        ("STT | Tiêu chí | Điểm chuẩn", "criteria"),
        ("STT | Đơn vị | Chỉ tiêu năm 2023 | Kết quả năm 2023", "league"),
        ("Hạng | Tỉnh, thành phố | Chỉ số CCHC năm 2023 | Mục tiêu", "league"),
        ("STT | Nhiệm vụ | Chỉ tiêu | Đơn vị tính | Chủ trì | Thời gian hoàn thành", "tasks"),
        ("STT | Mục tiêu | Nhiệm vụ | Hoạt động | Sản phẩm | Chủ trì | Thời gian", "tasks"),
        ("STT | Mục tiêu | Nhiệm vụ | Chủ trì | Phối hợp | Thời gian", "tasks"),
        ("STT | Chỉ tiêu | Giải pháp | Chủ trì | Thời gian hoàn thành", "tasks"),
        ("STT | Nội dung | Chỉ tiêu | Chủ trì | Thời gian hoàn thành", "tasks"),
        ("TT | Chỉ tiêu | Đơn vị tính | Kết quả năm 2022 | Chỉ tiêu năm 2023 | 2024", "targets"),
        ("TT | Chỉ tiêu | Năm | Chủ trì", "targets"),
        ("TT | Chỉ tiêu | Mục tiêu | Năm hoàn thành", "targets"),
        ("TT | Mục tiêu | Đến năm 2025 | Đến năm 2030", "targets"),
        ("TT | Nội dung chỉ tiêu | ĐVT | Thực hiện năm 2022 | Kế hoạch năm 2023", "targets"),
        ("TT | Lĩnh vực | Chỉ tiêu | ĐVT | 2023 | 2024 | Chủ trì", "targets"),
        ("TT | Tên chỉ tiêu | Đơn vị chủ trì | Thời gian hoàn thành", "targets"),
    ],
)
def test_the_header_tells_the_kind(find: Finder, header: str, kind: str) -> None:
    cells = " | ".join(str(at) for at in range(1, header.count("|") + 2))
    (layout,) = find(f"{header}\n{cells}\n{cells}")
    assert layout.kind == kind


def test_points_make_a_score_table_that_lacks_its_criteria(read: Reader) -> None:
    table = read(
        """
        STT | Chỉ tiêu | Điểm chuẩn | Điểm đạt | Đơn vị tính | Đơn vị chủ trì
        1   | Chỉ đạo  | 10         | 8        | điểm        | Sở Nội vụ
        """
    )
    assert (table.kind, [code for _, code in found(table)]) == ("scores", ["column-missing"])


def test_several_years_of_goals_are_one_table(find: Finder) -> None:
    (layout,) = find(
        """
        TT | Chỉ tiêu    | ĐVT | Chỉ tiêu năm 2023 | Chỉ tiêu năm 2024 | Đơn vị chủ trì
        1  | Tỷ lệ hồ sơ | %   | 90                | 95                | Sở Nội vụ
        """
    )
    assert letters(layout) == {"code": "A", "indicator": "B", "measure": "C", "aim": "D"} | {
        "lead": "F"
    }
    assert layout.doubts == ()


def test_a_header_of_two_rows(read: Reader) -> None:
    table = read(
        """
        TT | Chỉ tiêu    | Đơn vị tính | Kết quả năm 2022 | Chỉ tiêu |      | Chủ trì
           |             |             |                  | 2023     | 2025 |
        1  | Tỷ lệ hồ sơ | %           | 80               | 90       | 95   | Sở Nội vụ
        """,
        title=PLAN,
        merge=["E3:F3", "A3:A4", "B3:B4", "C3:C4", "D3:D4", "G3:G4"],
    )
    assert (table.kind, table.year) == ("targets", 2023)
    assert table.frame["amount"].tolist() == [90, 95]
    assert table.frame["due_year"].tolist() == [2023, 2025]


def test_targets_and_tasks_of_one_plan_are_two_tables(read_all: Reader) -> None:
    targets, tasks = read_all(
        """
        TT | Chỉ tiêu    | ĐVT | Chỉ tiêu năm 2023
        1  | Tỷ lệ hồ sơ | %   | 90
        2  | Tỷ lệ phí   | %   | 95
        Các nhiệm vụ
        STT | Nhiệm vụ | Sản phẩm | Chủ trì | Thời gian
        1   | Báo cáo  | Báo cáo  | Sở Nội vụ | Quý I/2023
        """,
        title=PLAN,
    )
    assert (targets.kind, targets.rows, targets.year) == ("targets", 2, 2023)
    assert (tasks.kind, tasks.rows) == ("tasks", 1)


def test_a_person_may_say_that_a_table_is_one_of_targets(read: Reader) -> None:
    table = read(
        """
        TT | Nội dung    | Kết quả năm 2022 | Chỉ tiêu năm 2023
        1  | Tỷ lệ hồ sơ | 80               | 90
        """,
        title=PLAN,
        kind="targets",
        columns=(("indicator", "B"), ("aim", "D"), ("base", "C")),
    )
    assert (table.kind, table.frame["title"].tolist()) == ("targets", ["Tỷ lệ hồ sơ"])
    assert table.frame[["amount", "base_value"]].values.tolist() == [[90, 80]]
