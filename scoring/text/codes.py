"""Criterion codes as people write them, made canonical: '3.4.1'."""

import re
import unicodedata
from collections.abc import Sequence

from scoring.text.words import nfc

_NUMBERED = re.compile(r"(?:0|[1-9]\d{0,2})(?:\.[1-9]\d{0,2}){0,5}")
_ALL_NUMBERED = re.compile(rf"{_NUMBERED.pattern}(?:\n{_NUMBERED.pattern})*+")
_PREFIX = re.compile(
    r"^(?:tiêu chí(?: thành phần)?|lĩnh vực|nội dung|chỉ tiêu|mục|phần|tctp|tc|lv)\s*"
    r"(?:số\s*)?[.:]?\s*(?=(?:\d|[ivxlIVXLA-H]+\b|[a-z]\b))",
    re.I,
)
_AROUND = " .()[]{}<>:;,/\\|*'’‘`\"“”-–—−"
_BETWEEN = re.compile(r"\s*[.,\-–—−]\s*")
_BLANK = re.compile(r"(?<!\d) | (?!\d)")
_TRAILING_ZERO = re.compile(r"([1-9]\d{0,2})\.0")
_ROMAN = re.compile(r"(?=[IVXL])(XL|L?X{0,3})(IX|IV|V?I{0,3})")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}
_UNKNOWN_LETTER = 10_000


def code_text(value: object) -> str:
    """The text of a code cell, without 'Tiêu chí', brackets and trailing dots: '1.5.' → '1.5'.

    Returns: '' for a blank cell and for a bullet; what is no code comes back as written.
    """
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(round(value, 6))
    text = str(value)
    if _NUMBERED.fullmatch(text):
        return text
    return _numbers_joined(without_decoration(text))


def without_decoration(text: str) -> str:
    """A code without what stands around it: '(Tiêu chí 1. 5)' → '1. 5'."""
    plain = nfc(unicodedata.normalize("NFKC", text)).strip(_AROUND)
    return _PREFIX.sub("", plain).strip(_AROUND)


def _numbers_joined(text: str) -> str:
    """'1, 5 - 2' → '1.5.2', '01.5' → '1.5'; other texts without blanks but between digits."""
    joined = _BETWEEN.sub(".", text)
    parts = joined.split(".")
    if all(part.isdecimal() and len(part) <= 3 for part in parts):
        joined = ".".join(str(int(part)) for part in parts)
        whole = _TRAILING_ZERO.fullmatch(joined)
        return whole[1] if whole else joined
    return re.sub(r"\.{2,}", ".", _BLANK.sub("", joined))


def roman(text: str) -> int | None:
    """The number of a roman numeral up to 50, None for anything else."""
    if not _ROMAN.fullmatch(text):
        return None
    values = [_ROMAN_VALUES[letter] for letter in text]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))


def numbered(text: str) -> bool:
    """Whether the text is a code of numbers and dots."""
    return bool(_NUMBERED.fullmatch(text))


def all_numbered(texts: Sequence[str]) -> bool:
    """Whether all of many texts are codes of numbers and dots."""
    return bool(_ALL_NUMBERED.fullmatch("\n".join(texts)))


def keep_their_zeros(codes: Sequence[str]) -> bool:
    """Whether no 1.1 stands after a later code of the same parent, where it may have been 1.10."""
    return not any(
        code[-2:-1] == "." and code.count(".") == 1 and order_of(codes[at - 1]) > order_of(code)
        for at, code in enumerate(codes)
        if at
    )


def parent_of(code: str) -> str:
    """The code one level up, '' for a top code."""
    return code.rpartition(".")[0]


def depth_of(code: str) -> int:
    """1 for a domain, 2 for a criterion, 3 for a sub-criterion …"""
    return code.count(".") + 1


def order_of(code: str) -> tuple[tuple[int, str], ...]:
    """A key that puts 1.2 before 1.10, and letters after numbers."""
    return tuple(
        (int(part), "") if part.isdigit() else (_UNKNOWN_LETTER, part) for part in code.split(".")
    )
