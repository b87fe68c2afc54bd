"""Which organisations a line of text names, known ones and new ones."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from scoring.ingest.identity.plainly import said_plainly
from scoring.ingest.identity.whole_names import NAME_ENDS, as_listed, province_of, whole_name
from scoring.ingest.reference import Organisation, Reference
from scoring.text.words import fold, nfc, plain, slug

LONGEST_NAME = 12  # words
_AND = re.compile(r"\s*(?:[,;&]|\bvà\b)\s*(?:và\s+)?(?:(?:của|các)\s+)?", re.I)
# How names below the province begin, and their level. 'UBND thành phố Đà Lạt' is a district's.
LEVELS = (
    ("sở", "sở"),
    ("ban", "sở"),
    ("thanh tra", "sở"),
    ("văn phòng ubnd", "sở"),
    ("ubnd huyện", "huyện"),
    ("ubnd quận", "huyện"),
    ("ubnd thị xã", "huyện"),
    ("ubnd thành phố", "huyện"),
    ("ubnd xã", "xã"),
    ("ubnd phường", "xã"),
    ("ubnd thị trấn", "xã"),
    ("ubnd đặc khu", "xã"),
    ("huyện", "huyện"),
    ("quận", "huyện"),
    ("thị xã", "huyện"),
    ("thành phố", "huyện"),
    ("xã", "xã"),
    ("phường", "xã"),
    ("thị trấn", "xã"),
    ("đặc khu", "xã"),
)
UNKNOWN_LEVEL = "đơn vị"
_COMMITTEE = re.compile(r"(?:ủy|uỷ) ban nhân dân", re.I)
_PLAIN = r"[^,;()“”\":]+?"
_BELOW = re.compile(
    r"(?<!các )(?<!\w)(?:" + "|".join(start for start, _ in LEVELS) + r")\s+"
    r"(?!(?:hội|hành|nhân|các|cấp|thành viên)\b)"
    rf"(?P<name>{_PLAIN}(?:, {_PLAIN} và {_PLAIN})?)"  # 'Sở Văn hoá, Thể thao và Du lịch'
    rf"{NAME_ENDS}",
    re.I,
)
_SMALL = ("và", "tỉnh", "thành", "phố", "huyện", "quận", "thị", "xã", "phường", "trấn", "khu")
_UNMARKED = re.compile(
    r"\b(?:so|thanh tra|ubnd|huyen|thi xa|phuong|xa)\s+(?!tinh\b)(?=[a-z])", re.I
)
_ABBREVIATIONS = {
    "h": "huyện",
    "tp": "thành phố",
    "tx": "thị xã",
    "tt": "thị trấn",
    "q": "quận",
    "p": "phường",
    "x": "xã",
}
_ABBREVIATED = re.compile(r"(h|tp|tx|tt|q|p|x)(?:\.\s*|\s+)(?=\w)", re.I)


@dataclass(frozen=True)
class Mention:
    """An organisation named in a text, from one character to another."""

    start: int
    end: int
    organisation: Organisation
    new: bool = False  # not in the registry
    plain: bool = True  # False for a new one that stands within a sentence
    joined: bool = False  # to the one before it in its line: 'tỉnh X và tỉnh Y'


def mentions(text: str, reference: Reference, year: int | None) -> list[Mention]:
    """The organisations a line names, in order; a department's province is not one of them."""
    said = _with_marks(written(text), reference)
    below = list(_below_province(said, reference, year))
    free = said
    for start, end, _ in below:
        free = free[:start] + "·" * (end - start) + free[end:]
    found = [mention for *_, mention in below] + list(_known(free, reference, year))
    found.sort(key=lambda one: one.start)
    return [
        replace(one, joined=at > 0 and bool(_AND.fullmatch(said[found[at - 1].end : one.start])))
        for at, one in enumerate(found)
    ]


def written(text: str) -> str:
    """The text in which mentions are counted: 'Ủy ban nhân dân' is 'UBND'."""
    return _COMMITTEE.sub("UBND", nfc(text))


