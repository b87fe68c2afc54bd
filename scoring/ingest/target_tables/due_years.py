"""By which year is a target due, as its cell, its heading or the table's title says?"""

import re

from scoring.ingest.finding.headers import years_in
from scoring.text.deadlines import parse_deadline
from scoring.text.words import fold

_DATE = re.compile(r"ngày \S+ tháng \S+ năm \d{4}|\d{1,2} ?/ ?\d{1,2} ?/ ?\d{4}|\S+/\d{4}/\S+")
_SPAN = re.compile(
    r"(?:giai đoạn|thời kỳ|năm)? ?((?:19|20)\d\d) ?(?:-|–|—|đến(?: năm)?) ?((?:19|20)\d\d)"
)
_FROM = re.compile(r"\b(?:từ|sau|kể từ)(?: sau)?(?: năm)? (?:19|20)\d\d\b")
_UNTIL = re.compile(r"\b(?:đến|hết|tới)(?: hết)?(?: cuối)?(?: năm)? ((?:19|20)\d\d)\b")
_HEADING = re.compile(
    r"(?:(?:các |một số )?(?:chỉ tiêu|mục tiêu|định hướng|tầm nhìn|phấn đấu|giai đoạn|đến|hết|trong"
    r"|cụ thể|tới|cuối|năm|và|\(|\)|:|,|-|–|\d{4})[ ]*)+"
)


def due_of_cell(text: str, year: int | None) -> int | None:
    """The year of a cell such as '2025', 'Đến năm 2025', 'Quý IV/2025'; else None.

    `year` is the plan's, for what recurs ('hằng năm') and for times without a year.
    """
    if due := due_in(text):
        return due
    if len(set(years_in(_DATE.sub(" ", text)))) > 1:
        return None
    read = parse_deadline(text, year=year)
    if read is None:
        return None
    if read.kind == "recurring":
        return year
    return read.last.year if read.last and not read.goes_on else None


def due_in(text: str) -> int | None:
    """The one year by which something is due that a text names: of a span of years the last."""
    said = _DATE.sub(" ", fold(text))
    spans = {int(match[2]) for match in _SPAN.finditer(said)}
    until = {int(match[1]) for match in _UNTIL.finditer(_SPAN.sub(" ", said))}
    years = spans | until or set(() if _FROM.search(said) else years_in(said))
    return years.pop() if len(years) == 1 else None


def due_of_title(text: str | None, year: int | None) -> int | None:
    """The year of all rows that name none: the one that the title is due by, else the plan's own.

    Returns: None where the title names several ('đến năm 2025, định hướng đến năm 2030').
    """
    said = _DATE.sub(" ", fold(text or ""))
    until = {int(match[2]) for match in _SPAN.finditer(said)}
    until |= {int(match[1]) for match in _UNTIL.finditer(_SPAN.sub(" ", said))}
    if until:
        return until.pop() if len(until) == 1 else None
    later = year is not None and any(named > year for named in years_in(said))
    return None if later else year


def is_only_due(text: str) -> bool:
    """Whether a heading says nothing but by when: 'Mục tiêu đến năm 2025'."""
    said = fold(text).strip(" .:;")
    return bool(years_in(said)) and bool(_HEADING.fullmatch(said))
