"""How is a deadline written, so that a reader and `parse_deadline` understand the same?"""

from calendar import monthrange
from datetime import date

from scoring.text.deadlines import Deadline
from scoring.text.recurrence import Every

_AGAIN: dict[Every | None, str] = {
    "month": "hằng tháng",
    "quarter": "hằng quý",
    "half": "định kỳ 6 tháng",
    "year": "hằng năm",
    "always": "thường xuyên",
    None: "định kỳ",
}
_ROMAN = ("I", "II", "III", "IV")


def format_deadline(deadline: Deadline) -> str:
    """'trước ngày 15/02/2022', 'quý I/2022', 'hằng quý trong năm 2022', 'từ năm 2021 trở đi'.

    Read again it is the same kind, days and recurrence. An event gives its own text back, as does
    a date whose year nobody said.
    """
    days = _days(deadline)
    if deadline.kind == "recurring":
        return " ".join(filter(None, (_AGAIN[deadline.every], days and _within(deadline, days))))
    return deadline.text if deadline.kind == "event" or not days else days


def _within(deadline: Deadline, days: str) -> str:
    """The days in which something recurs: 'trong quý I/2022', 'đến hết ngày 15/02/2022'."""
    if not deadline.first:
        return days.replace("trước ngày", "đến hết ngày")
    return days if days.startswith(("từ", "trong")) else f"trong {days}"


def _days(deadline: Deadline) -> str:
    """The days alone; '' where it names none."""
    first, last = deadline.first, deadline.last
    if first and not last:
        return f"từ {_beginning(first)} trở đi"
    if not last:
        return ""
    days = _span(first, last) if first else _until(last)
    return f"{days} và các năm tiếp theo" if deadline.goes_on else days


def _beginning(day: date) -> str:
    if day.day > 1:
        return f"ngày {_day(day)}"
    return f"năm {day.year}" if day.month == 1 else f"tháng {day.month}/{day.year}"


def _until(day: date) -> str:
    year_ends = (day.month, day.day) == (12, 31)
    return f"đến hết năm {day.year}" if year_ends else f"trước ngày {_day(day)}"


def _span(first: date, last: date) -> str:
    """The usual name of the days from the first to the last."""
    if first == last:
        return f"ngày {_day(first)}"
    if first.day > 1 or last.day < monthrange(last.year, last.month)[1]:
        return f"từ ngày {_day(first)} đến ngày {_day(last)}"
    if (first.month, last.month) == (1, 12):
        one = first.year == last.year
        return f"trong năm {first.year}" if one else f"giai đoạn {first.year} - {last.year}"
    if first.year == last.year:
        return _part_of_year(first.month, last.month, first.year)
    return f"từ tháng {first.month}/{first.year} đến tháng {last.month}/{last.year}"


def _part_of_year(first: int, last: int, year: int) -> str:
    if first == last:
        return f"tháng {first}/{year}"
    if (first, last) in ((1, 6), (1, 9)):
        return f"{last} tháng đầu năm {year}"
    if (first, last) == (7, 12):
        return f"6 tháng cuối năm {year}"
    if last - first == 2 and last % 3 == 0:
        return f"quý {_ROMAN[last // 3 - 1]}/{year}"
    return f"từ tháng {first} đến tháng {last}/{year}"


def _day(day: date) -> str:
    return f"{day:%d/%m/%Y}"
