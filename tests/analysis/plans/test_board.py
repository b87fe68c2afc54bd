"""By when, about which criterion, how far and how late: what does the board say of a task?"""

from datetime import UTC, date, datetime

import pandas as pd
import pytest

from scoring.analysis.plans.board import board
from scoring.analysis.plans.loads import loads
from scoring.analysis.questions import ask
from scoring.store import Progress, TaskDue, TaskLink
from tests.analysis.plans.material import load_plan

TODAY = date(2021, 11, 20)
NOW = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)
SCORES = """
    STT | Tiêu chí                         | Điểm chuẩn | Điểm thẩm định | Điểm bị mất
    1   | Chỉ đạo                          | 8,50       | 7,50           | 1,00
    1.5 | Sáng kiến trong cải cách         | 2,00       | 1,00           | 1,00
    2   | Cải cách thủ tục hành chính      | 9,00       | 5,00           | 4,00
    2.1 | Công khai thủ tục hành chính     | 4,00       | 1,50           | 2,50
    2.2 | Giải quyết hồ sơ đúng hạn        | 5,00       | 3,50           | 1,50
"""


@pytest.fixture
def one(store):
    """The board's only task of a plan with one."""

    def of(*said, today: date = TODAY, organisation: str = "lam-dong", **row) -> pd.Series:
        (task,) = load_plan(store, {"title": "Việc", **row})
        kept = [type(one)(**{**vars(one), "task": task}) for one in said]
        store.say(kept, now=NOW)
        found = board(store.query, organisation, today)
        return found[found["task"] == task].iloc[0]

    return of


@pytest.mark.parametrize(
    ("deadline", "kind", "status", "late"),
    [
        ("Trước ngày 15/11/2021", "date", "overdue", 5),
        ("Quý IV/2021", "date", "not_started", 0),
        ("20/11/2021", "date", "not_started", 0),  # its last day is today
        ("Trong năm 2020 và các năm tiếp theo", "date", "not_started", 0),
        ("Hằng quý", "recurring", "not_started", 0),
        ("Sau khi kết thúc đợt kiểm tra", "event", "not_started", 0),
        ("Càng sớm càng tốt", "unclear", "not_started", 0),
        (None, "none", "not_started", 0),
    ],
)
def test_only_a_day_that_is_past_makes_a_task_late(one, deadline, kind, status, late) -> None:
    found = one(deadline=deadline)
    assert (found["due_kind"], found["status"], found["days_late"]) == (kind, status, late)


@pytest.mark.parametrize(
    ("state", "status"),
    [("done", "done"), ("not_applicable", "not_applicable"), ("doing", "overdue")],
)
def test_what_is_done_or_does_not_apply_is_not_late(one, state, status) -> None:
    found = one(Progress("", state), deadline="Quý I/2021")
    assert (found["status"], found["days_late"]) == (status, 0 if state != "doing" else 234)


def test_a_person_sets_a_time_that_was_unclear(one) -> None:
    found = one(TaskDue("", "Quý II/2021"), deadline="Càng sớm càng tốt")
    assert (found["due_kind"], found["due_last"]) == ("date", date(2021, 6, 30))
    assert (found["deadline"], found["due_text"]) == ("Càng sớm càng tốt", "Quý II/2021")


def test_a_date_without_a_year_is_in_the_plans(one) -> None:
    assert one(deadline="Trước 31/12")["due_last"] == date(2021, 12, 31)


def test_silence_begins_after_ninety_days(one) -> None:
    spoken = [Progress("", "doing")]
    assert not one(*spoken, today=date(2027, 2, 18))["silent"]
    assert one(*spoken, today=date(2027, 2, 19))["silent"]
    assert not one(title="Việc khác", today=date(2027, 2, 19))[
        "silent"
    ]  # nobody ever spoke: not reported instead


def test_the_latest_word_counts(one) -> None:
    found = one(Progress("", "doing", 40.0), Progress("", "done", 100.0, "Báo cáo số 12"))
    assert (found["state"], found["percent"], found["evidence"]) == ("done", 100.0, "Báo cáo số 12")


def test_the_points_at_stake_stand_beside_a_task(store, load_table) -> None:
    load_table(SCORES)
    load_plan(
        store,
        {"title": "Tiêu chí “Công khai TTHC”", "lead": "Sở Nội vụ", "deadline": "Quý I/2021"},
        {"title": "Giải quyết các hồ sơ đúng hạn", "lead": "Các sở, ban, ngành*"},
        {"title": "Trồng cây xanh", "lead": "Sở Xây dựng"},
        plan="1/KH",
    )
    found = board(store.query, "lam-dong", TODAY)
    assert found["link"].tolist() == ["alike", "doubtful", "none"]
    assert found["stake_code"].fillna("").tolist() == ["2.1", "2.2", ""]
    assert found["lost_points"].fillna(-1).tolist() == [2.5, -1, -1]
    assert found["urgency"].fillna(-1).tolist() == [2.5 * 234, -1, -1]
    assert found["led_by_group"].tolist() == [False, True, False]


def test_a_person_says_what_a_task_is_about(store, load_table) -> None:
    load_table(SCORES)
    task, other = load_plan(store, {"title": "Công khai TTHC"}, {"title": "Trồng cây"}, plan="1/KH")
    store.say([TaskLink(task, "", "", ""), TaskLink(other, "lam-dong", "PAR", "1.5")], now=NOW)
    found = board(store.query, "lam-dong", TODAY).set_index("task")
    assert found.loc[[task, other], "link"].tolist() == ["none", "decided"]
    assert found.loc[other, "lost_points"] == 1.0
    store.say([TaskLink(task, "", "", "", taken_back=True)], now=NOW)
    assert board(store.query, "lam-dong", TODAY).set_index("task").loc[task, "link"] == "alike"


def test_the_loss_before_the_plan_is_at_stake_not_the_one_after(store, load_table) -> None:
    load_table(SCORES)
    load_table(SCORES.replace("2,50", "0,50"), year=2021)
    load_plan(store, {"title": "Công khai thủ tục hành chính"}, plan="1/KH")
    (row,) = board(store.query, "lam-dong", TODAY).to_dict("records")
    assert (row["stake_year"], row["lost_points"]) == (2020, 2.5)


def test_the_tasks_beside_a_score_table_are_about_its_rows(store, lam_dong) -> None:
    found = board(store.query, "lam-dong", TODAY)
    assert set(found["link"]) == {"own"}
    units = ask(store.query, "tasks_units", organisation="lam-dong")
    told = loads(found, units).set_index("unit")
    # Of the named leads Sở Tài chính alone carries 3,13.
    assert told.loc["Sở Tài chính", "lead_only"] == pytest.approx(3.13)
    assert told.loc["Sở Tài chính", "heavy"]


def test_a_units_plan_is_about_the_criteria_of_the_organisation_above(store, load_table) -> None:
    load_table(SCORES)
    unit = {"organisation": "so-van-hoa", "parent": "lam-dong", "level": "sở"}
    load_plan(store, {"title": "Công khai TTHC"}, plan="1/KH", **unit)
    (row,) = board(store.query, "so-van-hoa", TODAY).to_dict("records")
    assert (row["stake_organisation"], row["stake_code"]) == ("lam-dong", "2.1")
