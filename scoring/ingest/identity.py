"""Which index, organisation and year a table speaks of, and the text each was read from."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from scoring.ingest.headers import years_in
from scoring.ingest.layout import Layout
from scoring.ingest.mentions import Mention, mentions
from scoring.ingest.reference import Organisation, Reference
from scoring.ingest.workbook import Cell, Sheet, cell_name
from scoring.text.words import fold, nfc, plain

_LIKELY = 3  # a year named so surely is worth a question
_DATE = re.compile(
    r"\d{1,2}\s*/\s*\d{1,2}\s*/\s*\d{4}|ngày\s*\S{0,3}\s*tháng\s*\S{0,3}\s*năm\s*\d{4}"
)
_ENCLOSED = re.compile(r"kèm theo|ban hành theo")
_DOCUMENT = re.compile(r"số:?\s*\S*/\S*")
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
_INDEX_WORDS = re.compile(r"chỉ số|index|sipas|papi|\bpci\b|hài lòng|cải cách hành chính|cchc")
_FOLLOWED = re.compile(r"\s*(?:và|,)?\s*(?:các|những)\s+năm\s+(?:tiếp theo|sau)")
FIRST_LINES = 12  # of a sheet, which may speak of all its tables
LAST_COLUMN = 16_384
LONGEST_LINE = 600  # characters; more is a paragraph
_INDICES = (
    ("SIPAS", re.compile(r"sipas|hài lòng")),
    ("PAPI", re.compile(r"papi|hiệu quả quản trị")),
    ("PCI", re.compile(r"\bpci\b|năng lực cạnh tranh")),
    ("PAR", re.compile(r"par[ -]?index|cải cách hành chính|cchc|\bpar\b")),
)
_OWNER = re.compile(
    r"(?:tên )?(?:đơn vị|cơ quan|địa phương|tỉnh|thành phố|sở|huyện|xã|phường)\s*:\s*(.+)"
)


@dataclass(frozen=True)
class Evidence:
    """What was read, from which text, at which place."""

    field: str  # index, organisation, year
    value: str
    text: str
    place: str


@dataclass(frozen=True)
class Line:
    """One line of text around a table."""

    text: str
    place: str
    weight: int = 0  # of the places that name less surely


@dataclass(frozen=True)
class Identity:
    """What a table speaks of; None where the texts do not say."""

    index: str | None
    organisation: Organisation | None
    new: bool  # the organisation is not in the registry
    year: int | None
    planned: tuple[int, ...]  # years that are the plan's
    doubtful: tuple[int, ...]  # other assessed years as likely as the one chosen
    evidence: tuple[Evidence, ...]


def lines_around(sheet: Sheet, layout: Layout, file: str) -> tuple[Line, ...]:
    """The title block above the table, then the sheet's and the file's name.

    The texts between two tables are the lower one's own; the sheet's first ones say less of it.
    """
    own = list(_lines(sheet, layout, layout.title_from, layout.header, 2))
    whole = replace(layout, left=0, right=LAST_COLUMN)
    apart = layout.title_from > 0 or layout.left > 0
    shared = list(_lines(sheet, whole, 0, FIRST_LINES, 1)) if apart else []
    named = PurePath(file).stem.replace("_", " ").replace("-", " ")
    sheet_name = Line(nfc(sheet.name), "tên trang tính", 1)
    return (*own, *shared, sheet_name, Line(nfc(named), "tên tệp", 1))


def _lines(sheet: Sheet, layout: Layout, start: int, end: int, weight: int) -> Iterator[Line]:
    for row in range(start, min(end, layout.header)):
        cells = sheet.rows[row]
        for column in range(layout.left, min(layout.right, len(cells))):
            text = cells[column]
            if type(text) is str and text.strip() and len(text) < LONGEST_LINE:
                text = nfc(text + _continued(cells[column + 1 :], text))
                yield Line(text, f"{sheet.name}!{cell_name(row, column)}", weight)


def _continued(after: Sequence[Cell], text: str) -> str:
    """What the next cell adds: a name after 'Đơn vị:', a year after '… NĂM'."""
    following: Cell = next((cell for cell in after if cell != ""), "")
    if text.rstrip().endswith(":") and type(following) is str:
        return f" {following}"
    if isinstance(following, float | int) and 1980 <= following <= 2100:
        return f" {int(following)}" if fold(text).rstrip(" :").endswith(("năm", "giá")) else ""
    return ""


def speaks_of_satisfaction(lines: Sequence[Line]) -> bool:
    """Whether the texts around a table are about satisfaction."""
    return any(_INDICES[0][1].search(fold(line.text)) for line in lines)


def identify(lines: Sequence[Line], layout: Layout, sheet: Sheet, reference: Reference) -> Identity:
    """The index, organisation and year of a table."""
    index = _index(lines, layout)
    assessed, planned = _years(lines, layout, sheet)
    best = assessed[0] if assessed else None
    year = int(best.value) if best else None
    rivals = {one.value for one in assessed if one.weight >= _LIKELY} - {year}
    organisation = _organisation(lines, reference, year)
    evidence = [
        one for one in (index, best and best.evidence, organisation and organisation[1]) if one
    ]
    return Identity(
        index.value if index else None,
        organisation[0].organisation if organisation else None,
        bool(organisation and organisation[0].new),
        year,
        tuple(sorted(planned)),
        tuple(sorted(rivals)),
        tuple(evidence),
    )


def _index(lines: Sequence[Line], layout: Layout) -> Evidence | None:
    heading = " ".join(layout.labels.values())
    said = [*lines, Line(heading, "hàng tiêu đề")]
    if layout.kind == "satisfaction":
        return next(
            (
                Evidence("index", name, line.text, line.place)
                for line in said
                for name, words in _INDICES[:3]
                if words.search(fold(line.text))
            ),
            Evidence("index", "SIPAS", heading, "hàng tiêu đề"),
        )
    scores = sorted(
        (
            (-line.weight, -len(found), at, name, line)
            for at, (name, words) in enumerate(_INDICES)
            for line in said
            if (found := words.findall(_unplain(line)))
        ),
        key=lambda one: one[:3],
    )
    names = [name for *_, name, _ in scores]
    if layout.kind == "scores" and "PAR" in names:
        line = next(line for *_, name, line in scores if name == "PAR")
        return Evidence("index", "PAR", line.text, line.place)
    if scores:
        *_, name, line = scores[0]
        return Evidence("index", name, line.text, line.place)
    if layout.kind == "scores":
        return Evidence("index", "PAR", heading, "hàng tiêu đề")
    return None


def _unplain(line: Line) -> str:
    return fold(line.text) + " " + plain(line.text)


@dataclass(frozen=True)
class _Year:
    value: int
    weight: int
    evidence: Evidence


def _years(lines: Sequence[Line], layout: Layout, sheet: Sheet) -> tuple[list[_Year], set[int]]:
    """The assessed years, surest first, and the years of plans."""
    found: list[_Year] = []
    planned: set[int] = set()
    if layout.year is not None:
        place = f"{sheet.name}!{layout.anchor}"
        label = next((text for text in layout.labels.values() if layout.year in years_in(text)), "")
        evidence = Evidence("year", str(layout.year), label, place)
        return [_Year(layout.year, 9, evidence)], planned
    for line in lines:
        for year, weight in _years_of(line):
            if weight:
                evidence = Evidence("year", str(year), line.text, line.place)
                found.append(_Year(year, weight, evidence))
            else:
                planned.add(year)
    return sorted(found, key=lambda one: -one.weight), planned


def _years_of(line: Line) -> Iterator[tuple[int, int]]:
    """Each year of a line with how surely it is the assessed one; 0 for a plan's year."""
    text = _DOCUMENT.sub(" ", _DATE.sub(lambda m: " " * len(m[0]), fold(line.text)))
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
    spoken = bool(_INDEX_WORDS.search(clause))
    if _COMPARED.search(clause) or _PUBLISHED.search(clause):
        return None
    if _ACT.search(clause) and not spoken:
        return None
    if _FOLLOWED.match(after) or _PLAN.search(clause) or _PLANNED.search(clause):
        return 0
    return 1 + 2 * bool(_RESULT.search(clause)) + 2 * spoken


