"""Which organisations a line of text names, known ones and new ones."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scoring.ingest.reference import Organisation, Reference
from scoring.text.words import fold, nfc, plain, slug

LONGEST_NAME = 12  # words
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
    r"(?=\s*(?:$|[,;()“”\":]|\s[-–]\s|\b(?:năm|theo|của|trên|trong|về|đạt|gửi|do)\b|\d))",
    re.I,
)
_SMALL = ("và", "tỉnh", "thành", "phố", "huyện", "quận", "thị", "xã", "phường", "trấn", "khu")
_PROVINCE = re.compile(r"(?:^|\s)(?P<area>(?:tỉnh|thành phố|tp\.?)\s+\S.*)$", re.I)


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
    """An organisation named in a text, from one character on."""

    start: int
    organisation: Organisation
    new: bool = False  # not in the registry


def mentions(text: str, reference: Reference, year: int | None) -> list[Mention]:
    """The organisations a line names, in order; a department's province is not one of them."""
    said = _with_marks(_COMMITTEE.sub("UBND", nfc(text)), reference)
    below = list(_below_province(said, reference, year))
    free = said
    for start, end, _ in below:
        free = free[:start] + "·" * (end - start) + free[end:]
    found = [mention for *_, mention in below] + list(_known(free, reference, year))
    return sorted(found, key=lambda one: one.start)


def named_by(text: str, reference: Reference, year: int | None) -> Organisation | None:
    """The organisation whose name is the whole text: 'Sở Y tế', 'H. Đức Trọng', 'Lâm Đồng'."""
    known = reference.organisations_named(text, year)
    if known:
        return known[0]
    short = _ABBREVIATED.match(text)
    name = f"{_ABBREVIATIONS[fold(short[1])]} {text[short.end() :]}" if short else text
    whole = _BELOW.fullmatch(name)
    return new_organisation(name, reference, year) if whole and not name.islower() else None


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
    province = _province(name, reference, year)
    shown = reference.units.aliases.get(fold(name)) or _as_name(name)
    own_id = slug(name).removeprefix("ubnd-")  # 'UBND huyện X' is scored as 'Huyện X'
    return Organisation(own_id, shown, level, province.id if province else None)


def _below_province(
    text: str, reference: Reference, year: int | None
) -> Iterator[tuple[int, int, Mention]]:
    """Departments, districts and communes: by the registry, else new ones."""
    for match in _BELOW.finditer(text):
        name = match[0].strip()
        first = match["name"].lstrip()[:1]
        if not (first.isupper() or first.isdigit()):
            continue
        known = reference.organisations_named(name, year)
        organisation = known[0] if known else new_organisation(name, reference, year)
        mention = Mention(match.start(), organisation, new=not known)
        yield match.start(), match.end(), mention


def _province(name: str, reference: Reference, year: int | None) -> Organisation | None:
    """The province at the end of a name: 'Sở X tỉnh Y' → Y."""
    match = _PROVINCE.search(name)
    known = reference.organisations_named(match["area"], year) if match else ()
    return known[0] if known and known[0].level == "tỉnh" else None


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
    for at, (start, word) in enumerate(tokens):
        if fold(word) in begins or fold(word).partition("-")[0] in begins:
            organisation = _longest([word for _, word in tokens[at:]], reference, year)
            if organisation:
                yield Mention(start, organisation)


def _longest(words: Sequence[str], reference: Reference, year: int | None) -> Organisation | None:
    for length in range(min(LONGEST_NAME, len(words)), 0, -1):
        phrase = " ".join(words[:length]).replace(" ,", ",")
        if length == 1 and not phrase[:1].isupper():
            return None
        named = reference.organisations_named(phrase, year)
        if len(named) == 1 or (named and year is None):
            return named[0]
    return None


def _first_words(reference: Reference) -> frozenset[str]:
    """The words that a name can begin with: a cheap look before the thorough one."""
    names = (*reference.aliases, *reference.units.aliases, "tỉnh", "thành", "tp.", "tp", "ubnd")
    first = {name.partition(" ")[0].partition("-")[0] for name in names}
    return frozenset(first | {plain(word) for word in first})
