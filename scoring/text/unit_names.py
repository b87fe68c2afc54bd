"""Which known unit does this text mean, however it is spelled?"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from scoring.text import words
from scoring.text.words import plain

# One name is folded many times while a cell is taken apart.
fold = lru_cache(maxsize=4_096)(words.fold)


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
    def by_letters(self) -> Mapping[str, str]:
        """The same without blanks, so that 'KH&ĐT', 'KH - ĐT' and 'KHĐT' are one spelling."""
        meant: dict[str, str] = {}
        for key, name in self.by_key.items():
            letters = key.replace(" ", "")
            # Between a name and an abbreviation of another one the text decides nothing.
            meant[letters] = name if meant.get(letters, name) == name else ""
        return {letters: name for letters, name in meant.items() if name}

    @cached_property
    def by_plain(self) -> Mapping[str, str]:
        """Key → the key without marks, where one wrong letter does not make another unit of it."""
        plain_keys = {key: plain(key) for key in self.by_key}
        return {key: text for key, text in plain_keys.items() if _LONG_WORDS.fullmatch(text)}

    @cached_property
    def by_shortened(self) -> Mapping[str, frozenset[str]]:
        """Each of those, and each without one of its letters → its keys: whoever differs from one
        of them in one letter has one of these in common with it."""
        keys: dict[str, set[str]] = {}
        for key, text in self.by_plain.items():
            for shortened in _shortened(text):
                keys.setdefault(shortened, set()).add(key)
        return {text: frozenset(found) for text, found in keys.items()}

    @cached_property
    def longest(self) -> int:
        """How long a name can be."""
        return max(map(len, self.by_plain.values()), default=0)

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


def spelled_name(text: str, names: UnitNames) -> str | None:
    """The known name that is this one but for signs, blanks, abbreviations and the place behind."""
    return _spelled(fold(text), "", names)


def nearest_name(text: str, names: UnitNames) -> str | None:
    """The known name that the text is likely to be a bad spelling of: for people to decide."""
    key = plain(_key(fold(text)))
    found = process.extract(
        key, names.by_plain, scorer=OSA.distance, score_cutoff=len(key) // _LETTERS_A_SLIP, limit=2
    )
    close = [names.by_key[known] for _, distance, known in found if distance == found[0][1]]
    return close[0] if len(set(close)) == 1 else None


@lru_cache(maxsize=65_536)
def _known(folded: str, head: str, names: UnitNames) -> str | None:
    return _spelled(folded, head, names) or _name_with_a_slip(_key(folded), names)


def _spelled(folded: str, head: str, names: UnitNames) -> str | None:
    for spelling in _spellings(folded, head):
        key = _key(spelling)
        if name := names.by_key.get(key) or names.by_letters.get(key.replace(" ", "")):
            return name
    return None


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
    re.compile(
        rf"(?<!^ubnd)(?<!^hđnd)(?<!^văn phòng ubnd)(?<!^vp ubnd)(?<!^vpubnd)"
        rf" (?:của )?(?:thành phố|tp\.?){_PLACE}$"
    ),
)
_LETTERS_A_SLIP = 6  # one wrong letter in so many may still be a slip
_SHORT = {
    "tp": "thành phố",
    "tx": "thị xã",
    "vp": "văn phòng",
    "vpubnd": "văn phòng ubnd",
    "ttr": "thanh tra",
    "hcc": "hành chính công",
    "pv": "phục vụ",
    "pvhcc": "phục vụ hành chính công",
    "ttpvhcc": "trung tâm phục vụ hành chính công",
    "tthcc": "trung tâm hành chính công",
    "bql": "ban quản lý",
    "kcn": "khu công nghiệp",
    "kkt": "khu kinh tế",
    "bcđ": "ban chỉ đạo",
    "cchc": "cải cách hành chính",
    "tthc": "thủ tục hành chính",
    "tw": "trung ương",
    "cqcm": "cơ quan chuyên môn",
    "đvsn": "đơn vị sự nghiệp",
    "sncl": "sự nghiệp công lập",
    "ptnt": "phát triển nông thôn",
    "đđbqh": "đoàn đbqh",
    "kbnn": "kho bạc nhà nước",
    "nhnn": "ngân hàng nhà nước",
    "bhxh": "bảo hiểm xã hội",
    "lđlđ": "liên đoàn lao động",
    "htx": "hợp tác xã",
    "chqs": "chỉ huy quân sự",
    "tu": "tỉnh ủy",
    "cbccvc": "cán bộ công chức viên chức",
    "cbcc": "cán bộ công chức",
}
_PHRASES = (
    ("hội đồng nhân dân", "hđnd"),
    ("ủy ban nhân dân", "ubnd"),
    ("ub mttq", "ubmttq"),
    ("ủy ban mttq", "ubmttq"),
    ("ủy ban mặt trận tổ quốc", "ubmttq"),
    ("mặt trận tổ quốc", "ubmttq"),
    ("ban ql ", "ban quản lý "),
    ("đoàn đại biểu quốc hội", "đoàn đbqh"),
)
_INITIALS = re.compile(r"s[a-zđ&-]{2,8}")
_CENTRE = re.compile(r"^tt (?=phục vụ|hành chính)")


def _key(folded: str) -> str:
    """What two spellings of one unit share: without signs and 'và', usual abbreviations in full."""
    words = _SIGNS.sub(" ", folded).replace("&", " ").split()
    key = " ".join(_SHORT.get(word, word) for word in words if word != "và")
    for long, short in _PHRASES:
        key = key.replace(long, short)
    return _CENTRE.sub("trung tâm ", key)


def _spellings(folded: str, head: str) -> Iterator[str]:
    """The text, then what it may stand for, nearest first."""
    yield folded
    if _INITIALS.fullmatch(folded):
        yield f"sở {folded[1:]}"  # SNV, SKH&ĐT
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
    text = plain(key)
    if len(text) > names.longest + 1:
        return None
    near = {known for one in _shortened(text) for known in names.by_shortened.get(one, ())}
    distances = {known: OSA.distance(text, names.by_plain[known]) for known in near}
    for slips in (0, 1):
        meant = {names.by_key[known] for known, distance in distances.items() if distance == slips}
        if meant:
            only = meant.pop() if len(meant) == 1 else None
            return only if only and (slips == 0 or _is_slip(key, names)) else None
    return None


def _shortened(text: str) -> Iterator[str]:
    """The text, and the text without each of its letters."""
    yield text
    for at in range(len(text)):
        yield text[:at] + text[at + 1 :]


def _is_slip(key: str, names: UnitNames) -> bool:
    """Whether some word is no word at all: 'Bộ Nội vụ' is not a slip of 'Sở Nội vụ'."""
    return any(word not in names.words and word.isalpha() for word in key.split())
