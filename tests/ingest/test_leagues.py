"""Who stands where in a league table, with how much?"""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from scoring.ingest.table import Table
from tests.ingest.conftest import Reader, found, told

PAR = "Xếp hạng PAR Index năm 2020 của các tỉnh, thành phố"


def ranked(table: Table) -> list[tuple[str, Any, Any]]:
    frame = table.frame.astype(object).where(table.frame.notna(), None)
    return list(zip(frame["title"], frame["rank"], frame["value"], strict=True))


def test_sections_means_and_extremes_are_not_ranked(read: Reader) -> None:
    table = read(
        """
        TT  | Tỉnh, thành phố              | Chỉ số CCHC | Xếp hạng
            | Trung bình cả nước           | 83,72       |
        I   | Vùng Đồng bằng sông Hồng     | 87,10       |
        1   | Hải Phòng                    | 90,51       | 2
        2   | Quảng Ninh                   | 91,04       | 1
        II  | Tây Nguyên                   | 82,00       |
        3   | Lâm Đồng                     | 83,93       | 32
            | Nhóm B                       | 70,00       |
            | Điểm cao nhất                | 91,04       |
        """,
        title=PAR,
    )
    assert [title for title, *_ in ranked(table)] == ["Hải Phòng", "Quảng Ninh", "Lâm Đồng"]


@pytest.mark.parametrize(
    ("mean", "expected"),
    [
        ("90,00", []),  # (91 + 90 + 89) ÷ 3
        ("90,01", []),  # what rounding explains
        ("90,02", [("90,00", "90,02")]),
    ],
)
def test_a_printed_mean_of_a_whole_table_is_that_of_its_rows(
    read: Reader, mean: str, expected: list[tuple[str, str]]
) -> None:
    rows = """
        TT  | Tỉnh, thành phố | Chỉ số CCHC | Xếp hạng
        1   | Quảng Ninh      | 91,00       | 1
        2   | Hải Phòng       | 90,00       | 2
    """
    table = read(f"{rows}\n3 | Lâm Đồng | 89,00 | 3\n | Trung bình | {mean} |", title=PAR)
    assert told(table, "average-differs") == expected
    assert found(table) == [("C7", "average-differs")] * len(expected)
    part = read(f"{rows}\n32 | Lâm Đồng | 89,00 | 32\n | Trung bình | {mean} |", title=PAR)
    assert found(part) == []  # of 32 provinces only three are printed


@pytest.mark.parametrize(
    ("cells", "values", "codes"),
    [
        (("=0.9104", "=0.8393"), (91.04, 83.93), {"percent-fraction"}),
        (("=0.9104", "=83.93"), (91.04, 83.93), {"percent-doubtful"}),
        (("=91.04", "=183.93"), (91.04, 183.93), {"percent-outside"}),
        (("=91.04", "=-3"), (91.04, -3), {"percent-outside"}),
        (("91,04%", "=83.93"), (91.04, 83.93), set()),
        (("=91.04", "khoảng 84"), (91.04, np.nan), {"not-a-number"}),
    ],
)
def test_an_index_is_a_percentage(read: Reader, cells, values, codes: set[str]) -> None:
    table = read(
        f"""
        Tỉnh, thành phố | PAR INDEX (%)
        Quảng Ninh      | {cells[0]}
        Lâm Đồng        | {cells[1]}
        """,
        title=PAR,
    )
    assert table.frame["value"].tolist() == pytest.approx(list(values), nan_ok=True)
    assert {one.code for one in table.problems} == codes


def test_points_are_never_taken_for_fractions(read: Reader) -> None:
    table = read(
        """
        TT | Đơn vị                      | Điểm đạt được | Xếp hạng
        1  | Sở Tư pháp tỉnh Tuyên Quang | =1            | 1
        2  | Sở Nội vụ tỉnh Tuyên Quang  | =0.75         | 2
        """,
        title="Xếp hạng tiêu chí 1.1 năm 2022 các sở của tỉnh Tuyên Quang",
    )
    assert table.frame["value"].tolist() == [1, 0.75]
    assert found(table, "index-unknown") == []


