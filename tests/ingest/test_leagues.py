"""Who stands where in a league table, with how much?"""

from typing import Any

import numpy as np
import pytest

from scoring.ingest.finding.headers import Headers
from scoring.ingest.finding.layout import Layout, layouts
from scoring.ingest.limits import Limits
from scoring.ingest.opening.workbook import Sheet
from scoring.ingest.reference import Reference
from scoring.ingest.result_tables.league import League, read_league
from scoring.ingest.result_tables.ranks import rank_in
from scoring.ingest.said import NOTHING_REMEMBERED, NOTHING_SAID, Given
from scoring.ingest.table import Table
from tests.ingest.conftest import Reader, found, rows_of

PAR = "Xếp hạng PAR Index năm 2020 của các tỉnh, thành phố"


def told(table: Table | League, code: str) -> list[tuple[str | None, str | None]]:
    return [(one.expected, one.found) for one in table.problems if one.code == code]


def ranked(table: Table) -> list[tuple[str, Any, Any]]:
    frame = table.frame.astype(object).where(table.frame.notna(), None)
    return list(zip(frame["title"], frame["rank"], frame["value"], strict=True))


# Ranks.


@pytest.mark.parametrize(
    ("cell", "rank", "field", "last"),
    [
        ("32", 32, None, None),
        (32.0, 32, None, None),
        ("032", 32, None, None),
        ("32/63", 32, 63, None),
        ("Hạng 5", 5, None, None),
        ("thứ 5", 5, None, None),
        ("Xếp hạng thứ 5", 5, None, None),
        ("Đồng hạng 5", 5, None, None),
        ("=5", 5, None, None),
        ("5=", 5, None, None),
        ("5-6", 5, None, 6),
        ("5 – 6/63", 5, 63, 6),
    ],
)
def test_ranks(cell: object, rank: int, field: int | None, last: int | None) -> None:
    read = rank_in(cell)
    assert (read.rank, read.field_size, read.last, read.unread) == (rank, field, last, None)


@pytest.mark.parametrize("cell", ["", "-", "x", "…", "Không xếp hạng"])
def test_no_rank(cell: str) -> None:
    assert rank_in(cell) == rank_in("")


@pytest.mark.parametrize("cell", ["A", "Tốt", "V", "5,5", 5.5, "0", "6-5", "nhất", "62-64/63"])
def test_what_is_no_rank_is_not_read_as_one(cell: object) -> None:
    read = rank_in(cell)
    assert (read.rank, read.unread is None) == (None, False)


def test_shared_ranks_are_said_and_a_date_is_not_guessed(read: Reader) -> None:
    table = read(
        """
        Hạng        | Tỉnh, thành phố | Chỉ số CCHC
        =1          | Quảng Ninh      | 91,04
        2-3         | Hải Phòng       | 90,51
        2-3         | Lâm Đồng        | 90,51
        @2020-06-05 | Hà Nội          | 90,40
                    | Hà Nam          | 80,00
        """,
        title=PAR,
    )
    assert [rank for _, rank, _ in ranked(table)] == [1, 2, 2, None, None]
    assert told(table, "rank-shared") == [("hạng 2", "“2-3”"), ("hạng 2", "“2-3”")]
    unread = "“ngày 05/06/2020; có thể là 5,6 hoặc 6,5”"
    assert told(table, "rank-unreadable") == [("một thứ hạng", unread)]


def test_bands_are_no_ranks_and_said_once(read: Reader) -> None:
    table = read(
        """
        Xếp hạng | Tỉnh, thành phố | Chỉ số CCHC
        Tốt      | Quảng Ninh      | 91,04
        Khá      | Hải Phòng       | 80,51
        Tốt      | Lâm Đồng        | 90,51
        """,
        title=PAR,
    )
    assert [rank for _, rank, _ in ranked(table)] == [None, None, None]
    assert found(table) == [("A4", "rank-unreadable")]
    assert told(table, "rank-unreadable") == [("thứ hạng", "xếp loại: “Tốt”, “Khá”")]


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
