"""Which year was assessed: told from the years of plans, publications and other documents."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scoring.ingest.finding.headers import years_in
from scoring.ingest.finding.layout import Layout
from scoring.ingest.identity.lines import (
    DOCUMENT,
    INDEX_WORDS,
    NAMES,
    OWN,
    SHEET_NAME,
    Evidence,
    Line,
)
from scoring.ingest.opening.workbook import Sheet
from scoring.text.words import fold

_LIKELY = 3  # a year named so surely is worth a question
_SURE = 5  # and so surely by a table's own title, what stands above other tables is not asked
_DATE = re.compile(
    r"\d{1,2}\s*/\s*\d{1,2}\s*/\s*\d{4}|ngày\s*\S{0,3}\s*tháng\s*\S{0,3}\s*năm\s*\d{4}"
)
_SHEET_OF_YEAR = re.compile(r"(?:năm |nam )?((?:19|20)\d\d)")
_YEAR = re.compile(r"(?<!\d)(19[89]\d|20\d\d)(?!\d)")
# Words that tell what a year is: of the assessment, or of the plan that answers it.
_COMPARED = re.compile(r"so với(?: cùng kỳ)?(?: năm)?\s*$")
_PLANNED = re.compile(
    r"(nâng cao|cải thiện|duy trì|phấn đấu|mục tiêu|chỉ tiêu|tăng cường|giai đoạn|nhiệm vụ)"
    r"(?!.*(?:kết quả|công bố|đánh giá|thẩm định))"
)
_PUBLISHED = re.compile(r"(?:công bố|ban hành|phê duyệt|ký)[^,;.]{0,20}$")
_ACT = re.compile(r"quyết định|nghị quyết|nghị định|thông tư|công văn|tờ trình|báo cáo số")
_JOINED = re.compile(r"[\s,;(và\-–]*(?:đến|và)?\s*(?:năm)?\s*$")
_PLAN = re.compile(r"kế hoạch(?!.*(?:chỉ số|index|sipas|papi|kết quả))")
_RESULT = re.compile(r"kết quả|công bố|đánh giá|xác định|thẩm định|chấm điểm|xếp hạng|bảng điểm")
_FOLLOWED = re.compile(r"\s*(?:và|,)?\s*(?:các|những)\s+năm\s+(?:tiếp theo|sau)")


@dataclass(frozen=True)
class Years:
    """The assessed year, and what else the texts name."""

    year: int | None
    planned: tuple[int, ...]  # years that are the plan's
    doubtful: tuple[int, ...]  # other assessed years, likely enough to ask
    evidence: Evidence | None


def assessed_year(lines: Sequence[Line], layout: Layout, sheet: Sheet) -> Years:
    """The year that the header names, else the one that the texts name most surely."""
    if layout.year is not None:
        place = f"{sheet.name}!{layout.anchor}"
        label = next((text for text in layout.labels.values() if layout.year in years_in(text)), "")
        return Years(layout.year, (), (), Evidence("year", str(layout.year), label, place))
    named = [(weight, year, line) for line in lines for year, weight in _years_of(line)]
    plans = {year for weight, year, line in named if not weight and line.weight == OWN}
    planned = tuple(sorted(plans or {year for weight, year, _ in named if not weight}))
    if any(weight >= _SURE and line.weight == OWN for weight, _, line in named):
        named = [one for one in named if one[2].weight == OWN or one[2].place in NAMES]
    if len(planned) == 1:  # a name with the plan's year says no more than the plan
        named = [one for one in named if one[2].place not in NAMES or one[1] not in planned]
    by_sheet = _by_sheet(lines, named, planned)
    if by_sheet:
        return by_sheet
    assessed = [one for one in named if one[0]]
    if not assessed:
        return Years(None, planned, (), None)
    _, year, line = max(assessed, key=lambda one: one[0])
    rivals = {other for weight, other, _ in assessed if weight >= _LIKELY} - {year}
    evidence = Evidence("year", str(year), line.text, line.place)
    return Years(year, planned, tuple(sorted(rivals)), evidence)


def _by_sheet(
    lines: Sequence[Line], named: Sequence[tuple[int, int, Line]], planned: tuple[int, ...]
) -> Years | None:
    """The year that is the sheet's whole name: of many sheets under one title each its own.

    It may be the plan's, where the title names it as that and no other; another one that the
    title says surely makes it doubtful.
    """
    line = next((line for line in lines if line.place == SHEET_NAME), None)
    match = _SHEET_OF_YEAR.fullmatch(fold(line.text)) if line else None
    if not line or not match:
        return None
    year = int(match[1])
    surely = {other for weight, other, one in named if weight >= _LIKELY and one != line}
    if planned == (year,):
        return None
    rivals = () if year in surely else tuple(sorted(surely - {year}))
    return Years(year, planned, rivals, Evidence("year", str(year), line.text, line.place))


def _years_of(line: Line) -> Iterator[tuple[int, int]]:
    """Each year of a line with how surely it is the assessed one; 0 for a plan's year."""
    text = DOCUMENT.sub(" ", _DATE.sub(lambda m: " " * len(m[0]), fold(line.text)))
    start, before = 0, None
    for match in _YEAR.finditer(text):
        clause = text[start : match.start()]
        weight = before if start and _JOINED.fullmatch(clause) else None
        if weight is None:
            weight = _weight(clause, text[match.end() :])
        start, before = match.end(), weight
        if weight is not None:
            yield int(match[0]), weight and weight + line.weight


def _weight(clause: str, after: str) -> int | None:
    """How surely the year after a clause is the assessed one; 0 a plan's, None neither."""
    spoken = bool(INDEX_WORDS.search(clause))
    if _COMPARED.search(clause) or _PUBLISHED.search(clause):
        return None
    if _ACT.search(clause) and not spoken:
        return None
    if _FOLLOWED.match(after) or _PLAN.search(clause) or _PLANNED.search(clause):
        return 0
    return 1 + 2 * bool(_RESULT.search(clause)) + 2 * spoken
