"""How tall a header is, and which rows and texts only number its columns."""

import pytest

from tests.ingest.layouts import Finder, doubts, letters

FORM = """
STT | Tiêu chí | Điểm tối đa | Điểm đánh giá thực tế | | | | Chỉ số (%)
    |          |             | Tự đánh giá | BNV thẩm định | Điểm điều tra XHH |           |
    |          |             |             |               | Lãnh đạo          | Người dân |
(1) | (2)      | (3)         | (4)         | (5)           | (6)               | (7)       | {last}
1   | Chỉ đạo  | 9,5         | 6,5         | 6,25          | 1,8               |           | 84,74
1.1 | Kế hoạch | 1,5         | 1,5         | 1,25          |                   |           | 83,33
2   | Thể chế  | 4           | 2           | 2             |                   | 1,5       | 87,5
"""
MERGED = ("A1:A3", "B1:B3", "C1:C3", "D1:G1", "D2:D3", "E2:E3", "F2:G2", "H1:H3")


@pytest.mark.parametrize("merge", [(), MERGED])
@pytest.mark.parametrize("last", ["(8)", "(9)=(8)/(3)"])  # a column was taken out of the form
def test_columns_named_in_a_third_row_are_not_known_by_their_group(
    find: Finder, merge: tuple[str, ...], last: str
) -> None:
    (table,) = find(FORM.format(last=last), merge=merge)
    found = letters(table)
    assert (table.first, found["points"], found["survey_points"]) == (4, "E", "F")
    assert ("column-doubtful", "survey_points", "F", "G") in doubts(table)


def test_a_total_decides_and_its_parts_are_not_asked_about(find: Finder) -> None:
    (table,) = find("""
        STT | Tiêu chí | Điểm tối đa | Điểm điều tra XHH |           | Thẩm định | Tổng điểm
            |          |             | Lãnh đạo          | Người dân |           |
        1   | Chỉ đạo  | 10          | 1                 | 2         | 5         | 8
        2   | Thể chế  | 10          | 1                 | 1         | 7         | 9
    """)
    assert (letters(table)["total_points"], doubts(table)) == ("G", [])


@pytest.mark.parametrize("merge", [(), ("A1:A2", "B1:B2", "C1:C2", "D1:E1", "F1:F2")])
def test_of_half_a_year_and_the_year_the_year_counts(find: Finder, merge: tuple[str, ...]) -> None:
    (table,) = find(
        """
        STT | Tiêu chí | Điểm chuẩn | Kết quả thực hiện |        | Ghi chú
            |          |            | 6 tháng           | Cả năm |
        1   | Chỉ đạo  | 10         | 4                 | 8,5    |
        1.1 | Kế hoạch | 5          | 2                 | 4,5    |
        """,
        merge=merge,
    )
    assert (table.kind, table.first, letters(table)["points"]) == ("scores", 2, "E")
    assert doubts(table)[0] == ("column-superseded", "points", "E", "D")


@pytest.mark.parametrize("merge", [(), ("A1:A2", "B1:B2", "C1:C2", "D1:E1")])
def test_numbers_under_names_that_nobody_knows_are_no_criteria_set(
    find: Finder, merge: tuple[str, ...]
) -> None:
    (table,) = find(
        """
        STT | Tiêu chí | Điểm chuẩn | Số liệu |
            |          |            | Nháp    | Chốt
        1   | Chỉ đạo  | 10         | 4       | 8,5
        1.1 | Kế hoạch | 5          | 2       | 4,5
        """,
        merge=merge,
    )
    assert (table.kind, table.first, table.missing) == ("scores", 2, ("points",))


def test_rows_of_bare_numbers_with_a_gap_are_values(find: Finder) -> None:
    (table,) = find("""
        STT | Tiêu chí | Điểm chuẩn | Điểm đạt
        1   | 2        | 3          | 5
        2   | 4        | 6          | 5
    """)
    assert table.first == 1


@pytest.mark.parametrize("lost", ["(6) = (3) - (5)", "(6=3-5)", "(6)=3-5"])
def test_numbers_behind_the_names_number_the_columns(find: Finder, lost: str) -> None:
    (table,) = find(f"""
        STT (1) | Tiêu chí (2) | Điểm chuẩn (3) | Tự chấm (4) | Điểm đạt (5) | Điểm bị mất {lost}
        1       | Chỉ đạo      | 10             | 9           | 8,5          | 1,5
    """)
    assert letters(table) == dict(
        zip(
            ("code", "title", "max_points", "self_points", "points", "lost_points"),
            "ABCDEF",
            strict=True,
        )
    )


def test_a_row_that_numbers_the_columns_is_no_part_of_their_names(find: Finder) -> None:
    (table,) = find(
        """
        Câu hỏi   |     | Tỷ lệ năm 2022 | Ghi chú
        (1)       | (2) | (3)            | (4)
        Tiếp cận  |     | 80             |
        """,
        merge=("A1:B1",),
    )
    assert (table.first, letters(table)["factor"], doubts(table)) == (2, "A", [])
