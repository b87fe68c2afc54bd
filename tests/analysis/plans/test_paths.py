"""Where should we be this year, and are we there?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.analysis.plans.paths import Goal, expected, standing

WAY = (Goal(2025, 80.0, "at_least"), Goal(2030, 100.0, "at_least"))
START = (2022, 60.0)


@pytest.mark.parametrize(
    ("year", "asked"),
    [
        (2021, None),
        (2022, 60.0),
        (2024, 73.3333333333),
        (2025, 80.0),
        (2026, 84.0),
        (2030, 100.0),
        (2035, 100.0),
    ],
)
def test_the_way_is_a_straight_line_between_what_is_known(year, asked) -> None:
    assert expected(year, WAY, START) == asked


def test_without_a_start_only_the_target_years_ask_for_something() -> None:
    assert expected(2024, WAY, None) is None
    assert expected(2026, WAY, None) == 84.0
    assert expected(2024, (), None) is None
    assert expected(2023, (), START) == 60.0


@pytest.mark.parametrize(
    ("year", "actuals", "state", "missing"),
    [
        (2024, {2022: 60.0, 2024: 74.0}, "on_path", -0.6666666667),
        (2024, {2022: 60.0, 2024: 73.0}, "behind", 0.3333333333),
        (2025, {2022: 60.0, 2025: 80.0}, "met", 0.0),
        (2025, {2022: 60.0, 2025: 79.99}, "missed", 0.01),
        (2025, {2022: 60.0, 2024: 79.0}, "unknown", None),  # nothing of the year that is due
        (2024, {2022: 60.0}, "unknown", None),  # nothing since the start
        (2024, {2022: 60.0, 2023: 66.0}, "behind", 0.6666666667),  # of the latest year known
        (2024, {}, "unknown", None),
        (2031, {2022: 60.0, 2030: 99.0, 2031: 100.0}, "met", 0.0),
    ],
)
def test_how_an_indicator_stands(year, actuals, state, missing) -> None:
    found = standing(year, WAY, actuals, START)
    assert (found.state, found.missing) == (state, missing)


@pytest.mark.parametrize("kind", ["at_most", "rank"])
def test_less_is_better_for_some(kind) -> None:
    goals = [Goal(2025, 10.0, kind)]
    assert standing(2025, goals, {2025: 10.0}).state == "met"
    assert standing(2025, goals, {2025: 11.0}).state == "missed"
    assert standing(2024, goals, {2023: 20.0, 2024: 14.0}).state == "on_path"  # 15 asked
    assert standing(2024, goals, {2023: 20.0, 2024: 16.0}).state == "behind"


def test_without_a_target_nothing_is_met() -> None:
    assert standing(2025, [], {2025: 100.0}).state == "unknown"


@given(
    start=st.floats(0, 50),
    rises=st.lists(st.floats(0, 20), min_size=1, max_size=5),
    year=st.integers(2020, 2035),
)
def test_the_way_to_higher_targets_never_falls(start, rises, year) -> None:
    levels = [start + sum(rises[: at + 1]) for at in range(len(rises))]
    goals = [Goal(2022 + 2 * at, level, "at_least") for at, level in enumerate(levels)]
    asked = [expected(one, goals, (2020, start)) for one in (year, year + 1)]
    assert asked[0] is not None and asked[1] is not None
    assert asked[0] <= asked[1] + 1e-9
    assert start - 1e-9 <= asked[0] <= levels[-1] + 1e-9


def test_a_start_in_the_year_of_a_target_gives_way_to_it() -> None:
    assert expected(2025, WAY, (2025, 79.0)) == 80.0


def test_a_result_from_before_a_break_is_no_start() -> None:
    actuals = {2020: 90.0, 2022: 60.0, 2023: 70.0}
    # 60 in 2022, 80 in 2025: 66,67 in 2023; from 90 in 2020 it would have been 84
    found = standing(2023, WAY, actuals, None, [2022])
    assert (found.state, found.expected) == ("on_path", 66.6666666667)
    assert standing(2023, WAY, actuals).expected == 84.0
