"""Who is scored: told from who wrote the document and who else it names."""

import re
from collections.abc import Sequence
from dataclasses import replace

from scoring.ingest.identity.lines import DOCUMENT, INDEX_WORDS, SHEET_NAME, Evidence, Line
from scoring.ingest.identity.mentions import UNKNOWN_LEVEL, Mention, mentions, named_by
from scoring.ingest.reference import Organisation, Reference
from scoring.text.words import fold, slug

_AREAS = frozenset({"tỉnh", "bộ", "cả nước"})
# How names of sheets begin that say what is on them.
_NO_NAMES = re.compile(
    r"(?:phụ|bảng|biểu|tổng|kết|điểm|danh|mẫu|trang|sheet|chi|dữ|hướng|mục|ghi|số|năm|quý|tháng|chỉ"
    r"|cải|kế|nhiệm|giải|tiêu|lĩnh|thống|báo|nội|trung|xếp|so|tự|thẩm|khảo|điều|par|sipas|cả|toàn"
    r"|các|bộ|cấp|sở|bìa|nguồn|yếu|mức|hài|bản|phần|table|data|copy)\b"
)
_ENCLOSED = re.compile(r"kèm theo|ban hành theo")
_OWNER = re.compile(
    r"(?:tên )?(?:đơn vị|cơ quan|địa phương|tỉnh|thành phố|sở|huyện|xã|phường)\s*:\s*(.+)"
)


def organisation_scored(
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
    best = max(found, key=lambda one: one[:2], default=None)
    others = [one for _, _, one, _ in found]
    by_sheet = _by_sheet(lines, best[2] if best else None, reference, year)
    if by_sheet:
        mention, evidence = by_sheet
        return _in_province(mention, others, reference, year), evidence
    if best is None:
        return None
    return _in_province(best[2], others, reference, year), best[3]


def _by_sheet(
    lines: Sequence[Line], said: Mention | None, reference: Reference, year: int | None
) -> tuple[Mention, Evidence] | None:
    """The organisation that gives the sheet its name: of many sheets under one title each its own.

    A name that nobody knows is one where the title says a province and it is written as a name.
    A province's name says less than a department of it in the title.
    """
    line = next((line for line in lines if line.place == SHEET_NAME), None)
    if line is None:
        return None
    named = named_by(line.text, reference, year)
    area = said.organisation if said and said.organisation.level in _AREAS else None
    if named is None and area and area.level == "tỉnh" and _is_proper_name(line.text):
        own_id = f"{slug(line.text)}-{area.id}"
        named = Organisation(own_id, line.text, UNKNOWN_LEVEL, area.id)
    if named is None or (named.level in _AREAS and said and area is None):
        return None
    known = reference.organisations_named(line.text, year)
    evidence = Evidence("organisation", named.name, line.text, line.place)
    return Mention(0, named, new=not known), evidence


def _is_proper_name(text: str) -> bool:
    """'Đà Lạt', 'Di Linh'; no 'Bảng điểm', 'Phụ Lục', 'PAR 2020'."""
    words = text.split()
    return (
        1 < len(words) < 6
        and all(word.isalpha() and word.istitle() for word in words)
        and not _NO_NAMES.match(fold(text))
    )


def _speaks_of_index(line: Line) -> bool:
    said = fold(line.text)
    return bool(INDEX_WORDS.search(said)) and not DOCUMENT.search(said)


def _sureness(line: Line, mention: Mention, named: Sequence[Mention]) -> int:
    """'Đơn vị: …' says it; else the first name after the index in a line that speaks of one.

    Who issued an enclosed document says least.
    """
    said = fold(line.text)
    owner = 8 if _OWNER.match(said) else 0
    issued = -6 if DOCUMENT.search(said) or _ENCLOSED.search(said) else 0
    index = INDEX_WORDS.search(said) if not issued else None
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
