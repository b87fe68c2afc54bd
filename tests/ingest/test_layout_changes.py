"""Columns that compare two numbers hold no number of their own: no loss, no result, no rank."""

import pytest

from tests.ingest.layouts import Finder, doubts, letters


@pytest.mark.parametrize(
    "name",
    ["Chênh lệch 2022/2021", "Chênh lệch giữa hai năm", "Tăng, giảm năm 2022 so với năm 2021"],
)
def test_a_difference_of_two_years_is_the_loss_of_neither(find: Finder, name: str) -> None:
    tables = find(f"""
        TT | Tiêu chí | Điểm tối đa | Năm 2021 |        | Năm 2022 |        | {name}
           |          |             | Điểm đạt | Chỉ số | Điểm đạt | Chỉ số |
        1  | Chỉ đạo  | 10          | 8,75     | 87,5   | 9,1      | 91     | 0,35
        2  | Thể chế  | 10          | 8,25     | 82,5   | 8,05     | 80,5   | -0,2
    """)
    assert [(one.year, letters(one)["points"]) for one in tables] == [(2021, "D"), (2022, "F")]
    assert all("lost_points" not in one.columns for one in tables)


@pytest.mark.parametrize("year", ["Điểm đạt", "Điểm đạt năm 2022"])
def test_it_makes_no_table_of_another_year(find: Finder, year: str) -> None:
    (table,) = find(f"""
        TT | Tiêu chí | Điểm tối đa | {year} | Chênh lệch 2022/2021
        1  | Chỉ đạo  | 10          | 9,1    | 0,35
        2  | Thể chế  | 10          | 8,05   | -0,2
    """)
    assert (letters(table)["points"], "lost_points" in table.columns) == ("D", False)
    assert table.year in (None, 2022)


@pytest.mark.parametrize(
    ("name", "gaps", "lost"),
    [
        ("Chênh lệch điểm tự chấm và thẩm định", ("0,5", "0,5", "0"), None),
        ("Chênh lệch điểm tự đánh giá với điểm thẩm định", ("1,5", "0,5", "1"), None),
        ("Chênh lệch", ("0,3", "0,1", "0"), None),  # of something else
        ("Chênh lệch", ("1,5", "0,5", "1"), "E"),
        ("Chênh lệch", ("1,5", "0,5", "7"), "E"),  # with a slip, which the checks tell
        ("Điểm bị mất", ("0,3", "0,1", "0"), "E"),  # it says what it is
        ("Chênh lệch so với điểm chuẩn", ("0,3", "0,1", "0"), "E"),
    ],
)
def test_a_difference_is_the_loss_where_the_rows_say_so(
    find: Finder, name: str, gaps: tuple[str, str, str], lost: str | None
) -> None:
    (table,) = find(f"""
        STT | Tiêu chí | Điểm tối đa | Điểm thẩm định | {name}
        1   | Chỉ đạo  | 10          | 8,5            | {gaps[0]}
        1.1 | Kế hoạch | 5           | 4,5            | {gaps[1]}
        1.2 | Kiểm tra | 5           | 4              | {gaps[2]}
    """)
    assert letters(table).get("lost_points") == lost


def test_a_difference_that_nothing_can_prove_is_asked_about(find: Finder) -> None:
    (table,) = find("STT | Tiêu chí | Điểm tối đa | Chênh lệch\n1 | A | 10 | 1\n2 | B | 9 | 2")
    assert doubts(table) == [("column-doubtful", "lost_points", "D", "D")]


@pytest.mark.parametrize(
    "group", ["Tăng (+), giảm (-)", "Tăng/giảm", "Chênh lệch", "So với năm 2020", "Thay đổi"]
)
def test_results_under_a_change_are_changes(find: Finder, group: str) -> None:
    tables = find(f"""
        TT | Tỉnh     | Năm 2020 |      | Năm 2021 |      | {group} |
           |          | Chỉ số   | Hạng | Chỉ số   | Hạng | Chỉ số  | Hạng
        1  | Lâm Đồng | 83,93    | 32   | 86,5     | 20   | 2,57    | 12
        2  | Gia Lai  | 82       | 40   | 84       | 45   | 2       | -5
    """)
    assert [(one.year, letters(one)["value"], letters(one)["rank"]) for one in tables] == [
        (2020, "C", "D"),
        (2021, "E", "F"),
    ]
    assert [doubts(one) for one in tables] == [[], []]
