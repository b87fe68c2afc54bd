"""Which amount does one stretch of a sentence set as a goal, and in which words?"""

import re
from dataclasses import dataclass
from typing import Literal

from scoring.text.numbers import grouped, is_ambiguous, parse_number

Kind = Literal["rise", "at_least", "at_most", "rank"]


@dataclass(frozen=True)
class Goal:
    """What a stretch sets, and where the words that set it begin and end.

    Shape: `measure` is '%', 'điểm %', 'điểm', 'hạng', the thing counted, or None for a bare number.
    """

    kind: Kind
    amount: float
    measure: str | None
    start: int
    end: int
    from_value: float | None = None

    @property
    def counts(self) -> bool:
        """Whether it counts things, not points, percent or places."""
        return self.measure not in _NO_THINGS


@dataclass(frozen=True)
class Amount:
    """A number with what it measures, and where both stand."""

    number: str
    measure: str | None
    start: int
    end: int

    @property
    def value(self) -> float:
        """Things are grouped by thousands, points and percent are not."""
        if self.measure not in _NO_THINGS and is_ambiguous(self.number):
            return grouped(self.number)
        return parse_number(self.number) or 0.0


def goal_of(text: str) -> Goal | None:
    """The goal that a folded text sets, without what it compares with.

    Returns: None where there is none, more than one, or one that is not certain.
    """
    return _rank(text) or _from_to(text) or _amount(text)


def is_relative(text: str) -> bool:
    """Whether a folded text says that its amount is no amount of points: 'gấp 2 lần'."""
    return _RELATIVE.search(text) is not None


def amounts_in(text: str) -> list[tuple[int, int]]:
    """Where the amounts of a folded text begin and end, a rank being one."""
    ranks = [one.span() for one in _RANK.finditer(text)]
    return sorted([*ranks, *((one.start, one.end) for one in _amounts(text))])


_NO_THINGS = ("%", "điểm %", "điểm", "hạng", None)
NUMBER = r"[0-9]{1,9}(?:[.,][0-9]{1,6})?"
MEASURE = (
    r"(?:điểm ?%|điểm phần trăm|%|phần trăm|/100 ?điểm|/100"
    r"|điểm(?! (?:cầu|bưu|tiếp nhận|giao dịch|phục vụ|du lịch)))(?!\w)"
)
_THINGS = (
    "(?:ngày làm việc|ngày|giờ làm việc|giờ|phút|tuần|tháng|lần|lượt|sáng kiến/giải pháp|sáng kiến"
    "|giải pháp|hình thức|cuộc|lớp|đơn vị sự nghiệp công lập|đơn vị|cơ quan|địa phương|hồ sơ"
    "|dịch vụ công|dịch vụ|thủ tục hành chính|thủ tục|tthc|văn bản|hội nghị|mô hình|người|nhiệm vụ"
    "|tin, bài|tin bài|bài viết|bài|triệu đồng|tỷ đồng|nghìn đồng|đồng|doanh nghiệp|buổi|đợt"
    "|hoạt động|tiêu chí|chỉ tiêu|phòng|chuyên mục|chuyên đề|kiến nghị|phiếu|xã|dự án|tài khoản)"
)
_BOUND = (
    r"(?:tối thiểu|ít nhất|tối đa|nhiều nhất|trên|dưới|từ|đạt|vượt|không (?:vượt )?quá"
    r"|xuống(?: còn)?|còn|không (?:dưới|trên|thấp hơn|cao hơn|nhỏ hơn|lớn hơn|ít hơn|nhiều hơn)"
    r"|>=?|<=?|≥|≤)(?: mức| là)?"
)
_MEASURED = re.compile(rf"(?<![\w.,/])[+]?(?P<number>{NUMBER}) ?(?P<measure>{MEASURE})")
# Things and bare numbers are amounts only behind a word that sets a bound.
_COUNTED = re.compile(
    rf"(?<!\w){_BOUND} (?P<all>(?P<number>{NUMBER}) (?P<measure>{_THINGS}))(?!\w)"
)
_BARE = re.compile(
    rf"(?<!\w){_BOUND} (?P<all>(?!(?:19|20)[0-9]{{2}}\b)(?P<number>{NUMBER}))(?= trở |$)"
)
_ONLY_A_NUMBER = re.compile(rf"(?P<sign>[+≥>≤<]|>=|<=)? ?(?P<number>{NUMBER})")
_ONLY_A_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_RELATIVE = re.compile(r"\btương đối\b|\bgấp\b|\blần so với\b|\b(?:tăng|giảm) [0-9.,]+ lần\b")

