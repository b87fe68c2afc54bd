"""Text files: whatever encoding and separator, the same cells; else refused with the place."""

import unicodedata
from collections.abc import Sequence

import pytest

from scoring.ingest.limits import Limits
from scoring.ingest.opening.workbook import open_sheets
from scoring.ingest.problems import Problem

TONES = "\u0300\u0301\u0303\u0309\u0323"
TABLE = "STT;Tiêu chí;Điểm chuẩn\n1;Chỉ đạo, điều hành;8,50\n2;Cải cách thể chế;10,00\n"
ROWS = [
    ["STT", "Tiêu chí", "Điểm chuẩn"],
    ["1", "Chỉ đạo, điều hành", "8,50"],
    ["2", "Cải cách thể chế", "10,00"],
]


def rows(text: str | bytes, name: str = "bang.csv") -> Sequence[Sequence[str]]:
    content = text.encode() if isinstance(text, str) else text
    (sheet,), problems = open_sheets(name, content, Limits())
    assert problems == ()
    return sheet.rows


def refusal(text: str | bytes, name: str = "bang.csv", limits: Limits | None = None) -> Problem:
    content = text.encode() if isinstance(text, str) else text
    sheets, (problem,) = open_sheets(name, content, limits or Limits())
    assert sheets == ()
    return problem


def of_windows(text: str) -> bytes:
    """The bytes that Vietnamese Windows writes: a letter, then its tone mark."""
    return b"".join(map(_of_windows, text))


def _of_windows(letter: str) -> bytes:
    parts = unicodedata.normalize("NFD", letter)
    tones = "".join(part for part in parts if part in TONES)
    base = "".join(part for part in parts if part not in TONES)
    return (unicodedata.normalize("NFC", base) + tones).encode("cp1258")


@pytest.mark.parametrize(
    "content",
    [
        TABLE.encode(),
        TABLE.encode("utf-8-sig"),
        TABLE.encode("utf-16"),
        b"\xfe\xff" + TABLE.encode("utf-16-be"),
        TABLE.encode("utf-16-le"),
        TABLE.encode("utf-16-be"),
        of_windows(TABLE),
    ],
    ids=["utf-8", "utf-8-bom", "utf-16", "utf-16-be", "no-bom-le", "no-bom-be", "cp1258"],
)
def test_every_encoding_gives_the_same_cells(content: bytes) -> None:
    assert rows(content) == ROWS


def test_letters_written_as_base_and_mark_become_one() -> None:
    assert rows(unicodedata.normalize("NFD", TABLE)) == ROWS


