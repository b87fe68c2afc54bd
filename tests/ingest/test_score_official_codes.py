"""Counted codes beside a known criteria set: the set's code, or both readings; never silently."""

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import openpyxl
import pytest
from openpyxl.styles import Alignment

from scoring.ingest.limits import Limits
from scoring.ingest.read import read_tables
from scoring.ingest.reference import Criterion, Reference
from scoring.ingest.table import Table
from tests.ingest.conftest import PROVINCE, REST, found, rows_of, told, workbook

HEADER = "STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định | Điểm bị mất"
UNCODED = "Tiêu chí | Điểm chuẩn | Điểm thẩm định | Điểm bị mất"
SAMPLES = Path(__file__).parents[2] / "data" / "samples"
SET = "par-tinh-2020"
CRITERIA = """
1   | Công tác chỉ đạo, điều hành cải cách | 5
1.1 | Kế hoạch cải cách                    | 2
1.2 | Báo cáo định kỳ                      | 2
1.3 | Kiểm tra các đơn vị                  | 1
2   | Xây dựng thể chế                     | 3
2.1 | Rà soát văn bản                      | 3
3   | Cải cách thủ tục hành chính          | 9
3.1 | Kiểm soát thủ tục                    | 2
3.2 | Công khai thủ tục                    | 2
3.3 | Thực hiện phân cấp                   | 2
3.4 | Thực hiện phân cấp                   | 3
"""
Read = Callable[..., Table]


@pytest.fixture
def read_by_set(reference: Reference) -> Read:
    """Read a text table where the set of the province's year is the one above."""
    criteria = {
        str(code): Criterion(str(code), title, max_points=float(points))
        for code, title, points in rows_of(CRITERIA)
    }
    sets = tuple(
        replace(one, criteria=MappingProxyType(criteria)) if one.id == SET else one
        for one in reference.criteria_sets
    )
    known = replace(reference, criteria_sets=sets)

    def read(text: str, *, title: str = PROVINCE) -> Table:
        content = workbook({"Trang 1": [[title], [], *rows_of(text)]})
        (table,) = read_tables("bang.xlsx", content, known, Limits())
        return table

    return read


def codes_of(table: Table) -> list[str]:
    return table.frame["code"].tolist()


LISTED = f"""
    {UNCODED}
    CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH CẢI CÁCH | 2 | 1 | 1
    Kế hoạch cải cách           | 1 | 0 | 1
    Kiểm tra các đơn vị         | 1 | 1 | 0
    Cải cách thủ tục hành chính | 4 | 2 | 2
    Công khai thủ tục.          | 1 | 0 | 1
    Thực hiện phân cấp          | 3 | 2 | 1
"""


def test_titles_of_the_set_tell_the_codes_that_the_table_leaves_out(read_by_set: Read) -> None:
    table = read_by_set(LISTED)
    assert codes_of(table) == ["1", "1.1", "1.3", "3", "3.2", "3.4"]
    assert table.frame["parent"].tolist() == ["", "1", "1", "", "3", "3"]
    assert (table.totals.lost, table.totals.leaves) == (3, 4)


def test_both_readings_are_said_in_one_note(read_by_set: Read) -> None:
    table = read_by_set(LISTED)
    assert found(table, REST) == [("A4", "code-missing"), ("A6", "code-missing")]
    assert told(table, "code-missing")[1] == (
        f"mã 1.3, 3, 3.2, 3.4 (theo tên trong bộ tiêu chí {SET})",
        "ô trống; đếm theo thứ tự dòng là 1.2, 2, 2.1, 2.2",
    )


@pytest.mark.parametrize("year", [2019, 2021])
def test_the_set_of_another_year_tells_nothing(read_by_set: Read, year: int) -> None:
    table = read_by_set(LISTED, title=PROVINCE.replace("2020", str(year)))
    assert codes_of(table) == ["1", "1.1", "1.2", "2", "2.1", "2.2"]
    assert found(table, REST) == [("A4", "code-missing")]


def test_a_whole_table_stays_as_it_was_counted(read_by_set: Read) -> None:
    table = read_by_set(f"""
        {UNCODED}
        Công tác chỉ đạo, điều hành cải cách | 5 | 3 | 2
        Kế hoạch cải cách   | 2 | 1 | 1
        Báo cáo định kỳ     | 2 | 1 | 1
        Kiểm tra các đơn vị | 1 | 1 | 0
        Xây dựng thể chế    | 3 | 2 | 1
        Rà soát văn bản     | 3 | 2 | 1
    """)
    assert codes_of(table) == ["1", "1.1", "1.2", "1.3", "2", "2.1"]
    assert found(table, REST) == [("A4", "code-missing")]


def test_printed_codes_are_never_changed(read_by_set: Read) -> None:
    """Neither by their own title, nor by that of the row above them."""
    table = read_by_set(f"""
        {HEADER}
        1   | Chỉ đạo                     | 3 | 2 | 1
        1.1 | Kiểm tra các đơn vị         | 3 | 2 | 1
            | Cải cách thủ tục hành chính | 2 | 1 | 1
        2.1 | Rà soát                     | 2 | 1 | 1
    """)
    assert codes_of(table) == ["1", "1.1", "2", "2.1"]
    assert found(table, REST) == [("A6", "code-missing")]


def test_numbers_that_restart_follow_the_heading_above_them(read_by_set: Read) -> None:
    table = read_by_set(f"""
        {HEADER}
          | Công tác chỉ đạo, điều hành cải cách | 3 | 2 | 1
        1 | Kế hoạch cải cách           | 1 | 1 | 0
        2 | Báo cáo định kỳ             | 2 | 1 | 1
          | Cải cách thủ tục hành chính | 1 | 1 | 0
        1 | Kiểm soát thủ tục           | 1 | 1 | 0
    """)
    assert codes_of(table) == ["1", "1.1", "1.2", "3", "3.1"]


