"""What a column cannot hold, whatever known name it bears: the words around it say otherwise."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from scoring.ingest.finding.headers import EXACT, LOOSELY, NUMBER_FIELDS, Headers, years_in
from scoring.text.words import fold

_CHANGE = re.compile(r"\b(?:chênh lệch|tăng|giảm|thay đổi|biến động)\b")
_GROUP_OF_CHANGES = re.compile(r"\W*(?:chênh lệch|tăng|giảm|thay đổi|biến động|so với(?! điểm))\b")
_OF_YEARS = re.compile(r"\bnăm\b(?! (?:19|20)\d\d)")  # 'giữa hai năm'
_OF_SELF_POINTS = re.compile(r"\btự (?:chấm|đánh giá)\b.*\b(?:thẩm định|hội đồng|đánh giá)\b")
_NOT_SATISFIED = re.compile(r"\b(?:không|chưa) hài lòng\b|\bbình thường\b|\btrung lập\b")
_AMONG_SOME = re.compile(r"\b(?:trong|theo) (?:vùng|khu vực|khối|nhóm|cụm)\b")
_RATIOS = frozenset({"percent", "value"})


@dataclass(frozen=True)
class _Words:
    """What the words above a column say of it, besides its name."""

    change: bool
    under_changes: bool  # unless the group and its name are one name together
    not_satisfied: bool
    among_some: bool

    @property
    def say_nothing(self) -> bool:
        return not (self.change or self.under_changes or self.not_satisfied or self.among_some)


def possible(known: Mapping[str, int], texts: Sequence[str], headers: Headers) -> Mapping[str, int]:
    """The fields that a column may hold, of those that its names stand for.

    `texts` are the header texts above it: a change between two numbers is none of them, those who
    are not satisfied make no result, and a rank among some says less than one among all.
    """
    words = _words(tuple(texts)) if known else None
    if words is None or words.say_nothing:
        return known
    if words.change or (words.under_changes and not _is_one_name(texts, headers)):
        known = {name: how for name, how in known.items() if name not in NUMBER_FIELDS}
    if words.not_satisfied:
        known = {name: how for name, how in known.items() if name not in _RATIOS}
    if words.among_some:
        known = {name: LOOSELY if name == "rank" else how for name, how in known.items()}
    return known


@lru_cache(maxsize=65_536)  # headers repeat from page to page
def _words(texts: tuple[str, ...]) -> _Words:
    said = fold(" ".join(texts))
    return _Words(
        _is_change(said),
        any(_GROUP_OF_CHANGES.match(fold(text)) for text in texts[:-1]),
        bool(_NOT_SATISFIED.search(said)),
        bool(_AMONG_SOME.search(said)),
    )


def _is_one_name(texts: Sequence[str], headers: Headers) -> bool:
    """'Chênh lệch' over 'Điểm' is a name; 'Hạng' under 'Tăng (+), giảm (-)' is not."""
    return EXACT in headers.fields(" ".join(texts)).values()


def _is_change(said: str) -> bool:
    """Whether a folded header compares years, or the self points with the points."""
    if not _CHANGE.search(said):
        return False
    of_years = len(set(years_in(said))) > 1 or _OF_YEARS.search(said)
    return bool(of_years or _OF_SELF_POINTS.search(said))
