"""Where does an organisation's name end that holds a dash or commas?"""

import re
from collections.abc import Iterator

from scoring.ingest.identity.lines import INDEX_WORDS, NO_NAMES
from scoring.ingest.reference import Organisation, Reference
from scoring.ingest.reference.names import SCORED_UNITS
from scoring.text.unit_names import spelled_name
from scoring.text.words import fold

NAME_ENDS = (
    r"(?=\s*(?:$|[,;()“”\":]|\s[-–]\s|\b(?:năm|theo|của|trên|trong|về|đạt|gửi|do)\b|\d"
    r"|\b(?:nhằm|góp phần|số\s*:)"
    r"|\bvà\s+(?:sở|ban|ubnd|tỉnh|huyện|thị xã|thành phố|xã(?! hội)|phường)\b))"
)
_GOES_ON = re.compile(rf"\s*(?:,|\s[-–])\s+(?P<more>[^,;()“”\":]+?){NAME_ENDS}", re.I)
_MOST = 3  # signs in one name
_LONGEST = 5  # words behind the last sign of a name that nobody knows
_PROVINCE = re.compile(r"(?:^|\s)(?P<area>(?:tỉnh|thành phố|tp\.?)\s+\S.*)$", re.I)


def whole_name(text: str, start: int, end: int, reference: Reference, year: int | None) -> int:
    """Where the name ends that begins at `start` and seems to end at `end`, before some sign.

    It goes on behind the sign where the whole is known ('Sở Lao động - Thương binh và Xã hội'),
    or its province ('… tỉnh Bà Rịa - Vũng Tàu'), or where a province stands behind a few words
    that say nothing else ('Sở Giao thông vận tải - Xây dựng tỉnh Lào Cai').
    """
    for more, further in reversed(list(_ends(text, end))):
        name = text[start:further].strip()
        if (
            reference.organisations_named(name, year)
            or _department(name, reference, year)
            or _province_goes_on(text[start:end], name, reference, year)
            or _may_belong(more, reference, year)
        ):
            return further
    return end


def as_listed(name: str, reference: Reference, year: int | None) -> str:
    """A department's name as the lists spell it, its province behind it; any other as it is."""
    if reference.organisations_named(name, year):
        return name
    return _department(name, reference, year) or name


def province_of(name: str, reference: Reference, year: int | None) -> Organisation | None:
    """The province at the end of a name: 'Sở X tỉnh Y' → Y."""
    match = _PROVINCE.search(name)
    known = reference.organisations_named(match["area"], year) if match else ()
    return known[0] if known and known[0].level == "tỉnh" else None


def _ends(text: str, end: int) -> Iterator[tuple[str, int]]:
    """What stands behind each of the next signs, and where it ends."""
    for _ in range(_MOST):
        match = _GOES_ON.match(text, end)
        if match is None:
            return
        end = match.end()
        yield match["more"], end


def _department(name: str, reference: Reference, year: int | None) -> str | None:
    """The name of a known department, with or without a known province behind it, as listed."""
    for said, area in _with_and_without_province(name, reference, year):
        unit = spelled_name(said, reference.units)
        if unit and unit.startswith(SCORED_UNITS) and unit not in reference.units.groups:
            return f"{unit} {area}".strip()
    return None


def _with_and_without_province(
    name: str, reference: Reference, year: int | None
) -> Iterator[tuple[str, str]]:
    """What stands before each known province that a name ends with; the name where it has none."""
    words = name.split()
    if not _PROVINCE.search(name):
        yield name, ""
    for at in range(1, len(words)):
        area = " ".join(words[at:])
        known = reference.organisations_named(area, year)
        if known and known[0].level == "tỉnh":
            yield " ".join(words[:at]), area


def _province_goes_on(short: str, name: str, reference: Reference, year: int | None) -> bool:
    named = _PROVINCE.search(short) and not province_of(short, reference, year)
    return bool(named and province_of(name, reference, year))


def _may_belong(more: str, reference: Reference, year: int | None) -> bool:
    place = _PROVINCE.search(more)
    words = more[: place.start()].split() if place else []
    said = fold(" ".join(words))
    return (
        0 < len(words) <= _LONGEST
        and words[0][:1].isupper()
        and not NO_NAMES.match(said)
        and not INDEX_WORDS.search(said)
        and not said.startswith(("ubnd", "hđnd", "văn phòng", "phòng", "ban ", "trung tâm"))
        and province_of(more, reference, year) is not None
    )
