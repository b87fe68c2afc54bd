"""Are targets read the same however their rows and cells are printed?"""

import io
from typing import Any

import openpyxl
import pytest

from scoring.ingest.limits import Limits
from scoring.ingest.read import read_tables
from scoring.ingest.reference import Reference
from tests.ingest.conftest import Reader, found, rows_of, workbook
from tests.ingest.target_frames import CCHC, rows


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
