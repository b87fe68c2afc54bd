"""In which unit is an indicator counted, as its column, its name or a header says?"""

import re

from scoring.text.words import fold, nfc

PERCENT, POINTS, RANK = "%", "điểm", "hạng"

_IN_PERCENT = re.compile(r"%|\bphần trăm\b|^t[ỷỉ] lệ$")
_IN_POINTS = re.compile(r"^(?:số )?điểm\b")
_IN_RANKS = re.compile(r"^(?:thứ )?(?:hạng|bậc)\b|^(?:xếp (?:thứ )?hạng|thứ bậc|vị trí)\b")
_BRACKETS = re.compile(r"\(([^()]{1,30})\)")
_RANKED = re.compile(r"\bxếp (?:thứ )?hạng\b|\bthứ hạng\b|\bxếp thứ\b|\bvị trí xếp\b|\bthứ bậc\b")


def measure_of(text: str) -> str | None:
    """The unit that a cell names: '%', 'điểm', 'hạng', else as printed; None for a blank one."""
    said = fold(text).strip(" .:;")
    if not said.strip("-–—…x/"):
        return None
    for measure, words in ((PERCENT, _IN_PERCENT), (RANK, _IN_RANKS), (POINTS, _IN_POINTS)):
        if words.search(said):
            return measure
    return nfc(text)


def measure_in(text: str) -> str | None:
    """The unit in the brackets of a name: 'Tỷ lệ hồ sơ đúng hạn (%)' → '%'; else None.

    Only what is surely a unit: brackets say many other things.
    """
    found = {measure_of(match[1]) for match in _BRACKETS.finditer(text)}
    known = found & {PERCENT, POINTS, RANK}
    return known.pop() if len(known) == 1 else None


def is_ranked(text: str) -> bool:
    """Whether a name is of a place among others: 'Xếp hạng Chỉ số CCHC'."""
    return bool(_RANKED.search(fold(text)))


def is_measure(text: str) -> bool:
    """Whether a cell under 'Đơn vị' is surely a unit of measure and no agency."""
    return measure_of(text) in (PERCENT, POINTS, RANK)
