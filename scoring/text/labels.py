"""What kind of code stands in a cell: 1.5, a date that was one, II, 'Lĩnh vực 2', iv, b), .2 …"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from scoring.text.codes import code_text, numbered, roman
from scoring.text.words import fold, nfc

NUMBER, DATE, RELATIVE = "number", "date", "relative"
ROMAN, CAPITAL, SMALL_ROMAN, LETTER = "roman", "capital", "small roman", "letter"

CAPITALS = "ABCDEFGH"
LETTERS = "abcdđeghiklmnopq"
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)}|thg ?\d{{1,2}})[a-z]*"
_DAY_MONTH_YEAR = re.compile(
    r"(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>(?:19|20)\d\d)(?: 0?0:00(?::00)?)?"
)
_YEAR_FIRST = re.compile(
    r"(?P<year>(?:19|20)\d\d)[/.-](?P<month>\d{1,2})[/.-](?P<day>\d{1,2})(?:[ t]0?0:00(?::00)?)?"
)
_NAMED_MONTH = re.compile(rf"(?:(?P<day>\d{{1,2}})[ /-]+)?{_MONTH}(?:[ /-]*(?P<year>\d{{2,4}}))?")
_SLASHES = re.compile(r"\d{1,2}(?:/\d{1,2}){1,2}")
_RELATIVE = re.compile(r"\.\s?[1-9]\d{0,2}(?:\.[1-9]\d{0,2}){0,3}\.?")
_MIXED = re.compile(r"(?P<first>[IVX]+|[A-H])[.,-](?P<rest>[1-9]\d{0,2}(?:[.,-][1-9]\d{0,2}){0,4})")
_DOMAIN = re.compile(r"\W*(?:lĩnh vực|lv)\s*(?:số\s*)?[.:]?\s*0?(?P<number>[1-9]\d?)\W*", re.I)
_LETTERED = re.compile(rf"(?P<number>\d[\d.]*?)\.?(?P<letter>[{LETTERS}])")


@dataclass(frozen=True)
class Label:
    """One code as written: its kind, and the codes it may mean, the likeliest first.

    Shape: a number's readings are whole codes ('1.5'), a roman's its number ('2'), which is also
        that of 'Lĩnh vực 2', as numbers may begin anew below both; a letter's the letter itself;
        `above` is the heading that 'II.3' names with it, else ''.
    """

    kind: str
    readings: tuple[str, ...]
    above: str = ""

    @property
    def text(self) -> str:
        """The likeliest reading."""
        return self.readings[0]


def label_of(value: object) -> Label | None:
    """The code in a cell; None where there is none."""
    if isinstance(value, (date, datetime)):
        return _dated(value.day, value.month, value.year)
    if not isinstance(value, str):
        return _plain(code_text(code_text(value))) if _counts(value) else None
    if domain := _DOMAIN.fullmatch(nfc(value)):
        return Label(ROMAN, (domain["number"],))
    if _RELATIVE.fullmatch(value.strip()):
        return Label(RELATIVE, (code_text(value),))
    text = code_text(value)
    return _plain(text) or _date_text(value) or _compound(text)


def _counts(value: object) -> bool:
    return isinstance(value, float | int) and not isinstance(value, bool) and value >= 0


def _plain(text: str) -> Label | None:
    if numbered(text):
        return Label(NUMBER, (text,))
    number = roman(text)
    if number:
        return Label(ROMAN, (str(number),))
    if len(text) == 1 and text in CAPITALS:
        return Label(CAPITAL, (text,))
    if len(text) == 1 and text in LETTERS:
        return Label(LETTER, (text,))
    small = roman(text.upper()) if text.islower() else None
    return Label(SMALL_ROMAN, (str(small),)) if small else None


def _compound(text: str) -> Label | None:
    """'II.3' and '1.1.a': a heading or a letter in one cell with the number."""
    if match := _MIXED.fullmatch(text):
        rest = code_text(match["rest"])
        number = roman(match["first"]) or CAPITALS.index(match["first"]) + 1
        return Label(NUMBER, (rest,), str(number))
    match = _LETTERED.fullmatch(text)
    if match and numbered(match["number"]):
        return Label(NUMBER, (f"{match['number']}.{match['letter']}",))
    return None


def _date_text(value: str) -> Label | None:
    """A date written out: '03/04/2001', '3-Apr-01', 'Apr-01', '1/5'."""
    text = fold(value).strip(" '’.")
    if _SLASHES.fullmatch(text):
        parts = [str(int(part)) for part in text.split("/")]
        swapped = [parts[1], parts[0], *parts[2:]]
        readings = dict.fromkeys((".".join(parts), ".".join(swapped)))
        return _read(code for code in readings if numbered(code))
    for form in (_DAY_MONTH_YEAR, _YEAR_FIRST, _NAMED_MONTH):
        if match := form.fullmatch(text):
            day, year = (int(match[part]) if match[part] else None for part in ("day", "year"))
            return _dated(day, _month(match["month"]), year)
    return None


def _month(text: str) -> int:
    return _MONTHS.index(text) + 1 if text in _MONTHS else int(text.removeprefix("thg"))


def _dated(day: int | None, month: int, year: int | None) -> Label | None:
    return _read(code for code in dict.fromkeys(_codes(day, month, year)) if numbered(code))


def _codes(day: int | None, month: int, year: int | None) -> Iterator[str]:
    """The codes a spreadsheet may have turned into this date: 3.4.1 became 03/04/2001."""
    short = None if year is None else year % 100
    if day is None:
        yield from (f"{month}.{short}", f"{short}.{month}")
        return
    if short is not None:
        yield from (f"{day}.{month}.{short}", f"{month}.{day}.{short}")
    yield from (f"{day}.{month}", f"{month}.{day}")
    if short is not None:
        yield f"{short}.{month}.{day}"
    if short is not None and day == 1:
        yield from (f"{month}.{short}", f"{short}.{month}")  # 3.15: there is no month 15


def _read(codes: Iterator[str]) -> Label | None:
    readings = tuple(codes)
    return Label(DATE, readings) if readings else None
