"""Who issues a document: its letterhead, the symbol after its number, who signs, who receives it.

Everything here is a proposal made of the body's name and level; whoever drafts may say otherwise.
"""

import re
from dataclasses import dataclass

from scoring.analysis.review.gathered import Review

BLANK = "……"
_CITIES = frozenset({"Hà Nội", "Hải Phòng", "Đà Nẵng", "Cần Thơ", "Huế", "Hồ Chí Minh"})
_AREA = re.compile(r"\s+(?:thuộc\s+|của\s+)?(?P<area>(?:tỉnh|thành phố|tp\.?)\s+\S.*)$", re.I)
_REMARK = re.compile(r"\s*\([^()]*\)\s*$")
_CITY = re.compile(r"^(?:thành phố|tp\.?)\s+", re.I)
_KIND = re.compile(r"^(?:tỉnh|thành phố|tp\.?)\s+", re.I)
_COMMITTEE = re.compile(r"^(?:ubnd|ủy ban nhân dân)\s+", re.I)
_OF_THE_COUNTRY = "Bộ Nội vụ"  # which assesses and publishes the indices
_SMALL_WORDS = frozenset({"và", "của", "các"})
_LOCAL = re.compile(r"^(huyện|xã|phường|thị trấn|thị xã|thành phố|quận|đặc khu)\s+", re.I)
_NATION = re.compile(r"\s+việt nam$", re.I)
# How a name begins, who heads such a body, and the deputies; a longer beginning stands first.
_HEADS = (
    ("thanh tra chính phủ", "TỔNG THANH TRA", "các Phó Tổng Thanh tra"),
    ("ngân hàng nhà nước", "THỐNG ĐỐC", "các Phó Thống đốc"),
    ("ủy ban dân tộc", "BỘ TRƯỞNG, CHỦ NHIỆM", "các Thứ trưởng, Phó Chủ nhiệm"),
    ("bộ", "BỘ TRƯỞNG", "các Thứ trưởng"),
    ("sở", "GIÁM ĐỐC", "các Phó Giám đốc"),
    ("ban", "TRƯỞNG BAN", "các Phó Trưởng ban"),
    ("văn phòng", "CHÁNH VĂN PHÒNG", "các Phó Chánh Văn phòng"),
    ("thanh tra", "CHÁNH THANH TRA", "các Phó Chánh Thanh tra"),
)
_ANY_HEAD = ("THỦ TRƯỞNG CƠ QUAN", "cấp phó")


@dataclass(frozen=True)
class Issuer:
    """The body that issues a document.

    Shape: `body` its name in the letterhead, on one or two lines; `above` the body over it, which
        the letterhead of a people's committee or ministry does not name; `called` its name within
        a sentence; `symbol` what follows 'KH-' in the number; `place` that of the date, None where
        not known; `signing` the lines over the signature; `watching` who follows the plan.
    """

    body: str
    above: str | None
    called: str
    symbol: str
    place: str | None
    signing: tuple[str, ...]
    watching: str
    recipients: tuple[str, ...]


def issuer_of(review: Review) -> Issuer:
    """The issuer that the reviewed body's own name and level tell."""
    name, level = _REMARK.sub("", review.name), review.head.level
    if level == "tỉnh":
        return _province(area_named(name))
    if level in ("bộ", "cả nước"):
        return _ministry(name if level == "bộ" else _OF_THE_COUNTRY)
    if level in ("huyện", "xã"):
        return _local(_COMMITTEE.sub("", name))
    return _department(name, review.above)


def area_named(name: str) -> str:
    """'tỉnh Lâm Đồng', 'thành phố Hà Nội': a province with what kind it is."""
    bare = _CITY.sub("", name)
    if bare in _CITIES or bare != name:
        return f"thành phố {bare}"
    return name if _KIND.match(name) else f"tỉnh {name}"


