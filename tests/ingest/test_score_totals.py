"""Rows that repeat the others, rows that give a bonus, and lines that are no rows at all."""

import pytest

from tests.ingest.conftest import REST, Reader, found

HEADER = "STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định | Điểm bị mất"


@pytest.mark.parametrize(
    "total",
    [
        *(" | Tổng cộng", " | TỔNG ĐIỂM", " | TC", "TỔNG CỘNG | ", "3 | Tổng cộng", "II | Cộng:"),
        *(" | Tổng (I+II)", " | Tổng cộng (1 + 2)", " | Tổng điểm chuẩn", " | Tổng số điểm"),
        *(" | Tổng điểm đạt được", " | Điểm tổng", "I+II | Tổng", " | Tổng điểm các lĩnh vực"),
        *(" | Chỉ số CCHC", " | PAR INDEX", " | Chỉ số cải cách hành chính (PAR INDEX)"),
    ],
)
@pytest.mark.parametrize("above", [True, False])
def test_a_total_is_no_row_wherever_it_stands(read: Reader, total: str, above: bool) -> None:
    rows = ["1 | Chỉ đạo | 10 | 8 | 2", "2 | Thể chế | 10 | 9 | 1"]
    printed = f"{total} | 20 | 17 | 3"
    table = read("\n".join([HEADER, *([printed, *rows] if above else [*rows, printed])]))
    assert (table.frame["code"].tolist(), table.totals.lost) == (["1", "2"], 3)
    assert found(table, REST) == []


@pytest.mark.parametrize("total", [" | Tổng cộng", " | Tổng (I+II)", " | Chỉ số CCHC"])
def test_a_total_is_checked(read: Reader, total: str) -> None:
    table = read(f"""
        {HEADER}
        1 | Chỉ đạo | 10 | 8  | 2
        2 | Thể chế | 10 | 9  | 1
        {total}     | 20 | 17 | 4
    """)
    assert found(table, REST) == [("E6", "total-differs")]  # 2 + 1 ≠ 4


def test_an_index_in_percent_is_no_total(read: Reader) -> None:
    table = read(f"""
        {HEADER}
        1 | Chỉ đạo    | 10 | 8  | 2
          | PAR INDEX  |    | 80 |
    """)
    assert (table.rows, found(table, REST)) == (1, [])


@pytest.mark.parametrize(
    "subtotal",
    [" | Cộng I", " | Cộng lĩnh vực 1", "1 | Tổng lĩnh vực 1", " | Tổng điểm lĩnh vực Chỉ đạo"],
)
def test_a_part_total_is_neither_a_row_nor_the_total(read: Reader, subtotal: str) -> None:
    table = read(f"""
        {HEADER}
        1 | Chỉ đạo | 10 | 8 | 2
        {subtotal}  | 10 | 8 | 2
        2 | Thể chế | 10 | 9 | 1
    """)
    assert (table.frame["code"].tolist(), found(table, REST)) == (["1", "2"], [])


@pytest.mark.parametrize(
    "title",
    ["Tổng hợp, báo cáo kết quả", "Tổng số thủ tục hành chính", "Cộng đồng doanh nghiệp"],
)
def test_criteria_that_begin_like_totals_stay(read: Reader, title: str) -> None:
    assert read(f"{HEADER}\n1 | {title} | 10 | 8 | 2").frame["title"].tolist() == [title]
    table = read(f"{HEADER}\n1 | Chỉ đạo | 10 | 8 | 2\n | {title} | 5 | 5 | 0")
    assert found(table, REST) == [("A5", "row-without-code")]


def test_a_row_that_is_the_sum_of_the_others_never_counts_as_one_more(read: Reader) -> None:
    table = read(f"""
        {HEADER}
        1 | Chỉ đạo                | 10 | 8  | 2
        2 | Thể chế                | 10 | 9  | 1
          | Kết quả của cả năm     | 20 | 17 | 3
    """)
    assert table.totals.lost == 3  # 2 + 1
    assert found(table, REST) == [("A6", "row-without-code")]


