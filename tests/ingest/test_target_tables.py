"""Which targets does a table of targets hold, by when, from where, and under whom?"""

import io
from typing import Any

import openpyxl
import pytest

from scoring.ingest.limits import Limits
from scoring.ingest.read import read_tables
from scoring.ingest.reference import Reference
from scoring.ingest.table import NUMBERS, Table
from tests.ingest.conftest import Reader, found, rows_of, told, workbook

CCHC = "Chỉ tiêu cải cách hành chính năm 2023 của tỉnh Lâm Đồng"
Rows = list[tuple[Any, ...]]


def rows(table: Table, *columns: str) -> Rows:
    """Some columns of the targets, None where nothing is said."""
    frame = table.frame[list(columns)].astype(object)
    return list(frame.where(frame.notna(), None).itertuples(index=False, name=None))


def test_one_row_an_indicator_and_a_column_a_year(read: Reader) -> None:
    table = read(
        """
        TT | Chỉ tiêu | Đơn vị tính | Kết quả năm 2022 | Chỉ tiêu năm 2023 | 2024 | 2025 | Chủ trì
        1  | Tỷ lệ hồ sơ đúng hạn    | %    | 95,2  | ≥ 98%   | 99 | 100   | Văn phòng Sở
        2  | Chỉ số SIPAS            | %    | 83,99 | tăng 2% |    | ≥ 90% | Sở Nội vụ
        3  | Xếp hạng Chỉ số PAPI    | Hạng | 32    | Top 10  | 10 | 8/63  | Sở Nội vụ
        4  | Tỷ lệ trễ hạn không quá | %    |       | 5       | 3  |       | Sở Nội vụ
        5  | Số cuộc kiểm tra        | cuộc | 4     | 5       | 6  |       | Sở Nội vụ
        """,
        title=CCHC,
    )
    assert (table.kind, table.index, table.year) == ("targets", "PAR", 2023)
    assert table.organisation and table.organisation.name == "Lâm Đồng"
    numbers = ("code", "kind", "amount", "percent", "measure", "due_year")
    assert rows(table, *numbers, "base_year", "base_value") == [
        ("1", "at_least", 98, True, "%", 2023, 2022, 95.2),
        ("1", "at_least", 99, True, "%", 2024, 2022, 95.2),
        ("1", "at_least", 100, True, "%", 2025, 2022, 95.2),
        ("2", "rise", 2, True, "%", 2023, 2022, 83.99),
        ("2", "at_least", 90, True, "%", 2025, 2022, 83.99),
        ("3", "rank", 10, False, "hạng", 2023, 2022, 32),
        ("3", "rank", 10, False, "hạng", 2024, 2022, 32),
        ("3", "rank", 8, False, "hạng", 2025, 2022, 32),
        ("4", "at_most", 5, True, "%", 2023, None, None),
        ("4", "at_most", 3, True, "%", 2024, None, None),
        ("5", "at_least", 5, False, "cuộc", 2023, 2022, 4),
        ("5", "at_least", 6, False, "cuộc", 2024, 2022, 4),
    ]
    assert rows(table, "title", "sentence", "lead", "index_name", "row")[3:6] == [
        ("Chỉ số SIPAS", "tăng 2%", "Sở Nội vụ", "SIPAS", 5),
        ("Chỉ số SIPAS", "≥ 90%", "Sở Nội vụ", "SIPAS", 5),
        ("Xếp hạng Chỉ số PAPI", "Top 10", "Sở Nội vụ", "PAPI", 6),
    ]
    assert found(table) == []
    assert table.loadable


def test_a_sentence_a_row_with_its_year_and_who_leads(read: Reader) -> None:
    table = read(
        """
        TT | Chỉ tiêu                                                 | Năm      | Chủ trì
        I  | Cải cách thủ tục hành chính                              |          |
        1  | Tỷ lệ hồ sơ giải quyết trực tuyến đạt tối thiểu 30%      | 2023     | Văn phòng Sở
        2  | Trên 99% số hồ sơ TTHC được trả kết quả đúng hạn         | Năm 2024 | Sở Nội vụ
        3  | 100% văn bản được ký số; 90% hồ sơ được xử lý trên mạng  | hằng năm | Sở Nội vụ
        """,
        title=CCHC,
    )
    assert rows(table, "code", "kind", "amount", "percent", "due_year", "lead") == [
        ("1.1", "at_least", 30, True, 2023, "Văn phòng Sở"),
        ("1.2", "at_least", 99, True, 2024, "Sở Nội vụ"),
        ("1.3", "at_least", 100, True, 2023, "Sở Nội vụ"),
        ("1.3", "at_least", 90, True, 2023, "Sở Nội vụ"),
    ]
    assert rows(table, "title", "sentence")[0] == (
        "Tỷ lệ hồ sơ giải quyết trực tuyến",
        "Tỷ lệ hồ sơ giải quyết trực tuyến đạt tối thiểu 30%",
    )
    assert rows(table, "sentence")[2:] == [
        ("100% văn bản được ký số",),
        ("90% hồ sơ được xử lý trên mạng",),
    ]
    assert set(table.frame["section"]) == {"Cải cách thủ tục hành chính"}
    assert found(table) == []


