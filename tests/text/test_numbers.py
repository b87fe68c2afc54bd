"""Which number did somebody type into this cell?"""

from datetime import date
from decimal import Decimal
from math import isfinite

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.text import format
from scoring.text.numbers import (
    NotANumber,
    Signs,
    grouped,
    is_ambiguous,
    number_in,
    parse_number,
    signs_in,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("8,50", 8.5),
        ("0,996", 0.996),
        ("0.996", 0.996),
        ("1.234,5", 1234.5),
        ("1,234.5", 1234.5),
        ("1.234", 1.234),
        ("1,234", 1.234),
        ("1.234.567", 1234567.0),
        ("1.234.567,89", 1234567.89),
        ("1,234,567.89", 1234567.89),
        ("1 234", 1234.0),
        ("1\u00a0234,5", 1234.5),
        ("1234,5", 1234.5),
        ("1,00 điểm", 1.0),
        ("1,00điểm", 1.0),
        ("83,99 %", 83.99),
        ("83,99%", 83.99),
        ("02%", 2.0),
        ("+2,58 điểm %", 2.58),
        ("2 điểm phần trăm", 2.0),
        ("−0,5", -0.5),
        ("-0,5", -0.5),
        ("–0,5", -0.5),
        ("+2", 2.0),
        (",5", 0.5),
        ("  7\n", 7.0),
        ("0", 0.0),
        ("0,00", 0.0),
        ("1\u2009234,5", 1234.5),
        ("1\u202f234\u202f567", 1234567.0),
        ("1,5đ", 1.5),
        ("1,5*", 1.5),
        ("1,5 **", 1.5),
        ("83,99 % (*)", 83.99),
        ("4,5¹", 4.5),
        ("4,5 ⁽²⁾", 4.5),
        ("83,99% [1]", 83.99),
    ],
)
def test_numbers_as_people_type_them(text: str, expected: float) -> None:
    assert parse_number(text) == expected


@pytest.mark.parametrize(
    "value",
    [None, "", "  ", "\u00a0", "-", "–", "—", "−", "x", "X", "…", "...", "/", "N/A", "Không có"]
    + ["không", "KĐG", "Chưa chấm", "Không áp dụng", "*", "...."],
)
def test_missing_is_not_zero(value: str | None) -> None:
    assert parse_number(value) is None


@pytest.mark.parametrize(
    "value",
    [True, False, float("nan"), float("inf"), -float("inf"), date(2022, 2, 15), object()]
    + ["abc", "8,5o", "15/02/2022", "1.2.3", "1,23,456", "1.234.5", "12.345,678.9", "8,", "8, 50"]
    + ["(0,5)", "½", "1/2", "0,5 - 1", "0,5-1", "khoảng 0,5", "≥ 80", "1,5 hoặc 2", "１,5", "٥"]
    + ["1,234 567", "0.123.456", "0 123", "1'234", "5 000 đồng", "=1+1", "0,5/1,0"]
    + ["--5", "1e5", "1E-05", "83,93/100", "5-6", "1 23", "điểm", "%"],
)
def test_what_is_no_number_is_refused(value: object) -> None:
    with pytest.raises(NotANumber):
        parse_number(value)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (8.5, 8.5),
        (0.1 + 0.2, 0.3),
        (1.03 + 0.05 + 1.34 + 0.5 + 3.42 + 0.34 + 2.08 + 7.31, 16.07),
        (-0.1 - 0.2, -0.3),
        (1, 1.0),
        (Decimal("0.996"), 0.996),
        (1 / 3, 0.3333333333),
    ],
)
def test_numbers_come_without_the_noise_of_their_last_digits(
    value: object, expected: float
) -> None:
    assert parse_number(value) == expected


def test_a_cell_without_a_number_may_be_passed_over() -> None:
    assert [number_in(cell) for cell in ("0,5", "", "x", "abc", True)] == [0.5] + [None] * 4


