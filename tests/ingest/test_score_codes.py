"""Which criterion each row is: codes as people and spreadsheets write them."""

import pytest

from tests.ingest.conftest import REST, Reader, found


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
