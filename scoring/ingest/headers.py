"""Which known column a header text stands for."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from scoring.text.words import fold, plain

EXACT, BEGINS, CONTAINS = 3, 2, 1
_LONGEST_HEADER = 90
_MOST_OTHER_WORDS = 7  # around a known name; with more it is a sentence
_YEAR = re.compile(r"\b(19[89]\d|20\d\d)\b")
_NOISE = re.compile(r"\b(?:năm )?(?:19[89]\d|20\d\d)\b|[^\w%]+")


def years_in(text: str) -> tuple[int, ...]:
    """The years named in a text, in order: 'Kết quả năm 2022' → (2022,)."""
    return tuple(int(year) for year in _YEAR.findall(text))


def bare(text: str) -> str:
    """A header folded, without years and punctuation: 'Điểm chuẩn (2020)' → 'điểm chuẩn'."""
    return " ".join(_NOISE.sub(" ", fold(text)).split())


@dataclass(frozen=True)
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
        return self._longest(name, BEGINS) or self._longest(name, CONTAINS)

    def _longest(self, name: str, strength: int) -> Mapping[str, int]:
        """The fields of the longest synonym that the name begins with, or contains."""
        padded = f" {name} "
        best = ""
        for synonym in self._fields_by_name:
            words = synonym.count(" ") + 1
            if name.count(" ") >= words + _MOST_OTHER_WORDS:
                continue
            where = padded.find(f" {synonym} ")
            fits = where == 0 if strength == BEGINS else where > 0 and words > 1
            if fits and len(synonym) > len(best):
                best = synonym
        return dict.fromkeys(self._fields_by_name[best], strength) if best else {}
