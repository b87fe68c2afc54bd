"""How often does a text such as 'định kỳ hàng quý, 6 tháng, năm' say that a thing comes again?"""

import re
from typing import Literal

from scoring.text.periods import Period, period_of

Every = Literal["month", "quarter", "half", "year", "always"]

# The most frequent first.
EVERY: tuple[Every, ...] = ("month", "quarter", "half", "year", "always")


def recurs(words: str) -> bool:
    """Whether every word of a text without marks speaks of time, and some of them of once more."""
    spaced = _spaced(words)
    known = all(word in _TIME_WORDS or _NUMBER.fullmatch(word) for word in spaced.split())
    return known and bool(_AGAIN.search(spaced)) and _numbers_are_days(words)


def days_and_interval(words: str) -> tuple[Period | None, Every | None]:
    """The days in which a thing recurs, where they are said, and how often it does.

    Returns: of several intervals ('hàng quý, 6 tháng, năm') the shortest; None where none is said
        ('định kỳ') and for every other one, such as a week.
    """
    days, rest = _days_and_rest(words)
    return days, _every(_with_commas(rest))


def _days_and_rest(words: str) -> tuple[Period | None, str]:
    """'thường xuyên trong năm 2022' as that year and 'thường xuyên'."""
    for start in _MAY_BEGIN_DAYS.finditer(words):
        if found := _dated(words[start.start() :]):
            return found, words[: start.start()]
    before = _BEFORE_AGAIN.match(words)
    if before and (found := _dated(before[1])):
        return found, words[before.end(1) :]
    match = _IN_YEARS.search(words)
    return (period_of(match.group()) if match else None), words


def _dated(words: str) -> Period | None:
    found = period_of(words)
    return found if found and (found.first or found.last) else None


def _every(spaced: str) -> Every | None:
    months = _intervals(_SAYS_WHEN.sub(" ", spaced))
    if not months:
        return "always" if _ALWAYS.search(spaced) else None
    shortest = min(months)
    return _EVERY.get(_between_dates(spaced) if shortest == 12 else shortest)


_AGAIN = re.compile(
    r"\b(?:thuong xuyen|lien tuc|dinh ky|(?:hang|moi|tung) (?:ngay|tuan|thang|quy|nam|ky|dot|\d)"
    r"|(?:trong |cua )?cac (?:thang|quy|ky|tuan)"
    r"|(?:\d{1,2}|mot|hai|ba|bon|thang|quy|nam|tuan) lan"
    r"|thang (?:cuoi|dau)(?: cung)?(?: cua)?(?: moi)? (?:quy|ky)"
    r"|cuoi (?:moi )?(?:quy|thang|ky|tuan)(?! \S*20\d\d)|cua (?:quy|thang)(?: sau)?)\b"
)
_SPOKEN = (
    "ngay thang quy nam tuan ky gio bao cao cuoi dau cung hang moi cac tung cua truoc cham muon"
    " nhat la vao dinh thuong xuyen lien tuc lan it den het trong suot va hoac thu hai ba tu sau"
    " bay chu lam viec ca tai thoi diem theo toi thieu khong qua ke tro di dot xuat giua tiep nhung"
    " thuc hien trien khai to chuc hoan thanh cong khai gui mot bon giai doan i ii iii iv"
)
_TIME_WORDS = frozenset(_SPOKEN.split())
_NUMBER = re.compile(r"\d{1,2}(?:/\d{1,2})?|20\d\d|(?:\d{1,2}/){1,2}20\d\d|(?:i|ii|iii|iv)/20\d\d")
_TIMES_AN_INTERVAL = re.compile(r"(?<=lan)/|/(?=lan)|(?<=[a-z])/(?=[a-z])")
_DAY_NUMBER = re.compile(r"\bngay (\d+)\b(?! thang \d| (?:lam viec|ke|tinh|sau|truoc))")
_MONTH_NUMBER = re.compile(r"\b(?<!\d )(?:cua )?thang ((?:\d+(?:, ?| va )?)+)")

