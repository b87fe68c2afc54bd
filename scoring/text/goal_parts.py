"""Into which parts does a text fall of which each sets one goal at most, and due when?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scoring.text.bases import is_base, names_base_year
from scoring.text.goals import amounts_in
from scoring.text.words import fold, nfc
from scoring.text.wrapped import unwrapped


@dataclass(frozen=True)
class Part:
    """A stretch of a text, and the year that stands before it, for all that follows."""

    text: str
    due_year: int | None
    sentence: int  # the number of its sentence


def goal_parts(text: str) -> Iterator[Part]:
    """The parts in order; together they are the text but for bullets and the signs between."""
    sentence = 0
    heading: int | None = None
    for line in unwrapped(_LINE_END.sub(_line_end, text)).splitlines():
        due = heading
        for one in _sentences(_BULLET.sub("", line)):
            sentence += 1
            said = None
            bare = _BULLET.sub("", one)
            for part in (part for clause in _clauses(bare) for part in _split(clause)):
                folded = _BRACKETS.sub(" ", fold(part))
                if found := _HEADING.search(folded):
                    due = int(found["year"])
                elif found := _LEADING.match(folded):
                    said = int(found["year"])
                yield Part(part, said or due, sentence)
        if ends := _HEADING_ALONE.search(fold(line)):
            heading = int(ends["year"])


# A line that begins with an amount, or stands behind the end of a sentence, begins something new.
_LINE_END = re.compile(r"(?<!\S)(\S+)\s*\n\s*(?=(\S+ ?%? ?\w?))")
_SHARE = re.compile(r"\d+(?:[.,]\d+)? ?% ?\w")
_GOES_ON = frozenset(
    ("thiểu", "nhất", "trên", "đạt", "từ", "là", "dưới", "quá", "lên", "tăng", "có", "mức")
    + ("thành", "hiện", "và")
)
_BULLET = re.compile(
    r"^\s*(?:[-–—*•](?!\d+(?:[.,]\d+)?$)|\+(?=[\s\w])(?!\d)|[a-zđ]\)"
    r"|\d{1,2}(?:\.\d{1,2})*[.)](?=\s)) *",
    re.IGNORECASE,
)
_YEAR = r"(?P<year>20[0-9]{2})"
_DUE = rf"(?:(?:đến|hết|cuối|trong|vào) )*(?:năm|giai đoạn 20[0-9]{{2}} ?[-–]) ?{_YEAR}"
_HEADING = re.compile(rf"\b{_DUE} ?:")
_HEADING_ALONE = re.compile(rf"\b{_DUE} ?:$")
_LEADING = re.compile(rf"(?:(?:phấn đấu|mục tiêu|mục tiêu là),? )*{_DUE} ?,")
_SENTENCE_END = re.compile(r"\.(?= +\S)|(?<=[^\W\d_])\.(?=\d{1,3} ?%)|(?<=[)%])\.(?=\S)")
_ABBREVIATION = re.compile(r"\b(?:tp|tx|tt|ths|ts|pgs|v\.v|st|p|q|h)$", re.IGNORECASE)
_BRACKETS = re.compile(r"\([^()]*\)")

_JOINT = re.compile(r" ?, ?| (?:và|cùng với) |: ?")
_LINK = r"(?:(?:và|trong (?:số )?đó|đồng thời|phấn đấu|trong đó,? có|có|phải|tiếp tục),? )*"
_BOUNDS = (
    r"(?:(?:tối thiểu|ít nhất|trên|dưới|tối đa|từ|đạt|vượt|không (?:vượt )?quá|không dưới|không"
    r" thấp hơn|xử lý|thực hiện|hoàn thành|giải quyết|đảm bảo|bảo đảm|đến năm 20\d\d,?(?: là)?) )*"
)
_AMOUNT_NEXT = re.compile(rf"{_LINK}{_BOUNDS}$")
_MEASURED_NEXT = re.compile(
    rf"{_LINK}(?:tỷ lệ|tỉ lệ|mức độ|chỉ số|số(?! hóa)|tổng (?:số|điểm)|xếp|thứ hạng|hạng|điểm|đạt"
    r"|tăng|phấn đấu|đến năm|năm 20\d\d|vào nhóm|nằm trong|thuộc nhóm|đứng|hoàn thành|thực hiện"
    r"|sự hài lòng|giải quyết|xử lý|giảm|rút ngắn|không quá|top|tốp)\b"
)


def _line_end(end: re.Match[str]) -> str:
    """The line end, with a bullet behind it where something new begins."""
    sentence_ends = end[1].endswith((".", ";", ":"))
    shares = _SHARE.match(end[2]) and fold(end[1]) not in _GOES_ON and not end[1].endswith(",")
    return f"{end[1]}\n- " if (sentence_ends or shares) and not _BULLET.match(end[2]) else end[0]


def _sentences(line: str) -> Iterator[str]:
    """The sentences of a line; 'TP. Hà Nội' and '01.2022' do not end one."""
    begin = 0
    for end in _SENTENCE_END.finditer(line):
        rest = line[end.end() :].lstrip()
        starts = not rest[0].islower() and not _ABBREVIATION.search(line[begin : end.start()])
        if starts and not _is_open(line[begin : end.start()]):
            yield line[begin : end.start()].strip()
            begin = end.end()
    yield line[begin:].strip()


def _is_open(text: str) -> bool:
    return text.count("(") > text.count(")")


def _clauses(sentence: str) -> Iterator[str]:
    """What stands between ';', and brackets that set goals of their own.

    Brackets that tell what is compared with, or make a remark, stay as they are.
    """
    compared = names_base_year(fold(sentence))

    def opened(brackets: re.Match[str]) -> str:
        inside = fold(brackets.group()[1:-1])
        own = amounts_in(inside) and not is_base(inside, compared=compared)
        return f"\0{brackets.group()[1:-1]}\0" if own else brackets.group().replace(";", "\1")

    apart = _BRACKETS.sub(opened, sentence)
    for one in re.split(r"[;\0]", apart):
        if clause := nfc(one.replace("\1", ";")).strip(" .,;"):
            yield clause


def _split(clause: str) -> Iterator[str]:
    """A clause with several amounts, cut where the next one begins; where none is sure, whole."""
    folded = fold(clause)
    masked = _BRACKETS.sub(lambda one: " " * len(one.group()), folded)
    if len(folded) != len(clause):
        yield clause
        return
    begin = 0
    amounts = amounts_in(masked)
    for before, after in zip(amounts, amounts[1:], strict=False):
        cut = _cut(masked, before[1], after[0])
        if cut is not None:
            yield clause[begin:cut].strip(" ,")
            begin = cut
    yield clause[begin:].strip(" ,")


def _cut(text: str, begin: int, end: int) -> int | None:
    """Where the stretch between two amounts is cut: before the word or behind the sign there."""
    joints = list(_JOINT.finditer(text, begin, end))
    for joint in reversed(joints):
        if _AMOUNT_NEXT.fullmatch(text[joint.end() : end]):
            return _whole_link(text, joint, joints)
    for joint in joints:
        if _MEASURED_NEXT.match(text[joint.end() : end + 1]):
            return _place(joint)
    return None


def _whole_link(text: str, last: re.Match[str], joints: list[re.Match[str]]) -> int:
    """'A, trong đó, có 30%' is cut before 'trong đó'."""
    for joint in joints:
        between = text[joint.end() : last.start()]
        if joint.start() < last.start() and re.fullmatch(r"(?:và )?trong (?:số )?đó", between):
            return _place(joint)
    return _place(last)


def _place(joint: re.Match[str]) -> int:
    return joint.start() if joint.group().strip().isalpha() else joint.end()
