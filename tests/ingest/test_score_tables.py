"""Score tables: which rows are read, with which codes and numbers, and what is said of them."""

import pytest

from tests.ingest.conftest import Reader, found

REST = "domain-absent"  # small tables never print all of the hundred points


@pytest.mark.parametrize(
    ("huyen", "severity"),
    [
        ("1,45 | 0,05", "warning"),  # 0.02 + 0.05 − 0.05 = 0.02
        ("1,46 | 0,04", "note"),  # 0.02 + 0.04 − 0.05 = 0.01, which rounding explains
    ],
)
def test_children_that_do_not_add_up_are_told_apart_from_the_parent(
    read: Reader, huyen: str, severity: str
) -> None:
    table = read(f"""
        STT   | Tiêu chí       | Điểm chuẩn | Điểm thẩm định | Điểm bị mất
        3.4   | Kết quả TTHC   | 5,00       | 4,95           | 0,05
        3.4.1 | Cấp tỉnh       | 1,50       | 1,48           | 0,02
        3.4.2 | Cấp huyện      | 1,50       | {huyen}
    """)
    assert found(table, REST) == [("E4", "children-differ")]
    assert [one.severity for one in table.problems if one.code == "children-differ"] == [severity]


def test_totals_are_taken_over_the_top_rows_printed(read: Reader) -> None:
    table = read("""
        STT   | Tiêu chí  | Điểm chuẩn | Điểm đạt được | Điểm bị mất
        1     | Chỉ đạo   | 10         | 8             | 2
        1.1   | Kế hoạch  | 4          | 2             | 2
        1.1.1 | Ban hành  | 2          | 0             | 2
        2     | Thể chế   | 10         | 9,5           | 0,5
    """)
    totals = table.totals
    assert (totals.top_rows, totals.leaves, table.rows) == (2, 2, 4)
    assert totals.printed_max == 20  # 10 + 10
    assert totals.lost == 2.5  # 2 + 0.5
    assert totals.index_value == 97.5  # 100 × (100 − 2.5) ÷ 100


def test_a_department_is_scored_out_of_its_own_maximum(read: Reader) -> None:
    table = read(
        """
        STT | Tiêu chí | Điểm tối đa | Điểm đạt được
        1   | Chỉ đạo  | 36,27       | 34,62
        2   | Thể chế  | 30          | 28
        """,
        title="Chỉ số CCHC năm 2022 của Sở Tư pháp tỉnh Tuyên Quang",
    )
    assert table.organisation and table.organisation.name == "Sở Tư pháp tỉnh Tuyên Quang"
    assert table.totals.printed_max == 66.27
    assert table.totals.index_value == pytest.approx(100 * 62.62 / 66.27)  # 94.49
    assert found(table) == [("C3", "column-computed")]


@pytest.mark.parametrize(
    ("row", "place", "code"),
    [
        ("1 | Một | 1,50 | 15 | ", "D4", "points-above-max"),
        ("1 | Một | 1,50 | một | ", "D4", "not-a-number"),
        ("1 | Một | 1,50 | -0,5 | 2,00", "D4", "negative-points"),
        ("1 | Một | 1,50 | 1,00 | 0,20", "E4", "lost-differs"),
        ("1 | Một | 1,50 |  | ", "D4", "points-missing"),
    ],
)
def test_a_wrong_number_is_found_at_its_place(
    read: Reader, row: str, place: str, code: str
) -> None:
    table = read(f"""
        STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định | Điểm bị mất
        {row}
    """)
    assert (place, code) in found(table)


def test_a_blank_survey_score_is_normal(read: Reader) -> None:
    table = read("""
        STT | Tiêu chí                      | Điểm chuẩn | Điểm tự đánh giá | Điểm thẩm định
        9   | Kết quả điều tra xã hội học   | 10         |                  |
    """)
    assert found(table, REST, "column-computed") == []
    assert table.frame["points"].isna().all()  # missing is not zero


