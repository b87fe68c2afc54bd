"""Is every task in the period of its last day, and every report in the one it was made in?"""

from datetime import UTC, date, datetime, timedelta

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.analysis.plans.board import board
from scoring.analysis.plans.summary import day_kind
from scoring.analysis.questions import ask
from scoring.analysis.review.periods import KEYS, Period, board_on, due_in, tasks_of_period
from scoring.store import Progress, Store, open_store
from tests.analysis.plans.material import load_plan

TODAY = date(2026, 12, 20)
QUARTERS = [one for one in KEYS if one.startswith("quy")]
DAYS = st.dates(date(2020, 1, 1), date(2023, 12, 31))


@pytest.fixture
def store():
    opened = open_store(":memory:")
    yield opened
    opened.close()


def plan(store: Store, *rows: dict[str, str]) -> list[str]:
    return load_plan(store, *rows, year=2026)


def dated(days: list[date | None]) -> pd.DataFrame:
    kinds = ["date" if day else "recurring" for day in days]
    return pd.DataFrame(
        {"task": range(len(days)), "due_kind": kinds, "goes_on": False, "due_last": days}
    ).astype({"due_last": "object", "goes_on": "bool"})


def at(*when: int) -> datetime:
    return datetime(*when, tzinfo=UTC)


def moved(store: Store, key: str, year: int = 2026, today: date = TODAY):
    every = board(store.query, "lam-dong", today)
    told = ask(store.query, "progress_told", organisation="lam-dong")
    return tasks_of_period(every, told, Period(key, year), today)


@given(st.lists(st.one_of(st.none(), DAYS), max_size=30))
def test_every_dated_task_is_in_exactly_one_quarter_and_they_add_up(days: list) -> None:
    frame = dated(days)
    years = range(2020, 2024)
    quarters = [list(due_in(frame, Period(q, year))["task"]) for year in years for q in QUARTERS]
    assert sorted(sum(quarters, [])) == frame.index[day_kind(frame) == "date"].tolist()
    for at_, year in enumerate(years):
        of_year = quarters[4 * at_ : 4 * at_ + 4]
        whole = [set(due_in(frame, Period(one, year))["task"]) for one in ("6-thang", "9-thang")]
        assert set(sum(of_year[:2], [])) == whole[0]
        assert set(sum(of_year[:3], [])) == whole[1]
        assert set(sum(of_year, [])) == set(due_in(frame, Period("nam", year))["task"])


@pytest.mark.parametrize(
    ("key", "first", "last", "after"),
    [
        ("quy-1", date(2024, 1, 1), date(2024, 3, 31), Period("quy-2", 2024)),
        ("quy-4", date(2024, 10, 1), date(2024, 12, 31), Period("quy-1", 2025)),
        ("6-thang", date(2024, 1, 1), date(2024, 6, 30), Period("6-thang-cuoi", 2024)),
        ("9-thang", date(2024, 1, 1), date(2024, 9, 30), Period("quy-4", 2024)),
        ("nam", date(2024, 1, 1), date(2024, 12, 31), Period("nam", 2025)),
    ],
)
def test_the_days_of_a_period_and_what_follows_it(key, first, last, after) -> None:
    period = Period(key, 2024)
    assert (period.first, period.last, period.after) == (first, last, after)
    assert period.after.first == last + timedelta(days=1)


def test_what_moved_within_a_quarter(store: Store) -> None:
    a, b, c, d, e = plan(
        store,
        {"title": "Xong trong quý II", "deadline": "Quý I/2026"},
        {"title": "Mới quá hạn", "deadline": "15/05/2026"},
        {"title": "Đến hạn ngày cuối", "deadline": "30/06/2026"},
        {"title": "Xong sau đó", "deadline": "Tháng 6/2026"},
        {"title": "Kỳ sau", "deadline": "Quý III/2026"},
    )
    store.say([Progress(a, "doing")], now=at(2026, 2, 1))
    store.say([Progress(a, "done", unit="Sở A")], now=at(2026, 4, 2))
    store.say([Progress(d, "done")], now=at(2026, 7, 1))
    found = moved(store, "quy-2")
    assert found.day == date(2026, 6, 30)
    assert found.done["task"].tolist() == [a]
    assert found.newly_late["task"].tolist() == [b]
    assert set(found.due["task"]) == {b, c, d}
    assert set(found.due_open["task"]) == {b, c, d}  # told of on 1 July only
    assert found.reported["task"].tolist() == [a]
    assert set(found.carried["task"]) == {b, c, d}
    assert found.ahead["task"].tolist() == [e]
    assert found.reports["unit"].tolist() == ["Sở A"]
    assert found.board.set_index("task")["days_late"].to_dict() == {a: 0, b: 46, c: 0, d: 0, e: 0}
    assert moved(store, "quy-3").done["task"].tolist() == [d]


def test_a_report_belongs_to_the_day_of_viet_nam(store: Store) -> None:
    (task,) = plan(store, {"title": "Một", "deadline": "Quý IV/2026"})
    store.say([Progress(task, "done")], now=at(2026, 3, 31, 17, 0))  # 00:00 on 1 April
    assert moved(store, "quy-1").done.empty
    assert moved(store, "quy-2").done["task"].tolist() == [task]


def test_a_period_that_still_runs_is_the_board_of_today(store: Store) -> None:
    (task,) = plan(store, {"title": "Một", "deadline": "Quý IV/2026"})
    store.say([Progress(task, "doing", 40.0)], now=at(2026, 11, 1))
    found = moved(store, "quy-4")
    assert found.day == TODAY
    page = board(store.query, "lam-dong", TODAY)
    pd.testing.assert_frame_equal(found.board, page)


def test_the_board_of_a_day_on_which_everything_was_told_is_that_of_the_page(store: Store) -> None:
    tasks = plan(
        store,
        {"title": "Một", "deadline": "Quý I/2026"},
        {"title": "Hai", "deadline": "Thường xuyên"},
        {"title": "Ba"},
    )
    store.say([Progress(tasks[0], "doing", 40.0, "Báo cáo 1", "chậm", "Sở A")], now=at(2026, 5, 1))
    store.say(
        [Progress(tasks[0], "done", 100.0), Progress(tasks[1], None, 10.0)], now=at(2026, 5, 2)
    )
    told = ask(store.query, "progress_told", organisation="lam-dong")
    for day in (date(2026, 6, 1), date(2026, 12, 1)):
        page = board(store.query, "lam-dong", day)
        then = board_on(board(store.query, "lam-dong", TODAY), told, day)
        pd.testing.assert_frame_equal(then, page, check_dtype=False)


def test_plans_of_later_years_are_only_looked_ahead_to(store: Store) -> None:
    plan(store, {"title": "Nay", "deadline": "Quý I/2026"})
    (next_,) = load_plan(
        store, {"title": "Sau", "deadline": "Quý I/2027"}, year=2027, plan="1/KH-UBND"
    )
    found = moved(store, "nam")
    assert found.board["title"].tolist() == ["Nay"]
    assert found.ahead["task"].tolist() == [next_]


def test_a_period_that_has_not_begun_is_refused(store: Store) -> None:
    plan(store, {"title": "Một"})
    with pytest.raises(ValueError, match="begins after"):
        moved(store, "quy-1", 2027)
