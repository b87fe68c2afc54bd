"""Are heads and points of five told from percentages, and turned into them where that is sure?"""

import pytest

from scoring.ingest.table import Table
from tests.ingest.conftest import Reader, found, told

SIPAS = "Kết quả khảo sát SIPAS năm 2022 tỉnh Gia Lai"


def percents(table: Table) -> list[float]:
    return table.frame["percent"].tolist()


def two_factors(read: Reader, header: str, first: str, second: str) -> Table:
    return read(
        f"""
        STT | Yếu tố             | {header}
        1   | Tiếp cận dịch vụ   | {first}
        2   | Thủ tục hành chính | {second}
        """,
        title=SIPAS,
    )


@pytest.mark.parametrize(
    ("header", "rows", "made_of"),
    [
        (
            "Số phiếu khảo sát | Hài lòng | Không hài lòng",
            ("80 | 60 | 20", "80 | 72 | 8"),
            "100 × Hài lòng (D) ÷ Số phiếu khảo sát (C)",
        ),
        (
            "Tổng số phiếu | Số phiếu hài lòng",
            ("80 | 60", "80 | 72"),
            "100 × Số phiếu hài lòng (D) ÷ Tổng số phiếu (C)",
        ),
        (
            "Số người được hỏi | SL hài lòng",
            ("80 | 60", "80 | 72"),
            "100 × SL hài lòng (D) ÷ Số người được hỏi (C)",
        ),
        (  # of several totals the one that the answers add up to
            "Số phiếu phát ra | Số phiếu hài lòng | Số phiếu không hài lòng | Số phiếu thu về",
            ("100 | 60 | 20 | 80", "100 | 72 | 8 | 80"),
            "100 × Số phiếu hài lòng (D) ÷ Số phiếu thu về (F)",
        ),
        (
            "Rất hài lòng | Hài lòng | Không hài lòng | Tổng số phiếu",
            ("20 | 40 | 20 | 80", "30 | 42 | 8 | 80"),
            "100 × Rất hài lòng (C) + Hài lòng (D) ÷ Tổng số phiếu (F)",
        ),
    ],
)
def test_heads_are_divided_by_all_heads_and_said(
    read: Reader, header: str, rows: tuple[str, str], made_of: str
) -> None:
    table = two_factors(read, header, *rows)
    assert percents(table) == [100 * 60 / 80, 100 * 72 / 80]
    assert told(table, "column-computed") == [("cột tỷ lệ hài lòng", made_of)]


@pytest.mark.parametrize(
    ("header", "first", "second", "code"),
    [
        ("Số phiếu hài lòng", "60", "72", "column-missing"),  # of how many is not said
        (
            "Số phiếu phát ra | Số phiếu hài lòng | Số phiếu thu về",
            *("100 | 60 | 80", "100 | 72 | 80", "column-missing"),
        ),
        (  # more than all
            "Số phiếu khảo sát | Số phiếu hài lòng",
            *("50 | 60", "80 | 72", "column-missing"),
        ),
        ("Mức độ hài lòng (thang điểm 5)", "4,2", "4,1", "column-missing"),
        ("Mức độ hài lòng (thang 5 điểm)", "4,2", "4,1", "column-missing"),
        ("Mức độ hài lòng", "4,2", "4,1", "column-doubtful"),  # out of five, perhaps
        ("Hài lòng | Không hài lòng", "60 | 20", "72 | 8", "column-doubtful"),
        ("Số phiếu | Hài lòng", "80 | 60", "80 | 72", "column-doubtful"),
    ],
)
def test_what_is_no_percentage_is_refused_and_what_may_be_none_asked_about(
    read: Reader, header: str, first: str, second: str, code: str
) -> None:
    table = two_factors(read, header, first, second)
    assert [one for _, one in found(table, "column-unread")] == [code]
    assert table.frame["percent"].isna().all() == (code == "column-missing")


@pytest.mark.parametrize(
    "header",
    [
        "Tỷ lệ hài lòng (%)",
        "Tỷ lệ phiếu hài lòng (%)",
        "Tỷ lệ hài lòng (%, quy đổi từ thang điểm 5)",
        "Mức độ hài lòng (thang điểm 100)",
        "Mức độ hài lòng của người dân",
    ],
)
def test_a_percentage_stays_one(read: Reader, header: str) -> None:
    table = two_factors(read, f"Số phiếu | {header}", "80 | 83,99", "80 | 84,04")
    assert percents(table) == [83.99, 84.04]
    assert [code for _, code in found(table, "column-unread")] == []


def test_a_column_that_a_person_named_holds_percentages(read: Reader) -> None:
    text = """
    STT | Yếu tố           | Tổng số phiếu | Số phiếu hài lòng
    1   | Tiếp cận dịch vụ | 80            | 60
    """
    assert percents(read(text, title=SIPAS, columns=(("percent", "D"),))) == [60.0]
