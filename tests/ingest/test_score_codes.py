"""Which criterion each row is: codes as people and spreadsheets write them."""

import pytest

from scoring.ingest.limits import Limits
from scoring.ingest.read import read_tables
from scoring.ingest.reference import Reference
from tests.ingest.conftest import REST, Reader, found, workbook


def test_a_repeated_code_is_an_error(read: Reader) -> None:
    table = read("""
        STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định | Điểm bị mất
        1.1 | Một      | 1          | 1              | 0
        1.1 | Hai      | 1          | 1              | 0
    """)
    assert found(table, REST) == [("A5", "duplicate-code")]
    assert table.exit_code == 1 and not table.loadable


def test_a_number_without_a_code_is_said_and_not_counted(read: Reader) -> None:
    table = read("""
        STT | Tiêu chí              | Điểm chuẩn | Điểm thẩm định | Điểm bị mất
        1   | Chỉ đạo               | 10         | 8              | 2
            | Ban hành trong quý I  | 0,5        |                |
    """)
    assert found(table, REST) == [("A5", "row-without-code")]
    assert table.totals.lost == 2


@pytest.mark.parametrize(
    ("printed", "codes"),
    [
        (["1.", "1.1.", "1.1.1."], ["1", "1.1", "1.1.1"]),
        (["I", "1", "1.1", "II", "1", "1.1"], ["1", "1.1", "1.1.1", "2", "2.1", "2.1.1"]),
        (["I", "1.1", "1.2", "II", "2.1"], ["1", "1.1", "1.2", "2", "2.1"]),
        (["Lĩnh vực 1", "Tiêu chí 1.5", "TC 1.6"], ["1", "1.5", "1.6"]),
        (["1", "1.1", "a", "b", "1.2", "a"], ["1", "1.1", "1.1.a", "1.1.b", "1.2", "1.2.a"]),
        (["1", "1.8", "1.9", "=1.1", "1.11"], ["1", "1.8", "1.9", "1.10", "1.11"]),
        (["1", "=1.1", "=1.2"], ["1", "1.1", "1.2"]),
        (["3", "3.4", "@2001-04-03", "3.4.2"], ["3", "3.4", "3.4.1", "3.4.2"]),
    ],
)
def test_codes_are_canonical(read: Reader, printed: list[str], codes: list[str]) -> None:
    lines = [f"{code} | Tiêu chí số {at} | 1 | 1 | 0" for at, code in enumerate(printed)]
    header = "STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định | Điểm bị mất"
    table = read("\n".join([header, *lines]))
    assert table.frame["code"].tolist() == codes


def test_a_repaired_code_is_a_note_with_both_readings(read: Reader) -> None:
    table = read("""
        STT  | Tiêu chí | Điểm chuẩn | Điểm thẩm định | Điểm bị mất
        1.9  | Chín     | 1          | 1              | 0
        =1.1 | Mười     | 1          | 1              | 0
    """)
    (note,) = [one for one in table.problems if one.code == "code-repaired"]
    assert (note.severity, note.row, note.column, note.found) == ("note", 5, "A", "1.1")
    assert note.expected and "1.10" in note.expected


def test_code_and_title_in_one_cell(read: Reader) -> None:
    table = read("""
        STT         | Tiêu chí | Điểm chuẩn | Điểm thẩm định | Điểm bị mất
        I. CHỈ ĐẠO  |          | 10         | 8              | 2
        1.1         | Kế hoạch | 10         | 8              | 2
    """)
    assert table.frame["code"].tolist() == ["1", "1.1"]
    assert table.frame["title"].tolist() == ["CHỈ ĐẠO", "Kế hoạch"]


@pytest.mark.parametrize(
    "codes", [["=1", "=1.5", "=1.5"], ["=1.1", "=1.1"], ["=1.1", "=1.2", "=1.1"]]
)
def test_a_repeated_number_is_no_lost_zero(read: Reader, codes: list[str]) -> None:
    lines = [f"{code} | Tiêu chí số {at} | 1 | 1 | 0" for at, code in enumerate(codes)]
    header = "STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định | Điểm bị mất"
    table = read("\n".join([header, *lines]))
    assert found(table, REST) == [(f"A{3 + len(codes)}", "duplicate-code")]


