"""Who stands where in a league table, with how much?"""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from scoring.ingest.finding.headers import Headers
from scoring.ingest.finding.layout import Layout, layouts
from scoring.ingest.limits import Limits
from scoring.ingest.opening.workbook import Sheet
from scoring.ingest.reference import Reference
from scoring.ingest.result_tables.league import League, read_league
from scoring.ingest.said import NOTHING_REMEMBERED, NOTHING_SAID, Given
from scoring.ingest.table import Table
from tests.ingest.conftest import Reader, found, rows_of, told

PAR = "Xếp hạng PAR Index năm 2020 của các tỉnh, thành phố"


def ranked(table: Table) -> list[tuple[str, Any, Any]]:
    frame = table.frame.astype(object).where(table.frame.notna(), None)
    return list(zip(frame["title"], frame["rank"], frame["value"], strict=True))


# Which rows count.


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


def test_an_organisation_may_be_called_like_a_total_or_a_group(read: Reader) -> None:
    table = read(
        """
        TT | Đơn vị                | Chỉ số CCHC | Xếp hạng
        1  | Tổng cục Thuế         | 90,51       | 1
        2  | Khối văn phòng        | 88,00       | 2
        3  | Tổng cục Thống kê     | 87,00       | 3
        """,
        title="Xếp hạng Chỉ số CCHC năm 2020 của các đơn vị, tỉnh Lâm Đồng",
    )
    assert len(ranked(table)) == 3


# Values.


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


# Columns beside the value.


def test_dimensions_are_named_and_the_value_is_the_total(read: Reader) -> None:
    table = read(
        """
        TT | Tỉnh, thành phố | Nội dung 1 | Nội dung 2 | Tổng điểm | Xếp hạng
        1  | Quảng Ninh      | 5,60       | 5,90       | 11,50     | 1
        2  | Lâm Đồng        | 5,10       | 5,20       | 10,30     | 2
        """,
        title="Chỉ số PAPI năm 2021 của các tỉnh, thành phố",
    )
    assert table.frame["value"].tolist() == [11.5, 10.3]
    assert told(table, "column-unread") == [(None, "C (Nội dung 1), D (Nội dung 2)")]


UNITS = """
TT | Đơn vị         | Tiếp cận | TTHC  | Công chức | Kết quả | Góp ý, phản ánh, kiến nghị | Chung
1  | Sở Nội vụ      | 83,00    | 84,00 | 85,00     | 86,00   | 80,00                      | 84,10
2  | Sở Tài chính   | 73,00    | 74,00 | khá       | =0.76   | 70,00                      | 74,10
   | Trung bình     | 78,00    | 79,00 | 80,00     | 81,00   | 75,00                      | 79,10
"""


def by_unit(reference: Reference, text: str) -> tuple[Layout, League]:
    rows = [["" if cell is None else cell for cell in row] for row in rows_of(text)]
    sheet = Sheet("T", rows)
    (layout,) = layouts(sheet, Headers(reference.headers))
    given = Given(reference, Limits(), NOTHING_SAID, NOTHING_REMEMBERED)
    return layout, read_league(sheet, layout, 2022, given)


def test_among_factors_the_result_is_a_factor_and_the_overall_the_value(
    reference: Reference,
) -> None:
    layout, league = by_unit(reference, UNITS)
    assert layout.kind == "league"
    assert league.frame["value"].tolist() == [84.1, 74.1]
    by_code = league.factors.pivot(index="organisation", columns="code", values="percent")
    assert by_code.loc["Sở Nội vụ", ["1", "2", "3", "4", "5"]].tolist() == [83, 84, 85, 86, 80]
    assert [(one.column, one.row, one.code) for one in league.factor_problems] == [
        ("E", 3, "not-a-number"),
        ("F", 3, "percent-doubtful"),
    ]
    assert told(league, "column-unread") == []


def test_without_an_overall_column_there_is_no_value(reference: Reference) -> None:
    text = "\n".join(line.rpartition("|")[0] for line in UNITS.strip().splitlines())
    _, league = by_unit(reference, text)
    assert league.frame["value"].isna().tolist() == [True, True]  # 'Kết quả' is a factor
    assert league.factors["percent"].tolist()[:2] == [83, 73]


# Two blocks side by side are one league.


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


