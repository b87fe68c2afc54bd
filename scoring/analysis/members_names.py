"""How are units under one organisation called among themselves?"""

from collections.abc import Sequence

from scoring.text.words import fold

# The words that begin the name of the place that units are of; never a part of their own name.
_PLACE = frozenset(("tỉnh", "thành", "tp", "tp.", "huyện", "quận", "thị", "xã", "phường"))


def short_names(names: Sequence[str]) -> list[str]:
    """The names without the place that all end in: 'Sở Tư pháp' of 'Sở Tư pháp tỉnh Lâm Đồng'.

    Names that only end alike (Hà Giang, Tiền Giang) stay whole.
    """
    words = [name.split() for name in names]
    common = _common_end(words)
    place = next((at for at in range(common, 0, -1) if _begins_place(words[0][-at])), 0)
    if not place:
        return list(names)
    return [" ".join(one[:-place]).rstrip(" ,-–") for one in words]


def _common_end(words: list[list[str]]) -> int:
    """How many last words all have in common; a first word is nobody's to lose."""
    if len(words) < 2:
        return 0
    shortest = min(len(one) for one in words)
    common = 0
    while common < shortest - 1 and len({one[-1 - common] for one in words}) == 1:
        common += 1
    return common


def _begins_place(word: str) -> bool:
    return word.startswith("(") or fold(word) in _PLACE
