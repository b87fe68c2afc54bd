"""Which known column a header text stands for."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from scoring.text.words import fold, plain

EXACT, BEGINS, CONTAINS, LOOSELY = 3, 2, 1, 0
_LONGEST_HEADER = 90
_MOST_OTHER_WORDS = 7  # around a known name; with more it is a sentence
_YEAR = re.compile(r"\b(19[89]\d|20\d\d)\b")
_NOISE = re.compile(r"\b(?:năm )?(?:19[89]\d|20\d\d)\b|[^\w%]+")
_COMPARED = re.compile(r"so với|năm trước|kỳ trước|năm liền trước|lần trước")
# 'Điểm bị mất (6) = (3) - (5)', 'Chỉ số (7=5/3)': the columns are numbered in their names.
_NUMBERING = re.compile(r"(?<=\w)\W*\(\s*\d{1,2}\s*(?:=[^)]*)?\)(?:\s*=.*)?$")
# Names that many columns begin with: they tell little of what follows.
_LOOSE = frozenset(("chỉ số", "tỷ lệ", "tỉ lệ", "tỷ lệ %", "kết quả", "giá trị", "đơn vị"))
NUMBER_FIELDS = frozenset(
    ("max_points", "self_points", "points", "lost_points", "survey_points", "total_points")
    + ("percent_of_max", "percent", "rank", "value")
)


def years_in(text: str) -> tuple[int, ...]:
    """The years named in a text, in order: 'Kết quả năm 2022' → (2022,)."""
    return tuple(int(year) for year in _YEAR.findall(text))


def year_of(texts: Sequence[str]) -> int | None:
    """The last year that the texts above one column name."""
    return next(reversed(years_in(" ".join(texts))), None)


def bare(text: str) -> str:
    """A header folded, without years, numbering and signs: 'Điểm chuẩn (2020)' → 'điểm chuẩn'."""
    return " ".join(_NOISE.sub(" ", _NUMBERING.sub("", fold(text))).split())


# Compared by identity, so that it can be a key of a cache.
@dataclass(frozen=True, eq=False)
class Headers:
    """The column names known from data/reference/headers.csv: field → synonyms."""

    synonyms: Mapping[str, tuple[str, ...]]
    _seen: dict[str, Mapping[str, int]] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def _fields_by_name(self) -> dict[str, tuple[str, ...]]:
        names: dict[str, list[str]] = {}
        for column, synonyms in self.synonyms.items():
            for synonym in synonyms:
                names.setdefault(bare(synonym), []).append(column)
        return {name: tuple(dict.fromkeys(columns)) for name, columns in names.items() if name}

    @cached_property
    def _fields_by_plain_name(self) -> dict[str, tuple[str, ...]]:
        return {plain(name): fields for name, fields in self._fields_by_name.items()}

    def fields(self, text: str) -> Mapping[str, int]:
        """The fields a header may stand for, each with the strength of the match; empty if none."""
        if text not in self._seen:
            self._seen[text] = self._matched(text)
        return self._seen[text]

    def _matched(self, text: str) -> Mapping[str, int]:
        if not text or len(text) > _LONGEST_HEADER:
            return {}
        name = bare(text)
        if name in self._fields_by_name:
            return dict.fromkeys(self._fields_by_name[name], EXACT)
        if name.isascii() and name in self._fields_by_plain_name:
            return dict.fromkeys(self._fields_by_plain_name[name], EXACT)
        known = self._longest(name, BEGINS) or self._longest(name, CONTAINS)
        if known and _COMPARED.search(fold(text)):  # a change, or another year's number
            return {field: how for field, how in known.items() if field not in NUMBER_FIELDS}
        return known

    def is_name(self, text: str) -> bool:
        """Whether a text is a name of a column as it stands: a cheap look."""
        return len(text) <= _LONGEST_HEADER and bare(text) in self._fields_by_name

    @cached_property
    def _names_by_first_word(self) -> dict[str, tuple[str, ...]]:
        names: dict[str, list[str]] = {}
        for name in self._fields_by_name:
            names.setdefault(name.partition(" ")[0], []).append(name)
        return {word: tuple(sorted(found, key=len, reverse=True)) for word, found in names.items()}

    def _longest(self, name: str, strength: int) -> Mapping[str, int]:
        """The fields of the longest synonym that the name begins with, or contains."""
        words = name.split()
        places = [0] if strength == BEGINS else range(1, len(words))
        best = ""
        for at in places:
            rest = f"{' '.join(words[at:])} "
            for synonym in self._names_by_first_word.get(words[at] if words else "", ()):
                if len(synonym) > len(best) and rest.startswith(f"{synonym} "):
                    others = len(words) - synonym.count(" ") - 1
                    if others <= _MOST_OTHER_WORDS and (strength == BEGINS or " " in synonym):
                        best = synonym
        surely = LOOSELY if best in _LOOSE or " " not in best else strength
        return dict.fromkeys(self._fields_by_name[best], surely) if best else {}
