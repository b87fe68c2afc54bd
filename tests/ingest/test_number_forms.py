"""Is the number that is read the one that was written, or is there a problem at its cell?"""

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.ingest.cells import numbers_of, shown
from scoring.ingest.decimals import with_decimals
from scoring.ingest.finding.headers import Headers
from scoring.ingest.finding.layout import layouts
from scoring.ingest.limits import Limits
from scoring.ingest.opening.workbook import Sheet
from scoring.ingest.problems import Problem
from scoring.ingest.reference import Reference
from scoring.ingest.result_tables.league import read_league
from scoring.ingest.result_tables.satisfaction import read_satisfaction
from scoring.ingest.said import NOTHING_REMEMBERED, NOTHING_SAID, Given


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        (True, "ĐÚNG (TRUE)"),
        (False, "SAI (FALSE)"),
        (date(2026, 5, 1), "ngày 01/05/2026; có thể là 1,5 hoặc 5,1"),
        (datetime(2026, 5, 1), "ngày 01/05/2026; có thể là 1,5 hoặc 5,1"),
        (time(1, 50), "giờ 01:50"),
        (timedelta(hours=25), "giờ 25:00"),
        ("0,5 - 1", "0,5 - 1"),
        ("#DIV/0!", "#DIV/0!"),
        (float("inf"), "inf"),
        (1e300, str(int(1e300))),
    ],
)
def test_a_cell_that_is_no_number_is_told_as_it_is(cell: Any, said: str) -> None:
    numbers, wrong = numbers_of([1.0, cell, "2,5"])
    assert [one.found for one in wrong] == [said]
    assert shown(cell) == said
    assert numbers.tolist()[::2] == [1, 2.5]


_NUMBERS = st.decimals(0, 100, places=4).map(lambda number: number.normalize())
_SIGNS = st.sampled_from([",", "."])
_AFTER = st.sampled_from(["", "%", " %", " điểm", "*", "đ"])
_BEFORE = st.sampled_from(["", " ", "\u00a0", "+"])


def _texts() -> st.SearchStrategy[tuple[Decimal, Any]]:
    """A number, and a cell that says it: a text in one of many forms, or a number."""
    written = st.tuples(_NUMBERS, _SIGNS, _BEFORE, _AFTER).map(
        lambda one: (one[0], one[2] + f"{one[0]:f}".replace(".", one[1]) + one[3])
    )
    return written | _NUMBERS.map(lambda number: (number, float(number)))


def _noise() -> st.SearchStrategy[tuple[None, Any]]:
    """A cell that is no number: it may be blank, and must never be read as one."""
    texts = [
        "x",
        "-",
        "…",
        "khoảng 5",
        "1/2",
        "½",
        "(5)",
        "5-6",
        "1E-05",
        "٥",
        "5,",
        "KĐG",
        "",
        "A",
    ]
    others = [True, date(2026, 5, 1), time(1, 5)]
    return st.sampled_from([(None, cell) for cell in [*texts, *others]])


_COLUMNS = st.lists(_texts() | _noise(), min_size=1, max_size=9)


def _at(problems: tuple[Problem, ...], row: int, column: str) -> bool:
    return any((one.row, one.column) == (row, column) for one in problems)


def _given(reference: Reference) -> Given:
    return Given(reference, Limits(), NOTHING_SAID, NOTHING_REMEMBERED)


def _read(reference: Reference, rows: list[list[Any]], reader: Any) -> tuple[Any, bool]:
    """The table's rows and problems, and whether the decimal sign is asked about."""
    sheet = Sheet("T", rows)
    found = [(sheet, one) for one in layouts(sheet, Headers(reference.headers))]
    clear = with_decimals(found)
    ((sheet, layout),) = clear.found
    return reader(sheet, layout, 2022, _given(reference)), clear.question is not None


@settings(max_examples=150)
@given(_COLUMNS)
def test_points_of_a_league(reference: Reference, column: list) -> None:
    rows = [["Đơn vị", "Tổng điểm", "Hạng"]]
    rows += [[f"Sở thứ {at}", cell, float(at)] for at, (_, cell) in enumerate(column, 1)]
    league, asked = _read(reference, rows, read_league)
    for (number, _), row, value in zip(
        column, league.frame["row"], league.frame["value"], strict=True
    ):
        if number is None:
            assert value != value  # missing, and never a number
        else:
            assert value == float(number) or asked or _at(league.problems, row, "B")


@settings(max_examples=150)
@given(_COLUMNS)
def test_percentages_of_factors(reference: Reference, column: list) -> None:
    rows = [["STT", "Yếu tố", "Tỷ lệ hài lòng (%)"], [1.0, "Tiếp cận dịch vụ", 83.99]]
    rows += [[at, f"Câu hỏi {at}", cell] for at, (_, cell) in enumerate(column, 2)]
    read, asked = _read(reference, rows, read_satisfaction)
    by_row = dict(zip(read.frame["row"], read.frame["percent"], strict=True))
    for at, (number, _) in enumerate(column, 3):
        value = by_row.get(at, float("nan"))
        if number is None:
            assert value != value
        else:
            assert value == float(number) or asked or _at(read.problems, at, "C")