def _organisation(
    lines: Sequence[Line], reference: Reference, year: int | None
) -> tuple[Mention, Evidence] | None:
    """The organisation named where it says most surely who is scored."""
    found: list[tuple[int, int, Mention, Evidence]] = []
    index_at = next((at for at, line in enumerate(lines) if _speaks_of_index(line)), len(lines))
    for at, line in enumerate(lines):
        named = mentions(line.text, reference, year)
        for mention in named:
            evidence = Evidence("organisation", mention.organisation.name, line.text, line.place)
            after = at > index_at and line.weight == 2
            found.append((_sureness(line, mention, named) + 3 * after, -at, mention, evidence))
    if not found:
        return None
    _, _, mention, evidence = max(found, key=lambda one: one[:2])
    others = [one for _, _, one, _ in found]
    return _in_province(mention, others, reference, year), evidence


def _speaks_of_index(line: Line) -> bool:
    said = fold(line.text)
    return bool(_INDEX_WORDS.search(said)) and not _DOCUMENT.search(said)


def _sureness(line: Line, mention: Mention, named: Sequence[Mention]) -> int:
    """'Đơn vị: …' says it; else the first name after the index in a line that speaks of one.

    Who issued an enclosed document says least.
    """
    said = fold(line.text)
    owner = 8 if _OWNER.match(said) else 0
    issued = -6 if _DOCUMENT.search(said) or _ENCLOSED.search(said) else 0
    index = _INDEX_WORDS.search(said) if not issued else None
    after = [one for one in named if index and one.start > index.start()]
    first = 2 if after and after[0] == mention else 0
    below = mention.organisation.level not in ("tỉnh", "bộ", "cả nước")
    return owner + issued + (4 if index else 0) + first + line.weight + below


def _in_province(
    mention: Mention, others: Sequence[Mention], reference: Reference, year: int | None
) -> Mention:
    """A new department or district without its province takes the one that the texts name."""
    organisation = mention.organisation
    provinces = {one.organisation for one in others if one.organisation.level == "tỉnh"}
    if not mention.new or organisation.parent or len(provinces) != 1:
        return mention
    (province,) = provinces
    name = f"{organisation.name} tỉnh {province.name}"
    known = reference.organisations_named(name, year)
    if known:
        return replace(mention, organisation=known[0], new=False)
    return replace(
        mention,
        organisation=replace(
            organisation,
            id=f"{organisation.id}-{province.id}",
            name=name if organisation.level == "sở" else organisation.name,
            parent=province.id,
        ),
    )
