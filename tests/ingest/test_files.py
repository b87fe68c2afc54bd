"""Files that cannot be read: a place, a cure, and nothing else."""

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest

from scoring.ingest.limits import Limits
from scoring.ingest.opening.workbook import open_sheets
from scoring.ingest.problems import problem, sentence
from scoring.ingest.read import read_tables
from scoring.ingest.reference import Reference
from scoring.ingest.rules import CATALOGUE
from tests.ingest.conftest import workbook

FIXTURES = Path(__file__).parent / "fixtures"
ENCRYPTED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16le")


ODT = "application/vnd.oasis.opendocument.text"
LOCKED = "<manifest><file-entry><encryption-data/></file-entry></manifest>"
SPREADSHEET_XML = (
    b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'
)


def zipped(**parts: str) -> bytes:
    """A zip file of these parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return stream.getvalue()


def compound(stream: str) -> bytes:
    """The beginning of a file of Office 97-2003 with one stream."""
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    return head + bytes(1024 - len(head)) + stream.encode("utf-16-le").ljust(128, b"\0")


def whole() -> bytes:
    """A workbook in order."""
    header = ["STT", "Tiêu chí", "Điểm chuẩn", "Điểm thẩm định", "Điểm bị mất"]
    return workbook({"Trang 1": [header, ["1", "Chỉ đạo", 10, 8, 2]]})


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("rong.xlsx", b"", "file-empty"),
        ("ke-hoach.pdf", b"%PDF-1.7 ...", "file-pdf"),
        ("ban-quet.xlsx", b"\r\n%PDF-1.4\n" + bytes(900), "file-pdf"),
        ("anh.xlsx", b"\x89PNG\r\n\x1a\n....", "file-pdf"),
        ("anh.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF", "file-pdf"),
        ("ke-hoach.doc", compound("WordDocument"), "file-old-word"),
        ("ke-hoach.rtf", b"{\\rtf1\\ansi K\\'e9}", "file-old-word"),
        ("ke-hoach.odt", zipped(mimetype=ODT, **{"content.xml": "<a/>"}), "file-old-word"),
        ("trinh-bay.ppt", compound("PowerPoint Document"), "file-type"),
        ("trinh-bay.pptx", zipped(**{"ppt/presentation.xml": "<a/>"}), "file-type"),
        ("bang.zip", zipped(**{"bang.xlsx": "PK"}), "file-type"),
        ("bang.rar", b"Rar!\x1a\x07\0", "file-type"),
        ("bang.xls", b"<html><body><table><tr><td>STT</td></tr></table></body></html>", "file-web"),
        ("bang.xls", b"MIME-Version: 1.0\r\nContent-Type: text/html", "file-web"),
        ("bang.xls", b"\xef\xbb\xbf" + SPREADSHEET_XML, "file-web"),
        ("bang.xls", SPREADSHEET_XML.decode().encode("utf-16"), "file-web"),
        ("du-lieu.bin", bytes(range(256)) * 4, "file-type"),
        (
            "khoa.ods",
            zipped(**{"content.xml": "?", "META-INF/manifest.xml": LOCKED}),
            "file-password",
        ),
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


def test_a_workbook_of_an_old_font_says_so(reference: Reference) -> None:
    header = ["STT", "Tiªu chÝ", "§iÓm chuÈn", "§iÓm tù chÊm", "§iÓm thÈm ®Þnh", "§iÓm bÞ mÊt"]
    content = workbook({"Trang 1": [header, ["1", "KÕ ho¹ch", 5, 5, 4.5, 0.5]]})
    (table,) = read_tables("bang.xlsx", content, reference, Limits())
    (problem,) = table.problems
    assert (problem.code, problem.sheet) == ("no-header", "Trang 1")
    assert problem.found == "chữ gõ bằng phông cũ (TCVN3 như .VnTime, hoặc VNI)"
    assert "UniKey" in problem.fix


def test_a_header_without_rows(reference: Reference) -> None:
    header = ["STT", "Tiêu chí", "Điểm chuẩn", "Điểm thẩm định", "Điểm bị mất"]
    (table,) = read_tables("tep.xlsx", workbook({"A": [header]}), reference, Limits())
    assert "no-rows" in [one.code for one in table.problems]
    assert table.exit_code == 1


def test_limits_are_kept(reference: Reference) -> None:
    content = whole()
    for limits in (
        Limits(max_bytes=100),
        Limits(max_unpacked=100),
        Limits(max_cells=3),
        Limits(max_rows=1),
        Limits(max_columns=4),
    ):
        (table,) = read_tables("tep.xlsx", content, reference, limits)
        assert [one.code for one in table.problems] == ["file-too-large"]
    assert read_tables("tep.xlsx", content, reference, Limits(max_rows=2, max_columns=5))[0].kind


@pytest.mark.parametrize("suffix", ["xls", "ods"])
def test_limits_are_kept_by_other_formats(suffix: str) -> None:
    content = (FIXTURES / f"lam-dong-par-2020.{suffix}").read_bytes()
    for limits, column in (
        (Limits(max_rows=20), None),
        (Limits(max_columns=9), "J"),
        (Limits(max_cells=100), None),
    ):
        _, (wrong,) = open_sheets(f"tep.{suffix}", content, limits)
        assert (wrong.code, wrong.sheet) == ("file-too-large", "Phụ lục")
        assert column in (None, wrong.column)


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


@pytest.mark.parametrize("content", [whole()[:400], ENCRYPTED])
def test_a_document_of_word_is_mended_in_word(content: bytes) -> None:
    _, (wrong,) = open_sheets("ke-hoach.docx", content, Limits())
    assert "bằng Word" in wrong.fix


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
    [
        (b"XFD1048576", "file-too-large"),
        (b"xfd1048576", "file-too-large"),
        (b"A1048576", "file-too-large"),
        (b"ZZZZ99999999999", "file-unreadable"),
        (b"", "file-unreadable"),
    ],
)
def test_a_stray_cell_far_away_is_refused_before_it_is_read(
    reference: Reference, address: bytes, code: str
) -> None:
    content = changed(whole(), "xl/worksheets/sheet1.xml", b'r="E2"', b'r="%s"' % address)
    (table,) = read_tables("tep.xlsx", content, reference, Limits())
    assert [one.code for one in table.problems] == [code]


def test_a_stray_cell_is_named_with_the_cure_also_in_a_long_sheet(reference: Reference) -> None:
    rows = [[f"Dòng {number}", "x" * 200] for number in range(20_000)]  # many pieces
    part, far = "xl/worksheets/sheet1.xml", b'<c r="XFD20000" t="n"><v>1</v></c></row></sheetData>'
    content = changed(workbook({"Phụ lục": rows}), part, b"</row></sheetData>", far)
    (table,) = read_tables("tep.xlsx", content, reference, Limits())
    (wrong,) = table.problems
    assert (wrong.code, wrong.sheet, wrong.row, wrong.column) == (
        "file-too-large",
        "Phụ lục",
        20_000,
        "XFD",
    )
    assert "Ctrl+End" in wrong.fix


def test_a_cell_with_only_a_style_far_away_is_no_cell(reference: Reference) -> None:
    part, styled = "xl/worksheets/sheet1.xml", b'<row r="1048576"><c r="XFD1048576" s="0"/></row>'
    content = changed(whole(), part, b"</sheetData>", styled + b"</sheetData>")
    assert read_tables("tep.xlsx", content, reference, Limits())[0].rows == 1


def test_an_error_cell_is_not_a_blank_one(reference: Reference) -> None:
    number = b'<c r="D2" t="n"><v>8</v></c>'
    error = b'<c r="D2" t="e"><f>A1/0</f><v>#DIV/0!</v></c>'
    content = changed(whole(), "xl/worksheets/sheet1.xml", number, error)
    (table,) = read_tables("tep.xlsx", content, reference, Limits())
    (wrong,) = [one for one in table.problems if one.code == "not-a-number"]
    assert (wrong.row, wrong.column, wrong.found) == (2, "D", "“#DIV/0!”")
    assert table.frame["points"].isna().all()
