"""Which known unit does this text mean, however it is spelled?"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from scoring.text.words import fold, plain


# Compared by identity, so that it can be a key of a cache.
@dataclass(frozen=True, eq=False)
class UnitNames:
    """The known names.

    Shape: `groups` is a part of `names`; `aliases` is fold(alias) → name.
    """

    names: frozenset[str]
    groups: frozenset[str]
    aliases: Mapping[str, str]

    @cached_property
    def by_key(self) -> Mapping[str, str]:
        """What the spellings of a unit share → its name; a name goes before an alias."""
        aliases = {_key(fold(alias)): name for alias, name in self.aliases.items()}
        return aliases | {_key(fold(name)): name for name in self.names}

    @cached_property
    def by_plain(self) -> Mapping[str, str]:
        """Key → the key without marks, where one wrong letter does not make another unit of it."""
        plain_keys = {key: plain(key) for key in self.by_key}
        return {key: text for key, text in plain_keys.items() if _LONG_WORDS.fullmatch(text)}

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word that is spelled right in some name."""
        return frozenset(word for key in self.by_key for word in key.split()) | _OTHER_WORDS


def known_name(text: str, names: UnitNames, *, after: str = "") -> str | None:
    """The known name that the text means; None where it is not known, or more than one could be.

    `after` is the name before it: in 'Sở Nội vụ, Tài chính' the second one is a Sở as well.
    """
    folded_after = fold(after)
    head = next((head for head in _HEADS if folded_after.startswith(head)), "")
    return _known(fold(text), head, names)


@lru_cache(maxsize=65_536)
def _known(folded: str, head: str, names: UnitNames) -> str | None:
    for spelling in _spellings(folded, head):
        if name := names.by_key.get(_key(spelling)):
            return name
    return _name_with_a_slip(_key(folded), names)


# Abbreviations and short names are one letter away from other units.
_LONG_WORDS = re.compile(r"(?=.{8})(?:\w*[aeiouy]\w*)(?: \w*[aeiouy]\w*)*")
_OTHER_WORDS = frozenset(
    ("bộ", "sở", "ban", "phòng", "hội", "đội", "tổ", "cục", "vụ", "viện", "cấp", "các")
    + ("tỉnh", "huyện", "xã", "quận", "phường", "thôn")
)
_SIGNS = re.compile(r"[,.\-–—]")
_HEADS = ("sở ", "bộ ")
_PLACE = r"(?: (?!và )[\w-]+){0,5}"
_TAILS = (
    re.compile(r" (?:có )?liên quan$"),
    re.compile(rf"(?<= tỉnh){_PLACE}$"),  # Bưu điện tỉnh Lâm Đồng
    re.compile(rf" (?:của |cấp )?tỉnh{_PLACE}$"),  # Sở Nội vụ tỉnh Lâm Đồng
    re.compile(rf"(?<!^ubnd)(?<!^hđnd) (?:của )?(?:thành phố|tp\.?){_PLACE}$"),
)


def _key(folded: str) -> str:
    """What two spellings of one unit share."""
    key = _SIGNS.sub(" ", folded).replace("&", " và ")
    key = " ".join(f" {key} ".replace(" tp ", " thành phố ").split())
    return key.replace("hội đồng nhân dân", "hđnd").replace("ủy ban nhân dân", "ubnd")


def _spellings(folded: str, head: str) -> Iterator[str]:
    """The text, then what it may stand for, nearest first."""
    yield folded
    yield f"các {folded}"
    yield folded.removeprefix("các ")
    if head:
        yield head + folded
    for tail in _TAILS:
        shorter = tail.sub("", folded)
        if shorter != folded:
            yield shorter
            yield f"các {shorter}"


def _name_with_a_slip(key: str, names: UnitNames) -> str | None:
    """The only name that differs in nothing but marks, else the only one a wrong letter away."""
    candidates = process.extract(
        plain(key), names.by_plain, scorer=OSA.distance, score_cutoff=1, limit=None
    )
    for slips in (0, 1):
        meant = {names.by_key[known] for _, distance, known in candidates if distance == slips}
        if meant:
            only = meant.pop() if len(meant) == 1 else None
            return only if only and (slips == 0 or _is_slip(key, names)) else None
    return None


def _is_slip(key: str, names: UnitNames) -> bool:
    """Whether some word is no word at all: 'Bộ Nội vụ' is not a slip of 'Sở Nội vụ'."""
    return any(word not in names.words and word.isalpha() for word in key.split())
