"""How are PAPI and PCI read? Dimensions out of ten; all tables and figures here are made up."""

import math
from collections.abc import Callable

import pytest

from scoring.ingest.table import Table
from tests.ingest.conftest import Reader, found, told

DIMENSIONS = (
    *("Tham gia của người dân ở cấp cơ sở", "Công khai, minh bạch"),
    *("Trách nhiệm giải trình với người dân", "Kiểm soát tham nhũng trong khu vực công"),
    *("Thủ tục hành chính công", "Cung ứng dịch vụ công", "Quản trị môi trường"),
    "Quản trị điện tử",
)
HEAD = f"TT | Tỉnh, thành phố | {' | '.join(DIMENSIONS)} | {{}}\n"
PAPI = "DỮ LIỆU GIẢ LẬP: Chỉ số PAPI năm 2021 của các tỉnh, thành phố"
OF_ONE = "DỮ LIỆU GIẢ LẬP: Kết quả Chỉ số PAPI năm 2021 của tỉnh Lâm Đồng"
ReadAll = Callable[..., tuple[Table, ...]]


def papi(
    read_all: ReadAll, *rows: str, total: str = "Tổng", title: str = PAPI
) -> tuple[Table, ...]:
    return read_all(HEAD.format(total) + "\n".join(rows), title=title)


def cells(table: Table, code: str) -> list[str]:
    """Where the problems of one code stand."""
    return [f"{one.column}{one.row}" for one in table.problems if one.code == code]


LAM_DONG = "1 | Lâm Đồng | 5,10 | 5,20 | 4,20 | 6,50 | 7,10 | 7,80 | 3,40 | 3,00"  # 42,30


@pytest.mark.parametrize("total", ["Tổng", "Tổng điểm", "PAPI", "Tổng điểm PAPI", "Chỉ số PAPI"])
def test_a_table_of_provinces_is_a_league_and_a_table_of_each(
    read_all: ReadAll, total: str
) -> None:
    league, table = papi(read_all, f"{LAM_DONG} | 42,30", total=total)
    assert (league.kind, league.index, league.year) == ("league", "PAPI", 2021)
    assert league.frame["value"].tolist() == [42.3]  # as printed, in points
    assert league.totals.total_max == 80  # 8 × 10
    assert (table.kind, table.index) == ("satisfaction", "PAPI")
    assert table.organisation and table.organisation.id == "lam-dong"
    assert table.frame["code"].tolist() == [*"12345678", "0"]
    assert table.frame["percent"].tolist() == [51, 52, 42, 65, 71, 78, 34, 30, 52.875]
    assert table.totals.index_value == 52.875  # 100 × 42,30 ÷ 80
    assert league.problems == () and table.problems == ()


def test_dimensions_may_be_numbered_in_their_names(read_all: ReadAll) -> None:
    numbered = " | ".join(f"{at}. {name}" for at, name in enumerate(DIMENSIONS, 1))
    named = " | ".join(f"Nội dung {at}: {name}" for at, name in enumerate(DIMENSIONS, 1))
    for head in (numbered, named):
        text = f"TT | Tỉnh, thành phố | {head} | Tổng\n{LAM_DONG} | 42,30"
        _, table = read_all(text, title=PAPI)
        assert table.frame["percent"].tolist()[:2] == [51, 52]


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("42,30", []),
        ("42,33", [("parts-differ", "note")]),  # nine numbers, each rounded by up to 0,005
        ("42,40", [("parts-differ", "warning")]),
    ],
)
def test_the_printed_total_is_compared_with_the_sum(
    read_all: ReadAll, printed: str, expected: list[tuple[str, str]]
) -> None:
    league, _ = papi(read_all, f"{LAM_DONG} | {printed}")
    assert [(one.code, one.severity) for one in league.problems] == expected
    if expected:
        assert told(league, "parts-differ") == [("42,30 (tổng 8 nội dung)", printed)]


def test_a_blank_province_is_left_out_and_a_blank_dimension_missing(read_all: ReadAll) -> None:
    partly = "3 | Gia Lai | 5,00 | | 4,00 | 6,00 | 7,00 | 7,00 | 3,00 | 3,00 | "
    league, one, other = papi(read_all, f"{LAM_DONG} | 42,30", "2 | Kon Tum" + " |" * 9, partly)
    assert league.frame["organisation"].tolist() == ["lam-dong", "gia-lai"]
    assert [table.organisation.id for table in (one, other) if table.organisation] == [
        "lam-dong",
        "gia-lai",
    ]
    percents = dict(zip(other.frame["code"], other.frame["percent"], strict=True))
    assert percents["1"] == 50 and math.isnan(percents["2"]) and math.isnan(percents["0"])
    assert other.totals.index_value is None
    assert league.problems == ()  # without all of the dimensions there is nothing to add up