def test_departments_by_their_bare_names_are_those_of_the_province_above(read: Reader) -> None:
    table = read(
        """
        STT | Đơn vị     | Chỉ số CCHC (%) | Xếp hạng
        1   | Sở Nội vụ  | =91.5           | =1
        2   | Sở Tư pháp | =90.25          | =2
        """,
        title="Chỉ số cải cách hành chính năm 2022 của các sở, ban, ngành tỉnh Gia Lai",
    )
    assert table.frame["organisation"].tolist() == ["so-noi-vu-gia-lai", "so-tu-phap-gia-lai"]
    assert table.organisation is not None and table.organisation.id == "gia-lai"
    assert table.level == "sở"


@pytest.mark.parametrize(
    ("title", "rows"),
    [
        (PAR, "1 | Quảng Ninh | =91.04 | =1\n2 | Hải Phòng | =90.51 | =2"),
        (
            "Chỉ số cải cách hành chính năm 2020 của các sở, ban, ngành tỉnh Gia Lai",
            "1 | Sở Nội vụ tỉnh Gia Lai | =91.5 | =1\n2 | Sở Tư pháp tỉnh Gia Lai | =90.25 | =2",
        ),
    ],
)
def test_the_area_that_a_person_named_is_believed_before_the_rows(
    read: Reader, reference: Reference, title: str, rows: str
) -> None:
    text = f"STT | Đơn vị | Chỉ số CCHC (%) | Xếp hạng\n{rows}"
    by_rows = read(text, title=title).organisation
    named = reference.organisation("lam-dong")
    assert by_rows is not None and by_rows.id in ("ca-nuoc", "gia-lai")
    assert read(text, title=title, organisation=named).organisation == named


def test_of_two_levels_as_often_the_first_printed_counts(read: Reader) -> None:
    """And always the same one: the order of a set would change from run to run."""
    rows = ["Sở Nội vụ tỉnh Gia Lai | =91", "Lâm Đồng | =90", "Bộ Tài chính | =89"]
    for text in (rows, rows[::-1]):
        table = read("\n".join(["Đơn vị | Chỉ số CCHC (%)", *text]), title=PAR)
        assert table.level == ("sở" if text is rows else "bộ")


# Statistics and unknown names.


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


def test_names_that_the_registry_lacks_are_noted_once(read: Reader) -> None:
    table = read(
        """
        TT | Tỉnh, TP     | Chỉ số CCHC | Xếp hạng
        1  | Quảng Ninh   | 91,04       | 1
        2  | Quảng Ninhh  | 90,51       | 2
        3  | Hải Phòngg   | 90,50       | 3
        """,
        title=PAR,
    )
    assert found(table) == [("B5", "organisation-new")]
    assert told(table, "organisation-new") == [
        ("tên có trong danh mục", "“Quảng Ninhh”, “Hải Phòngg”")
    ]


# Ranks in merged cells.


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


# Which column is the value.


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


def test_a_factor_beside_known_ones_is_read_and_said(
    read_all: Callable[..., tuple[Table, ...]],
) -> None:
    league, first, _ = read_all(
        """
        TT | Cơ quan, đơn vị | Yếu tố (%)       |                    |           | SIPAS (%) | Hạng
           |                 | Tiếp cận dịch vụ | Thủ tục hành chính | Nơi để xe |           |
        1  | Sở Nội vụ       | 90,1             | 91,2               | 92,3      | 91,1      | 1
        2  | Sở Tài chính    | 89,1             | 88,2               | 87,3      | 87,3      | 2
        """,
        title="Chỉ số hài lòng (SIPAS) năm 2022 của tỉnh Lâm Đồng",
        merge=("A3:A4", "B3:B4", "C3:E3", "F3:F4", "G3:G4"),
    )
    assert told(league, "factor-unknown") == [("một yếu tố trong danh mục", "“Nơi để xe”")]
    assert told(league, "column-unread") == []
    read = first.frame[["title", "percent"]].to_numpy().tolist()
    assert ["Nơi để xe", 92.3] in read


def test_a_province_said_of_a_ranking_is_not_each_of_its_units(
    read_all: Callable[..., tuple[Table, ...]], reference: Reference
) -> None:
    text = """
    TT | Cơ quan, đơn vị | Tiếp cận dịch vụ | Thủ tục hành chính | SIPAS (%) | Xếp hạng
    1  | Sở Nội vụ       | 90,1             | 91,2               | 91,1      | 1
    2  | Sở Tài chính    | 89,1             | 88,2               | 87,3      | 2
    """
    province = reference.organisation("lam-dong")
    _, *of_units = read_all(text, title="SIPAS năm 2022 của tỉnh Lâm Đồng", organisation=province)
    assert [table.organisation.name for table in of_units if table.organisation] == [
        "Sở Nội vụ tỉnh Lâm Đồng",
        "Sở Tài chính tỉnh Lâm Đồng",
    ]
