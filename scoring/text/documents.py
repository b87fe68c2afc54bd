"""Which documents does a text name, as '12/BC-SNV ngày 15/3/2021, mục II, trang 3'?"""

import re
from dataclasses import dataclass
from datetime import date

from scoring.text.words import nfc

_KIND = r"[A-ZĐ][A-ZĐƯ0-9]*(?:\s?[-–]\s?[A-ZĐƯ][A-ZĐƯa-zđư0-9.&]*)*"
_NUMBER = re.compile(rf"(?<![\w/.-])\d+[a-zA-Z]?\s?(?:/\s?(?:19|20)\d\d\s?)?/\s?{_KIND}(?!\w)")
_DAY = re.compile(
    r"(?<!\d)(?P<day>\d{1,2})\s?(?:[/.\-–]|tháng)\s?(?P<month>\d{1,2})\s?(?:[/.\-–]|năm)\s?"
    r"(?P<year>\d{4})(?!\d)",
    re.IGNORECASE,
)
_SECTION = re.compile(
    r"\b(?:mục|phần|chương|điều|khoản|điểm|phụ lục)\s+"
    r"(?:[IVX]+\b(?:\.\d+)*|\d+(?:\.\d+)*|[a-zđ]\b)",
    re.IGNORECASE,
)
_PAGE = re.compile(
    r"\b(?:trang|tr\.)\s*(?:số\s*)?(?P<page>\d+(?:\s?(?:[-–,]|đến)\s?\d+)*)", re.IGNORECASE
)
_SIGNS = re.compile(r"\s*([-–/])\s*")


@dataclass(frozen=True)
class Document:
    """A document as a text names it; None and '' where it does not say."""

    number: str
    issued: date | None = None
    section: str = ""
    page: str = ""


def documents(text: str) -> tuple[Document, ...]:
    """The documents that a text names by their numbers, each with what is said up to the next.

    The same number twice is one document.
    """
    said = nfc(text)
    found: dict[str, Document] = {}
    matches = list(_NUMBER.finditer(said))
    ends = [*(match.start() for match in matches), len(said)][1:]
    for match, end in zip(matches, ends, strict=True):
        rest = said[match.end() : end]
        number = number_of(match.group())
        page = _PAGE.search(rest)
        sections = [one.group() for one in _SECTION.finditer(rest)]
        one = Document(number, day_of(rest), ", ".join(sections), page["page"] if page else "")
        found.setdefault(number, one)
    return tuple(found.values())


def number_of(text: str) -> str:
    """The number of a document without blanks about its signs: '76 /KH - SVHTT' → '76/KH-SVHTT'."""
    return _SIGNS.sub(lambda sign: sign[1].replace("–", "-"), nfc(text))


def day_of(text: str) -> date | None:
    """The first day that a text names: '15/3/2021', 'ngày 15 tháng 3 năm 2021'.

    Returns: None where it names none, or one that there is not.
    """
    found = _DAY.search(nfc(text))
    if found is None:
        return None
    try:
        return date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        return None