def test_a_repeated_code_is_an_error(read: Reader) -> None:
    table = read("""
        STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định | Điểm bị mất
        1.1 | Một      | 1          | 1              | 0
        1.1 | Hai      | 1          | 1              | 0
    """)
    assert found(table, REST) == [("A5", "duplicate-code")]
    assert table.exit_code == 1 and not table.loadable


def test_a_child_whose_parent_is_not_printed(read: Reader) -> None:
    table = read("""
        STT   | Tiêu chí | Điểm chuẩn | Điểm thẩm định | Điểm bị mất
        1     | Lĩnh vực | 5          | 4              | 1
        1.2.1 | Một      | 1          | 0              | 1
    """)
    assert found(table, REST) == [("A5", "child-without-parent")]
    assert table.frame["parent"].tolist() == ["", "1"]  # it hangs under the nearest one printed


def test_section_rows_without_numbers_take_the_sums_of_their_children(read: Reader) -> None:
    table = read("""
        STT | Tiêu chí     | Điểm chuẩn | Điểm thẩm định
        I   | CHỈ ĐẠO      |            |
        1   | Kế hoạch     |            |
        1.1 | Ban hành     | 2          | 1,5
        1.2 | Thực hiện    | 3          | 3
        2   | Kiểm tra     | 1          | 0
        II  | THỂ CHẾ      |            |
        1   | Theo dõi     | 4          | 4
    """)
    assert table.frame["code"].tolist() == ["1", "1.1", "1.1.1", "1.1.2", "1.2", "2", "2.1"]
    assert table.frame["lost_points"].tolist() == [1.5, 0.5, 0.5, 0, 1, 0, 0]  # 0.5 + 1 = 1.5
    assert (table.totals.lost, table.totals.printed_max) == (1.5, 10)  # 2 + 3 + 1, 4
    assert found(table, REST, "column-computed") == [("C4", "heading-summed")]


def test_titles_clash_only_under_one_parent(read: Reader) -> None:
    table = read("""
        STT | Tiêu chí           | Điểm chuẩn | Điểm thẩm định | Điểm bị mất
        4   | Tổ chức bộ máy     | 5          | 4              | 1
        4.1 | Thực hiện phân cấp | 3          | 2,5            | 0,5
        4.3 | Thực hiện phân cấp | 2          | 1,5            | 0,5
        5   | Công vụ            | 5          | 5              | 0
        5.1 | Thực hiện phân cấp | 5          | 5              | 0
    """)
    assert found(table, REST) == [("B6", "title-clash")]


def test_totals_averages_sections_and_notes_are_not_rows(read: Reader) -> None:
    table = read("""
        STT | Tiêu chí       | Điểm chuẩn | Điểm thẩm định | Điểm bị mất
        1   | Chỉ đạo        | 10         | 8              | 2
        2   | Thể chế        | 10         | 9              | 1
            | Tổng cộng      | 20         | 17             | 3
            | Điểm cao nhất  | 10         | 9              | 2
            | (Ghi chú: số liệu công bố) |  |  |
        Nơi nhận: | | | |
    """)
    assert table.frame["code"].tolist() == ["1", "2"]
    assert found(table, REST) == []


def test_a_printed_total_that_differs(read: Reader) -> None:
    table = read("""
        STT | Tiêu chí  | Điểm chuẩn | Điểm thẩm định | Điểm bị mất
        1   | Chỉ đạo   | 10         | 8              | 2
        2   | Thể chế   | 10         | 9              | 1
            | Tổng điểm | 20         | 17             | 4
    """)
    assert found(table, REST) == [("E6", "total-differs")]  # 2 + 1 ≠ 4


def test_a_number_without_a_code_is_said_and_not_counted(read: Reader) -> None:
    table = read("""
        STT | Tiêu chí              | Điểm chuẩn | Điểm thẩm định | Điểm bị mất
        1   | Chỉ đạo               | 10         | 8              | 2
            | Ban hành trong quý I  | 0,5        |                |
    """)
    assert found(table, REST) == [("A5", "row-without-code")]
    assert table.totals.lost == 2


