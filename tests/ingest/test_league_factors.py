"""Are columns of factors in a ranking read as such, and its value told from them?"""

from collections.abc import Callable

from scoring.ingest.finding.headers import Headers
from scoring.ingest.finding.layout import Layout, layouts
from scoring.ingest.limits import Limits
from scoring.ingest.opening.workbook import Sheet
from scoring.ingest.reference import Reference
from scoring.ingest.result_tables.league import League, read_league
from scoring.ingest.said import NOTHING_REMEMBERED, NOTHING_SAID, Given
from scoring.ingest.table import Table
from tests.ingest.conftest import Reader, rows_of, told

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