@pytest.mark.parametrize(
    ("printed", "codes"),
    [
        (["I", "1.1", "II", "1.1"], ["1", "1.1", "2", "2.1"]),
        (["A", "1", "B", "1"], ["1", "1.1", "2", "2.1"]),
    ],
)
def test_numbers_begin_anew_under_headings(
    read: Reader, printed: list[str], codes: list[str]
) -> None:
    lines = [f"{code} | Tiêu chí số {at} | 1 | 1 | 0" for at, code in enumerate(printed)]
    header = "STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định | Điểm bị mất"
    assert read("\n".join([header, *lines])).frame["code"].tolist() == codes


HEADER = "STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định | Điểm bị mất"


def lines(printed: list[str]) -> str:
    """A table with a row of points for each code."""
    rows = [f"{code} | Tiêu chí số {at} | 1 | 1 | 0" for at, code in enumerate(printed)]
    return "\n".join([HEADER, *rows])


@pytest.mark.parametrize(
    ("printed", "codes"),
    [
        # Decorations, prefixes and signs between the numbers.
        (["1.", "1.1:", "(1.2)", "'1.3", "1. 4"], ["1", "1.1", "1.2", "1.3", "1.4"]),
        (["Lĩnh vực 1", "TC 1,1", "TCTP 1-1-1"], ["1", "1.1", "1.1.1"]),
        (["１", "１．１", "1.2\u00a0", "1.3/"], ["1", "1.1", "1.2", "1.3"]),
        (["01", "01.1", "02"], ["1", "1.1", "2"]),
        # Romans above the numbers, and below them.
        (["I.", "1", "II/", "1", "III)", "1"], ["1", "1.1", "2", "2.1", "3", "3.1"]),
        (["Mục I", "1", "Phần II", "1"], ["1", "1.1", "2", "2.1"]),
        (["LĨNH VỰC 1:", "1", "2", "LĨNH VỰC 2", "1"], ["1", "1.1", "1.2", "2", "2.1"]),
        (["Lĩnh vực số 1", "1.1", "Lĩnh vực số 2", "2.1"], ["1", "1.1", "2", "2.1"]),
        (["LV 3", "3.4", "3.4.1", "LV 5", "5.1"], ["3", "3.4", "3.4.1", "5", "5.1"]),
        (["LV1", "1", "1.1", "LV2", "1", "1.1"], ["1", "1.1", "1.1.1", "2", "2.1", "2.1.1"]),
        (["i", "1", "2", "ii", "1"], ["1", "1.1", "1.2", "2", "2.1"]),
        (["1", "i)", "ii)", "2", "i)"], ["1", "1.1", "1.2", "2", "2.1"]),
        (["I", "1", "iii", "iv", "v"], ["1", "1.1", "1.1.3", "1.1.4", "1.1.5"]),
        (["I", "I.1", "I.2", "II", "II.1"], ["1", "1.1", "1.2", "2", "2.1"]),
        # Only the headings with losses.
        (["III", "1", "V", "1"], ["3", "3.1", "5", "5.1"]),
        (["III", "1.2", "V", "1.1"], ["3", "3.2", "5", "5.1"]),
        # Letters: i between h and k is one.
        (["1", "g)", "h)", "i)", "k)"], ["1", "1.g", "1.h", "1.i", "1.k"]),
        (["1.1", "c", "d", "đ", "e"], ["1.1", "1.1.c", "1.1.d", "1.1.đ", "1.1.e"]),
        (["1", "1.1", "1.1.a", "1.1.b"], ["1", "1.1", "1.1.a", "1.1.b"]),
        # Capitals above romans only group them, unless the romans begin anew.
        (["A", "I", "1", "II", "B", "III", "1"], ["1", "1.1", "2", "3", "3.1"]),
        (["A", "I", "1", "B", "I", "1"], ["1", "1.1", "1.1.1", "2", "2.1", "2.1.1"]),
        # The parent's number left out.
        (["1", "1.1", ".1", ".2", "1.2", ".1"], ["1", "1.1", "1.1.1", "1.1.2", "1.2", "1.2.1"]),
        # Zeros lost.
        (["1", "1.19", "=1.2", "1.21"], ["1", "1.19", "1.20", "1.21"]),
        (["1", "1.9", "=1.1", "2", "=2.1"], ["1", "1.9", "1.10", "2", "2.1"]),
        (["1", "=1.9", "=1.1", "1.10.1"], ["1", "1.9", "1.10", "1.10.1"]),
        (["1", "1.8", "1.9", "1.1", "1.11"], ["1", "1.8", "1.9", "1.10", "1.11"]),
        (["I", "=1.9", "=1.1", "II", "=2.1"], ["1", "1.9", "1.10", "2", "2.1"]),
        # Dates, as cells and as texts.
        (["3", "@2024-04-03", "@2024-05-03", "3.6"], ["3", "3.4", "3.5", "3.6"]),
        (["3.4", "3-Apr-01", "03/04/2002", "3.5"], ["3.4", "3.4.1", "3.4.2", "3.5"]),
        (["1", "1/1", "1/2", "2", "2/1"], ["1", "1.1", "1.2", "2", "2.1"]),
        (["4", "Apr-01", "Apr-02"], ["4", "4.1", "4.2"]),
        (["3", "3.14", "@2015-03-01"], ["3", "3.14", "3.15"]),  # there is no month 15
    ],
)
def test_codes_in_every_form(read: Reader, printed: list[str], codes: list[str]) -> None:
    assert read(lines(printed)).frame["code"].tolist() == codes


