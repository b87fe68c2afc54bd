"""What would it take: does the index rise loss by loss to the level that is said?"""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.analysis.cards import Band, IndexCard
from scoring.analysis.messages.recovery import headline
from scoring.analysis.review.recovery import recovery


def card(lost: float, *, total: float | None = 100.0, upper: float | None = 90.0) -> IndexCard:
    value = None if total is None else 100 * (total - lost) / total
    return IndexCard(
        index_name="PAR",
        value=value,
        origin="scores",
        points=None,
        total_max=total,
        printed_max=total,
        lost=lost,
        top_rows_unknown=0,
        league_value=None,
        band=Band("B", 80.0, upper, "QĐ"),
        previous_year=2019,
        previous_value=None,
        change=None,
        place=None,
        previous_place=None,
        source=None,
        previous_source=None,
    )


def leaves(*lost: float | None) -> pd.DataFrame:
    ordered = sorted(lost, key=lambda one: -9e9 if one is None else one, reverse=True)
    return pd.DataFrame(
        {
            "code": [str(at) for at in range(1, len(ordered) + 1)],
            "title": "Tiêu chí",
            "short_title": "Tiêu chí",
            "lost_points": pd.Series(ordered, dtype="float64"),
        }
    )


def test_losses_come_back_one_after_the_other_until_the_level_is_reached() -> None:
    found = recovery(leaves(5.94, 1.37, 8.76), card(16.07))
    assert found is not None
    assert found.steps["index_after"].tolist() == [92.69, 98.63, 100.0]
    assert (found.bound, found.count) == (90.0, 1)
    assert headline(found) == (
        "Lấy lại đủ tiêu chí mất nhiều nhất (8,76 điểm) thì chỉ số đạt 92,69\u00a0%, "
        "lên mức từ 90\u00a0%"
    )


def test_a_level_that_all_losses_together_do_not_reach_is_said_to_be_out_of_reach() -> None:
    found = recovery(leaves(2.0, 1.0), card(16.07))
    assert found is not None and found.count is None
    assert headline(found) == (
        "Lấy lại đủ cả 2 tiêu chí thì chỉ số đạt 86,93\u00a0%, vẫn dưới 90\u00a0%"
    )


def test_without_a_level_above_the_last_step_is_told() -> None:
    found = recovery(leaves(2.0, 1.0), card(3.0, upper=None))
    assert found is not None and (found.bound, found.count) == (None, None)
    assert headline(found).endswith("2 tiêu chí mất điểm thì chỉ số đạt 100,00\u00a0%")


@pytest.mark.parametrize(
    ("lost", "index"),
    [
        (leaves(), card(0.0)),
        (leaves(0.0, None), card(0.0)),
        (leaves(1.0), card(1.0, total=None)),
    ],
)
def test_nothing_is_said_where_nothing_was_lost_or_the_total_is_unknown(
    lost: pd.DataFrame, index: IndexCard
) -> None:
    assert recovery(lost, index) is None


def test_leaves_that_add_up_to_more_than_the_rows_above_reach_no_more_than_all() -> None:
    found = recovery(leaves(2.0, 1.014), card(3.0, upper=None))
    assert found is not None and found.steps["index_after"].tolist() == [99.0, 100.0]


@given(st.lists(st.integers(1, 900).map(lambda n: n / 100), min_size=1, max_size=30))
def test_the_count_is_the_fewest_that_reach_the_level(found: list[float]) -> None:
    lost = sum(found)
    taken = recovery(leaves(*found), card(lost))
    assert taken is not None
    after = taken.steps["index_after"].tolist()
    assert after == sorted(after) and after[-1] == pytest.approx(100.0)
    assert taken.count is not None
    assert after[taken.count - 1] >= 90.0 - 1e-6
    assert taken.count == 1 or after[taken.count - 2] < 90.0
