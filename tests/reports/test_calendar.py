"""Does a calendar file hold each open task on its last day, and nothing else?"""

from datetime import UTC, date, datetime, timedelta

import pandas as pd
from icalendar import Calendar

from scoring.reports.calendar import due_days

NOW = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)


def board(**changes: object) -> pd.DataFrame:
    row = {
        "task": "0a1b2c-1",
        "title": "Công khai TTHC; rà soát, sửa đổi — 100 %",
        "plan": "76/KH-SVHTT",
        "product": None,
        "leads": ["Văn phòng Sở", "Thanh tra Sở"],
        "coordinators": [],
        "deadline": "Trước ngày 15/02/2022",
        "due_kind": "date",
        "due_last": date(2022, 2, 15),
        "goes_on": False,
        "status": "overdue",
        "lost_points": 2.5,
    }
    return pd.DataFrame([row | changes])


def entries(frame: pd.DataFrame) -> list:
    found = Calendar.from_ical(due_days(frame, "Nhiệm vụ của Sở", NOW))
    assert str(found.calendar_name) == "Nhiệm vụ của Sở"
    return found.walk("VEVENT")


def test_an_entry_comes_back_as_it_was() -> None:
    (event,) = entries(board())
    assert (event["UID"], event.start, event.end) == (
        "0a1b2c-1@nhiem-vu",
        date(2022, 2, 15),
        date(2022, 2, 16),
    )
    assert event["SUMMARY"] == "Hạn: Công khai TTHC; rà soát, sửa đổi — 100 %"
    assert event["DESCRIPTION"].split("\n") == [
        "Kế hoạch: 76/KH-SVHTT",
        "Chủ trì: Văn phòng Sở; Thanh tra Sở",
        "Thời hạn như trong kế hoạch: Trước ngày 15/02/2022",
        "Điểm bị mất của tiêu chí: 2,50",
    ]
    (alarm,) = event.walk("VALARM")
    assert alarm["TRIGGER"].dt == timedelta(days=-14)


def test_lines_are_folded_so_that_every_program_reads_them() -> None:
    content = due_days(board(title="Rà soát thủ tục " * 40), "Nhiệm vụ", NOW)
    assert max(len(line) for line in content.split(b"\r\n")) <= 75
    assert b"\r\n" in content and b"\n\n" not in content


def test_what_is_closed_or_has_no_day_is_left_out() -> None:
    for changes in (
        {"status": "done"},
        {"status": "not_applicable"},
        {"due_kind": "recurring", "due_last": None},
        {"goes_on": True},
        {"due_last": None},
    ):
        assert entries(board(**changes)) == [], changes


def test_the_same_board_gives_the_same_file() -> None:
    assert due_days(board(), "Nhiệm vụ", NOW) == due_days(board(), "Nhiệm vụ", NOW)