def test_an_integer_comes_as_a_float() -> None:
    assert type(parse_number(7)) is float


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.234", True),
        ("1,234", True),
        ("−12.500", True),
        ("0,996", False),
        ("16,084 điểm", False),
        ("12,500 %", False),
        ("1.500đ", True),
        ("1.234*", True),
        ("1.234.567", False),
        ("abc", False),
        ("1.234,5", False),
        ("1234", False),
        ("12,50", False),
        ("", False),
    ],
)
def test_thousands_or_three_decimals(text: str, expected: bool) -> None:
    assert is_ambiguous(text) is expected


def test_an_ambiguous_text_as_thousands() -> None:
    assert grouped("1.234") == 1234
    assert grouped("−12,500*") == -12_500
    with pytest.raises(ValueError, match="1.234,5"):
        grouped("1.234,5")


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("0.996", Signs(decimal=".")),
        ("83,9", Signs(decimal=",")),
        ("83,99 %", Signs(decimal=",")),
        ("1234,567", Signs(decimal=",")),
        (",5", Signs(decimal=",")),
        ("1.234,5", Signs(decimal=",", grouping=".")),
        ("1 234,5", Signs(decimal=",")),
        ("1.234.567", Signs(grouping=".")),
        ("1.234", Signs()),
        ("1 234", Signs()),
        ("1234", Signs()),
        ("15/02/2022", Signs()),
        ("1.2.3", Signs()),
    ],
)
def test_what_the_separators_of_a_number_are_for(text: str, signs: Signs) -> None:
    assert signs_in(text) == signs


_DECIMALS = st.decimals(0, 9_999_999, allow_nan=False, places=3).map(lambda n: n.normalize())
_GROUPS = st.sampled_from(["", ".", ",", " ", "\u00a0", "\u202f"])


@given(
    _DECIMALS,
    st.sampled_from([".", ","]),
    _GROUPS,
    st.sampled_from(["", "-", "−", "–", "+"]),
    st.sampled_from(["", " ", "\u00a0"]),
    st.sampled_from(["", "%", " %", " điểm", "đ", "*", " (*)", "¹", " [2]"]),
)
def test_a_number_in_any_form_is_read_as_written_or_asked_about(
    number: Decimal, decimal: str, group: str, sign: str, blank: str, after: str
) -> None:
    if group == decimal:
        group = ""
    whole, _, part = f"{number:f}".partition(".")
    whole = f"{int(whole):,}".replace(",", group)
    text = blank + sign + whole + (decimal + part if part else "") + after
    expected = -number if sign in ("-", "−", "–") else number
    if is_ambiguous(text):
        assert float(expected) in (parse_number(text), grouped(text))
    elif text.strip().endswith(("%", "điểm")) and group and not part and 5 <= len(whole) <= 7:
        pass  # '1.234 %': nobody has thousands of percent or of points
    else:
        assert parse_number(text) == float(expected)


SCORES = st.decimals(-10_000, 10_000, places=3, allow_nan=False)


@given(SCORES)
def test_points_are_read_back_as_they_were_written(score: Decimal) -> None:
    written = format.points(float(score))
    if not is_ambiguous(written):
        assert parse_number(written) == float(score)


@given(st.decimals(-10_000, 10_000, places=2, allow_nan=False))
def test_percentages_are_read_back_as_they_were_written(value: Decimal) -> None:
    assert parse_number(format.percent(float(value))) == float(value)


@given(SCORES)
def test_changes_are_read_back_as_they_were_written(difference: Decimal) -> None:
    written = format.change(float(difference))
    if difference == 0:
        assert written == "không đổi"
    else:
        assert parse_number(written) == float(difference)


@given(st.floats(allow_nan=False, allow_infinity=False, min_value=-1e9, max_value=1e9))
def test_a_number_moves_by_no_more_than_its_noise(value: float) -> None:
    assert parse_number(value) == pytest.approx(value, abs=1e-10)


@given(st.text(alphabet="0123456789.,+-−– %điểmx/"))
def test_any_text_gives_a_number_or_nothing_or_is_refused(text: str) -> None:
    try:
        number = parse_number(text)
    except NotANumber:
        return
    assert number is None or isfinite(number)