def test_a_league_that_goes_on_beside_itself(read_all) -> None:
    tables = read_all(
        """
        TT | Tỉnh, thành phố | Chỉ số CCHC |  | TT | Tỉnh, thành phố | Chỉ số CCHC
        1  | Quảng Ninh      | 91,04       |  | 3  | Lâm Đồng        | 83,93
        2  | Hải Phòng       | 90,51       |  | 4  | Hà Nam          | cao
        """,
        title=PAR,
    )
    assert [table.rows for table in tables] == [4]
    assert [value for *_, value in ranked(tables[0])] == [91.04, 90.51, 83.93, None]
    assert tables[0].frame["row"].tolist() == [4, 5, 4, 5]
    assert found(tables[0]) == [("G5", "not-a-number")]


@pytest.mark.parametrize(
    "statistic",
    [
        "Max",
        "Min",
        "MAX (cao nhất)",
        "Giá trị lớn nhất",
        "Điểm tối đa",
        "Điểm chuẩn",
        "Thang điểm",
        "Độ lệch chuẩn",
        "Khoảng cách",
        "Khoảng cách giữa đơn vị cao nhất và thấp nhất",
        "Biên độ",
        "Chênh lệch",
        "Trung vị",
    ],
)
def test_a_statistic_is_no_organisation(read: Reader, statistic: str) -> None:
    table = read(
        f"""
        TT | Tỉnh, TP      | Chỉ số CCHC | Xếp hạng
           | {statistic}   | 91,04       |
        1  | Quảng Ninh    | 91,04       | 1
        2  | Hải Phòng     | 90,51       | 2
        """,
        title=PAR,
    )
    assert [title for title, *_ in ranked(table)] == ["Quảng Ninh", "Hải Phòng"]


def test_a_rank_merged_over_several_rows_is_shared(read: Reader) -> None:
    table = read(
        """
        TT | Tỉnh, TP     | Chỉ số CCHC | Xếp hạng
        1  | Quảng Ninh   | 91,04       | 1
        2  | Hải Phòng    | 90,51       | 2
        3  | Hải Dương    | 90,51       |
        4  | Lâm Đồng     | 83,93       | 4
        """,
        title=PAR,
        merge=("D5:D6",),
    )
    assert [rank for _, rank, _ in ranked(table)] == [1, 2, 2, 4]
    assert told(table, "rank-shared") == [("hạng 2", "một ô gộp 2 dòng (D5:D6)")]


def test_a_rank_merged_beside_other_values_is_not_shared_silently(read: Reader) -> None:
    table = read(
        """
        TT | Tỉnh, TP     | Chỉ số CCHC | Xếp hạng
        1  | Quảng Ninh   | 91,04       | 1
        2  | Hải Phòng    | 90,51       | 2
        3  | Hải Dương    | 90,40       |
        """,
        title=PAR,
        merge=("D5:D6",),
    )
    assert [rank for _, rank, _ in ranked(table)] == [1, 2, None]
    assert found(table) == [("D5", "rank-unreadable")]


def test_the_percentage_of_the_own_maximum_is_the_value(read: Reader) -> None:
    table = read(
        """
        TT | Đơn vị         | Điểm thẩm định | Điểm XHH | Tổng điểm | Tỷ lệ % so với điểm tối đa
        1  | Sở Nội vụ      | 55             | 20       | 75        | 83,33
        2  | Sở Tài chính   | 58             | 22       | 80        | 88,89
        """.replace("điểm tối đa\n", "điểm tối đa | Xếp hạng\n", 1),
        title="Xếp hạng PAR Index năm 2020 của các sở tỉnh Lâm Đồng",
    )
    assert table.frame["value"].tolist() == [83.33, 88.89]
    assert table.columns["value"] == "F"
    assert found(table) == [("F3", "index-column")]


def test_a_column_that_another_year_reads_is_not_unread(
    read_all: Callable[..., tuple[Table, ...]],
) -> None:
    tables = read_all(
        """
        TT | Tỉnh, TP   | Kết quả năm 2025 | Hạng 2025 | Kết quả năm 2024
        1  | Quảng Ninh | 91,04            | 1         | 90,00
        2  | Hải Phòng  | 90,51            | 2         | 89,00
        """,
        title="PAR Index của các tỉnh, thành phố",
    )
    assert [table.year for table in tables] == [2024, 2025]
    assert [told(table, "column-unread") for table in tables] == [[], []]
