"""Who is scored: told from who wrote the document and who else it names."""

import re
from collections.abc import Sequence
from dataclasses import replace

from scoring.ingest.lines import DOCUMENT, INDEX_WORDS, Evidence, Line
from scoring.ingest.mentions import Mention, mentions
from scoring.ingest.reference import Reference
from scoring.text.words import fold

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
    if not found:
        return None
    _, _, mention, evidence = max(found, key=lambda one: one[:2])
    others = [one for _, _, one, _ in found]
    return _in_province(mention, others, reference, year), evidence


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