@pytest.mark.parametrize(
    ("printed", "place", "both"),
    [
        (["1", "1.9", "=1.1"], "A6", ("1.1", "mã 1.10 (theo thứ tự dòng)")),
        (["3", "3.4", "@2001-04-03"], "A6", ("ngày 03/04/2001", "mã 3.4.1 (theo thứ tự dòng)")),
        (["1", "1/1", "1.2"], "A5", ("1/1", "mã 1.1 (theo thứ tự dòng)")),
        (["1", "TC 1.1", "TC 1.2"], "A5", ("“TC 1.1” và 1 mã khác viết tương tự", "mã 1.1 ")),
    ],
)
def test_a_repair_tells_both_readings(
    read: Reader, printed: list[str], place: str, both: tuple[str, str]
) -> None:
    notes = [one for one in read(lines(printed)).problems if one.code == "code-repaired"]
    note = next(one for one in notes if f"{one.column}{one.row}" == place)
    assert (note.severity, note.found) == ("note", both[0])
    assert note.expected and both[1] in note.expected


@pytest.mark.parametrize(("lost", "code"), [(1, "code-repaired"), (2, "row-without-code")])
def test_a_section_over_romans_is_their_sum_or_doubtful(read: Reader, lost: int, code: str) -> None:
    table = read(f"""
        {HEADER}
        A   | THẨM ĐỊNH  | 4 | {4 - lost} | {lost}
        I   | Chỉ đạo    | 3 | 2 | 1
        II  | Thể chế    | 1 | 1 | 0
        B   | ĐIỀU TRA   | 2 | 2 | 0
        III | Người dân  | 2 | 2 | 0
    """)
    assert table.frame["code"].tolist() == ["1", "2", "3"]
    assert found(table, REST) == [("A4", code), ("A7", "code-repaired")]