@pytest.mark.parametrize(
    ("printed", "codes"),
    [
        (["1.", "1.1.", "1.1.1."], ["1", "1.1", "1.1.1"]),
        (["I", "1", "1.1", "II", "1", "1.1"], ["1", "1.1", "1.1.1", "2", "2.1", "2.1.1"]),
        (["I", "1.1", "1.2", "II", "2.1"], ["1", "1.1", "1.2", "2", "2.1"]),
        (["Lĩnh vực 1", "Tiêu chí 1.5", "TC 1.6"], ["1", "1.5", "1.6"]),
        (["1", "1.1", "a", "b", "1.2", "a"], ["1", "1.1", "1.1.a", "1.1.b", "1.2", "1.2.a"]),
        (["1", "1.8", "1.9", "=1.1", "1.11"], ["1", "1.8", "1.9", "1.10", "1.11"]),
        (["1", "=1.1", "=1.2"], ["1", "1.1", "1.2"]),
        (["3", "3.4", "@2001-04-03", "3.4.2"], ["3", "3.4", "3.4.1", "3.4.2"]),
    ],
)
def test_codes_are_canonical(read: Reader, printed: list[str], codes: list[str]) -> None:
    lines = [f"{code} | Tiêu chí số {at} | 1 | 1 | 0" for at, code in enumerate(printed)]
    header = "STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định | Điểm bị mất"
    table = read("\n".join([header, *lines]))
    assert table.frame["code"].tolist() == codes


def test_a_repaired_code_is_a_note_with_both_readings(read: Reader) -> None:
    table = read("""
        STT  | Tiêu chí | Điểm chuẩn | Điểm thẩm định | Điểm bị mất
        1.9  | Chín     | 1          | 1              | 0
        =1.1 | Mười     | 1          | 1              | 0
    """)
    (note,) = [one for one in table.problems if one.code == "code-repaired"]
    assert (note.severity, note.row, note.column, note.found) == ("note", 5, "A", "1.1")
    assert note.expected and "1.10" in note.expected


