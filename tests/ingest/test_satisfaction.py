"""Which factors and questions does a satisfaction table hold, and how satisfied are people?"""

import pytest

from scoring.ingest.finding.headers import Headers
from scoring.ingest.finding.layout import layouts
from scoring.ingest.finding.year_before import is_year_before, with_year_before
from scoring.ingest.limits import Limits
from scoring.ingest.opening.workbook import Sheet
from scoring.ingest.reference import Reference
from scoring.ingest.result_tables.satisfaction import read_satisfaction
from scoring.ingest.said import NOTHING_REMEMBERED, NOTHING_SAID, Given
from scoring.ingest.table import Table
from tests.ingest.conftest import Reader, found, rows_of, told

SIPAS = "Chỉ số hài lòng (SIPAS) năm 2022 tỉnh Gia Lai"


def lines(table: Table) -> list[tuple[str, float]]:
    return list(zip(table.frame["code"], table.frame["percent"], strict=True))


# Which row is what.


def test_questions_stand_under_their_factors(read: Reader) -> None:
    table = read(
        """
        STT | Nội dung                      | Tỷ lệ hài lòng (%)
        I   | Tiếp cận dịch vụ              | 83,99
        1   | Nơi ngồi chờ                  | 85,00
        2   | Trang thiết bị                | 82,10
        II  | Thủ tục hành chính            | 84,04
        1   | Niêm yết công khai            | 84,00
        2   | Thủ tục                       | 83,00
        """,
        title=SIPAS,
    )
    assert lines(table) == [
        ("1", 83.99),
        ("1.1", 85.0),
        ("1.2", 82.1),
        ("2", 84.04),
        ("2.1", 84.0),
        ("2.2", 83.0),  # a question that is called like a factor is a question
    ]
    assert found(table) == []


def test_dotted_numbers_and_letters_name_questions(read: Reader) -> None:
    table = read(
        """
        STT | Nội dung             | Tỷ lệ hài lòng (%)
        1   | Tiếp cận dịch vụ     | 83,99
        1.1 | Nơi ngồi chờ         | 85,00
        a   | Ghế ngồi             | 80,00
        b   | Nước uống            | 81,00
        1.2 | Trang thiết bị       | 82,10
        2   | Công chức            | 84,04
        -   | Thái độ              | 84,00
        -   | Trả lời              | 83,00
        """,
        title=SIPAS,
    )
    codes = ["1", "1.1", "1.1.a", "1.1.b", "1.2", "3", "3.1", "3.2"]
    assert table.frame["code"].tolist() == codes


def test_factors_under_a_group_keep_their_own_codes(read: Reader) -> None:
    table = read(
        """
        STT | Nội dung                              | Tỷ lệ hài lòng (%)
        1   | Xây dựng, tổ chức thực hiện chính sách | 80,00
        2   | Cung ứng dịch vụ hành chính công      | 84,00
        2.1 | Tiếp cận dịch vụ                      | 83,99
        2.2 | Thủ tục hành chính                    | 84,04
            | Chỉ số hài lòng chung                 | 82,00
        """,
        title=SIPAS,
    )
    assert table.frame["code"].tolist() == ["6", "7", "1", "2", "0"]
    assert table.totals.index_value == 82.0


def test_a_row_that_is_no_known_factor_never_takes_a_factors_code(read: Reader) -> None:
    table = read(
        """
        STT | Yếu tố               | Tỷ lệ hài lòng (%)
        1   | Chi phí              | 70,00
        2   | Tiếp cận dịch vụ     | 83,99
        3   | Chi phí đi lại       | 71,00
        """,
        title=SIPAS,
    )
    assert table.frame["code"].tolist() == ["chi-phi", "1", "chi-phi-di-lai"]
    assert found(table) == [("B4", "factor-unknown"), ("B6", "factor-unknown")]


def test_two_questions_never_share_a_code(read: Reader) -> None:
    table = read(
        """
        STT | Câu hỏi    | Tỷ lệ hài lòng (%)
        1   | Chờ đợi    | 70,00
        2   | Chở đợi    | 71,00
        3   | Chờ đợi    | 72,00
        """,
        title=SIPAS,
    )
    assert table.frame["code"].tolist() == ["cho-doi", "cho-doi-2", "cho-doi"]
    assert ("B6", "duplicate-code") in found(table)  # one title twice


def test_a_number_in_the_title_is_no_part_of_it(read: Reader) -> None:
    table = read(
        """
        Nội dung                | Tỷ lệ hài lòng (%)
        I. Tiếp cận dịch vụ     | 83,99
        1. Nơi ngồi chờ         | 85,00
        """,
        title=SIPAS,
    )
    assert lines(table) == [("1", 83.99), ("1.1", 85.0)]
    assert table.frame["title"].tolist() == ["Tiếp cận dịch vụ", "Nơi ngồi chờ"]


# Which column is the percentage.


