"""What stands beside the tables of a file is not passed over in silence."""

from io import BytesIO

import pytest
from openpyxl import Workbook

from scoring.ingest.limits import Limits
from scoring.ingest.read import read_tables
from scoring.ingest.reference import Reference
from scoring.ingest.table import Table

TITLE = [["CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2022 TỈNH LÂM ĐỒNG"]]
HEADER = [["STT", "Tiêu chí", "Điểm chuẩn", "Điểm thẩm định"]]
FIRST, SECOND = [[1, "Chỉ đạo, điều hành", 10, 8.5]], [[2, "Thể chế", 10, 9], ["2.1", "A", 5, 4]]
TASKS = [["STT", "Nhiệm vụ", "Chủ trì", "Thời gian"], [1, "Rà soát thủ tục", "Sở Nội vụ", "Quý I"]]


def content(sheets: dict[str, list[list[object]]], *hidden: str) -> bytes:
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
        sheet.sheet_state = "hidden" if name in hidden else "visible"
    file = BytesIO()
    book.save(file)
    return file.getvalue()


@pytest.fixture
def limits() -> Limits:
    return Limits()


def said(table: Table, code: str) -> list[tuple[str | None, int | None]]:
    return [(found.sheet, found.row) for found in table.problems if found.code == code]


def test_rows_on_a_further_sheet_without_a_header_are_named(
    reference: Reference, limits: Limits
) -> None:
    file = content({"Trang 1": [*TITLE, *HEADER, *FIRST], "Trang 2": [[], *SECOND]})
    (table,) = read_tables("bang.xlsx", file, reference, limits)
    assert table.rows == 1
    assert said(table, "rows-unread") == [("Trang 2", 2)]


def test_so_are_those_of_a_list_of_tasks(reference: Reference, limits: Limits) -> None:
    further: list[list[object]] = [[2, "Công khai kết quả", "Sở Y tế", "Quý II"]]
    file = content({"1": [["Kế hoạch năm 2022 của tỉnh Lâm Đồng"], *TASKS], "2": further})
    (table,) = read_tables("bang.xlsx", file, reference, limits)
    assert said(table, "rows-unread") == [("2", 1)]


@pytest.mark.parametrize(
    "rows",
    [
        [["Hướng dẫn nhập số liệu"], ["1", "Nhập điểm ở cột Điểm thẩm định"]],
        [["Người lập biểu", "", "", "Giám đốc"]],
        [],
    ],
)
def test_a_sheet_of_texts_is_none(
    rows: list[list[object]], reference: Reference, limits: Limits
) -> None:
    file = content({"Trang 1": [*TITLE, *HEADER, *FIRST], "Ghi chú": rows})
    (table,) = read_tables("bang.xlsx", file, reference, limits)
    assert said(table, "rows-unread") == []


def test_a_table_on_a_hidden_sheet_comes_last_and_says_so(
    reference: Reference, limits: Limits
) -> None:
    old = [*TITLE, *HEADER, [1, "Chỉ đạo, điều hành", 10, 8]]
    file = content({"Bản cũ": old, "Chính thức": [*TITLE, *HEADER, *FIRST]}, "Bản cũ")
    official, hidden = read_tables("bang.xlsx", file, reference, limits)
    assert (official.sheet, hidden.sheet) == ("Chính thức", "Bản cũ")
    assert said(official, "sheet-hidden") == []
    assert said(hidden, "sheet-hidden") == [("Bản cũ", 2)]
