"""Which units have sent their progress, which are silent, and who is not waited for?"""

from datetime import date, datetime

import pandas as pd

from scoring.analysis.messages.progress import sent, silent
from scoring.analysis.plans.coverage import counts, coverage, quarter_of

TODAY, SINCE = date(2021, 11, 20), date(2021, 10, 1)


def frames() -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    board = pd.DataFrame(
        {"task": list("abcd"), "status": ["overdue", "doing", "done", "not_applicable"]}
    )
    units = pd.DataFrame(
        [
            ("a", "Sở Nội vụ", False),
            ("b", "Sở Nội vụ", False),
            ("b", "Sở Y tế", False),
            ("c", "Sở Tài chính", False),
            ("d", "Sở Tư pháp", False),
            ("a", "Các sở, ban, ngành", True),
            ("b", "Sở Xây dựng", False),
        ],
        columns=["task", "unit", "unit_group"],
    )
    reports = pd.DataFrame(
        [
            ("Sở Nội vụ", datetime(2021, 9, 30, 17, 0)),  # 00:00 on 1 October in Việt Nam
            ("Sở Y tế", datetime(2021, 8, 21, 16, 59)),  # 21 August: 91 days before
            ("Sở Tài chính", datetime(2021, 8, 1)),
        ],
        columns=["unit", "reported_at"],
    )
    return board, units, reports


def test_each_unit_with_tasks_groups_left_out() -> None:
    found = coverage(*frames(), since=SINCE, today=TODAY).set_index("unit")
    assert found.index.tolist() == [
        *("Sở Y tế", "Sở Tài chính", "Sở Tư pháp", "Sở Xây dựng", "Sở Nội vụ")
    ]
    assert found.loc["Sở Nội vụ", ["tasks", "open", "overdue", "sent", "days"]].tolist() == [
        *(2, 2, 1, True, 50)
    ]
    assert found["silent"].tolist() == [True, False, False, False, False]
    assert found["never"].tolist() == [False, False, True, True, False]
    assert found.loc["Sở Y tế", "told_on"] == date(2021, 8, 21)


def test_ninety_days_are_not_silence_yet() -> None:
    found = coverage(*frames(), since=SINCE, today=date(2021, 11, 19))
    assert not found["silent"].any()


def test_who_has_nothing_left_to_do_is_not_waited_for() -> None:
    number = counts(coverage(*frames(), since=SINCE, today=TODAY))
    assert (number.units, number.sent, number.silent, number.never) == (3, 1, 1, 1)
    assert sent(number, SINCE) == "1/3 đơn vị đã gửi tiến độ từ ngày 01/10/2021"
    assert silent(number) == "1 đơn vị im lặng quá 90 ngày; 1 đơn vị chưa báo cáo lần nào."


def test_without_units_there_is_nothing_to_count() -> None:
    board, units, reports = frames()
    number = counts(coverage(board, units.iloc[:0], reports, since=SINCE, today=TODAY))
    assert number.units == 0
    assert silent(number) is None


def test_a_quarter_begins_in_january_april_july_and_october() -> None:
    days = [date(2021, month, 28) for month in (1, 3, 4, 6, 7, 9, 10, 12)]
    assert [quarter_of(day).month for day in days] == [1, 1, 4, 4, 7, 7, 10, 10]
    assert all(quarter_of(day).day == 1 for day in days)