@pytest.mark.parametrize("separator", [";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_separator_and_line_end(separator: str, end: str) -> None:
    assert rows(TABLE.replace(";", separator).replace("\n", end)) == ROWS


def test_commas_separate_where_decimal_commas_are_quoted() -> None:
    text = 'STT,Tiêu chí,Điểm chuẩn\n1,"Chỉ đạo, điều hành","8,50"\n2,Cải cách thể chế,"10,00"\n'
    assert rows(text) == ROWS


def test_units_with_semicolons_do_not_make_columns() -> None:
    text = (
        "STT,Tiêu chí,Chủ trì\n"
        '1,Chỉ đạo,"Sở Nội vụ; Sở Tài chính"\n'
        '2,Thể chế,"Sở Tư pháp; Văn phòng UBND tỉnh"\n'
    )
    assert rows(text)[1] == ["1", "Chỉ đạo", "Sở Nội vụ; Sở Tài chính"]


def test_decimal_commas_alone_do_not_make_columns() -> None:
    assert rows("Điểm\n8,50\n7,47\n1,03\n") == [["Điểm"], ["8,50"], ["7,47"], ["1,03"]]


def test_commas_that_split_numbers_are_refused() -> None:
    problem = refusal("STT,Tiêu chí,Điểm chuẩn,Điểm đạt\n1,Chỉ đạo,8,50,7,47\n1.1,Kế hoạch,2,1\n")
    assert (problem.code, problem.row) == ("file-unreadable", 2)
    assert "chấm phẩy" in problem.fix


def test_excel_names_the_separator_in_a_line_of_its_own() -> None:
    assert rows("sep=|\r\na;b|c\r\n") == [["a;b", "c"]]


def test_quoted_cells_hold_line_ends_quotes_and_separators() -> None:
    text = 'STT;Chủ trì\r\n1;"Sở A;\r\nSở B"\r\n2;"gọi là ""một cửa"""\r\n'
    assert rows(text)[1:] == [["1", "Sở A;\r\nSở B"], ["2", 'gọi là "một cửa"']]


def test_quotes_within_a_text_are_part_of_it() -> None:
    text = 'STT;Tiêu chí;Điểm\n1;"Một cửa" điện tử;2\n2;Bộ phận;3\n'
    assert rows(text)[1] == ["1", '"Một cửa" điện tử', "2"]


def test_quotes_that_never_close_are_refused_at_their_line() -> None:
    problem = refusal('STT;Tiêu chí;Điểm\n1;"Một cửa;2\n2;Bộ phận\n')
    assert (problem.code, problem.row) == ("file-unreadable", 3)
    assert problem.found == "dấu nháy kép không khớp, hoặc ô quá dài"


def test_title_lines_blank_and_ragged_rows_are_kept_in_their_place() -> None:
    text = "KẾT QUẢ CHỈ SỐ, NĂM 2020\n\nSTT;Tiêu chí;Điểm\n1;Chỉ đạo\n\n2;Thể chế;3;ghi chú\n"
    assert rows(text) == [
        ["KẾT QUẢ CHỈ SỐ, NĂM 2020", "", "", ""],
        ["", "", "", ""],
        ["STT", "Tiêu chí", "Điểm", ""],
        ["1", "Chỉ đạo", "", ""],
        ["", "", "", ""],
        ["2", "Thể chế", "3", "ghi chú"],
    ]


def test_texts_stay_texts() -> None:
    assert rows("a;b\n=1+1;+84 90\n1.10;007\n")[1:] == [["=1+1", "+84 90"], ["1.10", "007"]]


def test_the_sheet_is_named_as_the_file() -> None:
    (sheet,), _ = open_sheets("Lâm Đồng 2020.csv", TABLE.encode(), Limits())
    assert sheet.name == "Lâm Đồng 2020"


@pytest.mark.parametrize(
    "content",
    [
        "Tªn tiªu chÝ;§iÓm chuÈn\n".encode("cp1252"),  # TCVN3, seen as Western
        "Teân tieâu chí;Ñieåm chuaån\n".encode("cp1252"),  # VNI
        TABLE.encode() + b"\xff\xfe\xfd",  # one damaged byte does not make it another encoding
        b"\xed\xa0\x80;a\n1;2\n",  # half of a character
        b"\xff\xfe\x00\xd8a\x00",
        bytes(range(128, 256)) * 4,
        b"a\0b\0c" * 3,
    ],
)
def test_bytes_that_are_no_certain_text_are_refused_with_the_cure(content: bytes) -> None:
    problem = refusal(content)
    assert problem.code == "file-encoding"
    assert "CSV UTF-8" in problem.fix


def test_control_characters_are_refused_at_their_line() -> None:
    problem = refusal("STT;Điểm\n1;8\x01\n")
    assert (problem.code, problem.row, problem.found) == (
        "file-encoding",
        2,
        "ký tự điều khiển U+0001",
    )


def test_the_end_mark_of_dos_is_no_text() -> None:
    assert rows("a;b\n1;2\n\x1a")[-1] == ["1", "2"]


@pytest.mark.parametrize("name", ["bang.xlsx", "bang.xls", "bang"])
def test_a_text_table_under_another_name_is_read(name: str) -> None:
    assert rows(TABLE, name) == ROWS


def test_a_letter_under_another_name_is_not() -> None:
    problem = refusal("Kính gửi: các sở, ban, ngành.\nĐề nghị nộp trước ngày 15/02.\n", "thu.xlsx")
    assert (problem.code, problem.found) == ("file-type", "văn bản")


@pytest.mark.parametrize(
    ("text", "limits", "found"),
    [
        ("a;b\n" * 30, Limits(max_rows=20), "có ô ở dòng 30"),
        ("a;b;c;d\n" * 3, Limits(max_columns=3), "có ô ở cột thứ 4"),
        ("a;b;c;d\n" * 30, Limits(max_cells=100), "nhiều ô hơn mức cho phép"),
        # 60 rows, one of them with 60 cells: all of them would be made that wide.
        ("a\n" * 60 + "a;" * 59 + "\n", Limits(max_cells=200), "61 dòng × 60 cột"),
    ],
)
def test_limits_are_told_with_what_was_found(text: str, limits: Limits, found: str) -> None:
    problem = refusal(text, limits=limits)
    assert (problem.code, problem.found) == ("file-too-large", found)


def test_a_line_of_many_megabytes_is_refused_at_once() -> None:
    assert refusal("a," * 20_000_000).code == "file-too-large"
    assert refusal("x" * 1_000_000).code == "file-too-large"
    assert refusal("a;b\n" * 60_000 + "a;" + "x" * 1_000_000).code == "file-unreadable"