def test_a_goal_in_words_with_the_year_beside_it(read: Reader) -> None:
    table = read(
        """
        TT | Chỉ tiêu                 | Mục tiêu      | Năm hoàn thành
        1  | Tỷ lệ hồ sơ trực tuyến   | tối thiểu 80% | 2025
        2  | Tỷ lệ hồ sơ trực tuyến   | tối thiểu 90% | Quý IV/2030
        3  | Số cuộc kiểm tra         | ít nhất 2 cuộc |
        """,
        title="Mục tiêu cải cách hành chính đến năm 2025 của tỉnh Lâm Đồng",
    )
    assert table.year == 2025
    assert rows(table, "kind", "amount", "measure", "due_year") == [
        ("at_least", 80, "%", 2025),
        ("at_least", 90, "%", 2030),
        ("at_least", 2, "cuộc", 2025),
    ]
    assert found(table) == []


def test_headings_name_the_section_and_the_year(read: Reader) -> None:
    table = read(
        """
        TT | Chỉ tiêu                  | Đơn vị tính | Mức phải đạt
        A  | Mục tiêu đến năm 2025     |             |
        I  | Cải cách thể chế          |             |
        1  | Tỷ lệ văn bản được rà soát | %          | 90
        II | Cải cách TTHC             |             |
        1  | Tỷ lệ hồ sơ đúng hạn      | %           | 95
        B  | Định hướng đến năm 2030   |             |
        1  | Tỷ lệ văn bản được rà soát | %          | 100
        """,
        title="Mục tiêu CCHC đến năm 2025, định hướng đến năm 2030 của tỉnh Lâm Đồng",
    )
    assert rows(table, "amount", "due_year", "section") == [
        (90, 2025, "Cải cách thể chế"),
        (95, 2025, "Cải cách TTHC"),
        (100, 2030, None),
    ]
    assert found(table) == []


def test_a_column_of_sections_and_units_that_may_lead_or_measure(read: Reader) -> None:
    led = read(
        """
        TT | Lĩnh vực | Chỉ tiêu      | ĐVT | Kết quả 2022 | Chỉ tiêu 2023 | Đơn vị
        1  | Thể chế  | Tỷ lệ văn bản | %   | 90           | 95            | Sở Tư pháp
        2  |          | Tỷ lệ hồ sơ   | %   | 80           | 85            | Sở Nội vụ
        """,
        title="Chỉ tiêu CCHC của tỉnh Lâm Đồng",
    )
    assert rows(led, "section", "lead", "measure") == [
        ("Thể chế", "Sở Tư pháp", "%"),
        ("Thể chế", "Sở Nội vụ", "%"),
    ]
    assert led.year == 2023  # of the column: no title names it
    measured = read(
        """
        TT | Chỉ tiêu      | Đơn vị | Chỉ tiêu 2023 | Chỉ tiêu 2024
        1  | Tỷ lệ văn bản | %      | 95            | 96
        2  | Điểm PAR      | điểm   | 85            | 86
        """,
        title=CCHC,
    )
    assert rows(measured, "measure", "lead") == [("%", None), ("%", None)] + [("điểm", None)] * 2


def test_a_year_alone_before_the_plans_holds_results(read: Reader) -> None:
    table = read(
        """
        TT | Chỉ tiêu      | ĐVT | Năm 2021 | Năm 2022 | Năm 2023 | Năm 2025
        1  | Tỷ lệ hồ sơ   | %   | 80       | 85       | 90       | 95
        2  | Tỷ lệ văn bản | %   | 70       | -        | 75       |
        """,
        title=CCHC,
    )
    assert rows(table, "code", "amount", "due_year", "base_year", "base_value") == [
        ("1", 90, 2023, 2022, 85),
        ("1", 95, 2025, 2022, 85),
        ("2", 75, 2023, 2021, 70),
    ]


def test_a_result_is_no_base_of_a_goal_of_its_own_year(read: Reader) -> None:
    table = read(
        """
        TT | Chỉ tiêu    | ĐVT | Chỉ tiêu năm 2022 | Kết quả năm 2022 | Chỉ tiêu năm 2023
        1  | Tỷ lệ hồ sơ | %   | 80                | 85               | 90
        """,
        title=CCHC,
    )
    assert rows(table, "amount", "due_year", "base_value") == [(80, 2022, None), (90, 2023, 85)]