def called(review: Review) -> str:
    """Whose index it is, in a title: 'tỉnh Lâm Đồng', 'Sở Tư pháp tỉnh Tuyên Quang'."""
    if review.head.level == "tỉnh":
        return area_named(review.name)
    if review.head.level == "cả nước":
        return review.name.lower()
    area = None if review.head.level != "sở" or _AREA.search(review.name) else _over(review.above)
    return f"{review.name} {area}" if area else review.name


def _over(above: str | None) -> str | None:
    """The province over a department, by the name of that or of its people's committee."""
    if above is None or above.startswith("Bộ"):
        return None
    return area_named(_COMMITTEE.sub("", above))


def _province(area: str) -> Issuer:
    """The people's committee of a province, which sends its plan to the ministry."""
    short = "UBND tỉnh" if area.startswith("tỉnh ") else f"UBND {area}"
    return _committee(area, _KIND.sub("", area), short, (_OF_THE_COUNTRY,), "Sở Nội vụ")


def _local(name: str) -> Issuer:
    """The people's committee of a district or commune; a number is no place without its kind."""
    found = _AREA.search(name)
    area = _LOCAL.sub(lambda kind: kind[0].lower(), name[: found.start()] if found else name)
    bare = _LOCAL.sub("", area)
    place = area if bare.isdecimal() else bare
    over = f"UBND {found['area']}" if found else "UBND tỉnh"
    return _committee(area, place, f"UBND {area}", (over,), BLANK)


def _committee(area: str, place: str, short: str, above: tuple[str, ...], watching: str) -> Issuer:
    return Issuer(
        body=f"Ủy ban nhân dân\n{area}",
        above=None,
        called=f"Ủy ban nhân dân {area}",
        symbol="UBND",
        place=place,
        signing=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
        watching=watching,
        recipients=(
            *above,
            f"Chủ tịch, các Phó Chủ tịch {short}",
            "Các cơ quan, đơn vị được phân công tại Kế hoạch",
            f"Lưu: VT, {BLANK}",
        ),
    )


def _ministry(name: str) -> Issuer:
    return Issuer(
        body=name,
        above=None,
        called=name,
        symbol=_initials(name),
        place="Hà Nội",
        signing=(_head(name)[0],),
        watching=BLANK,
        recipients=(
            _leaders(name),
            "Các đơn vị được phân công tại Kế hoạch",
            f"Lưu: VT, {BLANK}",
        ),
    )


def _department(name: str, above: str | None) -> Issuer:
    found = _AREA.search(name)
    unit = name[: found.start()] if found else name
    area = found["area"] if found else _over(above)
    over = f"UBND {area or BLANK}" if above is None or area else above
    return Issuer(
        body=unit,
        above=over,
        called=unit,
        symbol=_initials(unit),
        place=_KIND.sub("", area) if area else None,
        signing=(_head(unit)[0],),
        watching="Văn phòng Sở" if unit.startswith("Sở ") else BLANK,
        recipients=(
            over,
            "Sở Nội vụ",
            _leaders(unit),
            "Các phòng, đơn vị trực thuộc",
            "Lưu: VT, VP",
        ),
    )


def _head(name: str) -> tuple[str, str]:
    """Who heads a body of that name, as printed over the signature, and the deputies."""
    said = name.lower()
    for word, head, deputies in _HEADS:
        if said.startswith(f"{word} ") or said == word:
            return head, deputies
    return _ANY_HEAD


def _leaders(name: str) -> str:
    """'Giám đốc, các Phó Giám đốc': the first line of those who receive a document."""
    head, deputies = _head(name)
    words = ", ".join(one.capitalize() for one in head.split(", "))
    return f"{words}, {deputies}"


def _initials(name: str) -> str:
    """'SVHTTDL' of 'Sở Văn hóa, Thể thao và Du lịch'."""
    words = re.findall(r"[^\W\d_]+", _NATION.sub("", name))
    return "".join(word[0].upper() for word in words if word.lower() not in _SMALL_WORDS)
