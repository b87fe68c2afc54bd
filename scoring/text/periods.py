"""From which day to which does a text such as 'Quý III, IV năm 2022' run?"""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta


@dataclass(frozen=True)
class Period:
    """The days that a text names; None where it leaves a side open, both where it has no year."""

    first: date | None
    last: date | None
    goes_on: bool = False  # 'và các năm tiếp theo'


@dataclass(frozen=True)
class _Point:
    """A day, month, quarter, part of a year or year, of which the year may not be said."""

    unit: str
    numbers: tuple[int, ...]
    year: int | None

    def days(self, year: int) -> tuple[date, date]:
        """Its first and last day; ValueError where there is no such day."""
        return _DAYS[self.unit](year, self.numbers)


def period_of(text: str, *, year: int | None = None) -> Period | None:
    """The days that a text without marks (`plain`) names; `year` is meant where it says none.

    'Trước ngày 15/02' runs to the day that is printed, as offices mean it; 'trước tháng 3' to the
    last day of February.

    Returns: None where it says anything else as well, or names a day that there is not.
    """
    goes_on = _GOES_ON.search(text)
    said = text[: goes_on.start()] if goes_on else text
    lead = _LEAD.match(said)
    points = _points(said[lead.end() :] if lead else said)
    days = _days(points, year) if points else None
    if days is None or lead is None:
        return None
    first, last, end_begins = days
    if lead["from"] and len(points) == 1:
        return Period(first, None, goes_on=True)
    if lead.group().endswith("truoc ") and points[-1].unit != "day" and end_begins:
        last = end_begins - timedelta(days=1)
    return Period(None if lead["until"] else first, last, goes_on is not None)


_SIGN = r"[/.\-–]"
_YEAR = rf"(?:,? ?(?:{_SIGN} ?)?(?:nam )?(?P<{{0}}_y>20\d\d)(?!\d)|/(?P<{{0}}_s>[23]\d)(?![\d/.]))?"
_QUARTER = r"(?:iv|i{1,3}|[1-4])\b"
_POINT = re.compile(
    r"(?:ngay )?(?P<iso>20\d\d-\d\d-\d\d)(?: 00:00(?::00)?)?"
    rf"|(?:ngay )?(?P<day>\d{{1,2}})(?:(?P<sign>{_SIGN})(?P<of>\d{{1,2}})(?!\d)"
    rf"(?:(?P=sign)(?:(?P<sign_y>20\d\d)|(?P<sign_s>[23]\d))(?!\d)|,? nam (?P<nam_y>20\d\d))?"
    rf"| thang (?P<of_thang>\d{{1,2}})(?!\d){_YEAR.format('day')})"
    r"|(?P<bare>\d{1,2})[/.](?P<bare_y>20\d\d)(?![\d/.])"  # 12/2023
    rf"|(?P<part>\d{{1,2}}) thang (?P<side>dau|cuoi) nam(?: (?P<part_y>20\d\d)(?!\d))?"
    rf"|(?:thang ?|th\.? ?|t\.?)(?P<month>\d{{1,2}})(?!\d){_YEAR.format('month')}"
    rf"|qu[yi] ?(?P<quarter>{_QUARTER}){_YEAR.format('quarter')}"
    r"|(?:giai doan |nhiem ky |cac nam |(?:ca )?nam )?(?P<year>20\d\d)(?!\d)"
    r"|(?P<whole>(?:ca )?nam(?: nay)?)\b"
    rf"|(?P<more>{_QUARTER}|\d{{1,2}})(?!\d){_YEAR.format('more')}"
)
_BETWEEN = re.compile(
    r" ?(?:,|&|-|–|\+|den het|den cuoi|den|va|hoac) ?(?:trong |cuoi |truoc |vao )?"
    r"| (?=qu[yi]|thang|ngay|t\d)"  # what stood on a line of its own
)
_VERBS = (
    r"(?:phai|can|phan dau|hoan thanh|hoan tat|thuc hien|trien khai|ban hanh|bao cao|trinh|to chuc"
    r"|gui|ket thuc|xong|du kien|ap dung|bat dau|thoi han|han chot|han cuoi|han)\b:? ?"
)
# 'đầu' and 'giữa' are not among them: the beginning of a year is no day.
_LEAD = re.compile(
    rf"(?:{_VERBS})*(?:(?P<until>(?:(?:cham|muon) nhat(?: la)?|truoc|khong qua|tu nay den|den"
    r"|cuoi|het|tu nay cho den)\b ?(?:(?:la|den|trong|vao|het|truoc|cuoi|thoi diem)\b ?)*)"
    r"|(?P<from>ke tu|tu)\b ?|(?:trong|vao)\b ?)?(?:(?:suot|cuoi|khoang|thoi gian|het)\b ?)*"
    r"(?:\d{1,2} ?(?:h|g|gio) ?(?:[0-5]\d ?(?:phut ?)?)?,? ?(?=ngay \d|\d{1,2}/))?"
)
_GOES_ON = re.compile(
    r"(?: ?[,\-/])? ?(?:(?:va )?(?:cac|nhung) nam (?:tiep theo|ke tiep|sau|toi|tiep)(?: do)?"
    r"|tro di|va tiep tuc(?: (?:duy tri|thuc hien))?(?: (?:trong )?(?:cac|nhung) nam"
    r" (?:tiep theo|sau))?)$"
)
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def _points(text: str) -> list[_Point]:
    """All points of a text in which nothing else stands but what joins them; else none."""
    points: list[_Point] = []
    at = 0
    while at < len(text):
        match = _POINT.match(text, at)
        point = _point(match, points) if match else None
        if match is None or point is None:
            return []
        points.append(point)
        joined = _BETWEEN.match(text, match.end())
        if joined is None and match.end() < len(text):
            return []
        at = joined.end() if joined else match.end()
        if joined and at == len(text):
            return []
    return points


