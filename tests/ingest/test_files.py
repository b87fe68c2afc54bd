"""Files that cannot be read: a place, a cure, and nothing else."""

import io
import zipfile

import openpyxl
import pytest

from scoring.ingest.limits import Limits
from scoring.ingest.problems import problem, sentence
from scoring.ingest.read import read_tables
from scoring.ingest.reference import Reference
from scoring.ingest.rules import CATALOGUE
from tests.ingest.conftest import workbook

ENCRYPTED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16le")


def whole() -> bytes:
    """A workbook in order."""
    header = ["STT", "Tiêu chí", "Điểm chuẩn", "Điểm thẩm định", "Điểm bị mất"]
    return workbook({"Trang 1": [header, ["1", "Chỉ đạo", 10, 8, 2]]})


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("rong.xlsx", b"", "file-empty"),
        ("ke-hoach.pdf", b"%PDF-1.7 ...", "file-type"),
        ("ke-hoach.docx", whole(), "file-type"),
        ("anh.xlsx", b"\x89PNG\r\n\x1a\n....", "file-type"),
        ("chu.xlsx", "STT,Tiêu chí".encode(), "file-type"),
        ("hong.xlsx", whole()[:400], "file-unreadable"),
        ("hong.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(40), "file-unreadable"),
        ("mat-khau.xlsx", ENCRYPTED, "file-password"),
    ],
)
def test_a_file_that_cannot_be_read(
    reference: Reference, name: str, content: bytes, code: str
) -> None:
    (table,) = read_tables(name, content, reference, Limits())
    assert (table.kind, [one.code for one in table.problems]) == (None, [code])
    assert table.exit_code == 2


def test_a_zip_that_is_no_workbook(reference: Reference) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("ghi-chu.txt", "không có bảng")
    (table,) = read_tables("tep.xlsx", stream.getvalue(), reference, Limits())
    assert [one.code for one in table.problems] == ["file-unreadable"]


@pytest.mark.parametrize(
    ("rows", "code"),
    [([], "no-table"), ([["Kính gửi các đơn vị"], ["Nội dung công văn"]], "no-header")],
)
def test_a_workbook_without_a_table(reference: Reference, rows: list[list[str]], code: str) -> None:
    (table,) = read_tables("tep.xlsx", workbook({"Trang 1": rows}), reference, Limits())
    assert (table.kind, [one.code for one in table.problems]) == (None, [code])


def test_a_header_without_rows(reference: Reference) -> None:
    header = ["STT", "Tiêu chí", "Điểm chuẩn", "Điểm thẩm định", "Điểm bị mất"]
    (table,) = read_tables("tep.xlsx", workbook({"A": [header]}), reference, Limits())
    assert "no-rows" in [one.code for one in table.problems]
    assert table.exit_code == 1


def test_limits_are_kept(reference: Reference) -> None:
    content = whole()
    for limits in (Limits(max_bytes=100), Limits(max_unpacked=100), Limits(max_cells=3)):
        (table,) = read_tables("tep.xlsx", content, reference, limits)
        assert [one.code for one in table.problems] == ["file-too-large"]


def test_hidden_rows_columns_and_sheets_are_read(reference: Reference) -> None:
    book = openpyxl.load_workbook(io.BytesIO(whole()))
    sheet = book.worksheets[0]
    sheet.row_dimensions[2].hidden = True
    sheet.column_dimensions["D"].hidden = True
    book.create_sheet("Bìa")
    sheet.sheet_state = "hidden"
    stream = io.BytesIO()
    book.save(stream)
    (table,) = read_tables("tep.xlsx", stream.getvalue(), reference, Limits())
    assert table.frame["points"].tolist() == [8]


@pytest.mark.parametrize("code", CATALOGUE)
def test_every_problem_reads_as_one_vietnamese_sentence(code: str) -> None:
    one = problem(code, sheet="Phụ lục", row=23, column="E", expected="số", found="chữ")
    assert sentence(one).startswith("Phụ lục!E23: cần số, thấy chữ. ")
    assert one.fix.endswith(".") and CATALOGUE[code].title


def changed(content: bytes, part: str, old: bytes, new: bytes) -> bytes:
    """A workbook with one part of its XML changed, as no spreadsheet program would."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(stream, "w") as target:
        for name in source.namelist():
            xml = source.read(name)
            target.writestr(name, xml.replace(old, new) if name == part else xml)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("address", "code"),
    [(b"XFD1048576", "file-too-large"), (b"ZZZZ99999999999", "file-unreadable")],
)
def test_a_stray_cell_far_away_is_refused_before_it_is_read(
    reference: Reference, address: bytes, code: str
) -> None:
    content = changed(whole(), "xl/worksheets/sheet1.xml", b'r="E2"', b'r="%s"' % address)
    (table,) = read_tables("tep.xlsx", content, reference, Limits())
    assert [one.code for one in table.problems] == [code]


def test_an_error_cell_is_not_a_blank_one(reference: Reference) -> None:
    number = b'<c r="D2" t="n"><v>8</v></c>'
    error = b'<c r="D2" t="e"><f>A1/0</f><v>#DIV/0!</v></c>'
    content = changed(whole(), "xl/worksheets/sheet1.xml", number, error)
    (table,) = read_tables("tep.xlsx", content, reference, Limits())
    (wrong,) = [one for one in table.problems if one.code == "not-a-number"]
    assert (wrong.row, wrong.column, wrong.found) == (2, "D", "“#DIV/0!”")
    assert table.frame["points"].isna().all()
