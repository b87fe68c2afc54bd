"""By when is a thing to be done, as plans print it? The texts: cases/deadlines.txt."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.text.deadlines import Deadline, parse_deadline
from tests.text.cases import cases


def written(deadline: Deadline | None) -> str:
    if deadline is None:
        return "?"
    days = [f"{day:%d/%m/%Y}" if day else "…" for day in (deadline.first, deadline.last)]
    return " ".join(
        [deadline.kind, *(days if days != ["…", "…"] else []), *(["+"] if deadline.goes_on else [])]
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    cases("deadlines", "printed", "days", "periods", "again", "several", "slips")
    + cases("deadlines", "not-understood"),
)
def test_deadlines_as_printed(text: str, expected: str) -> None:
    assert written(parse_deadline(text)) == expected


@pytest.mark.parametrize(("text", "expected"), cases("deadlines", "printed", "periods"))
def test_unicode_forms_and_capitals_do_not_count(text: str, expected: str) -> None:
    assert written(parse_deadline(unicodedata.normalize("NFD", text))) == expected
    assert written(parse_deadline(text.upper())) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hoàn thành trước 31/12", "date … 31/12/2022"),
        ("Quý I", "date 01/01/2022 31/03/2022"),
        ("Trong năm", "date 01/01/2022 31/12/2022"),
        ("Quý I; Quý IV", "date 01/01/2022 31/12/2022"),
        ("Quý I/2023", "date 01/01/2023 31/03/2023"),
        ("29/02", "?"),
        ("Hằng năm", "recurring"),
    ],
)
def test_a_date_without_a_year_is_in_the_plans_year(text: str, expected: str) -> None:
    assert written(parse_deadline(text, year=2022)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("45291", "date 31/12/2023 31/12/2023"),
        ("36526", "date 01/01/2000 01/01/2000"),
        ("36525", "?"),
        ("73051", "?"),
        ("45291 ngày", "?"),
    ],
)
def test_the_number_of_a_day_in_a_spreadsheet(text: str, expected: str) -> None:
    assert written(parse_deadline(text)) == expected


def test_the_text_is_kept_as_printed() -> None:
    assert parse_deadline("  Trước ngày\n15/02/2022 ") == Deadline(
        "date", None, date(2022, 2, 15), "Trước ngày 15/02/2022"
    )


@pytest.mark.parametrize("text", [None, "", "  ", "\u00a0", "Quý I/2022 " * 500])
def test_blank_cells_and_prose_are_no_deadline(text: str | None) -> None:
    assert parse_deadline(text) is None


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.sampled_from(["/", "-", "."]))
def test_every_day_is_read_as_it_is_written(day: date, sign: str) -> None:
    for text in (
        f"{day:%d}{sign}{day:%m}{sign}{day:%Y}",
        f"{day.day}{sign}{day.month}{sign}{day:%Y}",
    ):
        found = parse_deadline(f"trước ngày {text}")
        assert found and found.last == day


@given(st.text(alphabet="quýQUÝIVthángnămTrước ngày/-.,;:()0123456789\nlần kỳ cuối"))
def test_any_text_has_an_answer_whose_days_are_in_order(text: str) -> None:
    found = parse_deadline(text)
    if found and found.first and found.last:
        assert found.first <= found.last