def named_by(text: str, reference: Reference, year: int | None) -> Organisation | None:
    """The organisation whose name is the whole text: 'Sở Y tế', 'H. Đức Trọng', 'Lâm Đồng'."""
    known = reference.organisations_named(as_listed(text, reference, year), year)
    if known:
        return known[0]
    short = _ABBREVIATED.match(text)
    name = f"{_ABBREVIATIONS[fold(short[1])]} {text[short.end() :]}" if short else text
    whole = _BELOW.fullmatch(name)
    if whole is None or not (whole["name"][:1].isupper() or whole["name"][:1].isdigit()):
        return None
    return new_organisation(as_listed(name, reference, year), reference, year)


def _with_marks(text: str, reference: Reference) -> str:
    """A text that ends without marks with those of the department: 'so y te' → 'Sở Y tế'."""
    match = _UNMARKED.search(text)
    if not match or not text[match.start() :].isascii():
        return text
    before, said = text[: match.start()], plain(text[match.start() :]) + " "
    names = [name for name in reference.units.names if said.startswith(f"{plain(name)} ")]
    if not names:
        return before  # of an unknown department, not of its province
    name = max(names, key=len)
    return f"{before}{name}{text[match.start() + len(plain(name)) :]}"


def new_organisation(name: str, reference: Reference, year: int | None) -> Organisation:
    """An organisation that the registry does not have: its level and parent by its name."""
    said = fold(name) + " "
    level = next((level for start, level in LEVELS if said.startswith(f"{start} ")), UNKNOWN_LEVEL)
    province = province_of(name, reference, year)
    shown = reference.units.aliases.get(fold(name)) or _as_name(name)
    own_id = slug(name).removeprefix("ubnd-")  # 'UBND huyện X' is scored as 'Huyện X'
    return Organisation(own_id, shown, level, province.id if province else None)


def _below_province(
    text: str, reference: Reference, year: int | None
) -> Iterator[tuple[int, int, Mention]]:
    """Departments, districts and communes: by the registry, else new ones."""
    end = 0
    for match in _BELOW.finditer(text):
        first = match["name"].lstrip()[:1]
        if match.start() < end or not (first.isupper() or first.isdigit()):
            continue
        end = whole_name(text, match.start(), match.end(), reference, year)
        name = as_listed(text[match.start() : end].strip(), reference, year)
        known = reference.organisations_named(name, year)
        organisation = known[0] if known else new_organisation(name, reference, year)
        plain = bool(known) or said_plainly(text, match.start(), end, reference)
        mention = Mention(match.start(), end, organisation, new=not known, plain=plain)
        yield match.start(), end, mention


def _as_name(name: str) -> str:
    """A name in capitals as a name: 'SỞ TƯ PHÁP TỈNH X' → 'Sở Tư Pháp tỉnh X'."""
    if not name.isupper():
        return name[:1].upper() + name[1:]
    words = name.lower().split()
    written = [word if word in _SMALL else word.capitalize() for word in words]
    return " ".join([words[0].capitalize(), *written[1:]]).replace("Ubnd", "UBND")


def _known(text: str, reference: Reference, year: int | None) -> Iterator[Mention]:
    """The registry's names in a text, the longest first at each place."""
    begins = _first_words(reference)
    tokens = [(match.start(), match[0]) for match in re.finditer(r"[^\s,;()“”\"]+|[,;]", text)]
    end = 0
    for at, (start, word) in enumerate(tokens):
        if start >= end and (fold(word) in begins or fold(word).partition("-")[0] in begins):
            longest = _longest([word for _, word in tokens[at:]], reference, year)
            if longest:
                organisation, words = longest
                last, word = tokens[at + words - 1]
                end = last + len(word)
                yield Mention(start, end, organisation)


def _longest(
    words: Sequence[str], reference: Reference, year: int | None
) -> tuple[Organisation, int] | None:
    """The organisation of the most words from the first on, and how many they are."""
    for length in range(min(LONGEST_NAME, len(words)), 0, -1):
        phrase = " ".join(words[:length]).replace(" ,", ",")
        if length == 1 and not phrase[:1].isupper():
            return None
        if words[length - 1] in ",;":
            continue
        named = reference.organisations_named(phrase, year)
        if len(named) == 1 or (named and year is None):
            return named[0], length
    return None


def _first_words(reference: Reference) -> frozenset[str]:
    """The words that a name can begin with: a cheap look before the thorough one."""
    names = (*reference.aliases, *reference.units.aliases, "tỉnh", "thành", "tp.", "tp", "ubnd")
    first = {name.partition(" ")[0].partition("-")[0] for name in names}
    return frozenset(first | {plain(word) for word in first})
