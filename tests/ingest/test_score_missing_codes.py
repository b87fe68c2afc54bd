"""Rows without a code: what the rows around them, their look and their sums tell of them."""

import io
from collections.abc import Callable, Sequence

import openpyxl
import pytest
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

from scoring.ingest.finding.headers import Headers
from scoring.ingest.finding.layout import layouts
from scoring.ingest.limits import Limits
from scoring.ingest.opening.workbook import Sheet
from scoring.ingest.read import read_tables
from scoring.ingest.reference import Reference
from scoring.ingest.score_tables.appearance import Appearance, Look
from scoring.ingest.table import Table
from tests.ingest.conftest import PROVINCE, REST, Reader, found, rows_of, workbook

HEADER = "STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định | Điểm bị mất"
UNCODED = "Tiêu chí | Điểm chuẩn | Điểm thẩm định | Điểm bị mất"
Style = Callable[[Worksheet], None]


@pytest.fixture
def read_styled(reference: Reference) -> Callable[[str, Style], Table]:
    """Read a text table whose cells were given a look; its header is row 3."""

    def read(text: str, style: Style) -> Table:
        book = openpyxl.load_workbook(
            io.BytesIO(workbook({"Trang 1": [[PROVINCE], [], *rows_of(text)]}))
        )
        style(book.worksheets[0])
        stream = io.BytesIO()
        book.save(stream)
        (table,) = read_tables("bang.xlsx", stream.getvalue(), reference, Limits())
        return table

    return read


def codes_of(table: Table) -> list[str]:
    return table.frame["code"].tolist() if table.rows else []


def indented(cells: dict[str, int]) -> Style:
    def style(sheet: Worksheet) -> None:
        for cell, indent in cells.items():
            sheet[cell].alignment = Alignment(indent=indent)

    return style


def bold(cells: Sequence[str]) -> Style:
    def style(sheet: Worksheet) -> None:
        for cell in cells:
            sheet[cell].font = Font(bold=True)

    return style


def formatted(cells: dict[str, str]) -> Style:
    def style(sheet: Worksheet) -> None:
        for cell, number_format in cells.items():
            sheet[cell].number_format = number_format

    return style


def test_a_code_between_two_others(read: Reader) -> None:
    table = read(f"""
        {HEADER}
        1   | Chỉ đạo  | 3 | 2   | 1
        1.1 | Kế hoạch | 1 | 1   | 0
            | Báo cáo  | 1 | 0,5 | 0,5
        1.3 | Kiểm tra | 1 | 0,5 | 0,5
    """)
    assert codes_of(table) == ["1", "1.1", "1.2", "1.3"]
    (note,) = [one for one in table.problems if one.code == "code-missing"]
    assert (note.severity, f"{note.column}{note.row}") == ("note", "A6")
    assert note.expected and note.expected.startswith("mã 1.2 ")


def test_children_without_codes_under_headings_with_codes(read: Reader) -> None:
    table = read(f"""
        {HEADER}
        I  | CHỈ ĐẠO  | 3 | 2 | 1
           | Kế hoạch | 1 | 1 | 0
           | Báo cáo  | 2 | 1 | 1
        II | THỂ CHẾ  | 1 | 1 | 0
           | Rà soát  | 1 | 1 | 0
    """)
    assert codes_of(table) == ["1", "1.1", "1.2", "2", "2.1"]
    assert table.totals.lost == 1
    assert found(table, REST) == [("A5", "code-missing"), ("A8", "code-missing")]


def test_headings_without_codes_above_numbers_that_restart(read: Reader) -> None:
    table = read(f"""
        {HEADER}
          | CHỈ ĐẠO  | 3 | 2 | 1
        1 | Kế hoạch | 1 | 1 | 0
        2 | Báo cáo  | 2 | 1 | 1
          | THỂ CHẾ  | 1 | 1 | 0
        1 | Rà soát  | 1 | 1 | 0
    """)
    assert codes_of(table) == ["1", "1.1", "1.2", "2", "2.1"]
    assert table.totals.lost == 1  # 1 + 0, no parent twice