@pytest.mark.parametrize("title", ["Điểm thưởng", "ĐIỂM TRỪ", "Điểm cộng"])
def test_a_bonus_counts_with_a_code_and_is_said_without(read: Reader, title: str) -> None:
    coded = read(f"{HEADER}\n1 | Chỉ đạo | 10 | 8 | 2\n2 | {title} | 1 | 1 | 0")
    assert coded.frame["code"].tolist() == ["1", "2"]
    bare = read(f"{HEADER}\n1 | Chỉ đạo | 10 | 8 | 2\n | {title} | 1 | 1 | 0")
    assert bare.frame["code"].tolist() == ["1"]
    assert found(bare, REST) == [("A5", "row-without-code")]


def test_a_penalty_is_negative(read: Reader) -> None:
    table = read(f"""
        {HEADER}
        1 | Chỉ đạo  | 10 | 8    | 2
        2 | Điểm trừ | 0  | -0,5 | 0,5
    """)
    assert table.totals.lost == 2.5  # 2 + 0.5
    assert found(table, REST) == [("D5", "negative-points")]


def test_lines_between_the_rows_are_no_rows(read: Reader) -> None:
    table = read(f"""
        {HEADER}
        1   | Chỉ đạo | 10  | 8   | 2
        (1) | (2)     | (3) | (4) | (5)
            |         |     |     |
        2   | Thể chế | 10  | 9   | 1
        1   | 2       | 3   | 4   | 5
        I   | Ghi chú của người lập | | |
        a)  | Nơi nhận: Sở Nội vụ   | | |
        Người lập biểu | | | Đà Lạt, ngày 23 tháng 8 năm 2021 |
    """)
    assert (table.frame["code"].tolist(), table.totals.lost) == (["1", "2"], 3)
    assert found(table, REST) == []


PARTS = "STT | Tiêu chí | Điểm tối đa | Điểm thẩm định | Điểm điều tra XHH | Tổng điểm | Chỉ số (%)"


@pytest.mark.parametrize(
    ("row", "points"),
    [
        ("5   |     |     ", 5.0),  # appraised only
        ("    | 3   |     ", 3.0),  # surveyed only
        ("5   | 3   |     ", 8.0),  # 5 + 3
    ],
)
def test_appraisal_and_survey_make_up_the_points(read: Reader, row: str, points: float) -> None:
    table = read(f"{PARTS}\n1 | Chỉ đạo | 10 | {row} |")
    assert table.frame["points"].tolist() == [points]


@pytest.mark.parametrize("row", ["|  | 8", "8 |  | 8", "| 8 | 8", "5 | 3 | 8"])
def test_a_printed_total_of_points_counts(read: Reader, row: str) -> None:
    table = read(f"{PARTS}\n1 | Chỉ đạo | 10 | {row} | 80")
    assert table.frame["points"].tolist() == [8]
    assert found(table, REST, "column-computed") == []


@pytest.mark.parametrize(
    ("percent", "differs"),
    [("80", False), ("=0.8", False), ("80,1", False), ("85", True), ("=0.9", True)],
)
def test_the_printed_percent_is_that_of_the_points(
    read: Reader, percent: str, differs: bool
) -> None:
    table = read(f"{PARTS}\n1 | Chỉ đạo | 10 | 8 | | 8 | {percent}")
    assert (("G4", "percent-differs") in found(table)) == differs  # 100 × 8 ÷ 10 = 80


def test_a_percent_of_work_done_is_none_of_the_points(read: Reader) -> None:
    table = read("""
        STT | Tiêu chí | Điểm tối đa | Điểm thẩm định | Tỷ lệ hoàn thành
        1   | Chỉ đạo  | 10          | 8              | 95
    """)
    assert found(table, REST, "column-computed") == []
