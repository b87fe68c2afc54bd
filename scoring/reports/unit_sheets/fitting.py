"""How many lines does a text take in Times New Roman, and what of it fits into so many?

Word and LibreOffice lay out text when a document is opened; who wants one page has to know before.
"""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

# Thousandths of the type size: the widths of Times New Roman and of the types that stand in for it.
_BY_WIDTH = {
    200: "|",
    250: " \u00a0.,",
    280: "ijlt:;/\\",
    340: "frI!()[]-`'",
    400: "sJ",
    450: "acez?",
    510: 'bdghknopquvxy0123456789$_*"^{}–',
    570: "FPS+=<>~",
    620: "ELTZ",
    670: "BCR",
    730: "ADGHKNOQUVXYw",
    790: "m&",
    900: "M%",
    950: "W@",
}
_WIDTHS = {sign: width for width, signs in _BY_WIDTH.items() for sign in signs}
_WIDEST = 1000  # of a sign that is not known
_HORN = "\u031b"
_HORN_WIDTH = 100
_BOLD = 1.08
_POINTS_PER_MM = 72 / 25.4
MORE = "\u00a0…"  # never on a line of its own
_LONGEST_WORD = 24  # characters; Vietnamese syllables have at most seven


def lines(text: str, width: float, size: float, *, bold: bool = False) -> int:
    """How many lines a text takes, at least one; a word too long for a line is broken.

    Shape: `width` of the column in millimetres without its margins, `size` of the type in points.
    """
    return max(1, sum(1 for _ in _broken(text, width, size, bold)))


def fitted(text: str, width: float, size: float, most: int, *, bold: bool = False) -> str:
    """The text on one line of characters, cut with ' …' where it takes more lines.

    It is cut between words; within a word only where that is longer than any that is written.
    """
    told = " ".join(text.split())
    rows = list(_broken(told, width, size, bold))
    if len(rows) <= most:
        return told
    kept = told[: sum(len(row) + 1 for row in rows[:most])].rstrip()
    while kept and lines(kept + MORE, width, size, bold=bold) > most:
        before = kept.rpartition(" ")[0]
        whole = told[len(before) :].lstrip().partition(" ")[0]
        kept = kept[:-1] if len(whole) > _LONGEST_WORD else before
    return kept.rstrip(" ,;.:") + MORE


def _broken(text: str, width: float, size: float, bold: bool) -> Iterator[str]:
    room = width * _POINTS_PER_MM * 1000 / size / (_BOLD if bold else 1.0)
    row, taken = "", 0
    for word in text.split(" "):
        long = _width(word)
        gap = _width(" ") if row else 0
        if taken + gap + long <= room:
            row, taken = f"{row}{' ' if row else ''}{word}", taken + gap + long
            continue
        if row:
            yield row
        *full, row = _pieces(word, room) if long > room else (word,)
        yield from full
        taken = _width(row)
    if row:
        yield row


def _pieces(word: str, room: float) -> Iterator[str]:
    """A word that is longer than a line, line by line."""
    piece, taken = "", 0
    for sign in word:
        wide = _sign(sign)
        if piece and taken + wide > room:
            yield piece
            piece, taken = "", 0
        piece, taken = piece + sign, taken + wide
    yield piece


def _width(text: str) -> int:
    return sum(map(_sign, text))


@lru_cache(maxsize=4096)
def _sign(sign: str) -> int:
    """A letter is as wide as without its marks; the horn of ơ and ư adds to it."""
    if sign in "đĐ":
        return _WIDTHS["d" if sign == "đ" else "D"]
    first, *marks = list(unicodedata.normalize("NFD", sign))
    if unicodedata.combining(first):
        return 0
    return _WIDTHS.get(first, _WIDEST) + (_HORN_WIDTH if _HORN in marks else 0)