_IN_YEARS = re.compile(r"(?<!tu )(?<!den )nam (20\d\d)(?: ?[-–] ?(20\d\d))?")
_BEFORE_AGAIN = re.compile(r"(.+?)(?: va|[,;]| ?[/-])? ?\b(?:thuong|dinh|hang|moi|lien)\b")
_MAY_BEGIN_DAYS = re.compile(
    r"(?<= )(?=(?:trong|tu|ke|den|truoc|vao|giai|quy|thang|ngay|cham|muon|\d"
    r"|(?<!hang )(?<!moi )(?<!tung )nam)\b)"
)

_ALWAYS = re.compile(r"\b(?:thuong xuyen|lien tuc)\b")
# What tells a day, month or year is no interval: 'tháng cuối quý', 'tháng 3, 6', 'trong năm'.
_SAYS_WHEN = re.compile(
    r"\bthang (?:cuoi|dau|giua|sau|tiep theo)\b|\b(?:trong|suot|ca|cuoi|dau|cac|nhung) nam\b(?= |$)"
    r"(?= tiep| sau| 20|$| thuong| lien)|\b(?:quy|thang|nam)"
    r" (?:\d[\d/]*|(?:i{1,3}|iv)(?:/\d+)?)\b(?! lan)"
)
_MONTHS = {"tuan": 0.25, "thang": 1, "quy": 3, "nam": 12}
_COUNT = r"(?:\d{1,2}|mot|hai|ba|bon)"
_UNIT = r"(?:thang|quy|nam|tuan)\b"
_TIMES = re.compile(
    rf"\b(?:(?P<times>{_COUNT}) )?lan (?:(?:mot|moi|trong|tren|hang|1) )*(?P<unit>{_UNIT})"
    rf"|\b(?:(?P<count>{_COUNT}) )?(?P<of>{_UNIT}) (?P<within>{_COUNT}) lan\b"
)
_INTERVAL = re.compile(rf"\b(?:(?P<count>{_COUNT}) )?(?P<unit>{_UNIT})|\b(?:hang|moi) ngay\b")
_COUNTS = {"mot": 1, "hai": 2, "ba": 3, "bon": 4}
_EVERY: dict[float, Every] = {1: "month", 3: "quarter", 6: "half", 12: "year"}
_OF_A_YEAR = re.compile(r"(?<!\d )\bthang ((?:\d{1,2}(?: va | , | )?)+)|\b\d{1,2}/(\d{1,2})\b(?!/)")


def _spaced(words: str) -> str:
    return re.sub(r"[,;:()\-–]", " ", _TIMES_AN_INTERVAL.sub(" ", words))


def _with_commas(words: str) -> str:
    """'quý, 6 tháng' is two intervals, 'quý 6' would be none."""
    signs = re.sub(r"[,;:()\-–]", " , ", _TIMES_AN_INTERVAL.sub(" ", words))
    return " ".join(signs.split())


def _numbers_are_days(words: str) -> bool:
    days = [int(number) for number in _DAY_NUMBER.findall(words)]
    months = [int(n) for list_ in _MONTH_NUMBER.findall(words) for n in re.findall(r"\d+", list_)]
    return all(1 <= day <= 31 for day in days) and all(1 <= month <= 12 for month in months)


def _intervals(spaced: str) -> list[float]:
    """Every interval in months: '2 lần năm' is 6, '6 tháng lần' as well, a day next to nothing."""
    often = [
        _MONTHS[one["unit"] or one["of"]]
        * _count(one["count"])
        / _count(one["times"] or one["within"])
        for one in _TIMES.finditer(spaced)
    ]
    rest = _TIMES.sub(" ", spaced)
    return often + [
        _MONTHS[one["unit"]] * _count(one["count"]) if one["unit"] else 0.03
        for one in _INTERVAL.finditer(rest)
    ]


def _count(said: str | None) -> int:
    return _COUNTS.get(said or "mot") or int(said or 1) or 1


def _between_dates(spaced: str) -> float:
    """The months between the dates of every year: 'tháng 6, tháng 12 hàng năm' is each half year.

    Returns: 0 where they do not stand at equal distances.
    """
    texts = [one[1] or one[2] for one in _OF_A_YEAR.finditer(spaced)]
    months = sorted({int(number) for text in texts for number in re.findall(r"\d+", text)})
    if len(months) < 2:
        return 12
    gaps = {later - earlier for earlier, later in zip(months, months[1:], strict=False)}
    return 12 / len(months) if gaps == {12 / len(months)} else 0
