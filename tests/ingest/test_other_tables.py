"""Satisfaction, league and task tables: what is read of each."""

import pytest

from tests.ingest.conftest import Reader, found

SIPAS = "Chỉ số hài lòng (SIPAS) tỉnh Gia Lai"


def test_factors_percent_and_targets(read: Reader) -> None:
    table = read(
        """
        STT | Yếu tố           | Kết quả năm 2022 (%) | Mục tiêu năm 2023
        1   | Tiếp cận dịch vụ | 83,99%               | tăng ít nhất 02% so với năm 2022
        2   | Thủ tục hành chính | 84,04%             | đạt tối thiểu 86%
        """,
        title=SIPAS,
    )
    assert (table.index, table.year, table.rows) == ("SIPAS", 2022, 2)
    assert table.frame["percent"].tolist() == [83.99, 84.04]
    targets = table.targets[["kind", "amount", "base_year", "due_year"]].astype(object)
    assert targets.where(targets.notna(), None).values.tolist() == [
        ["rise", 2.0, 2022, 2023],
        ["at_least", 86.0, None, 2023],
    ]
    assert table.totals.index_value is None  # no overall row to tell


def test_the_overall_row_counts_and_averages_do_not(read: Reader) -> None:
    table = read(
        """
        STT | Yếu tố              | Tỷ lệ hài lòng năm 2022 (%)
        1   | Tiếp cận dịch vụ    | 83,99
        2   | Chỉ số hài lòng chung | 84,50
            | Trung bình          | 84,25
        """,
        title=SIPAS,
    )
    assert table.rows == 2
    assert table.totals.index_value == 84.5


def test_percents_stored_as_fractions_are_repaired_and_said(read: Reader) -> None:
    table = read(
        """
        STT | Yếu tố             | Kết quả năm 2022 (%)
        1   | Tiếp cận dịch vụ   | =0.8399
        2   | Thủ tục hành chính | =0.8404
        """,
        title=SIPAS,
    )
    assert table.frame["percent"].tolist() == [83.99, 84.04]
    assert found(table) == [("C4", "percent-fraction"), ("C5", "percent-fraction")]


@pytest.mark.parametrize(
    ("cell", "code"),
    [("183,99", "percent-outside"), ("cao", "not-a-number"), ("", "percent-missing")],
)
def test_a_wrong_percent_is_found(read: Reader, cell: str, code: str) -> None:
    table = read(
        f"""
        STT | Yếu tố             | Kết quả năm 2022 (%)
        1   | Tiếp cận dịch vụ   | {cell}
        2   | Thủ tục hành chính | 84,04
        """,
        title=SIPAS,
    )
    assert found(table) == [("C4", code)]


def test_one_factor_twice_is_an_error(read: Reader) -> None:
    table = read(
        """
        STT | Yếu tố           | Kết quả năm 2022 (%)
        1   | Tiếp cận dịch vụ | 83,99
        2   | Tiếp cận dịch vụ | 84,04
        """,
        title=SIPAS,
    )
    assert found(table) == [("B5", "duplicate-code")]


@pytest.mark.parametrize("goal", ["tiếp tục cải thiện", "giải quyết không quá 3 ngày"])
def test_a_target_that_is_not_understood_is_said(read: Reader, goal: str) -> None:
    table = read(
        f"""
        STT | Yếu tố           | Kết quả năm 2022 (%) | Mục tiêu năm 2023
        1   | Tiếp cận dịch vụ | 83,99                | {goal}
        """,
        title=SIPAS,
    )
    assert found(table) == [("D4", "target-unreadable")]
    assert table.targets.empty


def test_a_league_of_ministries(read: Reader) -> None:
    table = read(
        """
        Xếp hạng | Bộ, ngành    | Điểm thẩm định | Điểm điều tra XHH | Tổng điểm | Chỉ số
        1        | Bộ Tư pháp   | 61,86          | 28,10             | 89,95     | 89,95
        2        | Bộ Tài chính | 61,52          | 27,66             | 89,18     | 89,18
                 | Trung bình   |                |                   |           | 89,57
        """,
        title="PAR INDEX 2023 của các bộ, cơ quan ngang bộ",
    )
    assert (table.kind, table.index, table.year, table.level) == ("league", "PAR", 2023, "bộ")
    assert table.organisation and table.organisation.name == "Cả nước"
    assert table.frame[["rank", "value"]].values.tolist() == [[1, 89.95], [2, 89.18]]
    assert found(table) == [("E4", "parts-differ")]  # 61.86 + 28.10 = 89.96
    assert table.problems[0].severity == "note"


def test_a_rank_with_its_field_size(read: Reader) -> None:
    table = read(
        """
        Hạng  | Tỉnh, thành phố | Chỉ số CCHC năm 2019
        40/63 | Lâm Đồng        | 80,66
        """,
        title="PAR Index cấp tỉnh",
    )
    row = table.frame.iloc[0]
    assert (row["rank"], row["field_size"], row["organisation"]) == (40, 63, "lam-dong")


