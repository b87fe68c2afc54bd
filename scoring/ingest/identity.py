"""Which index, organisation and year a table speaks of, and the text each was read from."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from scoring.ingest.headers import years_in
from scoring.ingest.layout import Layout
from scoring.ingest.reference import Organisation, Reference
from scoring.ingest.workbook import Sheet, cell_name
from scoring.text.words import fold, nfc, plain

_DATE = re.compile(
    r"\d{1,2}\s*/\s*\d{1,2}\s*/\s*\d{4}|ngày\s*\S{0,3}\s*tháng\s*\S{0,3}\s*năm\s*\d{4}"
)
_DOCUMENT = re.compile(r"số:?\s*\S*/\S*")
_YEAR = re.compile(r"(?<!\d)(19[89]\d|20\d\d)(?!\d)")
# Words that tell what a year is: of the assessment, or of the plan that answers it.
_COMPARED = re.compile(r"so với(?: cùng kỳ)?(?: năm)?\s*$")
_PLANNED = re.compile(
    r"(nâng cao|cải thiện|duy trì|phấn đấu|mục tiêu|chỉ tiêu|tăng cường|giai đoạn|nhiệm vụ)"
    r"(?!.*(?:kết quả|công bố|đánh giá|thẩm định))"
)
_PLAN = re.compile(r"kế hoạch(?!.*(?:chỉ số|index|sipas|papi|kết quả))")
_RESULT = re.compile(r"kết quả|công bố|đánh giá|xác định|thẩm định|chấm điểm|xếp hạng|bảng điểm")
_INDEX_WORDS = re.compile(r"chỉ số|index|sipas|papi|\bpci\b|hài lòng|cải cách hành chính|cchc")
_FOLLOWED = re.compile(r"\s*(?:và|,)?\s*(?:các|những)\s+năm\s+(?:tiếp theo|sau)")
_INDICES = (
    ("SIPAS", re.compile(r"sipas|hài lòng")),
    ("PAPI", re.compile(r"papi|hiệu quả quản trị")),
    ("PCI", re.compile(r"\bpci\b|năng lực cạnh tranh")),
    ("PAR", re.compile(r"par[ -]?index|cải cách hành chính|cchc|\bpar\b")),
)
_OWNER = re.compile(r"(?:đơn vị|cơ quan|địa phương|tên đơn vị|tên cơ quan)\s*:\s*(.+)")
_OFFICES = ("ủy", "uỷ", "ubnd")
_LONGEST_NAME = 12  # words


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
    year: int | None
    planned: tuple[int, ...]  # years that are the plan's
    doubtful: tuple[int, ...]  # other assessed years as likely as the one chosen
    evidence: tuple[Evidence, ...]


def lines_around(sheet: Sheet, layout: Layout, file: str) -> tuple[Line, ...]:
    """The title block above the table, then the sheet's and the file's name."""
    above = [
        Line(nfc(cell), f"{sheet.name}!{cell_name(row, column)}", 2)
        for row in range(layout.header)
        for column, cell in enumerate(sheet.rows[row])
        if type(cell) is str and cell.strip() and len(cell) < 600
    ]
    named = PurePath(file).stem.replace("_", " ").replace("-", " ")
    return (*above, Line(nfc(sheet.name), "tên trang tính", 1), Line(nfc(named), "tên tệp", 1))


def identify(lines: Sequence[Line], layout: Layout, sheet: Sheet, reference: Reference) -> Identity:
    """The index, organisation and year of a table."""
    index = _index(lines, layout)
    assessed, planned = _years(lines, layout, sheet)
    best = assessed[0] if assessed else None
    year = int(best.value) if best else None
    rivals = {int(one.value) for one in assessed if one.weight == assessed[0].weight} - {year}
    organisation = _organisation(lines, reference, year)
    evidence = [
        one for one in (index, best and best.evidence, organisation and organisation[1]) if one
    ]
    return Identity(
        index.value if index else None,
        organisation[0] if organisation else None,
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
    start = 0
    for match in _YEAR.finditer(text):
        clause = text[start : match.start()]
        start = match.end()
        weight = _weight(clause, text[match.end() :])
        if weight is not None:
            yield int(match[0]), weight and weight + line.weight


def _weight(clause: str, after: str) -> int | None:
    if _COMPARED.search(clause):
        return None
    if _FOLLOWED.match(after) or _PLAN.search(clause) or _PLANNED.search(clause):
        return 0
    return 1 + 2 * bool(_RESULT.search(clause)) + 2 * bool(_INDEX_WORDS.search(clause))


def _organisation(
    lines: Sequence[Line], reference: Reference, year: int | None
) -> tuple[Organisation, Evidence] | None:
    """The organisation named where it says most surely who is scored."""
    found: list[tuple[int, int, Organisation, Evidence]] = []
    for at, line in enumerate(lines):
        for organisation in _named_in(line.text, reference, year):
            evidence = Evidence("organisation", organisation.name, line.text, line.place)
            found.append((_sureness(line, organisation), -at, organisation, evidence))
    if not found:
        return None
    best = max(found, key=lambda one: one[:2])
    return best[2], best[3]


def _sureness(line: Line, organisation: Organisation) -> int:
    said = fold(line.text)
    owner = 8 if _OWNER.match(said) else 0
    scored = 4 if _INDEX_WORDS.search(said) and not _DOCUMENT.search(said) else 0
    return owner + scored + line.weight + (organisation.level == "sở")


def _named_in(text: str, reference: Reference, year: int | None) -> Iterable[Organisation]:
    """The organisations a line names: at 'tỉnh …', 'Sở …', 'Bộ …', at its start, or after ':'."""
    words = re.sub(r"[,;()“”\"]", " , ", text).split()
    begins = _first_words(reference)
    for start in range(len(words)):
        if fold(words[start]) not in begins:
            continue
        for length in range(min(_LONGEST_NAME, len(words) - start), 0, -1):
            phrase = words[start : start + length]
            if "," in phrase and length <= 3:
                continue
            named = reference.organisations_named(" ".join(phrase).replace(" ,", ","), year)
            named = named if len(named) == 1 else _one_of_now(named, year)
            if named and _is_name(phrase, text):
                yield named[0]
                break


def _first_words(reference: Reference) -> frozenset[str]:
    """The words that a name can begin with: a cheap look before the thorough one."""
    names = (*reference.aliases, *reference.units.aliases, "tỉnh", "thành", "tp.", "tp", *_OFFICES)
    first = {name.partition(" ")[0].partition("-")[0] for name in names}
    return frozenset(first | {plain(word) for word in first})


def _one_of_now(named: tuple[Organisation, ...], year: int | None) -> tuple[Organisation, ...]:
    """A reused name without a year: not decided here."""
    return named[:1] if year is None and named else ()


def _is_name(phrase: Sequence[str], text: str) -> bool:
    """Not a common word that happens to be a name."""
    return len(phrase) > 1 or phrase[0][:1].isupper() or text == phrase[0]
