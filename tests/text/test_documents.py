"""Are the documents that a text names told, with day, section and page?"""

from datetime import date

import pytest

from scoring.text.documents import Document, day_of, documents, number_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Báo cáo số 12/BC-SNV ngày 15/3/2021", Document("12/BC-SNV", date(2021, 3, 15))),
        ("QĐ 1149/QĐ-BNV", Document("1149/QĐ-BNV")),
        ("số 13/2018/QĐ-UBND", Document("13/2018/QĐ-UBND")),
        ("76 /KH - SVHTT", Document("76/KH-SVHTT")),
        ("115/NQ-HĐND ngày 1 tháng 7 năm 2020", Document("115/NQ-HĐND", date(2020, 7, 1))),
        (
            "12/BC-SNV ngày 15.3.2021, mục II, trang 4-6",
            Document("12/BC-SNV", date(2021, 3, 15), "mục II", "4-6"),
        ),
        (
            "45/KH-UBND, Phụ lục 3, khoản 2, tr. 12",
            Document("45/KH-UBND", None, "Phụ lục 3, khoản 2", "12"),
        ),
        ("12/BC-SNV ngày 31/02/2021", Document("12/BC-SNV")),  # there is no such day
    ],
)
def test_one_document(text: str, expected: Document) -> None:
    assert documents(text) == (expected,)


def test_what_is_said_behind_a_number_is_of_that_document() -> None:
    text = (
        "Kế hoạch 45/KH-UBND ngày 01/02/2020; báo cáo 12/BC-SNV (15/03/2020, trang 3); 45/KH-UBND"
    )
    assert documents(text) == (
        Document("45/KH-UBND", date(2020, 2, 1)),
        Document("12/BC-SNV", date(2020, 3, 15), "", "3"),
    )


@pytest.mark.parametrize(
    "text",
    ["", "Chưa có báo cáo", "đạt 12/15 chỉ tiêu", "15/03/2021", "x", "Hạng 32/63", "3/4 điểm"],
)
def test_no_document(text: str) -> None:
    assert documents(text) == ()


def test_blanks_about_the_signs_of_a_number_do_not_count() -> None:
    assert number_of(" 76 / KH – SVHTT ") == "76/KH-SVHTT"


def test_a_day_that_is_none() -> None:
    assert day_of("30/2/2021") is None
    assert day_of("năm 2021") is None
    assert day_of("5-9-2021") == date(2021, 9, 5)
