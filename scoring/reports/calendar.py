"""The days on which tasks are due, as a calendar file for Outlook, Google or a telephone."""

from datetime import datetime, timedelta

import pandas as pd
from icalendar import Alarm, Calendar, Event

from scoring.analysis.plans.reminders import SOON_DAYS
from scoring.analysis.questions import Row, records
from scoring.text.format import points
from scoring.text.words import slug

_PRODUCT = "-//Chi so cai cach hanh chinh//Nhiem vu//VI"


def due_days(board: pd.DataFrame, name: str, moment: datetime) -> bytes:
    """An .ics file with one whole-day entry for each open task that has a last day.

    A task keeps its entry's id, so that a later file updates the entries of an earlier one. Each
    entry reminds 14 days before. Tasks that recur, wait for an event or go on have no day and are
    left out.

    Shape: `board` as analysis.plans.board gives it; `name` of the calendar; `moment` in UTC.
    """
    uid = f"{slug(name)}@nhiem-vu"
    calendar = Calendar.new(name=name, uid=uid, prodid=_PRODUCT, language="vi")
    open_ = board["due_kind"].eq("date") & ~board["goes_on"] & board["due_last"].notna()
    closed = board["status"].isin(("done", "not_applicable"))
    for row in records(board[open_ & ~closed]):
        calendar.add_component(_entry(row, moment))
    return calendar.to_ical()


def _entry(row: Row, moment: datetime) -> Event:
    event = Event.new(
        uid=f"{row['task']}@nhiem-vu",
        stamp=moment,
        start=row["due_last"],
        end=row["due_last"] + timedelta(days=1),
        summary=f"Hạn: {row['title']}",
        description=_about(row),
    )
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", f"Còn {SOON_DAYS} ngày: {row['title']}")
    alarm.add("trigger", timedelta(days=-SOON_DAYS))
    event.add_component(alarm)
    return event


def _about(row: Row) -> str:
    lost = row["lost_points"]
    told = {
        "Kế hoạch": row["plan"],
        "Chủ trì": "; ".join(row["leads"]),
        "Phối hợp": "; ".join(row["coordinators"]),
        "Sản phẩm": row["product"],
        "Thời hạn như trong kế hoạch": row["deadline"],
        "Điểm bị mất của tiêu chí": points(lost) if lost is not None else None,
    }
    return "\n".join(f"{label}: {text}" for label, text in told.items() if text)
