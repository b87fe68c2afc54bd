"""Which organisation does a name mean?"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from scoring.ingest.reference.values import Factor, Organisation
from scoring.text.units import UnitNames
from scoring.text.words import fold, slug

COMMITTEES = re.compile(r"^(?:ubnd|uỷ ban nhân dân|ủy ban nhân dân) ")
SCORED_UNITS = ("Sở ", "Ban ", "Thanh tra ", "Văn phòng UBND ")
_IN_BRACKETS = re.compile(r"\(.*?\)")
ASKED_ABOUT = re.compile(
    r"^(?:\d{1,2}[.)] ?)?(?:(?:yếu tố|(?:chỉ số |trục )?nội dung|chỉ số thành phần)(?: số)?"
    r"(?: \d+)?[:.]? ?(?:[-–] )?)?(?:(?:chỉ số|mức độ|tỷ lệ) )?(?:hài lòng )?"
    r"(?:của (?:người dân|tổ chức|doanh nghiệp|cá nhân|, |và | )+)?(?:về |đối với |với )?(?:việc )?"
)


def spellings(
    organisations: Iterable[Organisation], other_names: Iterable[tuple[str, str]]
) -> dict[str, tuple[str, ...]]:
    """The ids that each spelling can mean: names and other names, folded and as slugs."""
    meant: dict[str, tuple[str, ...]] = {}
    named = [(one.name, one.id) for one in organisations]
    for name, wanted in [*named, *other_names]:
        for key in (fold(name), slug(name)):
            meant[key] = tuple(dict.fromkeys((*meant.get(key, ()), wanted)))
    return meant


def listed(
    text: str, organisations: Sequence[Organisation], aliases: Mapping[str, tuple[str, ...]]
) -> tuple[Organisation, ...]:
    """The organisations that a whole text names: 'UBND tỉnh Lâm Đồng', 'TP. Hải Phòng'.

    Only 'tỉnh' is dropped: 'thành phố Cao Bằng' is a town, not the province of that name.
    """
    said = fold(text).strip(" .:;,")
    shorter = COMMITTEES.sub("", said)
    for name in dict.fromkeys((said, shorter, shorter.removeprefix("tỉnh "))):
        ids = aliases.get(name) or aliases.get(slug(name)) or ()
        if ids:
            return tuple(one for one in organisations if one.id in ids)
    return ()


def departments(
    text: str,
    organisations: Sequence[Organisation],
    aliases: Mapping[str, tuple[str, ...]],
    units: UnitNames,
) -> Iterator[Organisation]:
    """A known unit's name before a known province's: 'Sở Tư pháp tỉnh Tuyên Quang'."""
    words = fold(text).strip(" .:;,").split()
    for at in range(1, len(words)):
        unit = units.aliases.get(" ".join(words[:at]), "")
        if unit in units.groups or not unit.startswith(SCORED_UNITS):
            continue
        for province in listed(" ".join(words[at:]), organisations, aliases):
            if province.level == "tỉnh":
                yield _department(unit, province, aliases)


def factor_names(factors: Iterable[Factor]) -> dict[str, Factor]:
    """The factor that each spelling means, folded; of two factors of one name the first."""
    meant: dict[str, Factor] = {}
    for one in factors:
        for name in (one.title, *one.aliases):
            meant.setdefault(fold(name), one)
    return meant


def named_factor(text: str, meant: Mapping[str, Factor]) -> Factor | None:
    """The factor that a title means, with or without 'Chỉ số hài lòng về' before it."""
    said = fold(_IN_BRACKETS.sub(" ", text)).strip(" .:;,")
    return meant.get(said) or meant.get(ASKED_ABOUT.sub("", said))


def _department(
    unit: str, province: Organisation, aliases: Mapping[str, tuple[str, ...]]
) -> Organisation:
    place = province.name.removeprefix("TP. ")
    city = province.id in aliases.get(fold(f"thành phố {place}"), ())
    area = f"{'thành phố' if city else 'tỉnh'} {place}"
    bare = unit.removesuffix(" tỉnh").removesuffix(" thành phố")
    return replace(
        province,
        id=f"{slug(unit)}-{province.id}",
        name=f"{bare} {area}",
        level="sở",
        parent=province.id,
    )
