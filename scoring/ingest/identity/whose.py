"""Who is scored: told from who wrote the document and who else it names."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from scoring.ingest.identity.issuer import issuing
from scoring.ingest.identity.lines import (
    DOCUMENT,
    INDEX_WORDS,
    NO_NAMES,
    OWN,
    SHEET_NAME,
    Evidence,
    Line,
)
from scoring.ingest.identity.mentions import UNKNOWN_LEVEL, Mention, mentions, named_by
from scoring.ingest.identity.plainly import OWNER, said_plainly, unnumbered
from scoring.ingest.reference import Organisation, Reference
from scoring.text.words import fold, slug

_AREAS = frozenset({"tỉnh", "bộ", "cả nước"})
_ENCLOSED = re.compile(r"kèm theo|ban hành theo")
_NAMED_SURELY = 8  # by 'Đơn vị: …', or by the line right above the table that is only its name


@dataclass(frozen=True)
class Scored:
    """Who is scored, and the text that says so."""

    mention: Mention
    evidence: Evidence
    together: tuple[str, ...] = ()  # the organisations that the text names as one with it


@dataclass(frozen=True)
class _Named:
    """One organisation named in one line, and how surely that says that it is scored."""

    sureness: int
    mention: Mention
    line: Line
    together: tuple[str, ...] = ()
    heading: bool = False  # its name is the whole line right above the table

    @property
    def scored(self) -> Scored:
        name = self.mention.organisation.name
        evidence = Evidence("organisation", name, self.line.text, self.line.place)
        return Scored(self.mention, evidence, self.together)


def organisation_scored(
    lines: Sequence[Line], reference: Reference, year: int | None, *, plan: bool = False
) -> Scored | None:
    """The organisation named where it says most surely who is scored; of equals, the first.

    Of a plan, who issued it.
    """
    found = list(_all_named(lines, reference, year, plan))
    best = max(found, key=lambda one: one.sureness, default=None)
    scored = best.scored if best else None
    if best is None or not best.heading:
        scored = _by_sheet(lines, scored, reference, year) or scored
    if scored is None:
        return None
    others = [one.mention for one in found]
    return replace(scored, mention=_in_province(scored.mention, others, reference, year))


def _all_named(
    lines: Sequence[Line], reference: Reference, year: int | None, plan: bool
) -> Iterator[_Named]:
    issues = issuing(lines, reference, year) if plan else _never
    index_at = next((at for at, line in enumerate(lines) if _speaks_of_index(line)), len(lines))
    for at, line in enumerate(lines):
        heading = _heading(line, reference, year)
        named = [heading] if heading else mentions(line.text, reference, year)
        after = 3 * (at > index_at and line.weight == OWN)
        surely = after + (_NAMED_SURELY + OWN) * bool(heading)
        for place, mention in enumerate(named):
            sureness = surely + _sureness(line, mention, named) + issues(at, mention)
            together = _together(named, place)
            yield _Named(sureness, mention, line, together, heading is not None)


def _never(_: int, __: Mention) -> int:
    return 0


def _heading(line: Line, reference: Reference, year: int | None) -> Mention | None:
    """The organisation whose name is the whole line right above a table: '1. Sở Y tế'.

    A ministry may only have published it.
    """
    name = unnumbered(line.text) if line.heading else ""
    organisation = named_by(name, reference, year) if name else None
    if organisation is None or organisation.level == "bộ":
        return None
    known = bool(reference.organisations_named(name, year))
    plain = known or said_plainly(name, 0, len(name), reference)
    return Mention(0, len(name), organisation, new=not known, plain=plain)


def _together(named: Sequence[Mention], place: int) -> tuple[str, ...]:
    """The names that a line puts together with one of its own level; none where it stands alone."""
    first = last = place
    level = named[place].organisation.level
    while first and named[first].joined and named[first - 1].organisation.level == level:
        first -= 1
    while last + 1 < len(named) and named[last + 1].joined:
        if named[last + 1].organisation.level != level:
            break
        last += 1
    names = dict.fromkeys(one.organisation.name for one in named[first : last + 1])
    return tuple(names) if len(names) > 1 else ()


def _by_sheet(
    lines: Sequence[Line], said: Scored | None, reference: Reference, year: int | None
) -> Scored | None:
    """The organisation that gives the sheet its name: of many sheets under one title each its own.

    A name that nobody knows is one where the title says a province and it is written as a name.
    A province's name says less than a department of it in the title.
    """
    line = next((line for line in lines if line.place == SHEET_NAME), None)
    if line is None:
        return None
    named = named_by(line.text, reference, year)
    area = said.mention.organisation if said else None
    area = area if area and area.level in _AREAS else None
    if named is None and area and area.level == "tỉnh" and _is_proper_name(line.text):
        own_id = f"{slug(line.text)}-{area.id}"
        named = Organisation(own_id, line.text, UNKNOWN_LEVEL, area.id)
    if named is None or (named.level in _AREAS and said and area is None):
        return None
    known = reference.organisations_named(line.text, year)
    mention = Mention(0, len(line.text), named, new=not known)
    return _Named(0, mention, line).scored


def _is_proper_name(text: str) -> bool:
    """'Đà Lạt', 'Di Linh'; no 'Bảng điểm', 'Phụ Lục', 'PAR 2020'."""
    words = text.split()
    return (
        1 < len(words) < 6
        and all(word.isalpha() and word.istitle() for word in words)
        and not NO_NAMES.match(fold(text))
    )


def _speaks_of_index(line: Line) -> bool:
    said = fold(line.text)
    return bool(INDEX_WORDS.search(said)) and not DOCUMENT.search(said)


def _sureness(line: Line, mention: Mention, named: Sequence[Mention]) -> int:
    """'Đơn vị: …' says it; else the first name after the index in a line that speaks of one.

    Who issued an enclosed document says least.
    """
    said = fold(line.text)
    owner = _NAMED_SURELY if OWNER.match(said) else 0
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