def test_a_task_list_counts_its_tasks_and_not_its_sections(read: Reader) -> None:
    table = read(
        """
        STT | Nội dung nhiệm vụ | Sản phẩm | Chủ trì      | Phối hợp  | Thời gian hoàn thành
        I   | CÔNG TÁC CHỈ ĐẠO  |          |              |           |
        1   | Ban hành kế hoạch | Kế hoạch | Văn phòng Sở | Các phòng | Trước ngày 15/02/2022
        2   | Báo cáo định kỳ   | Báo cáo  | Văn phòng Sở |           | Quý I/2022
        """,
        title="Kế hoạch CCHC năm 2022 của thành phố Hà Nội",
    )
    assert (table.kind, table.rows, table.year) == ("tasks", 2, 2022)
    assert table.frame["deadline"].tolist() == ["Trước ngày 15/02/2022", "Quý I/2022"]


@pytest.mark.parametrize(
    "overall",
    ["Chỉ số SIPAS của tỉnh", "SIPAS tỉnh Gia Lai", "Chỉ số SIPAS năm 2022", "Hài lòng nói chung"],
)
def test_the_overall_row_goes_by_many_names(read: Reader, overall: str) -> None:
    table = read(
        f"""
        STT | Yếu tố           | Tỷ lệ hài lòng (%)
        1   | Tiếp cận dịch vụ | 83,99
            | {overall}        | 84,50
        """,
        title=f"{SIPAS} năm 2022",
    )
    assert (table.rows, table.totals.index_value) == (2, 84.5)


@pytest.mark.parametrize(
    ("printed", "percent"), [("=0.8399", 83.99), ("=1", 100), ("0,5%", 0.5), ("85,39%", 85.39)]
)
def test_fractions_are_told_cell_by_cell(read: Reader, printed: str, percent: float) -> None:
    table = read(
        f"""
        STT | Yếu tố             | Kết quả năm 2022 (%)
        1   | Tiếp cận dịch vụ   | {printed}
        2   | Thủ tục hành chính | 84,04
        """,
        title=SIPAS,
    )
    assert table.frame["percent"].tolist() == [percent, 84.04]


@pytest.mark.parametrize("header", ["Nội dung | Kết quả (%)", "Tiêu chí | Tỷ lệ (%)"])
def test_a_satisfaction_table_may_call_its_factors_anything(read: Reader, header: str) -> None:
    table = read(f"STT | {header}\n1 | Tiếp cận dịch vụ | 83,99", title=f"{SIPAS} năm 2022")
    assert (table.kind, table.frame["percent"].tolist()) == ("satisfaction", [83.99])


def test_bare_years_head_columns_of_results(read_all) -> None:
    tables = read_all(
        """
        STT | Yếu tố           | 2021  | 2022
        1   | Tiếp cận dịch vụ | 82,10 | 83,99
        """,
        title=SIPAS,
    )
    assert [(one.year, one.frame["percent"].tolist()) for one in tables] == [
        (2021, [82.1]),
        (2022, [83.99]),
    ]


def test_a_league_of_departments_with_their_maximum(read: Reader) -> None:
    table = read(
        """
        TT | Đơn vị                        | Điểm chuẩn | Điểm đạt được | Xếp hạng
        1  | Sở Tư pháp tỉnh Tuyên Quang   | 66,27      | 62,62         | 1
        2  | Sở Nội vụ tỉnh Tuyên Quang    | 66,27      | 60,00         | 2
           | Giá trị trung bình            |            | 61,31         |
        """,
        title="Xếp hạng Chỉ số CCHC năm 2022 các sở của tỉnh Tuyên Quang",
    )
    assert (table.kind, table.rows, table.level) == ("league", 2, "sở")
    assert table.organisation and table.organisation.name == "Tuyên Quang"


def test_the_overall_row_may_be_named_in_the_code_column(read: Reader) -> None:
    table = read(
        """
        STT                   | Yếu tố           | Tỷ lệ hài lòng năm 2022 (%)
        1                     | Tiếp cận dịch vụ | 83,99
        Chỉ số hài lòng chung |                  | 82,44
        """,
        title=SIPAS,
    )
    assert (table.rows, table.totals.index_value) == (2, 82.44)


def test_a_league_of_ranks_only_has_no_values(read: Reader) -> None:
    table = read(
        """
        Hạng  | Tỉnh, thành phố
        1/63  | Quảng Ninh
        32/63 | Lâm Đồng
        """,
        title="Xếp hạng PAR Index năm 2020",
    )
    assert table.frame["rank"].tolist() == [1, 32]
    assert table.frame["value"].isna().all()  # a rank is no value
    assert found(table) == []
