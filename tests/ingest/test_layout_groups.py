"""A text over several columns names their group: the row below it names the columns."""

import pytest

from tests.ingest.layouts import Finder, doubts, letters


def test_rounds_under_one_heading(find: Finder) -> None:
    (table,) = find("""
        STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định |       | Điểm bị mất
            |          |            | Lần 1          | Lần 2 |
        1   | Chỉ đạo  | 10         | 7              | 8     | 2
    """)
    assert letters(table)["points"] == "E"
    assert [one[0] for one in doubts(table)] == ["column-superseded"]


def test_the_survey_of_two_years_stays_with_its_year(find: Finder) -> None:
    first, second = find("""
        STT | Tiêu chí | Điểm chuẩn | Năm 2019       |         | Năm 2020       |
            |          |            | Điểm thẩm định | Điểm XHH | Điểm thẩm định | Điểm XHH
        1   | Chỉ đạo  | 10         | 4              | 3       | 5              | 4
    """)
    assert (first.year, letters(first)["survey_points"]) == (2019, "E")
    assert (second.year, letters(second)["survey_points"]) == (2020, "G")


@pytest.mark.parametrize("groups", ["Điểm | | ", "Điểm năm 2020 | | ", "Kết quả thẩm định | | "])
def test_a_group_stands_over_blank_cells_although_nobody_merged_them(
    find: Finder, groups: str
) -> None:
    (table,) = find(f"""
        STT | Tiêu chí | {groups} | Chủ trì
            |          | Điểm tối đa | Đạt được | Bị trừ |
        1   | Chỉ đạo  | 10    | 8   | 2   | Sở Nội vụ
    """)
    found = letters(table)
    assert (found["max_points"], found["points"], found["lost_points"]) == ("C", "D", "E")


def test_a_group_of_one_year_is_no_year_of_each_column(find: Finder) -> None:
    (table,) = find("""
        Hạng | Bộ         | Kết quả năm 2023 |           |
             |            | Điểm thẩm định   | Tổng điểm đạt | PAR INDEX
        1    | Bộ Tư pháp | 61,86            | 89,95         | 89,95
    """)
    assert (table.year, letters(table)["value"]) == (2023, "E")


ANSWERS = """
    STT | Yếu tố           | Mức độ hài lòng |          |             |
        |                  | Rất hài lòng    | Hài lòng | Bình thường | Không hài lòng
    1   | Tiếp cận dịch vụ | 20,5            | 63,49    | 10          | 6,01
"""


@pytest.mark.parametrize("merge", [(), ("C1:F1", "A1:A2", "B1:B2")])
def test_the_names_below_a_group_count_although_the_group_is_a_name_itself(
    find: Finder, merge: tuple[str, ...]
) -> None:
    (table,) = find(ANSWERS, merge=merge)
    assert (table.first, letters(table)["percent"], doubts(table)) == (2, "D", [])
    assert table.texts[2] == "Mức độ hài lòng Rất hài lòng"


@pytest.mark.parametrize(
    ("group", "names", "percent"),
    [
        ("Mức độ hài lòng", "Số phiếu | Tỷ lệ (%)", "D"),
        ("Mức độ hài lòng", "Người dân | Chung", "D"),
        ("Kết quả", "Năm trước | Năm nay", "D"),
        ("Kết quả", "Kỳ này (%) | Kỳ trước (%)", "C"),
    ],
)
def test_a_group_that_is_a_name_gives_way_to_the_surer_name_below(
    find: Finder, group: str, names: str, percent: str
) -> None:
    (table,) = find(f"""
        STT | Yếu tố           | {group} |
            |                  | {names}
        1   | Tiếp cận dịch vụ | 80,5    | 83,49
    """)
    assert (letters(table)["percent"], doubts(table)) == (percent, [])


def test_a_line_of_measures_names_nothing(find: Finder) -> None:
    (table,) = find("""
        STT | Yếu tố           | Mức độ hài lòng |              |
            |                  | Người dân       | Doanh nghiệp | Chung
            |                  | (%)             | (%)          | (%)
        1   | Tiếp cận dịch vụ | 80,5            | 83,49        | 82
    """)
    assert (letters(table)["percent"], doubts(table)) == ("E", [])
    (table,) = find("""
        STT | Tiêu chí | Điểm        |          |          | Tỷ lệ đạt
            |          | Điểm chuẩn  | Điểm đạt | Bị trừ   |
            |          | (điểm)      | (điểm)   | (điểm)   | (%)
        1   | Chỉ đạo  | 10          | 8        | 2        | 80
    """)
    found = letters(table)
    assert [found[one] for one in ("max_points", "points", "lost_points")] == ["C", "D", "E"]


@pytest.mark.parametrize("names", ["Người dân | Doanh nghiệp", "Mức 1 | Mức 2"])
def test_where_only_the_group_tells_its_columns_are_asked_about(find: Finder, names: str) -> None:
    (table,) = find(f"""
        STT | Yếu tố           | Mức độ hài lòng |
            |                  | {names}
        1   | Tiếp cận dịch vụ | 80,5            | 83,49
    """)
    assert doubts(table) == [("column-doubtful", "percent", "C", "D")]


def test_the_name_with_its_group_is_surer_than_alone(find: Finder) -> None:
    (table,) = find("""
        Đơn vị     | Chỉ số |      | Xếp hạng |
                   | Chung  | Khối | Chung    | Khối
        Sở Y tế    | 80,1   | 81   | 1        | 2
        Sở Nội vụ  | 79,1   | 80   | 2        | 3
    """)
    assert letters(table) == {"organisation": "A", "value": "B", "rank": "D"}
    assert table.first == 2


@pytest.mark.parametrize(
    "row", ["I | Tiếp cận | xem dưới | xem phụ lục", " | Tiếp cận | xem dưới | xem phụ lục"]
)
def test_the_first_row_of_a_table_names_no_columns(find: Finder, row: str) -> None:
    (table,) = find(f"""
        STT | Nhiệm vụ | Cơ quan chủ trì |         | Thời hạn
        {row} |
        1   | Tập huấn | Sở Nội vụ       | Sở Y tế | Quý I
    """)
    assert table.first == 1
