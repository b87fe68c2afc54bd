"""Is a name said as who is scored, or does it only stand within a sentence?"""

import re

from scoring.ingest.identity.lines import INDEX_WORDS
from scoring.ingest.reference import Reference
from scoring.text.words import fold

OWNER = re.compile(
    r"(?:tên )?(?:đơn vị|cơ quan|địa phương|tỉnh|thành phố|sở|huyện|xã|phường)\s*:\s*(.+)"
)
_NUMBER = re.compile(
    r"[\s(]*(?:(?:phụ lục|biểu|bảng|phần|mục)\s+)?(?:số\s+)?"
    r"(?:\d{1,3}(?:\.\d{1,3})*|[ivxl]+|[a-hđ])\s*[.):/\-–—]+\s*",
    re.I,
)
_AROUND = ' .:;,-–—+*()"“”'
_TITLE = re.compile(r"bảng điểm|chấm điểm|tự đánh giá|bảng tổng hợp|kết quả|xếp hạng")
_SAYS_ELSE = re.compile(r"\b(?:do|bởi|gửi|cho|với|cùng|đề nghị|yêu cầu|giao)$")
_PLACE = re.compile(r"(?:thuộc |của )?(?:tỉnh|thành phố|tp\.?) .+|năm .*|(?:19|20)\d\d\b.*", re.I)
_NAME_GOES_ON = re.compile(r"[-–,&]|(?:và|của|thuộc|tỉnh|thành phố|tp)\b", re.I)
_BELOW_WORDS = re.compile(
    r"(?:ubnd )?(?:huyện|quận|thị xã|thành phố|xã|phường|thị trấn|đặc khu) (?P<name>.+?)"
    r"(?: (?:thuộc )?(?:tỉnh|thành phố|tp\.?) .+)?",
    re.I,
)


def unnumbered(text: str) -> str:
    """A line without its number and the signs around it: 'II. SỞ Y TẾ:' → 'SỞ Y TẾ'."""
    number = _NUMBER.match(text)
    return (text[number.end() :] if number else text).strip(_AROUND)


def said_plainly(text: str, start: int, end: int, reference: Reference) -> bool:
    """Whether a line says a name as that of who is scored.

    As the whole line, after 'Đơn vị:' or 'của', behind its province, or in a title; never where
    further words hang on a known name: 'Sở Nội vụ điền' is a sentence.
    """
    name = text[start:end].strip()
    before, after = unnumbered(text[:start] + "·").strip(_AROUND + "·"), text[end:].strip(_AROUND)
    said = fold(before)
    if _goes_on(name, reference) or _SAYS_ELSE.search(said):
        return False
    if not before and (not after or _PLACE.fullmatch(after)):
        return True
    if said.endswith("của") or OWNER.match(fold(text)):
        return True
    if before and reference.organisations_named(before, None):
        return True
    labelled = text[:start].rstrip().endswith(":")
    title = fold(f"{before} {after}")
    return bool(INDEX_WORDS.search(title) or (_TITLE.search(title) and not labelled))


def _goes_on(name: str, reference: Reference) -> bool:
    """Whether words follow the name of a known department or a place that belong to no name."""
    below = _BELOW_WORDS.fullmatch(name)
    if below:
        return any(word[:1].islower() for word in below["name"].split())
    said = f"{fold(name)} "
    known = [one for one in reference.units.aliases if said.startswith(f"{one} ")]
    words = name.split()[len(max(known, key=len, default=said).split()) :]
    rest = " ".join(words)
    if not rest or _NAME_GOES_ON.match(rest) or reference.organisations_named(rest, None):
        return False
    return rest[:1].islower() or name.isupper()
