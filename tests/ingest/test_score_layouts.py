"""Where score tables are, and which columns are what."""

import pytest

from tests.ingest.conftest import REST, Reader, found


@pytest.mark.parametrize(
    "header",
    [
        "TT | Nội dung tiêu chí | Thang điểm | Kết quả thẩm định | Điểm bị trừ",
        "Mã | Tiêu chí/Tiêu chí thành phần | Điểm tối đa | Điểm đạt được | Chênh lệch",
        "STT | LĨNH VỰC/TIÊU CHÍ | ĐIỂM CHUẨN (điểm) | ĐIỂM THẨM ĐỊNH NĂM 2020 | ĐIỂM MẤT",
    ],
)
def test_columns_go_by_many_names(read: Reader, header: str) -> None:
    table = read(f"{header}\n1 | Chỉ đạo | 10 | 8 | 2")
    row = table.frame.iloc[0]
    assert (row.max_points, row.points, row.lost_points) == (10, 8, 2)


def test_a_header_over_two_rows_with_merged_cells(read: Reader) -> None:
    table = read(
        """
        STT | Tiêu chí | Điểm |                |             | Cơ quan chủ trì
            |          | Điểm chuẩn | Điểm thẩm định | Điểm bị mất |
        (1) | (2)      | (3)  | (4)            | (5)         | (6)
        1   | Chỉ đạo  | 10   | 8              | 2           | Sở Nội vụ
        """,
        merge=["C3:E3", "A3:A4", "B3:B4", "F3:F4"],
    )
    row = table.frame.iloc[0]
    assert (row.max_points, row.points, row.lost_points, row.lead) == (10, 8, 2, "Sở Nội vụ")
    assert table.rows == 1


def test_columns_in_any_order_with_strange_ones_between(read: Reader) -> None:
    table = read("""
        Ghi chú | Điểm bị mất | Màu sắc | Tiêu chí | Điểm thẩm định | STT | Điểm chuẩn
                | 2           | xanh    | Chỉ đạo  | 8              | 1   | 10
    """)
    row = table.frame.iloc[0]
    assert (row.code, row.max_points, row.points, row.lost_points) == ("1", 10, 8, 2)


def test_a_repeated_header_at_a_page_break_is_one_table(read: Reader) -> None:
    table = read("""
        STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định | Điểm bị mất
        1   | Chỉ đạo  | 10         | 8              | 2
        STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định | Điểm bị mất
        2   | Thể chế  | 10         | 9              | 1
    """)
    assert table.frame["code"].tolist() == ["1", "2"]


def test_two_years_side_by_side_are_two_tables(read_all) -> None:
    tables = read_all(
        """
        STT | Tiêu chí | Năm 2019   |               | Năm 2020   |
            |          | Điểm chuẩn | Điểm đạt được | Điểm chuẩn | Điểm đạt được
        1   | Chỉ đạo  | 10         | 7             | 10         | 8
        """,
        merge=["C3:D3", "E3:F3"],
    )
    assert [(one.year, one.totals.lost) for one in tables] == [(2019, 3), (2020, 2)]


def test_two_tables_on_one_sheet(read_all) -> None:
    scores, factors = read_all("""
        STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định | Điểm bị mất
        1   | Chỉ đạo  | 10         | 8              | 2
            |          |            |                |
        STT | Yếu tố           | Tỷ lệ hài lòng (%) |  |
        1   | Tiếp cận dịch vụ | 83,99              |  |
    """)
    assert (scores.kind, scores.rows) == ("scores", 1)
    assert (factors.kind, factors.rows) == ("satisfaction", 1)


def test_merged_cells_fill_agencies_and_never_scores(read: Reader) -> None:
    table = read(
        """
        STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định | Điểm bị mất | Chủ trì
        1   | Chỉ đạo  | 10         | 8              | 2           | Sở Nội vụ
        2   | Thể chế  | 10         |                |             |
        """,
        merge=["F4:F5", "D4:D5"],
    )
    assert table.frame["lead"].tolist() == ["Sở Nội vụ", "Sở Nội vụ"]
    assert table.frame["points"].isna().tolist() == [False, True]


def test_what_is_not_printed_is_computed_and_said(read: Reader) -> None:
    table = read("""
        STT | Tiêu chí | Điểm chuẩn | Điểm bị mất
        1   | Chỉ đạo  | 10         | 2
    """)
    assert table.frame["points"].tolist() == [8]
    assert found(table, REST) == [("C3", "column-computed")]


