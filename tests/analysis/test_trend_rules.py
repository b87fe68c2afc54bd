"""Where is a series going? Every case of the rules, and that there is no other case."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.analysis.trend_rules import FEWEST_YEARS, STEADY, course

# Changes in percentage points from year to year; STEADY is 0,5.
CASES = [
    ("national SIPAS 2022 to 2024", [80.08, 82.66, 83.94], "slowing"),  # +2,58, then +1,28
    ("up, then up as much", [80, 82, 84], "rising"),
    ("up, then up a little less", [80, 82, 83.6], "rising"),  # 2,0 − 1,6 is within 0,5
    ("up, then up more", [80, 81, 84], "rising"),
    ("up, then up by 0,5 less", [80, 82, 83.5], "rising"),
    ("up, then up by more than 0,5 less", [80, 82, 83.4], "slowing"),
    ("up, then no change", [80, 82, 82.5], "slowing"),
    ("up, then down", [80, 82, 81], "falling"),
    ("no change, then up", [80, 80.2, 82], "rising"),
    ("no change twice", [80, 80.2, 80.1], "flat"),
    ("no change twice, together up", [80, 80.4, 80.8], "rising"),
    ("no change twice, together down", [80, 79.6, 79.2], "falling"),
    ("no change, then down", [80, 80.2, 79], "falling"),
    ("down, then up", [80, 78, 79], "recovering"),
    ("down, then no change", [80, 78, 78.3], "flat"),
    ("down, then down", [80, 78, 77], "falling"),
    ("only the last two changes count", [90, 70, 80, 82, 84], "rising"),
    ("hardly down, then up", [80, 79.8, 82], "rising"),
    ("no change twice, together exactly 0,5", [80, 80.2, 80.5], "flat"),
    ("two years", [80, 82], None),
    ("one year", [80], None),
    ("no year", [], None),
]


@pytest.mark.parametrize(("about", "values", "expected"), CASES, ids=[case[0] for case in CASES])
def test_the_course_of_a_series(about: str, values: list[float], expected: str | None) -> None:
    assert course(values) == expected


@given(st.lists(st.floats(0, 100), min_size=FEWEST_YEARS, max_size=8))
def test_every_series_of_three_years_has_a_course_that_fits_its_last_change(values) -> None:
    found = course(values)
    change = round(values[-1] - values[-2], 10)
    if change < -STEADY:
        assert found == "falling"
    elif change > STEADY:
        assert found in ("rising", "slowing", "recovering")
    else:
        assert found in ("slowing", "flat", "rising", "falling")


@given(st.lists(st.floats(0, 50), min_size=FEWEST_YEARS, max_size=6), st.floats(0, 50))
def test_the_course_depends_on_changes_alone(values, more) -> None:
    moved = [round(value, 6) for value in values]
    assert course([value + 32 for value in moved]) == course([value + 64 for value in moved])
