"""Which column holds which field where several could: names first, then the values decide."""

import pytest

from tests.ingest.layouts import Finder, doubts, letters


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Điểm BNV chấm", "points"),
        ("Điểm HĐTĐ", "points"),
        ("Kết quả chấm", "points"),
        ("Điểm thẩm định của Bộ Nội vụ", "points"),
        ("Tự chấm", "self_points"),
        ("Điểm tự chấm của đơn vị", "self_points"),
    ],
)
def test_points_go_by_these_names_too(find: Finder, header: str, field: str) -> None:
    (table,) = find(f"STT | Tiêu chí | Điểm tối đa | {header}\n1 | Chỉ đạo | 10 | 8")
    assert (table.kind, letters(table)[field], table.doubts) == ("scores", "D", ())


@pytest.mark.parametrize(
    "header",
    [
        "Thang điểm",
        "ĐIỂM CHUẨN (theo QĐ số 1149/QĐ-BNV)",
        "Điểm tối đa theo Bộ tiêu chí",
        "Điểm\nchuẩn",
    ],
)
def test_the_maximum_goes_by_these_names_too(find: Finder, header: str) -> None:
    header = header.replace("\n", " ")
    (table,) = find(f"STT | Tiêu chí | {header} | Điểm đạt\n1 | Chỉ đạo | 10 | 8")
    assert (table.kind, letters(table)["max_points"]) == ("scores", "C")


@pytest.mark.parametrize("header", ["Số điểm bị trừ", "Điểm trừ", "So với điểm chuẩn"])
def test_lost_points_go_by_these_names_too(find: Finder, header: str) -> None:
    (table,) = find(f"STT | Tiêu chí | Điểm chuẩn | Điểm đạt | {header}\n1 | A | 10 | 8 | 2")
    assert letters(table)["lost_points"] == "E"


@pytest.mark.parametrize("name", ["Hoạt động", "Nội dung hoạt động", "Các hoạt động"])
@pytest.mark.parametrize(
    ("header", "kind", "field"),
    [
        ("STT | {} | Cơ quan chủ trì | Thời gian hoàn thành", "tasks", "title"),
        ("STT | {} | Điểm tối đa | Điểm đạt", "scores", "title"),
        ("STT | {} | Thang điểm", "criteria", "title"),
        ("STT | Nhiệm vụ | Cơ quan chủ trì | {} | Thời gian", "tasks", "solution"),
        ("STT | Tiêu chí | Điểm tối đa | {} | Điểm đạt", "scores", "solution"),
    ],
)
def test_activities_are_what_is_done_and_name_the_rows_where_nothing_else_does(
    find: Finder, name: str, header: str, kind: str, field: str
) -> None:
    (table,) = find(f"{header.format(name)}\n1 | Chỉ đạo | 10 | Tập huấn | 8")
    column = "BCD"[header.split(" | ").index("{}") - 1]
    assert (table.kind, letters(table)[field]) == (kind, column)


def test_activities_beside_another_table_name_rows_where_these_are_numbered(find: Finder) -> None:
    one, other = find("""
        Hạng | Tỉnh     | Chỉ số | | STT | Hoạt động | Điểm chuẩn | Điểm đạt
        1    | Hà Giang | 90,09  | | 1   | Chỉ đạo   | 10         | 8
    """)
    assert (one.kind, other.kind) == ("league", "scores")
    (table,) = find("""
        STT | Tiêu chí | Điểm chuẩn | Điểm đạt | | Hoạt động | Chủ trì   | Thời hạn
        1   | Chỉ đạo  | 10         | 8        | | Tập huấn  | Sở Nội vụ | Quý I
    """)
    assert (table.kind, letters(table)["solution"]) == ("scores", "F")


@pytest.mark.parametrize(
    ("header", "kind", "columns"),
    [
        ("STT | Yếu tố | Năm trước | Năm nay", "satisfaction", {"percent": "D"}),
        ("STT | Yếu tố | Năm nay (%) | Năm trước (%)", "satisfaction", {"percent": "C"}),
        ("STT | Yếu tố | Kỳ trước | Kỳ này", "satisfaction", {"percent": "D"}),
        ("STT | Yếu tố | Người dân | Chung", "satisfaction", {"percent": "D"}),
        ("STT | Yếu tố | Ghi chú | Hài lòng chung", "satisfaction", {"percent": "D"}),
        ("Hạng | Đơn vị | Hài lòng chung | Ghi chú", "league", {"value": "C"}),
        ("Hạng | Đơn vị | Người dân | Chung", "league", {"rank": "A", "value": "D"}),
        ("Hạng chung | Đơn vị | Người dân | Chung", "league", {"rank": "A", "value": "D"}),
    ],
)
def test_short_names_of_results(
    find: Finder, header: str, kind: str, columns: dict[str, str]
) -> None:
    (table,) = find(f"{header}\n1 | Tiếp cận | 80,1 | 82,2")
    found = letters(table)
    assert table.kind == kind
    assert {field: found.get(field) for field in columns} == columns
    assert table.doubts == ()


@pytest.mark.parametrize(
    ("header", "change", "lost"),
    [
        ("Tăng/giảm", ("0,5", "-0,2"), None),  # a change on last year
        ("Tăng/giảm", ("2", "1"), "E"),  # max − points in every row
        ("Tăng (+), giảm (-) so với năm 2019", ("2", "3"), None),
        ("So với điểm chuẩn", ("-2", "-1"), None),  # points − max
        ("So với điểm chuẩn", ("80%", "90%"), None),
    ],
)
def test_a_change_is_no_loss_unless_the_rows_prove_it(
    find: Finder, header: str, change: tuple[str, str], lost: str | None
) -> None:
    (table,) = find(f"""
        STT | Tiêu chí | Điểm chuẩn | Điểm đạt | {header}
        1   | Chỉ đạo  | 10         | 8        | {change[0]}
        2   | Thể chế  | 10         | 9        | {change[1]}
    """)
    assert letters(table).get("lost_points") == lost
    assert table.year is None


