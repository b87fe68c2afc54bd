"""Which numbers of a satisfaction table are percentages, and which cells are no number at all?"""

import io

import openpyxl
import pytest

from scoring.ingest.limits import Limits
from scoring.ingest.read import read_tables
from scoring.ingest.reference import Reference
from tests.ingest.conftest import Reader, found, told

SIPAS = "Chỉ số hài lòng (SIPAS) năm 2022 tỉnh Gia Lai"

# Percentages stored as fractions.


@pytest.mark.parametrize(
    ("cells", "percents", "code"),
    [
        (("=0.8399", "=0.8404"), (83.99, 84.04), "percent-fraction"),
        (("0,8399", "0,8404"), (83.99, 84.04), "percent-fraction"),
        (("=0.8399", "=1"), (83.99, 100), "percent-fraction"),
        (("=0.8399", "=0"), (83.99, 0), "percent-fraction"),
        (("=0.8399", "=84.04"), (83.99, 84.04), "percent-doubtful"),
        (("0,8399", "84,04%"), (83.99, 84.04), "percent-doubtful"),
        (("=1", "=84.04"), (100, 84.04), "percent-doubtful"),
        (("83,99%", "=84.04"), (83.99, 84.04), None),
        (("0,5%", "0,75%"), (0.5, 0.75), None),
        (("=83.99", "=0"), (83.99, 0), None),
    ],
)
def test_fractions(read: Reader, cells, percents, code: str | None) -> None:
    table = read(
        f"""
        STT | Yếu tố             | Kết quả (%)
        1   | Tiếp cận dịch vụ   | {cells[0]}
        2   | Thủ tục hành chính | {cells[1]}
        """,
        title=SIPAS,
    )
    assert table.frame["percent"].tolist() == list(percents)
    assert {one.code for one in table.problems} == ({code} if code else set())


def test_a_doubtful_fraction_names_both_readings(read: Reader) -> None:
    table = read(
        """
        STT | Yếu tố             | Kết quả (%)
        1   | Tiếp cận dịch vụ   | =0.8399
        2   | Thủ tục hành chính | =84.04
        """,
        title=SIPAS,
    )
    assert told(table, "percent-doubtful") == [("83,99\u00a0% hay 0,8399\u00a0%", "0,8399")]
    assert table.problems[0].severity == "warning"


def test_more_than_the_whole_among_fractions_is_an_error(read: Reader) -> None:
    table = read(
        """
        STT | Yếu tố             | Kết quả (%)
        1   | Tiếp cận dịch vụ   | =0.8399
        2   | Thủ tục hành chính | =0.8404
        3   | Công chức          | =1.02
        """,
        title=SIPAS,
    )
    assert ("C6", "percent-outside") in found(table)
    assert table.frame["percent"].tolist() == [83.99, 84.04, 102]


def test_those_not_satisfied_may_be_less_than_one_in_a_hundred(read: Reader) -> None:
    table = read(
        """
        STT | Yếu tố                 | Kết quả (%)
        1   | Người dân chưa hài lòng | =0.5
        """,
        title=SIPAS,
    )
    assert told(table, "percent-doubtful") == [("50,00\u00a0% hay 0,5000\u00a0%", "0,5000")]


def test_a_number_format_tells_a_fraction(reference: Reference) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    rows = (["STT", "Yếu tố", "Kết quả (%)"], [1, "Tiếp cận dịch vụ", 0.8399], [2, "TTHC", 84.04])
    for row in ([SIPAS], *rows):
        sheet.append(row)
    sheet["C3"].number_format = "0.00%"
    stream = io.BytesIO()
    book.save(stream)
    (table,) = read_tables("a.xlsx", stream.getvalue(), reference, Limits())
    assert table.frame["percent"].tolist() == [83.99, 84.04]
    assert found(table) == [("C3", "percent-fraction")]


# What is no number at all.


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("@2026-05-01", "“ngày 01/05/2026; có thể là 1,5 hoặc 5,1”"),
        ("@2026-05-05", "“ngày 05/05/2026; có thể là 5,5”"),
        ("khoảng 84", "“khoảng 84”"),
        ("84-86", "“84-86”"),
        ("1/2", "“1/2”"),
        ("(0,5)", "“(0,5)”"),
        ("1E-05", "“1E-05”"),
    ],
)
def test_what_is_no_number_is_never_read_as_one(read: Reader, cell: str, said: str) -> None:
    table = read(
        f"""
        STT | Yếu tố             | Kết quả (%)
        1   | Tiếp cận dịch vụ   | {cell}
        2   | Thủ tục hành chính | 84,04
        """,
        title=SIPAS,
    )
    assert found(table) == [("C4", "not-a-number")]
    assert told(table, "not-a-number") == [("một tỷ lệ phần trăm", said)]
    assert table.frame["percent"].isna().tolist() == [True, False]
