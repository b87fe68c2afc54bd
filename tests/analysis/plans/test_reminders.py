"""Who has to be reminded of what on a day?"""

from datetime import UTC, date, datetime

from scoring.analysis.plans.board import board
from scoring.analysis.plans.indicators import indicators
from scoring.analysis.plans.reminders import reminders
from scoring.store import Actual, Progress
from tests.analysis.plans.material import load_plan, load_targets

TODAY = date(2021, 11, 20)
SCORES = """
    STT | Tiêu chí                     | Điểm chuẩn | Điểm thẩm định | Điểm bị mất
    1   | Chỉ đạo điều hành            | 8,50       | 7,50           | 1,00
    2   | Công khai thủ tục hành chính | 4,00       | 1,50           | 2,50
"""


def told(store, today: date = TODAY, organisation: str = "lam-dong"):
    found = reminders(
        board(store.query, organisation, today), indicators(store.query, organisation, None), today
    )
    return [(row["kind"], row["title"], row["days"]) for row in found.to_dict("records")]


def test_the_most_urgent_first_and_each_task_once(store, load_table) -> None:
    load_table(SCORES)
    load_plan(
        store,
        {"title": "Hết hạn lâu", "deadline": "Quý I/2021"},
        {"title": "Công khai thủ tục hành chính", "deadline": "19/11/2021"},
        {"title": "Sắp đến hạn", "deadline": "04/12/2021", "lead": "Sở Nội vụ; Sở Tài chính"},
        {"title": "Hôm nay", "deadline": "20/11/2021"},
        {"title": "Còn mười lăm ngày", "deadline": "05/12/2021"},
        {"title": "Hằng quý", "deadline": "Hằng quý"},
        plan="1/KH",
    )
    assert told(store) == [
        ("overdue", "Công khai thủ tục hành chính", 1),  # 2,50 points before any number of days
        ("overdue", "Hết hạn lâu", 234),
        ("due_soon", "Hôm nay", 0),
        ("due_soon", "Sắp đến hạn", 14),
    ]


def test_what_is_closed_needs_no_reminder_and_silence_does(store) -> None:
    done, open_ = load_plan(
        store,
        {"title": "Xong", "deadline": "Quý I/2021"},
        {"title": "Kéo dài", "deadline": "Trong năm 2021 và các năm tiếp theo"},
    )
    said = [Progress(done, "done"), Progress(open_, "doing")]
    store.say(said, now=datetime(2026, 1, 5, tzinfo=UTC))
    assert told(store, date(2026, 4, 5)) == []
    assert told(store, date(2026, 4, 6)) == [("silent", "Kéo dài", 91)]


def test_a_target_that_is_missed_or_behind(store) -> None:
    load_targets(store, {"title": "Hồ sơ đúng hạn", "lead": "Văn phòng Sở"}, {"title": "Khác"})
    said = [Actual("so-van-hoa", "Hồ sơ đúng hạn", 2022, 80.0)]
    store.say(said, now=datetime(2026, 1, 5, tzinfo=UTC))
    at = date(2022, 12, 31)
    (row,) = reminders(
        board(store.query, "so-van-hoa", at), indicators(store.query, "so-van-hoa", None), at
    ).to_dict("records")
    assert (row["kind"], row["title"], row["units"]) == (
        "target_missed",
        "Hồ sơ đúng hạn",
        ["Văn phòng Sở"],
    )
    assert (row["value"], row["goal"]) == (80.0, 86.0)


def test_nothing_gives_nothing(store) -> None:
    assert told(store) == []