@pytest.mark.parametrize(
    ("printed", "number"),
    [("0,996", 0.996), ("=0.996", 0.996), ("1,00 điểm", 1.0), ("−0,5", -0.5), ("0.75", 0.75)],
)
def test_numbers_in_every_form(read: Reader, printed: str, number: float) -> None:
    table = read(f"""
        STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định | Điểm bị mất
        1   | Một      | 1          | {printed}      |
    """)
    assert table.frame["points"].tolist() == [number]


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
        STT | Tiêu chí | Kết quả |           |        | Chủ trì
            |          | Điểm    |           |        |
            |          | Chuẩn   | Thẩm định | Bị mất |
        1   | Chỉ đạo  | 10      | 8         | 2      | Sở Nội vụ
        """,
        merge=["C3:E3", "C4:E4", "A3:A5", "B3:B5", "F3:F5"],
    )
    row = table.frame.iloc[0]
    assert (row.max_points, row.points, row.lost_points) == (10, 8, 2)


def test_an_unreadable_number_is_never_filled_in(read: Reader) -> None:
    table = read("""
        STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định | Điểm bị mất
        1   | Chỉ đạo  | 10         | tám            | 2
    """)
    assert found(table, REST) == [("D4", "not-a-number")]
    assert table.frame["points"].isna().all()


def test_blank_cells_of_a_printed_column_are_computed_and_said(read: Reader) -> None:
    table = read("""
        STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định | Điểm bị mất
        1   | Chỉ đạo  | 10         | 8              |
        2   | Thể chế  | 10         | 9              | 1
    """)
    assert table.frame["lost_points"].tolist() == [2, 1]
    assert found(table, REST) == [("E4", "cell-computed")]


def test_a_parent_without_points_takes_what_its_children_lost(read: Reader) -> None:
    table = read("""
        STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định | Điểm bị mất
        1   | Chỉ đạo  | 10         |                |
        1.1 | Kế hoạch | 10         | 8              | 2
        2   | Thể chế  | 10         | 9              | 1
    """)
    assert table.totals.lost == 3  # 2 + 1
    assert found(table, REST) == [("C4", "heading-summed")]


def test_a_part_of_the_loss_does_not_pass_for_the_whole(read: Reader) -> None:
    table = read("""
        STT | Tiêu chí                    | Điểm chuẩn | Điểm thẩm định
        1   | Chỉ đạo                     | 10         | 8
        9   | Kết quả điều tra xã hội học | 33,5       |
    """)
    assert (table.totals.lost, table.totals.index_value) == (None, None)


def test_a_numbered_total_and_numbered_notes_are_not_rows(read: Reader) -> None:
    table = read("""
        STT | Tiêu chí              | Điểm chuẩn | Điểm thẩm định | Điểm bị mất
        1   | Chỉ đạo               | 10         | 8              | 2
        2   | Tổng cộng             | 10         | 8              | 2
        1   | Ghi chú: số công bố   |            |                |
    """)
    assert (table.frame["code"].tolist(), table.totals.lost) == (["1"], 2)
    assert found(table, REST) == []


@pytest.mark.parametrize(
    "total",
    [
        "Tổng cộng | 20 | 17 | 3",
        "TỔNG ĐIỂM | 100 | 97 | 3",
        "Điểm trung bình | 10 | 9 | 1",
        "Cộng lĩnh vực 1 | 10 | 8 | 2",
    ],
)
def test_totals_of_many_kinds_say_nothing_where_they_close(read: Reader, total: str) -> None:
    table = read(f"""
        STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định | Điểm bị mất
        1   | Chỉ đạo  | 10         | 8              | 2
        2   | Thể chế  | 10         | 9              | 1
            | {total}
    """)
    assert (table.rows, found(table, REST)) == (2, [])


def test_appraisal_and_survey_in_columns_of_their_own(read: Reader) -> None:
    table = read("""
        STT | Tiêu chí           | Điểm chuẩn | Điểm thẩm định | Điểm điều tra XHH
        1   | Chỉ đạo            | 10         | 8              |
        9   | Điều tra xã hội học | 33,5      |                | 26,19
    """)
    assert table.frame["points"].tolist() == [8, 26.19]
    assert table.totals.lost == 9.31  # 2 + 7.31


def test_a_signature_block_is_no_row_and_no_problem(read: Reader) -> None:
    table = read("""
        STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định                  | Điểm bị mất
        1   | Chỉ đạo  | 10         | 8                               | 2
            |          |            | Đà Lạt, ngày 23 tháng 8 năm 2021 |
            |          |            | TM. ỦY BAN NHÂN DÂN             | CHỦ TỊCH
    """)
    assert (table.rows, found(table, REST)) == (1, [])


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


def test_code_and_title_in_one_cell(read: Reader) -> None:
    table = read("""
        STT         | Tiêu chí | Điểm chuẩn | Điểm thẩm định | Điểm bị mất
        I. CHỈ ĐẠO  |          | 10         | 8              | 2
        1.1         | Kế hoạch | 10         | 8              | 2
    """)
    assert table.frame["code"].tolist() == ["1", "1.1"]
    assert table.frame["title"].tolist() == ["CHỈ ĐẠO", "Kế hoạch"]


def test_a_merge_below_the_last_row_is_harmless(read: Reader) -> None:
    table = read(
        """
        STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định | Chủ trì
        1   | Chỉ đạo  | 10         | 8              | Sở Nội vụ
        """,
        merge=["E50:G90"],
    )
    assert table.rows == 1


@pytest.mark.parametrize("number", ["=1e308", "=1e20"])
def test_a_number_beyond_reason_is_refused(read: Reader, number: str) -> None:
    table = read(f"""
        STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định | Điểm bị mất
        1   | Chỉ đạo  | {number}   | 8              | 2
    """)
    assert ("C4", "not-a-number") in found(table)


def test_what_a_parent_prints_itself_stays(read: Reader) -> None:
    table = read("""
        STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định | Điểm bị mất
        1   | Chỉ đạo  |            | 7              |
        1.1 | Một      | 5          | 4              | 1
        1.2 | Hai      | 5          | 4              | 1
    """)
    row = table.frame.iloc[0]
    assert (row.max_points, row.points, row.lost_points) == (10, 7, 3)  # 5 + 5 − 7
    assert ("E4", "children-differ") in found(table)  # 1 + 1 ≠ 3


def test_an_unreadable_parent_is_not_filled_from_its_children(read: Reader) -> None:
    table = read("""
        STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định | Điểm bị mất
        1   | Chỉ đạo  | 10         | 8              | x?
        1.1 | Một      | 10         | 8              | 2
    """)
    assert found(table, REST) == [("E4", "not-a-number")]
    assert (table.totals.lost, table.totals.index_value) == (None, None)


@pytest.mark.parametrize(
    "codes", [["=1", "=1.5", "=1.5"], ["=1.1", "=1.1"], ["=1.1", "=1.2", "=1.1"]]
)
def test_a_repeated_number_is_no_lost_zero(read: Reader, codes: list[str]) -> None:
    lines = [f"{code} | Tiêu chí số {at} | 1 | 1 | 0" for at, code in enumerate(codes)]
    header = "STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định | Điểm bị mất"
    table = read("\n".join([header, *lines]))
    assert found(table, REST) == [(f"A{3 + len(codes)}", "duplicate-code")]


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


def test_a_printed_total_is_a_departments_own_maximum(read: Reader) -> None:
    table = read(
        """
        STT | Tiêu chí  | Điểm chuẩn | Điểm thẩm định | Điểm bị mất
        1   | Chỉ đạo   | 40         | 38             | 2
            | Tổng cộng | 66,27      | 64,27          | 2
        """,
        title="Chỉ số CCHC năm 2022 của Sở Tư pháp tỉnh Tuyên Quang",
    )
    assert table.totals.index_value == pytest.approx(100 * 64.27 / 66.27)
    assert found(table) == [("C3", "domain-absent")]


def test_a_last_criterion_without_numbers_is_missed(read: Reader) -> None:
    table = read("""
        STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định | Điểm bị mất
        1   | Chỉ đạo  | 10         | 8              | 2
        2   | Thể chế  |            |                |
    """)
    assert table.frame["code"].tolist() == ["1", "2"]
    assert ("D5", "points-missing") in found(table)


def test_a_leaf_without_points_is_missed_though_its_loss_tells_them(read: Reader) -> None:
    table = read("""
        STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định | Điểm bị mất
        1   | Chỉ đạo  | 10         |                | 2
    """)
    assert table.frame["points"].tolist() == [8]
    assert found(table, REST) == [("D4", "points-missing")]


def test_an_unreadable_survey_score_is_not_nothing(read: Reader) -> None:
    table = read("""
        STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định | Điểm điều tra XHH
        1   | Chỉ đạo  | 10         | 5              | x?
    """)
    assert found(table, REST, "column-computed") == [("E4", "not-a-number")]


def test_parts_that_do_not_make_the_printed_total(read: Reader) -> None:
    table = read("""
        STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định | Điểm điều tra XHH | Tổng điểm
        1   | Chỉ đạo  | 10         | 5              | 3                 | 9
    """)
    assert ("F4", "parts-differ") in found(table)  # 5 + 3 ≠ 9


@pytest.mark.parametrize(
    ("printed", "codes"),
    [
        (["I", "1.1", "II", "1.1"], ["1", "1.1", "2", "2.1"]),
        (["A", "1", "B", "1"], ["1", "1.1", "2", "2.1"]),
    ],
)
def test_numbers_begin_anew_under_headings(
    read: Reader, printed: list[str], codes: list[str]
) -> None:
    lines = [f"{code} | Tiêu chí số {at} | 1 | 1 | 0" for at, code in enumerate(printed)]
    header = "STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định | Điểm bị mất"
    assert read("\n".join([header, *lines])).frame["code"].tolist() == codes