def test_a_domain_whose_children_follow(read: Reader) -> None:
    table = read(f"""
        {HEADER}
        1   | Chỉ đạo  | 3 | 2 | 1
        1.1 | Kế hoạch | 3 | 2 | 1
            | Thể chế  | 2 | 1 | 1
        2.1 | Rà soát  | 2 | 1 | 1
    """)
    assert codes_of(table) == ["1", "1.1", "2", "2.1"]


def test_a_row_that_fits_nowhere_is_not_counted_and_said(read: Reader) -> None:
    table = read(f"""
        {HEADER}
        1   | Chỉ đạo  | 3 | 2 | 1
        1.1 | Kế hoạch | 3 | 2 | 1
            | Kiểm tra | 2 | 1 | 1
        4   | Bộ máy   | 2 | 1 | 1
    """)
    assert codes_of(table) == ["1", "1.1", "4"]
    assert ("A6", "row-without-code") in found(table)


@pytest.mark.parametrize(("first", "criteria"), [("CHỈ ĐẠO", "THỂ CHẾ"), ("Chỉ đạo", "Thể chế")])
def test_no_codes_at_all_and_points_that_add_up(read: Reader, first: str, criteria: str) -> None:
    table = read(f"""
        {UNCODED}
        {first}    | 3   | 2   | 1
        Kế hoạch   | 1   | 1   | 0
        Báo cáo    | 2   | 1   | 1
        {criteria} | 1   | 1   | 0
        Rà soát    | 0,5 | 0,5 | 0
        Kiểm tra   | 0,5 | 0,5 | 0
    """)
    assert codes_of(table) == ["1", "1.1", "1.2", "2", "2.1", "2.2"]
    assert table.totals.lost == 1
    assert found(table, REST) == [("A4", "code-missing")]


def test_no_codes_and_a_total_that_the_rows_make_up(read: Reader) -> None:
    table = read(f"""
        {UNCODED}
        Chỉ đạo   | 3 | 2 | 1
        Thể chế   | 2 | 2 | 0
        Tổng cộng | 5 | 4 | 1
    """)
    assert codes_of(table) == ["1", "2"]


@pytest.mark.parametrize(
    "rows",
    [
        # 3 may stand above 2 and 1.5, or beside them.
        "A dài | 3 | 2 | 1\nB dài | 2 | 2 | 0\nC dài | 1,5 | 1 | 0,5\nD dài | 1 | 0,5 | 0,5",
        # The lost points add up (1 = 0,5 + 0,5), the maxima do not.
        "A dài | 9 | 8 | 1\nB dài | 2 | 1,5 | 0,5\nC dài | 1 | 0,5 | 0,5",
        # A heading and its only row with a loss.
        "A dài | 9 | 8 | 1\nB dài | 2 | 1 | 1\nC dài | 7 | 6,5 | 0,5",
    ],
)
def test_no_codes_and_nothing_that_tells_blocks_the_table(read: Reader, rows: str) -> None:
    table = read(f"{UNCODED}\n{rows}")
    assert table.exit_code == 1 and not table.rows
    (error,) = [one for one in table.problems if one.code == "column-missing"]
    assert (error.row, error.column) == (3, "A")
    assert error.expected and "STT" in error.expected


def test_indents_tell_levels(read_styled: Callable[[str, Style], Table]) -> None:
    table = read_styled(
        f"""
        {UNCODED}
        Chỉ đạo  | 3 | 2 | 1
        Kế hoạch | 2 | 1 | 1
        Ban hành | 1 | 0 | 1
        Thể chế  | 1 | 1 | 0
        Rà soát  | 1 | 1 | 0
        """,
        indented({"A5": 1, "A6": 2, "A8": 1}),
    )
    assert codes_of(table) == ["1", "1.1", "1.1.1", "2", "2.1"]
    assert found(table, REST) == [("A4", "code-missing")]