_RANK = re.compile(
    r"\b(?:xếp (?:thứ )?hạng|xếp thứ|đứng (?:ở )?(?:vị trí )?thứ|thứ hạng|hạng|vị trí(?: thứ)?)"
    r"(?: từ)?(?: thứ)? (?P<rank>[0-9]{1,3})(?:/[0-9]{1,3})?(?![0-9.,%])"
    r"(?! ?(?:[-–]|đến|tới) ?[0-9])"
    r"|\b(?:top|tốp) (?P<top>[0-9]{1,3})\b(?! ?[-–])"
    r"|\b(?:nhóm|trong|thuộc) (?P<leading>[0-9]{1,3}) [^0-9]*?(?:dẫn đầu|đứng đầu|cao nhất)"
)
_NO_RANK_GOAL = re.compile(
    r"\b(?:tăng(?! trưởng| cường)|giảm|tụt|không xếp|lên từ|thấp nhất|cuối)\b"
)
_UP = re.compile(
    rf"\b(?:tăng|nâng) (?:[^0-9]*\b)?từ (?P<from>{NUMBER}) ?(?P<one>{MEASURE})?"
    rf" lên (?:(?:đạt|trên|ít nhất|tối thiểu|mức) )*(?P<to>{NUMBER}) ?(?P<two>{MEASURE})"
)
_DOWN = re.compile(
    rf"\b(?:giảm|hạ) (?:[^0-9]*\b)?từ (?P<from>{NUMBER}) ?(?P<one>{MEASURE})?"
    rf" xuống (?:(?:còn|dưới|tối đa|không quá|mức) )*(?P<to>{NUMBER}) ?(?P<two>{MEASURE})"
)
_RISE_BEFORE = re.compile(r"\b(?:tăng|cao hơn)(?: (?:thêm|ít nhất|tối thiểu|trên|từ|hơn))* ?$|\+$")
_AT_MOST_BEFORE = re.compile(
    r"(?:\bkhông (?:vượt )?quá|\btối đa|\bnhiều nhất|(?<!không )\b(?:dưới|thấp hơn|nhỏ hơn|ít hơn)"
    r"|\bkhông (?:trên|cao hơn|lớn hơn|nhiều hơn|vượt)|\bxuống(?: còn)?|\bchỉ còn|<=?|≤)(?: mức)?$"
)
_AT_LEAST_BEFORE = re.compile(
    r"(?:^(?:(?:và|cùng với|đồng thời|trong (?:số )?đó),?)?"
    r"|\b(?:tối thiểu|ít nhất|trên|từ|đạt|lên|vượt|đạt mức|ở mức|đạt tỷ lệ|hoàn thành"
    r"|phấn đấu|duy trì|bảo đảm|đảm bảo|không (?:dưới|thấp hơn|nhỏ hơn|ít hơn))|>=?|≥)(?: mức)?$"
)
# What is done to a share of things: 'xử lý 100% vấn đề'; a share of nothing else is done so.
_DONE_BEFORE = re.compile(
    r"\b(?:ban hành|công bố|cung cấp|kiểm tra|đào tạo"
    r"|thực hiện|xử lý|giải quyết|khắc phục|giải ngân|triển khai|tiếp nhận|cập nhật|số hóa"
    r"|công khai|rà soát|trả lời|phải|có|là)$|[:,] ?[-–]?$"
)
# 'Chỉ số hài lòng: 86%'; behind a year it may be what was reached.
_NAMED_BEFORE = re.compile(r"[^\W\d_] ?:$")
# A verb of change with no level reached behind it: the amount is a change of unknown kind.
_CHANGE = re.compile(
    r"\b(?:tăng(?! cường)|giảm|thêm|nâng(?! cao| cấp)|hạ(?! tầng)|bớt|rút ngắn)\b"
    r"(?!.*\b(?:đạt|lên|xuống|còn|hoàn thành|đơn giản hóa)\b)"
)
_NO_GOAL_BEFORE = re.compile(
    r"\b(?:không|chưa|chỉ|mới|đã|(?<!thực )(?<!thể )hiện(?: nay| tại)?(?: đang| mới| đã)?)"
    r" (?:đạt|tăng|hoàn thành|duy trì|cao hơn|lên|có|là)"
    r"(?: (?:được|mức|từ|trên|thêm|ít nhất|tối thiểu))*$"
    r"|^(?:(?:phấn đấu|bảo đảm|đảm bảo) )?không (?:để|còn|có)\b.*$"
)
_DOWN_AFTER = re.compile(r" ?trở xuống\b")
_VAGUE_AFTER = re.compile(r" ?(?:-|–|đến|tới) ?[0-9]")