def test_a_title_counts_only_under_its_own_parent(read_by_set: Read) -> None:
    """'Rà soát văn bản' is 2.1 of the set; under 1 it is some other criterion."""
    table = read_by_set(f"""
        {HEADER}
        1 | Công tác chỉ đạo, điều hành cải cách | 3 | 1 | 2
          | Rà soát văn bản                      | 2 | 1 | 1
          | Kiểm soát thủ tục                    | 1 | 0 | 1
    """)
    assert codes_of(table) == ["1", "1.1", "1.2"]
    assert found(table, REST) == [("A5", "code-missing")]


def test_a_title_that_is_only_alike_is_read_and_doubted(read_by_set: Read) -> None:
    table = read_by_set(f"""
        {HEADER}
        1 | Chỉ đạo             | 2 | 1 | 1
          | Kế hoạch cải cách   | 1 | 1 | 0
          | Kiểm tra các đơn vi | 1 | 0 | 1
    """)
    assert codes_of(table) == ["1", "1.1", "1.3"]
    (doubt,) = [one for one in table.problems if one.code == "code-ambiguous"]
    assert (doubt.severity, doubt.column, doubt.row) == ("warning", "A", 6)
    assert doubt.expected == "mã 1.3 hoặc 1.2: tên giống 95 % với 1.3 của bộ tiêu chí"
    assert doubt.found == "“Kiểm tra các đơn vi”; đang đọc là 1.3"


def test_two_rows_never_take_one_code(read_by_set: Read) -> None:
    """1.2 would stand twice, for a title that the set does not know and for its own."""
    table = read_by_set(f"""
        {HEADER}
        1 | Chỉ đạo         | 3 | 2 | 1
          | Sáng kiến khác  | 1 | 1 | 0
          | Việc khác hẳn   | 1 | 1 | 0
          | Báo cáo định kỳ | 1 | 0 | 1
    """)
    assert codes_of(table) == ["1", "1.1", "1.2", "1.3"]
    assert told(table, "code-ambiguous") == [
        ("mã 1.3 hoặc 1.2: tên trùng với 1.2 của bộ tiêu chí", "“Báo cáo định kỳ”; đang đọc là 1.3")
    ]


def test_one_title_twice_in_the_set_is_told_by_the_maximum_or_doubted(read_by_set: Read) -> None:
    text = f"""
        {HEADER}
        3 | Cải cách thủ tục | {{0}} | 2 | {{1}}
          | Kiểm soát thủ tục  | 2 | 1 | 1
          | Thực hiện phân cấp | {{2}} | 1 | {{3}}
    """
    told_apart = read_by_set(text.format(5, 3, 3, 2))
    assert codes_of(told_apart) == ["3", "3.1", "3.4"]
    assert told(told_apart, "code-ambiguous") == []
    doubtful = read_by_set(text.format("3,5", "1,5", "1,5", "0,5"))
    assert codes_of(doubtful) == ["3", "3.1", "3.2"]
    (doubt,) = told(doubtful, "code-ambiguous")
    assert doubt[0] == "mã 3.2 hoặc 3.3: tên trùng với 3.3 của bộ tiêu chí"


def test_a_row_counted_beside_rows_of_the_set_is_doubted(read_by_set: Read) -> None:
    """The set calls 1.1 otherwise: what was counted beside 1.3 may be any criterion."""
    table = read_by_set(f"""
        {HEADER}
        1 | Chỉ đạo             | 2 | 1 | 1
          | Sáng kiến khác      | 1 | 1 | 0
          | Kiểm tra các đơn vị | 1 | 0 | 1
    """)
    assert codes_of(table) == ["1", "1.1", "1.3"]
    assert told(table, "code-ambiguous") == [
        (
            "mã khác: bộ tiêu chí gọi 1.1 là “Kế hoạch cải cách”",
            "“Sáng kiến khác”; đang đọc là 1.1",
        )
    ]


def test_a_code_of_the_set_never_takes_printed_rows_below_itself(read_by_set: Read) -> None:
    """3.4.1 stands right under 3; a row above it that the set calls 3.4 is not its parent."""
    table = read_by_set(f"""
        {HEADER}
        3     | Cải cách thủ tục   | 6 | 4 | 2
              | Thực hiện phân cấp | 3 | 2 | 1
        3.2   | Công khai          | 2 | 1 | 1
        3.4.1 | Cấp tỉnh           | 1 | 1 | 0
    """)
    assert codes_of(table)[1] != "3.4"
    assert table.frame["parent"].tolist()[-1] == "3"


def test_the_published_table_without_its_codes_is_read_with_them(reference: Reference) -> None:
    """Only the rows with losses are printed: counted, domain 3 of Lâm Đồng would be domain 2."""
    content = (SAMPLES / "lam-dong-par-2020.xlsx").read_bytes()
    (published,) = read_tables("bang.xlsx", content, reference, Limits())
    book = openpyxl.load_workbook(io.BytesIO(content))
    sheet = book[published.sheet or ""]
    for row, code in zip(published.frame["row"], codes_of(published), strict=True):
        sheet[f"{published.columns['code']}{row}"].value = None
        sheet[f"{published.columns['title']}{row}"].alignment = Alignment(indent=code.count("."))
    stream = io.BytesIO()
    book.save(stream)
    (read,) = read_tables("bang.xlsx", stream.getvalue(), reference, Limits())
    assert codes_of(read) == codes_of(published)  # 4.1 and 4.3 have one title, not one maximum
    assert (read.totals, read.criteria_set) == (published.totals, SET)
    assert len(told(read, "code-missing")) == 2
    assert told(read, "code-ambiguous") == []