@pytest.mark.parametrize(
    ("printed", "place", "readings"),
    [
        (["1", "=1.1", "1.11"], "A5", ("1.1", "1.10")),  # 1.2 to 1.9 left out, or 1.1 to 1.9
        (["1", "=1.4", "=1.1"], "A6", ("1.1", "1.10")),  # out of order, or 1.5 to 1.9 left out
        (["1", "1.9", "=1.1", "=1.2"], "A6", ("1.1", "1.10")),
        (["@2001-04-03"], "A4", ("3.4.1", "4.3.1")),
    ],
)
def test_what_order_cannot_tell_is_said(
    read: Reader, printed: list[str], place: str, readings: tuple[str, str]
) -> None:
    doubts = [one for one in read(lines(printed)).problems if one.code == "code-ambiguous"]
    doubt = next(one for one in doubts if f"{one.column}{one.row}" == place)
    assert doubt.severity == "warning"
    assert doubt.expected and f"mã {readings[0]} hoặc {readings[1]}" in doubt.expected


@pytest.mark.parametrize(
    "printed", [["1", "=1.1", "=1.2", "2", "=2.1"], ["1", "=1.6", "3", "=3.4"]]
)
def test_numbers_that_lost_nothing_are_not_said(read: Reader, printed: list[str]) -> None:
    assert found(read(lines(printed)), REST) == []


@pytest.mark.parametrize(
    ("printed", "codes", "titles"),
    [
        (
            ["I. CHỈ ĐẠO", "1. Kế hoạch", "1.1. Ban hành", "II. THỂ CHẾ", "1. Rà soát"],
            ["1", "1.1", "1.1.1", "2", "2.1"],
            ["CHỈ ĐẠO", "Kế hoạch", "Ban hành", "THỂ CHẾ", "Rà soát"],
        ),
        (
            ["Lĩnh vực 1: Chỉ đạo", "Tiêu chí 1.1. Kế hoạch", "1.2 - Báo cáo"],
            ["1", "1.1", "1.2"],
            ["Chỉ đạo", "Kế hoạch", "Báo cáo"],
        ),
    ],
)
def test_codes_within_titles_where_no_column_has_them(
    read: Reader, printed: list[str], codes: list[str], titles: list[str]
) -> None:
    rows = [f"{text} | 1 | 1 | 0" for text in printed]
    table = read("\n".join(["Tiêu chí | Điểm chuẩn | Điểm thẩm định | Điểm bị mất", *rows]))
    assert table.frame["code"].tolist() == codes
    assert table.frame["title"].tolist() == titles


def test_a_code_within_the_title_of_a_row_whose_code_is_blank(read: Reader) -> None:
    table = read(f"""
        {HEADER}
        1 | Chỉ đạo       | 2 | 1 | 1
          | 1.1. Kế hoạch | 1 | 1 | 0
          | 1.2. Báo cáo  | 1 | 0 | 1
    """)
    assert table.frame["code"].tolist() == ["1", "1.1", "1.2"]


@pytest.mark.parametrize("code", ["1\u00a0", "\u202f1", "1\u200b", " 1 "])
def test_blanks_around_a_code_are_no_repair(reference: Reference, code: str) -> None:
    rows = [HEADER.split(" | "), [code, "Chỉ đạo", 1, 1, 0]]
    (table,) = read_tables("bang.xlsx", workbook({"Trang 1": rows}), reference, Limits())
    assert table.frame["code"].tolist() == ["1"]
    assert "code-repaired" not in [one.code for one in table.problems]


def test_numbers_begin_anew_under_a_domain_named_in_the_code_column(read: Reader) -> None:
    table = read(
        """
        STT                  | Tiêu chí | Điểm chuẩn | Điểm thẩm định | Điểm bị mất
        LĨNH VỰC 1: CHỈ ĐẠO  |          |            |                |
        1                    | Kế hoạch | 5          | 4,5            | 0,5
        2                    | Kiểm tra | 5          | 4              | 1
        LĨNH VỰC 2: THỂ CHẾ  |          |            |                |
        1                    | VBQPPL   | 4          | 3              | 1
        """,
        merge=("A4:E4", "A7:E7"),
    )
    assert table.frame["code"].tolist() == ["1", "1.1", "1.2", "2", "2.1"]
