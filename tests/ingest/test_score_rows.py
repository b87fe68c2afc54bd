"""Which rows of a score table count, and what they add up to."""

import pytest

from tests.ingest.conftest import REST, Reader, found


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


def test_a_signature_block_is_no_row_and_no_problem(read: Reader) -> None:
    table = read("""
        STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định                  | Điểm bị mất
        1   | Chỉ đạo  | 10         | 8                               | 2
            |          |            | Đà Lạt, ngày 23 tháng 8 năm 2021 |
            |          |            | TM. ỦY BAN NHÂN DÂN             | CHỦ TỊCH
    """)
    assert (table.rows, found(table, REST)) == (1, [])


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


def test_parts_that_do_not_make_the_printed_total(read: Reader) -> None:
    table = read("""
        STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định | Điểm điều tra XHH | Tổng điểm
        1   | Chỉ đạo  | 10         | 5              | 3                 | 9
    """)
    assert ("F4", "parts-differ") in found(table)  # 5 + 3 ≠ 9