def test_zero_is_missing_and_the_last_row_no_province(read_all: ReadAll) -> None:
    nothing = "2 | Kon Tum" + " | =0" * 9
    highest = " | Điểm cao nhất | 5,10 | 5,20 | 4,20 | 6,50 | 7,10 | 7,80 | 3,40 | 3,00 | 42,30"
    league, table = papi(read_all, f"{LAM_DONG} | 42,30", nothing, highest)
    assert league.frame["organisation"].tolist() == ["lam-dong"]
    assert cells(league, "zero-missing") == ["C5"]
    assert told(league, "zero-missing") == [("ô trống khi không có số liệu", "9 ô ghi 0")]
    assert not table.frame["percent"].isna().any()


def test_a_dimension_above_ten_is_an_error_of_its_province(read_all: ReadAll) -> None:
    wrong = LAM_DONG.replace("5,10", "51")
    league, table = papi(read_all, f"{wrong} | 42,30")
    assert told(table, "points-above-max") == [("nhiều nhất 10,00", "51,00")]
    assert cells(table, "points-above-max") == ["C4"]
    assert cells(league, "parts-differ") == ["K4"]


def test_before_2018_there_are_six_dimensions(read_all: ReadAll) -> None:
    text = f"TT | Tỉnh, thành phố | {' | '.join(DIMENSIONS[:6])} | Tổng\n"
    text += "1 | Lâm Đồng | 5,00 | 5,00 | 5,00 | 5,00 | 5,00 | 5,00 | 30,00"
    league, table = read_all(text, title=PAPI.replace("2021", "2017"))
    assert (league.totals.total_max, table.totals.index_value) == (60, 50)  # 100 × 30 ÷ 60


def test_one_province_with_a_row_a_dimension(read: Reader) -> None:
    rows = "\n".join(
        f"{at} | {name} | {value}"
        for at, (name, value) in enumerate(
            zip(DIMENSIONS, LAM_DONG.split(" | ")[2:], strict=True), 1
        )
    )
    table = read(f"STT | Chỉ số nội dung | Điểm PAPI\n{rows}\n | Tổng điểm | 42,40", title=OF_ONE)
    assert (table.kind, table.index) == ("satisfaction", "PAPI")
    assert table.frame["percent"].tolist() == [51, 52, 42, 65, 71, 78, 34, 30, 53]
    assert table.frame["overall"].tolist() == [False] * 8 + [True]
    assert (table.totals.index_value, table.totals.total_max) == (53, 80)  # 100 × 42,40 ÷ 80
    assert told(table, "parts-differ") == [("42,30 (tổng 8 nội dung)", "42,40")]


def test_pci_is_out_of_a_hundred_and_its_weighted_total_not_added_up(read_all: ReadAll) -> None:
    league, table = read_all(
        """
        Tỉnh | Gia nhập thị trường | Tiếp cận đất đai | Đào tạo lao động | Điểm số PCI | Xếp hạng
        Lâm Đồng | 7,00 | 6,50 | 6,00 | 65,20 | 1
        Gia Lai  | 6,00 | 6,00 | 5,00 | 60,10 | 2
        """,
        title="DỮ LIỆU GIẢ LẬP: Chỉ số năng lực cạnh tranh cấp tỉnh (PCI) năm 2021",
    )[:2]
    assert league.frame["value"].tolist() == [65.2, 60.1]
    assert table.frame["percent"].tolist() == [70, 65, 60, 65.2]
    assert table.totals.index_value == 65.2
    assert found(league, "parts-differ") == []


def test_the_index_that_a_person_names_decides_which_dimensions_are_known(
    read_all: ReadAll,
) -> None:
    text = HEAD.format("Tổng") + f"{LAM_DONG} | 42,30"
    (unknown,) = read_all(text, title="DỮ LIỆU GIẢ LẬP năm 2021")
    assert unknown.index is None
    league, table = read_all(text, title="DỮ LIỆU GIẢ LẬP năm 2021", index="PAPI")
    assert (league.index, table.frame["percent"].iat[0]) == ("PAPI", 51)


def test_scores_of_dimensions_are_out_of_eighty(read: Reader) -> None:
    rows = "\n".join(f"{at} | {name} | 10 | 5" for at, name in enumerate(DIMENSIONS, 1))
    table = read(f"STT | Nội dung | Điểm tối đa | Điểm đạt\n{rows}", title=OF_ONE)
    assert (table.kind, table.totals.total_max, table.totals.index_value) == ("scores", 80, 50)
