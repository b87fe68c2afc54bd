"""By when is this to be done: by a day, again and again, or when something else happens?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from scoring.text.periods import Period, period_of
from scoring.text.recurrence import EVERY, Every, days_and_interval, recurs
from scoring.text.words import nfc, plain

Kind = Literal["date", "recurring", "event"]


@dataclass(frozen=True)
class Deadline:
    """What a text about time says.

    Shape: `kind` is date (a day or a period), recurring ('hằng quý'), event ('sau khi …');
        `first` and `last` are its first and last day, None where the text names none: an event,
        a date without a year, 'từ năm 2022', whose end is open; `goes_on` says that it does not
        end with `last` ('và các năm tiếp theo'). `every` says how often it recurs, None where that
        is not said or is no such interval ('hằng tuần'); `event` is what is waited for, as printed.
    """

    kind: Kind
    first: date | None
    last: date | None
    text: str
    goes_on: bool = False
    every: Every | None = None
    event: str = ""


@lru_cache(maxsize=65_536)
def parse_deadline(text: str | None, *, year: int | None = None) -> Deadline | None:
    """The time that a cell names; `year` is meant where a date has none ('trước 31/12').

    Several times in one cell are one deadline: from the first day of any to the last. It recurs
    if one of them does, else waits for an event if one of them does.

    Returns: None where any part of the text is not understood, names a day that there is not, or
    is too vague to say when ('đầu năm', 'sớm'). A blank cell gives None as well.
    """
    said = nfc(text or "")
    if not said or len(said) > _LONGEST or _has_impossible_day(_words(said)):
        return None
    if day := serial_day(said):
        return Deadline("date", day, day, said)
    # Lines are parts, unless one is only the rest of the one before.
    found = _times(text or "", year) or _times(said, year)
    if not found:
        return None
    first, last = _span([one.days for one in found if one.kind == "date" or one.days != _NO_DAYS])
    return Deadline(
        kind=min((one.kind for one in found), key=_STRONGEST.index),
        first=first,
        last=last,
        text=said,
        goes_on=any(one.days.goes_on for one in found),
        every=min((one.every for one in found if one.every), key=EVERY.index, default=None),
        event=_event(found, said),
    )


def serial_day(text: str) -> date | None:
    """The day of this century whose serial number in a spreadsheet the whole text is: '45291'."""
    number = int(text) if _SERIAL.fullmatch(text) else 0
    return _EPOCH + timedelta(number) if _FIRST_SERIAL <= number <= _LAST_SERIAL else None


@dataclass(frozen=True)
class _Part:
    kind: Kind
    days: Period
    every: Every | None = None
    words: str = ""  # of an event


_STRONGEST: tuple[Kind, ...] = ("recurring", "event", "date")
_NO_DAYS = Period(None, None)
_LONGEST = 1_000  # what is longer is prose
_SERIAL = re.compile(r"[3-7]\d{4}")
_EPOCH = date(1899, 12, 30)
_FIRST_SERIAL, _LAST_SERIAL = 36_526, 73_050  # 01/01/2000, 31/12/2099

_LINE = re.compile(r"[;\n\r\v\f]")
_SPLIT = re.compile(
    r"(?<![0-9ivx])/|/(?=\D)"  # not inside 15/02/2022, I/2022
    r"|(?<!ngay)(?<!viec)(?<!sau),? (?=(?:theo|sau khi|(?<!\d )ngay sau|ngay khi|khi co)\b)"
    r"|, (?=(?:hoan thanh|xong|truoc|cham nhat|muon nhat|den het|trong nam|thuong xuyen|dinh ky)\b)"
)
_EDGES = " .,:-–—+*•_\"'“”"
_LABEL = re.compile(r"^(?:[a-zd]\) ?)?[^:\d]{1,60}: (?=\S)")
_REMARK = re.compile(r"\(([^()]*)\)")
_SPACED_SLASH = re.compile(r"(?<=[\divx]) ?/ ?(?=\d)")

_EVENT = re.compile(
    r"(?:(?:bao dam|dam bao|hoan thanh|thuc hien|trien khai|bao cao|ngay|duoc thuc hien) )*"
    r"(?:theo (?:dung |cac |noi dung |tung |lo trinh|su )?(?:ke hoach|huong dan|quy dinh|tien do"
    r"|lich|nhiem vu|chi dao|yeu cau|de nghi|chuong trinh|de an|thoi (?:han|gian|diem)|muc tieu"
    r"|van ban|quyet dinh|phan cong|lo trinh|ky|dot|giay moi|thong bao|thuc te|phat sinh|luat"
    r"|nghi (?:dinh|quyet)|thong tu|cong van|tung|chi dao|trung uong|bo\b|ubnd|tinh|cap|dac thu)?"
    r"|(?:ngay )?(?:sau|truoc) (?:khi|dot|ky|hoi nghi|ngay (?:ban hanh|cong bo|co|ky|nhan|duoc))"
    r"|ngay (?:sau|khi)|khi|kip thoi|dot xuat|ngay$"
    r"|(?:(?:cham|muon) nhat |trong (?:vong |thoi han )?|khong qua |sau |truoc |la )*"
    r"\d{1,3} (?:ngay|thang|tuan|gio)(?: lam viec)?"
    r" (?:(?:tinh )?(?:ke )?tu|sau|truoc|tinh (?:tu|den)|khi)"
    r"|(?:dung|kip|bao dam|dam bao) (?:thoi|han|tien do|ky|quy dinh|yeu cau)"
    r"|cung (?:voi|thoi diem|ky))\b.*"
)
_DAY = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})(?:/(20\d\d))?(?![\d/])")


def _words(text: str) -> str:
    """The text without marks and without what stands round it."""
    return _SPACED_SLASH.sub("/", plain(text)).strip(_EDGES)


def _whole(words: str, year: int | None) -> list[_Part]:
    """A text that is one time; events are told apart later, as they take any words along."""
    if days := period_of(words, year=year):
        return [_Part("date", days)]
    if not recurs(words):
        return []
    days, every = days_and_interval(words)
    return [_Part("recurring", days or _NO_DAYS, every)]


def _times(text: str, year: int | None) -> list[_Part]:
    """Every time in a text in turn; none at all where some part is not understood."""
    found: list[_Part] = []
    for part in _parts(text, year):
        bare = _LABEL.sub("", part)
        if understood := _whole(part, year) or _whole(bare, year):
            found += understood
        elif _EVENT.fullmatch(bare) or (found and found[-1].kind == "event"):
            found.append(_Part("event", _NO_DAYS, words=bare))  # or more words of the one before
        else:
            return []
    return found


def _event(found: list[_Part], said: str) -> str:
    """The words of the event as printed, from its first to its last; '' where there is none."""
    words = [one.words for one in found if one.kind == "event"]
    if not words:
        return ""
    bare = plain(said)
    first, last = bare.find(words[0]), bare.rfind(words[-1])
    if len(bare) != len(said) or first < 0 or last < first:
        return said
    return said[first : last + len(words[-1])]


def _parts(text: str, year: int | None) -> Iterator[str]:
    """Lines, and the parts of those that are not one time as they stand."""
    for line in filter(None, map(_words, _LINE.split(text))):
        if _whole(line, year):
            yield line
        else:
            yield from _parts_of_line(line, year)


def _parts_of_line(line: str, year: int | None) -> Iterator[str]:
    """The parts of a line, without labels; a remark in brackets counts if it is a time itself."""
    remarks = [_words(remark) for remark in _REMARK.findall(line)]
    bare = _words(_REMARK.sub(" ", line)) or _words(re.sub(r"[()]", " ", line))
    label = _LABEL.match(bare)
    parts = _SPLIT.split(bare[label.end() :] if label else bare)
    yield from filter(None, (part.strip(_EDGES) for part in parts))
    yield from (remark for remark in remarks if remark != bare and _whole(remark, year))


def _span(periods: list[Period]) -> tuple[date | None, date | None]:
    """From the first day to the last of all; a side that one of them leaves open is open."""
    firsts = [one.first for one in periods]
    lasts = [one.last for one in periods]
    if any(one == replace(_NO_DAYS, goes_on=one.goes_on) for one in periods):
        return None, None  # one of them has no year: nobody knows which comes last
    return (
        min((day for day in firsts if day), default=None) if None not in firsts else None,
        max((day for day in lasts if day), default=None) if None not in lasts else None,
    )


def _has_impossible_day(words: str) -> bool:
    for day, month, year in _DAY.findall(words):
        try:
            date(int(year or 2024), int(month), int(day))
        except ValueError:
            return True
    return False
