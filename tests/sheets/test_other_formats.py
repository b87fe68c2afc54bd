"""Files that are no Excel workbooks, and workbooks built in another way: written anew, marked."""

import io
import re
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path

import pytest

from scoring.ingest.limits import Limits
from scoring.ingest.opening.own_sheets import LISTED, ORIGINAL
from scoring.ingest.opening.workbook import Sheet, open_sheets
from scoring.ingest.table import Table
from scoring.sheets.fixed import changes_since, compared
from scoring.sheets.marked import marked_copy
from scoring.sheets.plain import plain_workbook, sheet_names
from tests.sheets.conftest import LAM_DONG, NOW, ROWS, book_of, opened
from tests.sheets.test_marked import coloured, parts

Tables = Callable[..., tuple[Table, ...]]
FIXTURES = Path(__file__).parents[1] / "ingest" / "fixtures"
SUFFIXES = ("docx", "ods", "xls")


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_file_of_another_kind_comes_back_as_a_workbook_read_alike(
    suffix: str, tables: Tables
) -> None:
    content = (FIXTURES / f"lam-dong-par-2020.{suffix}").read_bytes()
    before = tables(content, f"lam-dong-par-2020.{suffix}")
    name, marked = marked_copy(before, content, now=NOW)
    assert name == "lam-dong-par-2020 (đánh dấu).xlsx"
    after = tables(marked, name)
    for one, other in zip(before, after, strict=True):
        assert one.frame.equals(other.frame)
    assert [one.problems for one in after] == [one.problems for one in before]
    assert sum(len(coloured(sheet)) for sheet in opened(marked).worksheets[:-2]) == 3
    said = opened(marked)[LISTED]["A3"].value
    assert said == f"Tệp gốc là .{suffix}: các ô được chép sang tệp Excel mới."


def test_merged_ranges_of_another_format_are_kept(tables: Tables) -> None:
    content = (FIXTURES / "lam-dong-par-2020.ods").read_bytes()
    (sheet, *_), _ = open_sheets("a.ods", content, Limits())
    marked = marked_copy(tables(content, "a.ods"), content, now=NOW)[1]
    (copied, *_), _ = open_sheets("a.xlsx", marked, Limits())
    assert set(copied.merged) == {one for one in sheet.merged if one[0] != one[1]}


def test_a_csv_file_comes_back_as_a_workbook(tables: Tables) -> None:
    lines = [";".join("" if cell is None else str(cell) for cell in row) for row in ROWS]
    content = "\n".join(lines).replace(".", ",").encode("utf-8-sig")
    before = tables(content, "bang.csv")
    name, marked = marked_copy(before, content, now=NOW)
    assert name == "bang (đánh dấu).xlsx"
    assert "D9" in coloured(opened(marked).worksheets[0])
    copy = compared(name, marked, Limits())
    assert copy is not None
    assert changes_since(copy).empty


def test_cells_of_every_type_are_written_as_what_they_are() -> None:
    cells = (
        *(1.5, 0.1 + 0.2, True, "=1", "0012", date(2022, 2, 15), datetime(2022, 2, 15, 8, 30)),
        *(time(7, 45), date(1899, 1, 1), "dòng\nmới", "", -3.0, 1e300),
    )
    sheets = (Sheet("Trang", [list(cells)]),)
    (read,), _ = open_sheets("a.xlsx", plain_workbook(sheets, ["Trang"]), Limits())
    assert [type(one) for one in read.rows[0][:8]] == [type(one) for one in cells[:8]]
    assert read.rows[0][3:8] == list(cells[3:8])
    assert read.rows[0][8] == "1899-01-01"  # spreadsheets have no such day
    assert read.rows[0][9:12] == ["dòng\nmới", "", -3.0]


def test_names_that_a_workbook_does_not_allow_are_changed_and_the_list_says_so() -> None:
    names = ["Bảng [1]: a/b", "x" * 40, "x" * 40 + "y", "", LISTED, "trang"]
    assert sheet_names([Sheet(name, []) for name in names]) == [
        *("Bảng  1   a b", "x" * 31, "x" * 27 + " (2)", "Trang", f"{LISTED} (2)", "trang (2)")
    ]


def test_a_workbook_built_in_another_way_is_written_anew(tables: Tables) -> None:
    content = strict(book_of({"Phụ lục": ROWS}))
    before = tables(content)
    assert before[0].kind == "scores"
    marked = marked_copy(before, content, now=NOW)[1]
    assert set(coloured(opened(marked)["Phụ lục"])) == {"C3", "E5", "D8", "D9", "E9"}
    said = str(opened(marked)[LISTED]["A3"].value)
    assert said.startswith("Tệp có cấu trúc khác thường")


def strict(content: bytes) -> bytes:
    """The workbook in the strict form of the format, whose names are of other namespaces."""
    stream = io.BytesIO()
    usual = rb"http://schemas.openxmlformats.org/(spreadsheetml)/2006/main"
    with zipfile.ZipFile(stream, "w") as archive:
        for name, part in parts(content).items():
            archive.writestr(name, re.sub(usual, rb"http://purl.oclc.org/ooxml/\1/main", part))
    return stream.getvalue()


def test_a_file_that_cannot_be_opened_comes_back_as_a_list_of_why(tables: Tables) -> None:
    content = LAM_DONG.read_bytes()[:3000]
    name, marked = marked_copy(tables(content), content, now=NOW)
    book = opened(marked)
    assert book[LISTED]["I5"].value == "file-unreadable"
    assert book[LISTED]["A3"].value == "Không mở được tệp, nên ở đây chỉ có danh sách vấn đề."
    assert ORIGINAL in book.sheetnames


def test_other_programs_open_a_marked_copy_and_keep_what_it_says(
    tables: Tables, office: Callable[[bytes, str, str], bytes]
) -> None:
    content = LAM_DONG.read_bytes()
    marked = marked_copy(tables(content), content, now=NOW)[1]
    book = opened(office(marked, "xlsx", "xlsx"))
    assert set(coloured(book["Phụ lục"])) == {"C8", "E13", "B21"}
    assert book["Phụ lục"]["E13"].comment.text.startswith("Kiểm tra số liệu:\n• Cảnh báo: ")
    assert book[LISTED]["D4"].hyperlink.location == "'Phụ lục'!E13"
