"""Is what a table of targets leaves unclear kept and said, and nothing guessed?"""

from tests.ingest.conftest import Reader, found, told
from tests.ingest.target_frames import CCHC, rows


def test_nothing_is_lost_and_nothing_guessed(read: Reader) -> None:
    table = read(
        """
        TT | Chỉ tiêu          | ĐVT  | Kết quả năm 2022 | Chỉ tiêu năm 2023 | Chỉ tiêu năm 2030
        1  | Tỷ lệ lãnh đạo          | %   | khá              | 20                | 25% - 35%
        2  | Ban hành kế hoạch       |     |                  |                   |
        3  | Chỉ số CCHC             | Điểm |                 | 86%               |
        """,
        title=CCHC,
    )
    assert rows(table, "code", "kind", "amount", "due_year", "sentence") == [
        ("1", "at_least", 20, 2023, "20"),
        ("1", None, None, 2030, "25% - 35%"),
        ("2", None, None, None, "Ban hành kế hoạch"),
        ("3", "at_least", 86, 2023, "86%"),
    ]
    assert found(table) == [
        ("F4", "target-unreadable"),
        ("E5", "target-missing"),
        ("E6", "target-measure-differs"),
        ("D4", "base-unreadable"),
    ]
    assert {one.severity for one in table.problems} == {"warning"}
    assert told(table, "target-unreadable")[0][1] == "“25% - 35%”"
    assert table.loadable


def test_a_sentence_with_an_amount_that_is_not_certain_is_kept(read: Reader) -> None:
    table = read(
        """
        TT | Chỉ tiêu                                       | Chủ trì
        1  | 25% - 35% số lãnh đạo đủ khả năng; 100% văn bản ký số | Sở Nội vụ
        2  | Nâng cao chất lượng phục vụ                    | Sở Nội vụ
        """,
        title=CCHC,
    )
    assert rows(table, "code", "kind", "amount") == [
        ("1", "at_least", 100),
        ("1", None, None),
        ("2", None, None),
    ]
    assert found(table) == [("B4", "target-unreadable"), ("B5", "target-unreadable")]


def test_a_year_that_is_not_clear_is_asked_once(read: Reader) -> None:
    table = read(
        """
        TT | Chỉ tiêu      | ĐVT | Mức phải đạt | Năm
        1  | Tỷ lệ hồ sơ   | %   | 90           |
        2  | Tỷ lệ văn bản | %   | 95           |
        3  | Tỷ lệ phí     | %   | 95           | sớm
        """,
        title="Mục tiêu CCHC đến năm 2025, định hướng đến năm 2030 của tỉnh Lâm Đồng",
    )
    assert rows(table, "due_year") == [(None,)] * 3
    assert found(table) == [("E6", "target-due-unknown"), ("4", "target-due-unknown")]
    assert told(table, "target-due-unknown")[1] == ("năm phải đạt", "không có, ở 2 dòng")


def test_a_goal_without_a_name_is_said_and_not_given_to_the_row_above(read: Reader) -> None:
    table = read(
        """
        TT | Chỉ tiêu      | ĐVT | Chỉ tiêu năm 2023
        1  | Tỷ lệ hồ sơ   | %   | 90
        2  |               | %   | 95
        """,
        title=CCHC,
    )
    assert rows(table, "code", "amount") == [("1", 90)]
    assert found(table) == [("B5", "target-without-name")]


def test_leads_are_looked_up_as_in_a_list_of_tasks(read: Reader) -> None:
    table = read(
        """
        TT | Chỉ tiêu      | ĐVT | Chỉ tiêu năm 2023 | Chỉ tiêu năm 2024 | Chủ trì
        1  | Tỷ lệ hồ sơ   | %   | 90                | 95                | Thanh tra tình
        2  | Tỷ lệ văn bản | %   | 95                | 96                |
        """,
        title=CCHC,
    )
    assert [(one.found, one.read) for one in table.repairs] == [
        ("Thanh tra tình", "Thanh tra tỉnh")
    ]
    assert found(table) == [("F5", "lead-missing")]


def test_other_columns_of_numbers_are_named(read: Reader) -> None:
    table = read(
        """
        TT | Chỉ tiêu    | ĐVT | Chỉ tiêu năm 2023 | Kinh phí
        1  | Tỷ lệ hồ sơ | %   | 86                | 20
        """,
        title=CCHC,
    )
    assert found(table) == [("E3", "column-unread")]


def test_results_of_the_year_that_is_aimed_at_are_no_base_and_said(read: Reader) -> None:
    table = read(
        """
        TT | Chỉ tiêu     | ĐVT | Kết quả năm 2022 | Chỉ tiêu năm 2023 | Kết quả năm 2023
        1  | Tỷ lệ hồ sơ  | %   | 80               | 86                | 84,5
        2  | Tỷ lệ trả về | %   |                  | 90                |
        """,
        title=CCHC,
    )
    (said,) = table.problems
    assert (said.code, said.severity, said.column) == ("target-reached", "note", "F")
    assert said.found == "1 kết quả ở cột “Kết quả năm 2023”, chưa đọc"
    assert rows(table, "base_year", "base_value") == [(2022, 80.0), (None, None)]