def test_a_difference_to_the_self_assessment_is_no_loss(find: Finder) -> None:
    (table,) = find("""
        STT | Tiêu chí | Điểm chuẩn | Điểm tự chấm | Điểm thẩm định | Chênh lệch
        1   | Chỉ đạo  | 10         | 9            | 8              | -1
        2   | Thể chế  | 10         | 10           | 9              | -1
    """)
    assert "lost_points" not in table.columns


def test_the_numbers_close_with_one_of_two_columns(find: Finder) -> None:
    (table,) = find("""
        STT | Tiêu chí | Điểm chuẩn | Kết quả | Điểm đạt được | Điểm bị mất
        1   | Chỉ đạo  | 10         | 7       | 8             | 2
        2   | Thể chế  | 10         | 5       | 9             | 1
    """)
    assert (letters(table)["points"], doubts(table)) == ("E", [])


def test_the_loss_is_the_difference_that_closes(find: Finder) -> None:
    (table,) = find("""
        STT | Tiêu chí | Điểm chuẩn | Điểm tự chấm | Điểm đạt | Chênh lệch | Điểm bị mất
        1   | Chỉ đạo  | 10         | 9            | 8        | 1          | 2
        2   | Thể chế  | 10         | 10           | 9        | 1          | 1
    """)
    assert (letters(table)["lost_points"], doubts(table)) == ("G", [])


def test_two_columns_of_points_that_differ_are_asked_about(find: Finder) -> None:
    (table,) = find("""
        STT | Tiêu chí | Điểm chuẩn | Điểm đạt được | Điểm công bố
        1   | Chỉ đạo  | 10         | 7             | 8
    """)
    assert doubts(table) == [("column-doubtful", "points", "D", "E")]


@pytest.mark.parametrize("other", ["7", ""])
def test_two_columns_that_say_the_same_or_nothing_are_not(find: Finder, other: str) -> None:
    (table,) = find(f"""
        STT | Tiêu chí | Điểm chuẩn | Điểm đạt được | Điểm công bố
        1   | Chỉ đạo  | 10         | {other}       | 7
    """)
    assert doubts(table) == []
    assert letters(table)["points"] == ("D" if other else "E")


def test_words_are_no_points_where_another_column_has_numbers(find: Finder) -> None:
    (table,) = find("""
        STT | Tiêu chí | Điểm chuẩn | Kết quả        | Điểm đạt
        1   | Chỉ đạo  | 10         | Đã ban hành    | 8
        2   | Thể chế  | 10         | Chưa ban hành  | 0
    """)
    assert (letters(table)["points"], doubts(table)) == ("E", [])


def test_of_two_rounds_the_last_counts_and_the_first_is_said(find: Finder) -> None:
    (table,) = find("""
        STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định lần 1 | Điểm thẩm định lần 2
        1   | Chỉ đạo  | 10         | 7                    | 8
    """)
    assert letters(table)["points"] == "E"
    assert doubts(table) == [("column-superseded", "points", "E", "D")]


def test_a_column_of_numbers_leads_nothing(find: Finder) -> None:
    (table,) = find("""
        STT | Tiêu chí | Điểm chuẩn | Điểm đạt | Đơn vị thực hiện | Cơ quan chủ trì
        1   | Chỉ đạo  | 10         | 8        | 12               | Sở Nội vụ
        2   | Thể chế  | 10         | 9        | 15               | Sở Tư pháp
    """)
    assert letters(table)["lead"] == "F"


def test_codes_under_the_name_of_criteria(find: Finder) -> None:
    (table,) = find("""
        Tiêu chí | Nội dung | Điểm chuẩn | Điểm đạt
        1        | Chỉ đạo  | 10         | 8
        1.1      | Kế hoạch | 10         | 8
    """)
    assert (letters(table)["code"], letters(table)["title"]) == ("A", "B")


def test_a_name_that_tells_little_is_asked_about_unless_the_rows_prove_it(find: Finder) -> None:
    (asked,) = find("STT | Tiêu chí | Điểm chuẩn | Điểm thưởng\n1 | Chỉ đạo | 10 | 2")
    assert doubts(asked) == [("column-doubtful", "points", "D", "D")]
    (proved,) = find("""
        STT | Tiêu chí | Điểm chuẩn | Điểm của tỉnh | Điểm bị mất
        1   | Chỉ đạo  | 10         | 8             | 2
    """)
    assert doubts(proved) == []


@pytest.mark.parametrize(
    "header", ["Điểm năm trước", "Kết quả so với năm 2019", "Kết quả năm trước"]
)
def test_last_years_number_is_no_result(find: Finder, header: str) -> None:
    (table,) = find(f"STT | Tiêu chí | Điểm chuẩn | {header} | Điểm đạt\n1 | A | 10 | 7 | 8")
    assert (letters(table)["points"], table.year, table.doubts) == ("E", None, ())


def test_a_blank_column_within_a_table_does_not_take_its_values_away(find: Finder) -> None:
    league, scores = find("""
        Hạng | Tỉnh     | | Chỉ số | | STT | Tiêu chí | Điểm chuẩn | Điểm đạt
        1    | Hà Giang | | 90,09  | | 1   | Chỉ đạo  | 10         | 8
    """)
    assert letters(league) == {"rank": "A", "organisation": "B", "value": "D"}
    assert (scores.kind, letters(scores)["code"]) == ("scores", "F")
