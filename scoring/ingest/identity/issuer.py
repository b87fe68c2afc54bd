"""Who issued a plan: told by its letterhead, by 'của Sở …' in its title, by what encloses it.

A table of results says whom it is about; a plan is that of the body that issues it, whichever
province's index it is to raise.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from scoring.ingest.identity.lines import INDEX_WORDS, NAMES, OWN, Line
from scoring.ingest.identity.mentions import Mention, mentions, written
from scoring.ingest.reference import Reference
from scoring.text.words import fold

_ABOVE = frozenset({"tỉnh", "bộ", "cả nước"})
_STATE = re.compile(r"cộng hòa xã hội chủ nghĩa")
_BETWEEN = re.compile(r"(?:cộng hòa|độc lập|số)\b|\W*$|.*\bngày\b.*\btháng\b")
_TITLE = re.compile(r"kế hoạch|chương trình|phụ lục|danh mục|biểu\b|bảng\b|nhiệm vụ|mục tiêu")
_COMMITTEE = re.compile(r"(?:ubnd|ủy ban nhân dân|bộ)\s")
_NUMBER = re.compile(r"(?i)\bsố\s*[:.].*")
_OF = re.compile(r"\bcủa\s+(?:ubnd\s+)?$")
_ENCLOSED = re.compile(r"\bkèm\b.*\b(?:kế hoạch|chương trình|quyết định|nghị quyết)\b")
_ANSWERED = re.compile(r"\W*(?:căn cứ|thực hiện|theo|triển khai|xét)\b")
_IN_LETTERHEAD, _ENCLOSED_WITH, _OF_A_UNIT = 16, 14, 3  # how much surer each makes it


def issuing(
    lines: Sequence[Line], reference: Reference, year: int | None
) -> Callable[[int, Mention], int]:
    """How much surer it gets that a plan is that of a name, as the line at this place gives it."""
    letterheads = frozenset(_letterheads(lines, reference, year))

    def more(at: int, mention: Mention) -> int:
        below = mention.organisation.level not in _ABOVE
        if at in letterheads:
            return _IN_LETTERHEAD * below
        text = written(lines[at].text)
        said, before = fold(text), fold(text[: mention.start]) + " "
        if _ANSWERED.match(said) or not _OF.search(before):
            return 0
        if _ENCLOSED.search(before):
            return _ENCLOSED_WITH
        speaks = bool(INDEX_WORDS.search(said) or "kế hoạch" in said)
        return _OF_A_UNIT * (below and speaks and lines[at].weight == OWN)

    return more


def _letterheads(lines: Sequence[Line], reference: Reference, year: int | None) -> Iterator[int]:
    """The lines of a letterhead that are the name of a unit.

    One alone says who is to do what follows; in a letterhead it stands under its province or
    ministry, or beside the name of the state, before all that is a title.
    """
    for weight in {line.weight for line in lines}:
        first = _before_title(lines, weight)
        state = any(_STATE.search(fold(lines[at].text)) for at in first)
        names = [at for at in first if not _BETWEEN.match(fold(lines[at].text))]
        for place, at in enumerate(names):
            above = fold(lines[names[place - 1]].text) if place else ""
            under = _COMMITTEE.match(above) or _COMMITTEE.match(fold(lines[at].text))
            if (state or under) and _ends_with_unit(lines[at].text, reference, year):
                yield at


def _before_title(lines: Sequence[Line], weight: int) -> list[int]:
    found: list[int] = []
    for at, line in enumerate(lines):
        if line.weight == weight and line.place not in NAMES:
            said = fold(line.text)
            if _TITLE.match(said) or INDEX_WORDS.search(said):
                break
            found.append(at)
    return found


def _ends_with_unit(text: str, reference: Reference, year: int | None) -> bool:
    """Whether a line is names of bodies alone, the last below a province: 'UBND TỈNH X SỞ Y'."""
    text = _NUMBER.sub("", text)
    rest = written(text)
    named = mentions(text, reference, year)
    for one in reversed(named):
        rest = rest[: one.start] + rest[one.end :]
    below = bool(named) and named[-1].organisation.level not in _ABOVE
    return below and not re.sub(r"(?i)\bubnd\b|\W", "", rest)
