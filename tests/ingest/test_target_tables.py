"""Which targets does a table of targets hold, by when, from where, and under whom?"""

from scoring.ingest.table import NUMBERS
from tests.ingest.conftest import Reader, found
from tests.ingest.target_frames import CCHC, rows


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
