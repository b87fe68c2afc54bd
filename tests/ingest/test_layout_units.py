"""A column for each unit: none of them is the score of the organisation in the title."""

from collections.abc import Callable

import pytest

from scoring.ingest.table import Table
from tests.ingest.conftest import Reader, found, told

TITLE = "ĐIỂM CHỈ SỐ CCHC CÁC SỞ TỈNH BẮC NINH NĂM 2022"
UNDER_A_GROUP = """
    STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định |           |
        |          |            | Sở Nội vụ      | Sở Y tế   | Sở Tư pháp
    1   | Chỉ đạo  | 10         | 8,5            | 9         | 7
    1.1 | Kế hoạch | 5          | 4,5            | 5         | 4
"""
ALONE = """
    STT | Tiêu chí | Điểm chuẩn | Sở Nội vụ      | Sở Y tế   | Sở Tư pháp
    1   | Chỉ đạo  | 10         | 8,5            | 9         | 7
    1.1 | Kế hoạch | 5          | 4,5            | 5         | 4
"""
FACTORS = """
    STT | Yếu tố           | Mức độ hài lòng |
        |                  | Lâm Đồng        | Gia Lai
    1   | Tiếp cận dịch vụ | 83,5            | 82
    2   | Thủ tục          | 84              | 85
"""


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        (
            UNDER_A_GROUP,
            "D “Điểm thẩm định Sở Nội vụ”, E “Điểm thẩm định Sở Y tế”, "
            "F “Điểm thẩm định Sở Tư pháp”",
        ),
        (ALONE, "D “Sở Nội vụ”, E “Sở Y tế”, F “Sở Tư pháp”"),
        (
            ALONE.replace("Sở Nội vụ", "Huyện Lâm Hà").replace("Sở Y tế", "TP. Đà Lạt"),
            "D “Huyện Lâm Hà”, E “TP. Đà Lạt”, F “Sở Tư pháp”",
        ),
        (FACTORS, "C “Mức độ hài lòng Lâm Đồng”, D “Mức độ hài lòng Gia Lai”"),
    ],
)
def test_columns_of_units_are_refused_with_their_cure(
    read: Reader, text: str, columns: str
) -> None:
    table = read(text, title=TITLE)
    (problem,) = [one for one in table.problems if one.severity == "error"]
    assert (problem.code, problem.row) == ("columns-of-units", 3)
    assert told(table, "columns-of-units") == [("một cột cho cơ quan được chấm", columns)]
    assert table.rows == 0


def test_a_column_that_a_person_chose_is_read(read: Reader) -> None:
    table = read(UNDER_A_GROUP, title=TITLE, columns=(("points", "E"),))
    assert "columns-of-units" not in [code for _, code in found(table)]
    assert table.frame["points"].tolist() == [9.0, 5.0]


@pytest.mark.parametrize(
    "names",
    [
        "Sở Y tế tự chấm | Sở Nội vụ thẩm định",
        "UBND tỉnh | Bộ Nội vụ",
        "Tự chấm | Bộ Nội vụ",
        "Tự chấm | Thẩm định",
    ],
)
def test_those_who_score_are_no_units_scored(
    read_all: Callable[..., tuple[Table, ...]], names: str
) -> None:
    tables = read_all(f"""
        STT | Tiêu chí | Điểm chuẩn | Điểm đánh giá |
            |          |            | {names}
        1   | Chỉ đạo  | 10         | 9             | 8,5
    """)
    assert all(one.code != "columns-of-units" for table in tables for one in table.problems)
