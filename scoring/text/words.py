"""When are two Vietnamese texts the same, and which comes first?"""

import re
import unicodedata

_INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")
_OPEN_SYLLABLE_TONE = re.compile(r"o[áàảãạéèẻẽẹ]\b|(?<!q)u[ýỳỷỹỵ]\b")

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_LETTER_RANK = {letter: rank for rank, letter in enumerate(_ALPHABET, start=100)}
# Order of Vietnamese dictionaries: no mark, grave, hook, tilde, acute, dot.
_TONE_RANK = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}


def nfc(s: str) -> str:
    """The text in NFC, stripped, every run of blanks (no-break ones and line ends too) one space.

    Characters that cannot be seen (zero-width space, soft hyphen, byte order mark) are dropped.
    """
    if s.isascii():
        return " ".join(s.split())
    return " ".join(_INVISIBLE.sub("", unicodedata.normalize("NFC", s)).split())


def fold(s: str) -> str:
    """The text for comparing: case does not count, nor where the tone mark is put (hoá, hóa)."""
    folded = nfc(s).casefold()
    if folded.isascii():
        return folded
    # The Icelandic eth looks like đ on screen and comes from old keyboards.
    folded = unicodedata.normalize("NFC", folded).replace("ð", "đ")
    return _OPEN_SYLLABLE_TONE.sub(_tone_first, folded)


def plain(s: str) -> str:
    """The folded text without marks, đ as d: 'Lâm Đồng' gives 'lam dong'."""
    decomposed = unicodedata.normalize("NFD", fold(s).replace("đ", "d"))
    return "".join(mark for mark in decomposed if not unicodedata.combining(mark))


def slug(s: str) -> str:
    """The text as part of an address or id: 'Lâm Đồng' gives 'lam-dong'."""
    return re.sub(r"[^a-z0-9]+", "-", plain(s)).strip("-")


def sort_key(s: str) -> tuple[tuple[int, ...], tuple[int, ...], str]:
    """The key that sorts texts in Vietnamese alphabetical order; tone marks count last.

    Returns: letters (blanks, then signs and digits, then a ă â b … y z), tones, the text itself,
    so that the order is total.
    """
    letters: list[int] = []
    tones: list[int] = []
    for letter in fold(s):
        bare, tone = _without_tone(letter)
        letters.append(_LETTER_RANK.get(bare) or _rank_outside_alphabet(bare))
        tones.append(tone)
    return tuple(letters), tuple(tones), nfc(s)


def _tone_first(match: re.Match[str]) -> str:
    """'oá' as 'óa': the tone of an open syllable moves to its first vowel."""
    bare, tone = _split_tone(match.group()[1])
    return unicodedata.normalize("NFC", match.group()[0] + tone) + bare


def _split_tone(letter: str) -> tuple[str, str]:
    decomposed = unicodedata.normalize("NFD", letter)
    marks = "".join(mark for mark in decomposed if mark in _TONE_RANK)
    rest = "".join(mark for mark in decomposed if mark not in _TONE_RANK)
    return unicodedata.normalize("NFC", rest), marks


def _without_tone(letter: str) -> tuple[str, int]:
    bare, marks = _split_tone(letter)
    return bare, _TONE_RANK.get(marks, 0)


def _rank_outside_alphabet(character: str) -> int:
    """A blank first, then signs and digits; letters of other scripts after z."""
    code = ord(character) if character else 0
    return code if code < 100 else 1000 + code
