"""How much room does a text take? Told from the widths of letters, without a font at hand.

The widths are Arial's, rounded up: a text that is measured to fit does so in every common font.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

LINE = 1.2  # lines are this many times as high as their type
_ROUNDED_UP = 1.06
_BOLD = 1.07
_WIDTHS = (
    ("iIjl|'.,:;! \u00a0", 0.28),
    ('frt()[]{}/\\-`°*"', 0.36),
    ("mMW@%—…", 0.95),
    ("wCDGHNOQRUwĐ&", 0.75),
    ("ABEKPSVXYTZFL+−=<>_~", 0.68),
)
_KNOWN = {sign: width for signs, width in _WIDTHS for sign in signs}
_OTHER = 0.56
_WIDE = 1.0  # a sign of another script


@lru_cache(maxsize=20_000)
def ems(word: str, bold: bool = False) -> float:
    """How wide a word is, in its own size of type."""
    wide = sum(map(_sign, word)) * _ROUNDED_UP
    return wide * _BOLD if bold else wide


def lines(text: str, size: float, width: float, *, bold: bool = False) -> list[str]:
    """The text in lines; a word longer than a line is broken, as the programs do.

    Shape: `size` and `width` in points.
    """
    return [line for part in text.split("\n") for line in _lines(part, width / size, bold)]


def height(text: str, size: float, width: float, *, bold: bool = False) -> float:
    """Points that the text takes at this width."""
    return len(lines(text, size, width, bold=bold)) * size * LINE


def largest(
    sizes: Sequence[float], texts: Iterable[str], width: float, most: float, *, bold: bool = False
) -> float | None:
    """The first of the sizes at which the texts, one over the other, are at most `most` high."""
    told = list(texts)
    for size in sizes:
        if sum(height(one, size, width, bold=bold) for one in told) <= most:
            return size
    return None


def cut(text: str, size: float, width: float, most: float, *, bold: bool = False) -> str:
    """The text as far as it is at most `most` points high; '…' where something is left out."""
    count = max(1, int(most / (size * LINE) + 1e-6))
    found = lines(text, size, width, bold=bold)
    if len(found) <= count:
        return text
    last = found[count - 1]
    while last and ems(f"{last} …", bold) > width / size:
        last = last[:-1]
    return " ".join([*found[: count - 1], f"{last.rstrip()} …"])


def _lines(text: str, width: float, bold: bool) -> Iterator[str]:
    line, used = "", 0.0
    for word in text.split(" "):
        for piece in _pieces(word, width, bold):
            wide = ems(piece, bold)
            space = ems(" ", bold) if line else 0.0
            if line and used + space + wide > width:
                yield line
                line, used = piece, wide
            else:
                line, used = f"{line} {piece}" if line else piece, used + space + wide
    yield line


def _pieces(word: str, width: float, bold: bool) -> Iterator[str]:
    """The word, or as much of it as a line holds, and again."""
    while len(word) > 1 and ems(word, bold) > width:
        taken = 1
        used = ems(word[0], bold)
        while taken < len(word) and used + ems(word[taken], bold) <= width:
            used += ems(word[taken], bold)
            taken += 1
        yield word[:taken]
        word = word[taken:]
    yield word


@lru_cache(maxsize=4_000)
def _sign(sign: str) -> float:
    known = _KNOWN.get(sign)
    if known is not None:
        return known
    base = unicodedata.normalize("NFD", sign)
    if len(base) > 1:
        return _sign(base[0])
    if unicodedata.combining(sign):
        return 0.0
    return _OTHER if ord(sign) < 0x2000 else _WIDE