def _amounts(text: str) -> list[Amount]:
    """Every amount once: percent and points go before things, things before bare numbers."""
    found: dict[int, Amount] = {}
    for match in _MEASURED.finditer(text):
        one = Amount(match["number"], _measure(match["measure"]), *match.span())
        found[match.start("number")] = one
    for pattern in (_COUNTED, _BARE):
        for match in pattern.finditer(text):
            measure = match.groupdict().get("measure")
            one = Amount(match["number"], measure, *match.span("all"))
            found.setdefault(one.start, one)
    return [found[at] for at in sorted(found)]


def _measure(said: str) -> str:
    if said in ("%", "phần trăm"):
        return "%"
    return "điểm %" if "%" in said or "phần trăm" in said else "điểm"


def _rank(text: str) -> Goal | None:
    found = list(_RANK.finditer(text))
    if len(found) != 1 or _NO_RANK_GOAL.search(text) or _amounts(text):
        return None
    match = found[0]
    place = match["rank"] or match["top"] or match["leading"]
    return Goal("rank", float(place), "hạng", *match.span())


def _from_to(text: str) -> Goal | None:
    """'tăng từ 83,99% lên 86%': a level to reach, and where it starts."""
    kinds: tuple[tuple[re.Pattern[str], Kind], ...] = ((_UP, "at_least"), (_DOWN, "at_most"))
    for pattern, kind in kinds:
        match = pattern.search(text)
        if match and not _MEASURED.search(text, match.end()):
            to, start = parse_number(match["to"]) or 0.0, match.start("from") - len("từ ")
            measure, from_value = _measure(match["two"]), parse_number(match["from"])
            return Goal(kind, to, measure, start, match.end(), from_value)
    return None


def _amount(text: str) -> Goal | None:
    found = _amounts(text)
    if not found:
        return _only_a_number(text)
    if len(found) > 1 or _RANK.search(text):
        return None
    one = found[0]
    plus = "+" if text[one.start] == "+" else ""
    kind = _kind(text[: one.start].rstrip() + plus, text[one.end :], one)
    return Goal(kind, one.value, one.measure, one.start, one.end) if kind else None


def _kind(before: str, after: str, one: Amount) -> Kind | None:
    if _NO_GOAL_BEFORE.search(before) or _VAGUE_AFTER.match(after):
        return None
    if _RISE_BEFORE.search(before):
        return "rise" if one.measure in _NO_THINGS else None
    if _CHANGE.search(before) or re.match(r" (?:tăng|giảm)\b", after):
        return None
    if _AT_MOST_BEFORE.search(before) or (_DOWN_AFTER.match(after) and before.endswith("từ")):
        return "at_most"
    if _AT_LEAST_BEFORE.search(before) or after.startswith(" trở lên"):
        return "at_least"
    if _NAMED_BEFORE.search(before) and not after.strip():
        return "at_least"
    of_things = one.measure == "%" and bool(re.match(r" \w", after))
    whole = of_things and one.value == 100  # whatever is done to all of them
    return "at_least" if whole or (of_things and _DONE_BEFORE.search(before)) else None


def _only_a_number(text: str) -> Goal | None:
    """A cell with nothing but a number is the level to reach; a year is not."""
    match = _ONLY_A_NUMBER.fullmatch(text)
    if not match or _ONLY_A_YEAR.fullmatch(text):
        return None
    signs: dict[str | None, Kind] = {"+": "rise", "≤": "at_most", "<": "at_most", "<=": "at_most"}
    kind = signs.get(match["sign"], "at_least")
    return Goal(kind, parse_number(match["number"]) or 0.0, None, *match.span())
