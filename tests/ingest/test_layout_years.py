"""Years side by side: which columns are of which year."""

import pytest

from tests.ingest.layouts import Finder, doubts, letters


@pytest.mark.parametrize(
    ("header", "ranks"),
    [
        ("Chỉ số năm 2022 | Hạng | Chỉ số năm 2023 | Hạng", "DF"),
        ("Hạng | Chỉ số năm 2022 | Hạng | Chỉ số năm 2023", "CE"),
    ],
)
def test_a_column_without_a_year_is_of_the_year_beside_it(
    find: Finder, header: str, ranks: str
) -> None:
    tables = find(f"""
        TT | Tỉnh     | {header}
        1  | Lâm Đồng | 10 | 11 | 8  | 9
        2  | Gia Lai  | 40 | 41 | 45 | 46
    """)
    assert [(one.year, letters(one)["rank"]) for one in tables] == [
        (2022, ranks[0]),
        (2023, ranks[1]),
    ]
    assert [doubts(one) for one in tables] == [[], []]


def test_one_column_behind_the_years_is_of_the_last_one(find: Finder) -> None:
    first, second = find("""
        TT | Tỉnh     | Chỉ số năm 2022 | Chỉ số năm 2023 | Hạng
        1  | Lâm Đồng | 86,5            | 87              | 8
        2  | Gia Lai  | 84              | 83              | 45
    """)
    assert (letters(first).get("rank"), letters(second)["rank"]) == (None, "E")


def test_one_column_before_the_years_is_asked_about(find: Finder) -> None:
    tables = find("""
        Hạng | Tỉnh     | Chỉ số năm 2022 | Chỉ số năm 2023
        1    | Lâm Đồng | 86,5            | 87
        2    | Gia Lai  | 84              | 83
    """)
    assert [doubts(one) for one in tables] == [[("column-doubtful", "rank", "A", "A")]] * 2


def test_one_maximum_is_of_all_years(find: Finder) -> None:
    tables = find("""
        TT | Tiêu chí | Điểm đạt 2021 | Điểm đạt 2022 | Điểm chuẩn
        1  | Chỉ đạo  | 8             | 9             | 10
    """)
    assert [(letters(one)["max_points"], doubts(one)) for one in tables] == [("E", [])] * 2


def test_columns_named_by_a_year_alone_are_points_beside_a_maximum(find: Finder) -> None:
    tables = find("""
        TT  | Tiêu chí | Điểm chuẩn | Năm 2021 | Năm 2022 | Ghi chú
        1   | Chỉ đạo  | 10         | 9        | 8,5      |
        1.1 | Kế hoạch | 5          | 5        | 4,5      |
    """)
    assert [(one.kind, one.year, letters(one)["points"]) for one in tables] == [
        ("scores", 2021, "D"),
        ("scores", 2022, "E"),
    ]
    assert [[one[0] for one in doubts(table)] for table in tables] == [["column-doubtful"]] * 2


def test_they_are_not_beside_points_that_say_so(find: Finder) -> None:
    (table,) = find("""
        TT  | Tiêu chí | Điểm chuẩn | Điểm đạt | Năm 2021 | Năm 2022
        1   | Chỉ đạo  | 10         | 8        | 9        | 8,5
    """)
    assert (table.year, letters(table)["points"]) == (None, "D")


@pytest.mark.parametrize("within", ["Hạng trong vùng", "Xếp hạng trong khối", "Thứ hạng theo nhóm"])
@pytest.mark.parametrize("whole", ["Hạng cả nước", "Hạng", "Thứ hạng toàn quốc"])
def test_a_rank_among_some_is_not_taken_for_the_rank_among_all(
    find: Finder, within: str, whole: str
) -> None:
    (table,) = find(f"""
        Tỉnh, thành phố | Chỉ số CCHC | {within} | {whole}
        Lâm Đồng        | 86,5        | 1        | 10
        Đồng Nai        | 85          | 1        | 30
    """)
    assert (letters(table)["rank"], doubts(table)) == ("D", [])


def test_where_it_is_the_only_rank_it_is_read(find: Finder) -> None:
    (table,) = find("Đơn vị | Chỉ số | Xếp hạng trong khối\nSở Y tế | 80 | 1\nSở Nội vụ | 79 | 2")
    assert letters(table)["rank"] == "C"
