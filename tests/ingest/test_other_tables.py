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


def test_a_target_that_is_not_understood_is_said(read: Reader) -> None:
    table = read(
        """
        STT | Yếu tố           | Kết quả năm 2022 (%) | Mục tiêu năm 2023
        1   | Tiếp cận dịch vụ | 83,99                | tiếp tục cải thiện
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
