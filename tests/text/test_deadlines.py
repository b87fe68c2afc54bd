"""By when is a thing to be done, as plans print it? The texts: cases/deadlines.txt."""

import unicodedata
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.text.deadline_texts import format_deadline
from scoring.text.deadlines import Deadline, parse_deadline
from scoring.text.recurrence import EVERY
from tests.text.cases import cases

FORMATTED = [
    ("Trước 15/2/2022", "trước ngày 15/02/2022"),
    ("15.2.2022", "ngày 15/02/2022"),
    ("Từ 01/3 đến 15/6/2022", "từ ngày 01/03/2022 đến ngày 15/06/2022"),
    ("Quý 1 năm 2022", "quý I/2022"),
    ("Quý III, IV năm 2022", "6 tháng cuối năm 2022"),
    ("T10/2022", "tháng 10/2022"),
    ("Tháng 12/2022 - tháng 3/2023", "từ tháng 12/2022 đến tháng 3/2023"),
    ("Năm 2023", "trong năm 2023"),
    ("Trong năm 2021 và những năm tiếp theo", "trong năm 2021 và các năm tiếp theo"),
    ("Năm 2021-2025", "giai đoạn 2021 - 2025"),
    ("Trước 31/12/2025", "đến hết năm 2025"),
    ("từ năm 2021", "từ năm 2021 trở đi"),
    ("từ ngày 15/6/2022", "từ ngày 15/06/2022 trở đi"),
    ("Hàng quý năm 2022", "hằng quý trong năm 2022"),
    ("6 tháng/lần", "định kỳ 6 tháng"),
    ("Thường xuyên; trước ngày 15/6/2022", "thường xuyên đến hết ngày 15/06/2022"),
    ("Định kỳ", "định kỳ"),
    ("Trong năm", "Trong năm"),
    ("Trong năm 2023/Sau khi có quyết định.", "Trong năm 2023/Sau khi có quyết định."),
]
UNDERSTOOD = ("printed", "days", "periods", "again", "several", "kin", "slips")


def written(deadline: Deadline | None) -> str:
    if deadline is None:
        return "?"
    days = [f"{day:%d/%m/%Y}" if day else "…" for day in (deadline.first, deadline.last)]
    return " ".join(
        [deadline.kind, *filter(None, [deadline.every])]
        + (days if days != ["…", "…"] else [])
        + (["+"] if deadline.goes_on else [])
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    cases("deadlines", *UNDERSTOOD) + cases("deadlines", "not-understood"),
)
def test_deadlines_as_printed(text: str, expected: str) -> None:
    assert written(parse_deadline(text)) == expected


def meaning(deadline: Deadline | None) -> Deadline | None:
    """Everything but the words it was read from."""
    return deadline and replace(deadline, text="")


@pytest.mark.parametrize(("text", "event"), cases("deadlines", "events"))
def test_an_event_is_kept_as_printed(text: str, event: str) -> None:
    found = parse_deadline(text)
    assert found is not None
    assert (found.event, bool(found.event)) == (event, found.kind == "event")


@pytest.mark.parametrize("text", [text for text, _ in cases("deadlines", *UNDERSTOOD, "events")])
def test_what_is_written_is_read_as_the_same(text: str) -> None:
    found = parse_deadline(text)
    assert found is not None
    written_again = format_deadline(found)
    assert meaning(parse_deadline(written_again)) == meaning(found)
    if found.kind == "event":
        assert written_again == found.text


@pytest.mark.parametrize(("text", "expected"), FORMATTED)
def test_deadlines_in_usual_words(text: str, expected: str) -> None:
    found = parse_deadline(text)
    assert found is not None
    assert format_deadline(found) == expected


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
        ("Hằng năm", "recurring year"),
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


@st.composite
def deadlines(draw: st.DrawFn) -> Deadline:
    """Any deadline that some text can mean."""
    days = st.dates(date(2000, 1, 1), date(2099, 12, 31))
    starts = days.map(lambda day: day.replace(day=1))
    ends = starts.map(lambda day: day - timedelta(days=1)).filter(lambda day: day.year > 1999)
    first, last = draw(st.none() | days | starts), draw(st.none() | days | ends)
    if first and last:
        first, last = sorted((first, last))
    kind = draw(st.sampled_from(["date", "recurring"])) if first or last else "recurring"
    every = draw(st.none() | st.sampled_from(EVERY)) if kind == "recurring" else None
    goes_on = draw(st.booleans()) if last else first is not None
    return Deadline(kind, first, last, "", goes_on, every)


@given(deadlines())
def test_every_deadline_that_is_written_is_read_as_the_same(deadline: Deadline) -> None:
    assert meaning(parse_deadline(format_deadline(deadline))) == deadline


@given(st.text(alphabet="quýQUÝIVthángnămTrước ngày/-.,;:()0123456789\nlần kỳ cuối"))
def test_any_text_has_an_answer_whose_days_are_in_order(text: str) -> None:
    found = parse_deadline(text)
    if found and found.first and found.last:
        assert found.first <= found.last
