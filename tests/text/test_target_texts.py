"""How is a target written, and what does a rise come to?"""

import re
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from scoring.text.target_texts import Readings, format_target, readings
from scoring.text.targets import Target, parse_target, parse_targets
from tests.text.target_goals import GOALS


def meaning(target: Target | None) -> Target | None:
    """Everything but the sentence it was read from."""
    return target and replace(target, sentence="")


@pytest.mark.parametrize("text", [text for text, _ in GOALS])
def test_what_is_written_is_read_as_the_same(text: str) -> None:
    for target in parse_targets(text).found:
        again = parse_targets(format_target(target))
        assert [meaning(one) for one in again.found] == [meaning(target)]
        assert (again.unread, again.in_words) == ((), ())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Phấn đấu đến năm 2025: tỷ lệ giao dịch trực tuyến đạt từ 30% trở lên",
            "Đến năm 2025, tỷ lệ giao dịch trực tuyến đạt tối thiểu 30%",
        ),
        ("100% TTHC được công bố", "TTHC được công bố đạt 100%"),
        ("Đến năm 2030: 100% TTHC được công bố", "Đến năm 2030, TTHC được công bố đạt 100%"),
        (
            "Chỉ số SIPAS tăng ít nhất 02% so với năm 2022 (năm 2022 là 83,99%)",
            "Chỉ số SIPAS tăng ít nhất 2% so với năm 2022 (năm 2022 là 83,99%)",
        ),
        ("Nâng chỉ số từ 83,99% lên 86%", "Chỉ số tăng từ 83,99% lên 86%"),
        ("Hạ tỷ lệ trễ hạn từ 5% xuống 2%", "Tỷ lệ trễ hạn giảm từ 5% xuống 2%"),
        ("Chỉ số PCI thuộc top 20", "Chỉ số PCI xếp hạng 20 trở lên"),
        ("Thời gian trả kết quả tối đa 03 ngày", "Thời gian trả kết quả không quá 3 ngày"),
        ("≤ 5 %", "không quá 5%"),
        ("+2", "+2"),
        ("86,5", "86,5"),
    ],
)
def test_targets_in_usual_words(text: str, expected: str) -> None:
    assert [format_target(target) for target in parse_targets(text).found] == [expected]


# Without a year, which would be the one it is due.
INDICATORS = sorted(
    {
        target.indicator
        for text, _ in GOALS
        for target in parse_targets(text).found
        if target.indicator and "năm 20" not in target.indicator
    }
)


@st.composite
def targets(draw: st.DrawFn) -> Target:
    """Any target that some text can mean."""
    amount = float(draw(st.decimals(1, 999, places=2)))
    measure = draw(st.sampled_from(["%", "điểm", "ngày làm việc", "hồ sơ"]))
    kind = draw(st.sampled_from(["at_least", "at_most", "rise", "rank"]))
    indicator = draw(st.sampled_from(INDICATORS))
    if kind == "rank":
        assume(not re.search("giảm|tăng", indicator))  # whether the rank rises is not told apart
        amount, measure = float(int(amount)), "hạng"
    if kind == "rise":
        measure = draw(st.sampled_from(["%", "điểm", "điểm %"]))
    year = draw(st.none() | st.integers(2000, 2040))
    value = draw(st.decimals(1, 999, places=2)) if year and kind == "rise" else None
    return Target(
        kind,
        amount,
        measure in ("%", "điểm %"),
        year,
        None if value is None else float(value),
        "",
        indicator,
        measure,
        draw(st.none() | st.integers(2020, 2040)),
    )


@given(targets())
def test_every_target_that_is_written_is_read_as_the_same(target: Target) -> None:
    assert [meaning(one) for one in parse_targets(format_target(target)).found] == [target]


@pytest.mark.parametrize(
    ("sentence", "base", "expected"),
    [
        ("tăng 2% so với năm 2022 (83,99%)", None, Readings(83.99, 85.99, 85.6698)),  # × 1,02
        ("tăng 4% so với năm 2022 (77,89%)", None, Readings(77.89, 81.89, 81.0056)),  # × 1,04
        ("tăng 2%", 83.99, Readings(83.99, 85.99, 85.6698)),
        ("tăng 2 điểm %", 83.99, Readings(83.99, 85.99, None)),
        ("tăng 0,5 điểm", 83.93, Readings(83.93, 84.43, None)),
        ("tăng 2%", None, None),  # nobody said on what
        ("đạt 86%", 83.99, None),
    ],
)
def test_both_readings_of_a_rise(
    sentence: str, base: float | None, expected: Readings | None
) -> None:
    target = parse_target(sentence)
    assert target is not None
    assert readings(target, base) == expected