def test_a_base_that_the_sentence_names_counts_before_the_columns(read: Reader) -> None:
    table = read(
        """
        TT | Chỉ tiêu     | Kết quả năm 2022 | Chỉ tiêu năm 2023
        1  | Chỉ số SIPAS | 83,9             | tăng ít nhất 02% so với năm 2022 (năm 2022 là 83,99%)
        """,
        title=CCHC,
    )
    assert rows(table, "kind", "amount", "base_year", "base_value") == [("rise", 2, 2022, 83.99)]


# What is not understood.


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


def test_a_row_inside_a_merged_cell_that_says_nothing_is_no_target(read: Reader) -> None:
    table = read(
        """
        TT | Chỉ tiêu      | Mục tiêu | Năm  | Chủ trì
        1  | Tỷ lệ hồ sơ   | 90%      | 2025 | Sở Nội vụ
           | của người dân |          |      |
           |               |          |      |
        2  | Tỷ lệ phí     | 70%      | 2025 | Sở Tài chính
        """,
        title=CCHC,
        merge=["E4:E5"],
    )
    assert rows(table, "title", "amount") == [("Tỷ lệ hồ sơ của người dân", 90), ("Tỷ lệ phí", 70)]


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


# How rows are printed.


def test_merged_cells_go_for_all_their_rows(read: Reader) -> None:
    table = read(
        """
        TT | Chỉ tiêu    | Mục tiêu      | Năm  | Chủ trì
        1  | Tỷ lệ hồ sơ | tối thiểu 80% | 2025 | Sở Nội vụ
           |             | tối thiểu 90% | 2030 |
        2  | Tỷ lệ phí   | 70%           | 2025 | Sở Tài chính
        """,
        title=CCHC,
        merge=["A4:A5", "B4:B5", "E4:E5"],
    )
    assert rows(table, "code", "title", "amount", "due_year", "lead") == [
        ("1", "Tỷ lệ hồ sơ", 80, 2025, "Sở Nội vụ"),
        ("1", "Tỷ lệ hồ sơ", 90, 2030, "Sở Nội vụ"),
        ("2", "Tỷ lệ phí", 70, 2025, "Sở Tài chính"),
    ]


def test_a_row_without_a_name_goes_on_and_a_wrapped_one_is_put_together(read: Reader) -> None:
    table = read(
        """
        TT | Chỉ tiêu               | Mục tiêu      | Năm
        1  | Tỷ lệ hồ sơ            | tối thiểu 80% | 2025
           | của người dân          |               |
           |                        | tối thiểu 90% | 2030
        """,
        title=CCHC,
    )
    assert rows(table, "code", "title", "amount") == [
        ("1", "Tỷ lệ hồ sơ của người dân", 80),
        ("1", "Tỷ lệ hồ sơ của người dân", 90),
    ]


def test_a_heading_over_the_whole_width_and_the_lines_below_the_table(read: Reader) -> None:
    table = read(
        """
        TT                    | Chỉ tiêu      | ĐVT | Chỉ tiêu năm 2023
        I. Cải cách thể chế   |               |     |
        1                     | Tổng số hồ sơ | hồ sơ | 90
        Ghi chú: theo kế hoạch |              |     |
        """,
        title=CCHC,
    )
    assert rows(table, "title", "amount", "section") == [("Tổng số hồ sơ", 90, "Cải cách thể chế")]


@pytest.mark.parametrize(
    ("number_format", "read_as", "codes"),
    [("0%", (86, "86%"), []), ("General", (None, "0,86"), [("D4", "target-unreadable")])],
)
def test_a_fraction_is_a_percentage_where_it_is_shown_as_one(
    reference: Reference, number_format: str, read_as: tuple[Any, ...], codes: list[tuple[str, str]]
) -> None:
    text = """
        TT | Chỉ tiêu    | ĐVT | Chỉ tiêu năm 2023
        1  | Tỷ lệ hồ sơ | %   | =0.86
        """
    content = workbook({"Trang 1": [[CCHC], [], *rows_of(text)]})
    book = openpyxl.load_workbook(io.BytesIO(content))
    book.worksheets[0]["D4"].number_format = number_format
    stream = io.BytesIO()
    book.save(stream)
    (table,) = read_tables("bang.xlsx", stream.getvalue(), reference, Limits())
    assert rows(table, "amount", "sentence") == [read_as]
    assert found(table) == codes


def test_every_field_of_a_target_is_told(read: Reader) -> None:
    table = read(
        """
        TT | Chỉ tiêu    | ĐVT | Chỉ tiêu năm 2023
        1  | Tỷ lệ hồ sơ | %   | 86
        """,
        title=CCHC,
    )
    assert set(table.frame) == {"row", "code", "title", *NUMBERS["targets"]}
    types = table.frame.dtypes.astype(str).to_dict()
    assert (types["amount"], types["due_year"], types["percent"]) == ("Float64", "Int64", "bool")


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
