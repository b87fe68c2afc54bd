"""Which column holds which field where several could: names first, then the values decide."""

from collections.abc import Callable

import pytest

from scoring.ingest.finding.headers import Headers
from scoring.ingest.finding.layout import Layout, layouts
from scoring.ingest.opening.workbook import Sheet, column_letter
from scoring.ingest.reference import Reference
from tests.ingest.conftest import rows_of

Finder = Callable[..., tuple[Layout, ...]]


@pytest.fixture(scope="session")
def find(reference: Reference) -> Finder:
    """The tables of a text table, found anew."""
    headers = Headers(reference.headers)

    def found(text: str, **options: object) -> tuple[Layout, ...]:
        written = rows_of(text)
        width = max(map(len, written))
        rows = [["" if cell is None else cell for cell in row] for row in written]
        sheet = Sheet("Trang 1", [[*row, *[""] * (width - len(row))] for row in rows])
        return layouts(sheet, headers, **options)  # type: ignore[arg-type]

    return found


def letters(layout: Layout) -> dict[str, str]:
    """The letter of each field's column."""
    return {field: column_letter(at) for field, at in layout.columns.items()}


def doubts(layout: Layout) -> list[tuple[str, str, str, str]]:
    return [
        (one.code, one.field, column_letter(one.column), column_letter(one.other))
        for one in layout.doubts
    ]


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


def test_rounds_under_one_heading(find: Finder) -> None:
    (table,) = find("""
        STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định |       | Điểm bị mất
            |          |            | Lần 1          | Lần 2 |
        1   | Chỉ đạo  | 10         | 7              | 8     | 2
    """)
    assert letters(table)["points"] == "E"
    assert [one[0] for one in doubts(table)] == ["column-superseded"]


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


def test_a_blank_column_within_a_table_does_not_take_its_values_away(find: Finder) -> None:
    league, scores = find("""
        Hạng | Tỉnh     | | Chỉ số | | STT | Tiêu chí | Điểm chuẩn | Điểm đạt
        1    | Hà Giang | | 90,09  | | 1   | Chỉ đạo  | 10         | 8
    """)
    assert letters(league) == {"rank": "A", "organisation": "B", "value": "D"}
    assert (scores.kind, letters(scores)["code"]) == ("scores", "F")


def test_a_group_of_one_year_is_no_year_of_each_column(find: Finder) -> None:
    (table,) = find("""
        Hạng | Bộ         | Kết quả năm 2023 |           |
             |            | Điểm thẩm định   | Tổng điểm đạt | PAR INDEX
        1    | Bộ Tư pháp | 61,86            | 89,95         | 89,95
    """)
    assert (table.year, letters(table)["value"]) == (2023, "E")