def test_answers_beside_the_ratio_are_not_the_ratio(read: Reader) -> None:
    table = read(
        """
        STT | Yếu tố    | Rất hài lòng (%) | Hài lòng (%) | Bình thường (%) | Tỷ lệ hài lòng (%)
        1   | Tiếp cận  | 20,00            | 60,00        | 20,00           | 80,00
        2   | TTHC      | 10,00            | 70,50        | 19,50           | 80,50
        """,
        title=SIPAS,
    )
    assert lines(table) == [("1", 80.0), ("2", 80.5)]
    assert told(table, "column-unread") == [
        (None, "C (Rất hài lòng (%)), D (Hài lòng (%)), E (Bình thường (%))")
    ]


def test_answers_alone_are_added_up_and_said(read: Reader) -> None:
    table = read(
        """
        STT | Yếu tố           | Rất hài lòng | Hài lòng | Bình thường | Không hài lòng
        1   | Tiếp cận dịch vụ | 20,00        | 60,25    | 19,00       | 0,75
        2   | TTHC             | 10,00        | 70,50    | 19,50       | 0,00
        """,
        title=SIPAS,
    )
    assert lines(table) == [("1", 20 + 60.25), ("2", 10 + 70.5)]
    assert told(table, "column-computed") == [
        ("cột tỷ lệ hài lòng", "Rất hài lòng (C) + Hài lòng (D)")
    ]
    assert told(table, "column-unread") == [(None, "E (Bình thường), F (Không hài lòng)")]


def test_answers_under_one_heading_are_added_up(read: Reader) -> None:
    table = read(
        """
        STT | Yếu tố           | Mức độ hài lòng (%) |          |             |
            |                  | Rất hài lòng        | Hài lòng | Bình thường | Không hài lòng
        1   | Tiếp cận dịch vụ | =0.2                | =0.6025  | =0.19       | =0.0075
        """,
        title=SIPAS,
        merge=("C3:F3", "A3:A4", "B3:B4"),
    )
    assert lines(table) == [("1", 20 + 60.25)]


def test_answers_counted_by_heads_are_no_percentage(read: Reader) -> None:
    table = read(
        """
        STT | Yếu tố           | Rất hài lòng | Hài lòng | Bình thường | Không hài lòng
        1   | Tiếp cận dịch vụ | 20           | 90       | 9           | 1
        """,
        title=SIPAS,
    )
    assert lines(table) == [("1", pytest.approx(float("nan"), nan_ok=True))]
    assert ("D4", "percent-missing") in found(table)
    unread = "C (Rất hài lòng), D (Hài lòng), E (Bình thường), F (Không hài lòng)"
    assert told(table, "column-unread") == [(None, unread)]


def test_a_column_that_a_person_named_is_not_added_to(read: Reader) -> None:
    text = """
    STT | Yếu tố           | Rất hài lòng (%) | Hài lòng (%)
    1   | Tiếp cận dịch vụ | 20,00            | 60,00
    """
    assert lines(read(text, title=SIPAS, columns=(("percent", "D"),))) == [("1", 60.0)]


def test_columns_of_numbers_that_are_not_read_are_named_once(read: Reader) -> None:
    table = read(
        """
        STT | Yếu tố           | Số phiếu | Tỷ lệ hài lòng (%) | Sai số | Ghi chú
        1   | Tiếp cận dịch vụ | 1.200    | 83,99              | 0,5    |
        2   | TTHC             | 1.200    | 84,04              | 0,6    | 12
        """,
        title=SIPAS,
    )
    assert found(table) == [("C3", "column-unread")]
    assert told(table, "column-unread") == [(None, "C (Số phiếu), E (Sai số)")]


# The year before.


def given_by(reference: Reference) -> Given:
    return Given(reference, Limits(), NOTHING_SAID, NOTHING_REMEMBERED)


def test_a_year_before_without_its_number_is_a_table_of_its_own(reference: Reference) -> None:
    sheet = Sheet(
        "T",
        rows_of("""
        STT | Yếu tố           | Năm trước (%) | Kết quả (%) | Mục tiêu
        1   | Tiếp cận dịch vụ | 81,20         | 83,99       | đạt 86%
        2   | TTHC             | 82,30         | 84,04       | đạt 86%
        """),
    )
    headers = Headers(reference.headers)
    (layout,) = layouts(sheet, headers)
    now, before = with_year_before(layout, headers)
    read = [read_satisfaction(sheet, one, 2022, given_by(reference)) for one in (now, before)]
    assert [one.frame["percent"].tolist() for one in read] == [[83.99, 84.04], [81.2, 82.3]]
    assert [len(one.targets) for one in read] == [2, 0]
    assert [is_year_before(one) for one in (layout, now, before)] == [False, False, True]
    assert [one.code for one in (*read[0].problems, *read[1].problems)] == []


def test_without_such_a_column_there_is_one_table(reference: Reference) -> None:
    headers = Headers(reference.headers)
    for header in ("Kết quả (%)", "Kết quả 2021 (%) | Kết quả 2022 (%)"):
        rows = rows_of(f"STT | Yếu tố | {header}\n1 | Tiếp cận dịch vụ | 83,99 | 84,04")
        for layout in layouts(Sheet("T", [row[: len(rows[0])] for row in rows]), headers):
            assert with_year_before(layout, headers) == (layout,)