def test_leading_blanks_tell_levels(reference: Reference) -> None:
    rows = [["Chỉ đạo", 3, 2, 1], ["   Kế hoạch", 1, 0, 1], ["Thể chế", 1, 1, 0]]
    sheet = [[PROVINCE], [], *rows_of(UNCODED), *rows]
    (table,) = read_tables("bang.xlsx", workbook({"Trang 1": sheet}), reference, Limits())
    assert codes_of(table) == ["1", "1.1", "2"]


def test_bold_headings_tell_levels_where_the_sums_agree(
    read_styled: Callable[[str, Style], Table],
) -> None:
    """Only the rows with losses are printed: the lost points add up, the maxima do not."""
    text = f"""
        {UNCODED}
        Chỉ đạo  | 9 | 7   | 2
        Kế hoạch | 2 | 1   | 1
        Báo cáo  | 2 | 1   | 1
        Thể chế  | 5 | 4,5 | 0,5
        Rà soát  | 1 | 0,5 | 0,5
    """
    table = read_styled(text, bold(["A4", "A7"]))
    assert (codes_of(table), table.totals.lost) == (["1", "1.1", "1.2", "2", "2.1"], 2.5)
    for wrong in (["A4", "A6"], []):  # Báo cáo above Thể chế: 1 ≠ 0.5 + 0.5 … or nothing bold
        table = read_styled(text, bold(wrong))
        assert (codes_of(table), table.exit_code) == ([], 1)


def test_a_look_tells_between_two_ways_to_number_a_row(
    read_styled: Callable[[str, Style], Table],
) -> None:
    text = f"""
        {HEADER}
        1.1   | Kế hoạch | 1   | 1   | 0
        1.1.1 | Ban hành | 0,5 | 0,5 | 0
              | Báo cáo  | 0,5 | 0,5 | 0
        1.3   | Kiểm tra | 1   | 1   | 0
    """
    assert codes_of(read_styled(text, bold(["B4", "B6", "B7"]))) == ["1.1", "1.1.1", "1.2", "1.3"]


@pytest.mark.parametrize(
    ("formats", "code"),
    [({"A5": "0.00"}, "1.10"), ({"A5": "General"}, "1.1"), ({"A5": "0.00", "A6": "0.00"}, "1.1")],
)
def test_the_number_format_tells_a_lost_zero(
    read_styled: Callable[[str, Style], Table], formats: dict[str, str], code: str
) -> None:
    """Only a format that not every number has: with 1.50 for 1.5 it tells nothing."""
    table = read_styled(
        f"""
        {HEADER}
        =1   | Chỉ đạo  | 2 | 1 | 1
        =1.1 | Kế hoạch | 2 | 1 | 1
        =2.2 | Thể chế  | 1 | 1 | 0
        """,
        formatted(formats),
    )
    assert codes_of(table)[1] == code
    assert (("A5", "code-repaired") in found(table)) == (code == "1.10")


def test_a_number_format_against_the_order_is_said(
    read_styled: Callable[[str, Style], Table],
) -> None:
    table = read_styled(
        f"""
        {HEADER}
        =1   | Chỉ đạo  | 3 | 2 | 1
        =1.1 | Kế hoạch | 2 | 1 | 1
        =1.2 | Báo cáo  | 1 | 1 | 0
        """,
        formatted({"A5": "0.00"}),
    )
    (doubt,) = [one for one in table.problems if one.code == "code-ambiguous"]
    assert doubt.row == 5 and doubt.expected and "1.10" in doubt.expected


def test_looks_that_cannot_be_read_are_plain_ones(reference: Reference) -> None:
    """The cells of a file may be readable where its styles are not: then order alone decides."""
    rows = [["STT", "Tiêu chí", "Điểm chuẩn", "Điểm thẩm định"], [1.1, "  Kế hoạch", 1.0, 1.0]]
    sheet = Sheet("Trang 1", rows, source=b"PK\x03\x04...")
    (layout,) = layouts(sheet, Headers(reference.headers))
    appearance = Appearance(sheet, layout)
    assert appearance.formats() == {}
    assert appearance.title(0) == Look(indent=2)