def _point(match: re.Match[str], before: list[_Point]) -> _Point | None:
    found = {name: said for name, said in match.groupdict().items() if said}
    year = next((_full(said) for name, said in found.items() if name.endswith(("_y", "_s"))), None)
    if "iso" in found:
        of, month, day = map(int, found["iso"].split("-"))
        return _Point("day", (month, day), of)
    if "day" in found:
        if year is None and found.get("sign", "/") != "/":
            return None  # '10-12' is no day
        return _Point("day", (int(found.get("of") or found["of_thang"]), int(found["day"])), year)
    if "bare" in found and before and before[-1].unit == "quarter" and not before[-1].year:
        return _Point("quarter", (int(found["bare"]),), year)  # 'Quý 3 - 4/2025'
    if "more" in found:
        return _more(found["more"], year, before)
    return _named(found, year)


def _full(year: str) -> int:
    return int(year) if len(year) == 4 else 2000 + int(year)


def _named(found: Mapping[str, str], year: int | None) -> _Point:
    if "part" in found:
        return _Point("part", (int(found["part"]), int(found["side"] == "cuoi")), year)
    if "quarter" in found:
        return _Point("quarter", (_number(found["quarter"]),), year)
    if "month" in found or "bare" in found:
        return _Point("month", (int(found.get("month") or found["bare"]),), year)
    return _Point("year", (), int(found["year"]) if "year" in found else None)


def _more(said: str, year: int | None, before: list[_Point]) -> _Point | None:
    """'IV' behind 'Quý III', '6' behind 'tháng 3': one more of the same."""
    if not before or before[-1].unit not in ("quarter", "month"):
        return None
    if before[-1].unit == "month" and not said.isdigit():
        return None
    return _Point(before[-1].unit, (_number(said),), year)


def _number(said: str) -> int:
    return _ROMAN.get(said) or int(said)


def _days(points: list[_Point], year: int | None) -> tuple[date | None, ...] | None:
    """The first day of all points, the last, and the first of the last point.

    Returns: None where one is no day, or where they go backwards.
    """
    dated = list(_with_years(points, year))
    known = [point for point in dated if point.year is not None]
    if known and len(known) < len(dated):
        return None
    try:
        # Without a year even 29/02 may be a day.
        spans = [point.days(point.year or 2024) for point in dated]
    except ValueError:
        return None
    if any(later[1] < earlier[0] for earlier, later in zip(spans, spans[1:], strict=False)):
        return None
    if not known:
        return None, None, None
    return spans[0][0], max(last for _, last in spans), spans[-1][0]


def _with_years(points: list[_Point], year: int | None) -> Iterator[_Point]:
    """A year goes for the points before it: 'tháng 3, 6, 9/2022'; the last one for those behind."""
    years = [point.year for point in points]
    for at, point in enumerate(points):
        later = next((one for one in years[at:] if one), None)
        earlier = next((one for one in reversed(years[:at]) if one), None)
        yield replace(point, year=later or earlier or year)


def _month(year: int, first: int, last: int) -> tuple[date, date]:
    if not 1 <= first <= last <= 12:
        raise ValueError(last)
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def _day(year: int, numbers: tuple[int, ...]) -> tuple[date, date]:
    day = date(year, *numbers)
    return day, day


def _part(year: int, numbers: tuple[int, ...]) -> tuple[date, date]:
    months, at_the_end = numbers
    if not 1 <= months <= 12:
        raise ValueError(months)
    return _month(year, 13 - months, 12) if at_the_end else _month(year, 1, months)


def _quarter(year: int, numbers: tuple[int, ...]) -> tuple[date, date]:
    return _month(year, 3 * numbers[0] - 2, 3 * numbers[0])


_DAYS: Mapping[str, Callable[[int, tuple[int, ...]], tuple[date, date]]] = {
    "day": _day,
    "month": lambda year, numbers: _month(year, numbers[0], numbers[0]),
    "quarter": _quarter,
    "part": _part,
    "year": lambda year, _: (date(year, 1, 1), date(year + 1, 1, 1) - timedelta(days=1)),
}