@pytest.mark.parametrize(
    "row", ["1 | A | 10 | 8 | 2", "1 |  | 10 | 8 | 2", "I |  | 10 | 8 | 2", "1 | 2 | 10 | 8 | 2"]
)
def test_a_first_row_of_small_numbers_is_not_a_row_of_column_numbers(
    read: Reader, row: str
) -> None:
    table = read(f"STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định | Điểm bị mất\n{row}")
    assert (table.rows, table.totals.lost) == (1, 2)


@pytest.mark.parametrize(
    "numbers",
    ["(1) | (2) | (3) | (4) | (5)=(3)-(4)", "A | B | 1 | 2 | 3", "[1] | [2] | [3] | [4] | [5]"],
)
def test_column_numbers_are_no_row(read: Reader, numbers: str) -> None:
    header = "STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định | Điểm bị mất"
    table = read(
        f"{header}\n{numbers}\n1 | Một | 10 | 8 | 2\n{header}\n{numbers}\n2 | Hai | 5 | 5 | 0"
    )
    assert table.frame["code"].tolist() == ["1", "2"]
    assert found(table, REST) == []


def test_two_tables_side_by_side(read_all) -> None:
    scores, factors = read_all("""
        STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định |  | STT | Yếu tố           | Tỷ lệ (%)
        1   | Chỉ đạo  | 10         | 8              |  | 1   | Tiếp cận dịch vụ | 83,99
    """)
    assert (scores.kind, scores.totals.lost) == ("scores", 2)
    assert (factors.kind, factors.frame["percent"].tolist()) == ("satisfaction", [83.99])


def test_two_tables_below_each_other_under_their_own_titles(read_all) -> None:
    header = "STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định | Điểm bị mất"
    first, second = read_all(f"""
        {header}
        1 | Chỉ đạo | 10 | 8 | 2
        Kết quả Chỉ số CCHC năm 2021 của tỉnh Gia Lai | | | |
        {header}
        1 | Chỉ đạo | 10 | 9 | 1
    """)
    assert (first.organisation.name, first.year, first.totals.lost) == ("Lâm Đồng", 2020, 2)
    assert (second.organisation.name, second.year, second.totals.lost) == ("Gia Lai", 2021, 1)


def test_a_header_over_three_rows_whose_group_is_a_column_name_too(read: Reader) -> None:
    table = read(
        """
        STT | Tiêu chí | Kết quả Chỉ số CCHC | |      | Chủ trì
            |          | Điểm    |           |        |
            |          | Chuẩn   | Thẩm định | Bị mất |
        1   | Chỉ đạo  | 10      | 8         | 2      | Sở Nội vụ
        """,
        merge=["C3:E3", "C4:E4", "A3:A5", "B3:B5", "F3:F5"],
    )
    row = table.frame.iloc[0]
    assert (row.max_points, row.points, row.lost_points) == (10, 8, 2)


def test_blank_cells_of_a_printed_column_are_computed_and_said(read: Reader) -> None:
    table = read("""
        STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định | Điểm bị mất
        1   | Chỉ đạo  | 10         | 8              |
        2   | Thể chế  | 10         | 9              | 1
    """)
    assert table.frame["lost_points"].tolist() == [2, 1]
    assert found(table, REST) == [("E4", "cell-computed")]


def test_appraisal_and_survey_in_columns_of_their_own(read: Reader) -> None:
    table = read("""
        STT | Tiêu chí           | Điểm chuẩn | Điểm thẩm định | Điểm điều tra XHH
        1   | Chỉ đạo            | 10         | 8              |
        9   | Điều tra xã hội học | 33,5      |                | 26,19
    """)
    assert table.frame["points"].tolist() == [8, 26.19]
    assert table.totals.lost == 9.31  # 2 + 7.31


def test_a_score_merged_over_rows_is_said(read: Reader) -> None:
    table = read(
        """
        STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định | Điểm bị mất
        1   | Chỉ đạo  | 10         | 8              | 2
        2   | Thể chế  | 10         |                | 1
        """,
        merge=["D4:D5"],
    )
    assert ("D4", "score-merged") in found(table)


def test_a_merge_below_the_last_row_is_harmless(read: Reader) -> None:
    table = read(
        """
        STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định | Chủ trì
        1   | Chỉ đạo  | 10         | 8              | Sở Nội vụ
        """,
        merge=["E50:G90"],
    )
    assert table.rows == 1


@pytest.mark.parametrize("line", ["Trang 2", "(tiếp theo)", "2/3", "Trang 2/3"])
def test_a_page_line_does_not_part_a_table(read: Reader, line: str) -> None:
    header = "STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định | Điểm bị mất"
    table = read(f"""
        {header}
        1 | Chỉ đạo | 10 | 8 | 2
        {line} | | | |
        {header}
        2 | Thể chế | 10 | 9 | 1
    """)
    assert table.totals.lost == 3
