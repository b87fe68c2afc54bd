"""How is a number, a change, a rank or a moment written in Vietnamese?"""

from datetime import datetime

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.text import format

MISSING = [None, float("nan"), pd.NA, pd.NaT]


@pytest.mark.parametrize(
    ("x", "expected"),
    [
        (16.07, "16,07"),
        (8.5, "8,50"),
        (0, "0,00"),
        (0.996, "0,996"),
        (16.084, "16,084"),
        (0.064, "0,064"),
        (2.6749999999999998, "2,675"),
        (0.1 + 0.2, "0,30"),
        (-0.5, "−0,50"),
        (-0.0001, "0,00"),
        (1234.5, "1.234,50"),
        (66.27, "66,27"),
    ],
)
def test_points(x: float, expected: str) -> None:
    assert format.points(x) == expected


@pytest.mark.parametrize(
    ("x", "digits", "expected"),
    [
        (83.93, 2, "83,93\u00a0%"),
        (86, 2, "86,00\u00a0%"),
        (86, 0, "86\u00a0%"),
        (84.385, 2, "84,39\u00a0%"),
        (84.375, 1, "84,4\u00a0%"),
        (0.5, 0, "1\u00a0%"),
        (-0.004, 2, "0,00\u00a0%"),
    ],
)
def test_percent_rounds_half_up(x: float, digits: int, expected: str) -> None:
    assert format.percent(x, digits) == expected


@pytest.mark.parametrize(
    ("x", "expected"),
    [(0.828, "82,8\u00a0%"), (3.42 / 16.07, "21,3\u00a0%"), (1, "100,0\u00a0%"), (0, "0,0\u00a0%")],
)
def test_share(x: float, expected: str) -> None:
    assert format.share(x) == expected


@pytest.mark.parametrize(
    ("x", "expected"),
    [
        (83.93 - 80.66, "+3,27 điểm"),
        (-0.5, "−0,50 điểm"),
        (0, "không đổi"),
        (-0.0, "không đổi"),
        (0.0001, "không đổi"),
        (0.004, "+0,004 điểm"),
    ],
)
def test_change(x: float, expected: str) -> None:
    assert format.change(x) == expected


def test_a_change_names_its_unit() -> None:
    assert format.change(2, unit="tiêu chí") == "+2,00 tiêu chí"


@pytest.mark.parametrize(
    ("x", "expected"),
    [(82.66 - 80.08, "+2,58 điểm\u00a0%"), (-1.284, "−1,28 điểm\u00a0%"), (0.001, "không đổi")],
)
def test_change_between_percentages(x: float, expected: str) -> None:
    assert format.change_points(x) == expected


@pytest.mark.parametrize(
    ("x", "digits", "expected"),
    [(1234.5, 1, "1.234,5"), (0.05, 1, "0,1"), (36525, 0, "36.525")],
)
def test_number(x: float, digits: int, expected: str) -> None:
    assert format.number(x, digits) == expected


def test_integer() -> None:
    assert format.integer(60_000) == "60.000"


@pytest.mark.parametrize(
    ("rank", "field_size", "expected"),
    [(32, 63, "32/63"), (11.0, 34.0, "11/34"), (1, None, "1"), (None, 63, "–"), (None, None, "–")],
)
def test_rank(rank: float | None, field_size: float | None, expected: str) -> None:
    assert format.rank(rank, field_size) == expected


@pytest.mark.parametrize(
    ("unit", "start", "expected"),
    [
        ("điểm", None, "điểm"),
        ("điểm", 0.0, "điểm"),
        ("điểm", 70, "điểm; trục bắt đầu từ 70"),
        ("", 62.5, "trục bắt đầu từ 62,5"),
        ("", None, ""),
    ],
)
def test_an_axis_says_where_it_starts(unit: str, start: float | None, expected: str) -> None:
    assert format.axis(unit, start) == expected


def test_when() -> None:
    assert format.when(datetime(2026, 11, 21, 23, 53, 1)) == "21/11/2026 23:53"


@pytest.mark.parametrize("x", MISSING)
def test_missing_is_a_dash_and_never_zero(x: float | None) -> None:
    written = [
        *(format.points(x), format.percent(x), format.share(x), format.change(x)),
        *(format.change_points(x), format.number(x, 2), format.integer(x), format.rank(x, 63)),
        format.when(x),  # type: ignore[arg-type]
    ]
    assert set(written) == {"–"}


@given(st.floats(allow_nan=False, allow_infinity=False), st.integers(0, 4))
def test_there_is_no_minus_zero(x: float, digits: int) -> None:
    written = format.number(x, digits)
    assert not written.startswith("−") or any(digit in written for digit in "123456789")
