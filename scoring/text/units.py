"""Which units does this cell name, and which of them are groups that name nobody in particular?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from scoring.text.unit_names import UnitNames, fold, known_name
from scoring.text.words import nfc

__all__ = ["Unit", "UnitNames", "is_recognised", "is_repaired", "parse_units"]


@dataclass(frozen=True)
class Unit:
    """One unit named in a cell: its known name, or the printed one where it is not known."""

    name: str
    group: bool
    printed: str


@lru_cache(maxsize=65_536)
def parse_units(text: str | None, names: UnitNames) -> tuple[Unit, ...]:
    """The units of a cell in printed order, each once.

    Line ends, ';' and '/' separate always; ',' does except inside a known name or a group such as
    'các sở, ban, ngành'; 'và' only between two units.

    Returns: () for a blank cell.
    """
    found: dict[str, Unit] = {}
    previous = ""
    for part in _parts(text or ""):
        for piece in _joined(_known_put_together(part, previous, names)):
            previous = _name(piece.text, previous, names)
            unit = Unit(previous, _is_group(previous, names), piece.text)
            found.setdefault(fold(previous), unit)
    return tuple(found.values())


def is_recognised(unit: Unit, names: UnitNames) -> bool:
    """Whether it is known, names a group, or is an office of a place ('UBND xã Ka Đô')."""
    if unit.group or unit.name in names.names:
        return True
    folded = fold(unit.name)
    return bool(_LOCAL.match(folded) or _BARE_OFFICE.match(folded))


def is_repaired(unit: Unit) -> bool:
    """Whether it was read as something else than it says; case and signs do not count."""
    return _bare(unit.printed) != _bare(unit.name)


def _bare(text: str) -> str:
    return " ".join(re.sub(r"[^\w&]|_", " ", fold(text)).split())


@dataclass(frozen=True)
class _Piece:
    """A stretch of a part, with the sign before it: ',' or a word such as 'và'."""

    sign: str
    text: str
    known: bool = False
    last: str = ""  # the piece that the text ends with


_BLANKS = frozenset(("", "x", "-", "–", "—", "v.v", "vv"))
_HARD = re.compile(r"[;/\n\r\v\f\u2028\u2029•]")
_BULLET = re.compile(r"^(?:[-–—+*]|\d{1,2}[.)]|[a-zđ]\)) *", re.IGNORECASE)
_REMARK = re.compile(r"\([^()]*\)")
_LABEL = re.compile(
    r"^(?:cơ quan, đơn vị |cơ quan |đơn vị )?(?:chủ trì|phối hợp|thực hiện|phụ trách)"
    r"(?: thực hiện)?\s*:",
    re.IGNORECASE,
)
_HEADING = re.compile(r"^(?:các )?(sở|bộ)(?: như)?\s*:", re.IGNORECASE)
_LOOSE_WORDS = re.compile(
    r"^(?:và|hoặc) | (?:và|hoặc|chủ trì|phối hợp|chủ trì thực hiện|phối hợp thực hiện)$",
    re.IGNORECASE,
)
_SOFT = re.compile(
    r" *,(?: và )? *| (?:và|hoặc|cùng với|cùng|(?:chủ trì,? )?phối hợp(?: với)?) ",
    re.IGNORECASE,
)

_NOUN = (
    r"(?:sở|bộ|ban|ngành|phòng|đơn vị|đoàn thể|địa phương|cơ quan|tổ chức|hội|doanh nghiệp"
    r"|huyện|quận|thị xã|thành phố|xã|phường|thị trấn|đặc khu)"
)
# 'các sở' and 'UBND các huyện' are open: 'ban', 'ngành', 'thị xã' behind them belong to them.
_OPEN = re.compile(rf"(?:.*\bcác )?{_NOUN}")
_CONTINUES = re.compile(
    rf"{_NOUN}(?: (?:của |cấp )?(?:tỉnh|thành phố|huyện|xã))?"
    r"(?: (?:trực )?thuộc\b.*| trực thuộc| trên địa bàn\b.*)?(?: (?:có )?liên quan)?"
)
_OFFICE = (
    r"(?:các )?(?:phó )?(?:giám đốc|trưởng phòng|chủ tịch|thủ trưởng|chánh văn phòng|lãnh đạo"
    r"|bí thư|trưởng ban|cục trưởng|chi cục trưởng|đại biểu)"
)
_BARE_OFFICE = re.compile(_OFFICE)
_UNIT = re.compile(
    rf"(?:{_OFFICE}|sở|ban|bộ|phòng|văn phòng|ubnd|hđnd|ubmttq|ủy ban|hội đồng|trung tâm|thanh tra"
    r"|bưu điện|công an|các|cục|chi cục|tổng cục|đài|báo|hội(?! nghị| chợ| thảo| họp)|liên đoàn"
    r"|liên minh|mặt trận|trường|viện|quỹ|đơn vị|cơ quan|kho bạc|ngân hàng|bảo hiểm|bhxh|tòa án"
    r"|thành ủy|tỉnh ủy|huyện ủy|đảng ủy|đoàn (?:thanh niên|kiểm tra|đại biểu|đbqh)|tỉnh đoàn"
    r"|thành đoàn|công ty|tổng công ty|tập đoàn|doanh nghiệp|bộ phận|tổ|thư viện|bảo tàng"
    r"|nhà hát|bệnh viện|cấp (?:tỉnh|huyện|xã))\b"
)
_AREA = r"(?:huyện|quận|thị xã|thành phố|tp|xã|phường|thị trấn|đặc khu|tỉnh)\b"
_LOCAL = re.compile(
    rf"(?:ubnd|hđnd|công an|thanh tra|bưu điện|bhxh|bảo hiểm xã hội|kho bạc nhà nước|chi cục thuế"
    rf"|tòa án nhân dân|viện kiểm sát nhân dân|đảng ủy|văn phòng ubnd|văn phòng hđnd và ubnd|mttq"
    rf"|ủy ban mttq(?: việt nam)?|ban chỉ huy quân sự|trung tâm phục vụ hành chính công) {_AREA}"
)
_GROUP = re.compile(
    rf"(?:các|những|tất cả|toàn thể|mọi|lãnh đạo|đại biểu|cán bộ|công chức|viên chức) "
    rf"|{_NOUN}(?:,| và) |{_OFFICE}(?:,| và| các) |.*\b(?:ubnd|hđnd) (?:cấp|các) |.*\bcác {_NOUN}\b"
)
_LEVEL = re.compile(r"(?P<head>.*?)(?P<cap> cấp)? (?:tỉnh|huyện|xã)", re.IGNORECASE)
_LEVELS = frozenset(("tỉnh", "huyện", "xã"))
_PLURAL = re.compile(r"(?:đơn vị|phòng|cơ quan|trung tâm|ban|tổ chức|doanh nghiệp|địa phương)\b")
# A known name has fewer commas than this; a cell full of prose must not cost minutes.
_MOST_PIECES = 8


def _parts(text: str) -> Iterator[str]:
    """The text between line ends, ';' and '/', without bullets, labels and remarks in brackets."""
    remarkless = _REMARK.sub(" ", text)
    kept = remarkless if nfc(remarkless) else re.sub(r"[()]", " ", text)
    for line in _HARD.split(kept):
        for part in _bulleted(nfc(line)):
            part = _LABEL.sub("", _BULLET.sub("", part)).strip(" .,:…")
            part = _HEADING.sub(r"\1 ", _LOOSE_WORDS.sub("", part))
            if fold(part) not in _BLANKS:
                yield nfc(part)


def _bulleted(line: str) -> list[str]:
    """'- Văn phòng Sở - Các phòng' lost its line ends; elsewhere ' - ' is inside a name."""
    return line.split(" - ") if line.startswith("- ") else [line]


def _pieces(part: str) -> list[_Piece]:
    signs = ["", *(match.group() for match in _SOFT.finditer(part))]
    texts = _SOFT.split(part)
    return [_Piece(sign, text, last=text) for sign, text in zip(signs, texts, strict=True) if text]


def _known_put_together(part: str, previous: str, names: UnitNames) -> Iterator[_Piece]:
    """The pieces of a part; those that make up one known name are one piece."""
    pieces = _pieces(part)
    while pieces:
        piece, used = _longest_known(pieces, previous, names)
        yield piece
        previous = _name(piece.text, previous, names)
        pieces = pieces[used:]


def _longest_known(pieces: list[_Piece], previous: str, names: UnitNames) -> tuple[_Piece, int]:
    for used in range(min(len(pieces), _MOST_PIECES), 0, -1):
        text = pieces[0].text + "".join(piece.sign + piece.text for piece in pieces[1:used])
        if known_name(text, names, after=previous):
            return _Piece(pieces[0].sign, text, True, pieces[used - 1].text), used
    return pieces[0], 1


def _joined(pieces: Iterator[_Piece]) -> Iterator[_Piece]:
    """The pieces, with those that are no unit of their own joined to the one before."""
    whole: _Piece | None = None
    for piece in pieces:
        if whole is None:
            whole = piece
        elif _belongs_to(whole, piece):
            text = whole.text + piece.sign + piece.text
            whole = _Piece(whole.sign, text, last=piece.last)
        else:
            yield whole
            whole = piece
    if whole is not None:
        yield whole


def _belongs_to(before: _Piece, piece: _Piece) -> bool:
    if _BARE_OFFICE.fullmatch(fold(before.last)):
        return True
    if _OPEN.fullmatch(fold(before.last)) and _CONTINUES.fullmatch(fold(piece.text)):
        return True
    return "," not in piece.sign and not (_is_unit(before) and _is_unit(piece))


def _is_unit(piece: _Piece) -> bool:
    return piece.known or _UNIT.match(fold(piece.text)) is not None


def _name(text: str, previous: str, names: UnitNames) -> str:
    full = _with_head(text, previous)
    return known_name(full, names, after=previous) or full[:1].upper() + full[1:]


def _with_head(text: str, previous: str) -> str:
    """'cấp xã' and 'xã' behind 'UBND cấp huyện' as 'UBND cấp xã'; 'Các' goes for both as well."""
    level = fold(text).removeprefix("cấp ")
    head = _LEVEL.fullmatch(previous)
    if head and level in _LEVELS and (head["cap"] or level != fold(text)):
        return f"{head['head']} cấp {level}"
    return f"các {text}" if previous.startswith("Các ") and _PLURAL.match(text) else text


def _is_group(name: str, names: UnitNames) -> bool:
    if name in names.names:
        return name in names.groups
    return _GROUP.match(fold(name)) is not None
