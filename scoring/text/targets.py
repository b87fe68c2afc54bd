"""What does this sentence promise to reach?"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from scoring.text.numbers import NotANumber, parse_number
from scoring.text.words import fold, nfc


@dataclass(frozen=True)
class Target:
    """A goal read from a sentence.

    Shape: `amount` is in points, or in percent where `percent` says so; a rise is one on
    `base_value`, the value of `base_year`, each None where it was not written.
    """

    kind: Literal["rise", "at_least", "at_most", "rank"]
    amount: float
    percent: bool
    base_year: int | None
    base_value: float | None
    sentence: str


@lru_cache(maxsize=4096)
def parse_target(sentence: str) -> Target | None:
    """The goal that a sentence sets, 'tăng ít nhất 02% so với năm 2022 (năm 2022 là 83,99%)'.

    Returns: None where it sets no single goal that is certain: never guessed.
    """
    text = fold(sentence).strip(" .;:")
    goal, base_year, base_value = _without_base(text)
    if _RELATIVE.search(text):
        return None
    read = _rank(goal) or _from_to(goal) or _amount(goal)
    if read is None:
        return None
    kind, amount, percent, from_value = read
    base_value = from_value if base_value is None else base_value
    return Target(kind, amount, percent, base_year, base_value, nfc(sentence))


_Kind = Literal["rise", "at_least", "at_most", "rank"]
_Read = tuple[_Kind, float, bool, float | None]

_NUMBER = r"[0-9]+(?:[.,][0-9]+)?"
_MEASURE = r"(?:điểm ?%|điểm phần trăm|%|phần trăm|/100 ?điểm|/100|điểm)(?!\w)"
_MEASURED = re.compile(rf"(?<![\w.,/])[+]?(?P<number>{_NUMBER}) ?(?P<measure>{_MEASURE})")
_ONLY_A_NUMBER = re.compile(rf"(?P<sign>[+≥>≤<]|>=|<=)? ?(?P<number>{_NUMBER})")
_RELATIVE = re.compile(r"\btương đối\b|\bgấp\b|\blần\b")

_YEAR = r"(?P<year>(?:19|20)[0-9]{2})"
_BASE_VALUE = rf"(?P<value>{_NUMBER}) ?{_MEASURE}"
_BRACKETS = re.compile(r"\((?P<inside>[^()]*)\)")
_BASE_INSIDE = re.compile(rf"(?:năm )?(?:{_YEAR})?(?: ?(?:là|đạt|:|=))? ?{_BASE_VALUE}")
_BASE = re.compile(
    rf"(?:\bso với|(?<=cao hơn)) (?:kết quả |mức )?(?:của )?(?:(?P<first>{_NUMBER}) ?{_MEASURE} )?"
    rf"(?:(?:của )?năm )?{_YEAR}(?:,? (?:năm (?P=year) )?là {_BASE_VALUE})?"
)
_LAST_YEAR = re.compile(r"\bso với (?:cùng kỳ )?(?:năm trước|năm ngoái|cùng kỳ)\b")

_RANK = re.compile(
    r"\b(?:xếp (?:thứ )?hạng|xếp thứ|thứ hạng|hạng|vị trí(?: thứ)?)(?: từ)?(?: thứ)? "
    r"(?P<rank>[0-9]{1,3})(?:/[0-9]{1,3})?(?![0-9.,%])"
    r"|\btop (?P<top>[0-9]{1,3})\b"
    r"|\b(?:nhóm|trong|thuộc) (?P<leading>[0-9]{1,3}) [^0-9]*?(?:dẫn đầu|đứng đầu|cao nhất)"
)
_NO_RANK_GOAL = re.compile(r"\b(?:tăng|giảm|tụt|không xếp|lên từ|thấp nhất|cuối)\b")
_FROM_TO = re.compile(
    rf"\b(?:tăng|nâng) (?:[^0-9]*\b)?từ (?P<from>{_NUMBER}) ?(?P<one>{_MEASURE})?"
    rf" lên (?:(?:đạt|trên|ít nhất|tối thiểu|mức) )*(?P<to>{_NUMBER}) ?(?P<two>{_MEASURE})"
)
_RISE_BEFORE = re.compile(
    r"\b(?:tăng|cao hơn)(?: (?:thêm|ít nhất|tối thiểu|trên|từ|hơn))* ?\+?$|^(?:phấn đấu )?\+$"
)
_AT_MOST_BEFORE = re.compile(
    r"(?:\bkhông (?:vượt )?quá|\btối đa|\bnhiều nhất|(?<!không )\b(?:dưới|thấp hơn|nhỏ hơn|ít hơn)"
    r"|\bkhông (?:trên|cao hơn|lớn hơn|nhiều hơn|vượt)|<=?|≤)(?: mức)?$"
)
_AT_LEAST_BEFORE = re.compile(
    r"(?:^|\b(?:tối thiểu|ít nhất|trên|từ|đạt|lên|vượt|đạt mức|ở mức|đạt tỷ lệ|hoàn thành"
    r"|phấn đấu|duy trì|bảo đảm|đảm bảo|không (?:dưới|thấp hơn|nhỏ hơn|ít hơn))|>=?|≥)(?: mức)?$"
)
# A verb of change with no 'đạt' or 'lên' behind it: the amount is a change of unknown kind.
_CHANGE = re.compile(r"\b(?:tăng(?! cường)|giảm|thêm|nâng(?! cao)|hạ|bớt)\b(?!.*\b(?:đạt|lên)\b)")
_NO_GOAL_BEFORE = re.compile(
    r"\b(?:không|chưa|chỉ|mới|đã) (?:đạt|tăng|hoàn thành|duy trì|cao hơn|lên)"
    r"(?: (?:được|mức|từ|trên|thêm|ít nhất|tối thiểu))*$"
)
_DOWN_AFTER = re.compile(r" ?trở xuống\b")
_VAGUE_AFTER = re.compile(r" ?(?:-|–|đến|tới) ?[0-9]")


def _without_base(text: str) -> tuple[str, int | None, float | None]:
    """The sentence without what it compares with, the year and the value compared with."""
    match = _BASE.search(text)
    year = int(match["year"]) if match else None
    value = (match["first"] or match["value"]) if match else None
    if match:
        text = text[: match.start()] + text[match.end() :]
        value = value or _value_in_brackets(text, match["year"])
    text = _LAST_YEAR.sub(" ", text)
    goal = nfc(_BRACKETS.sub(" ", text)).strip(" ,.;:")
    return goal, year, parse_number(value)


def _value_in_brackets(text: str, year: str) -> str | None:
    for brackets in _BRACKETS.finditer(text):
        base = _BASE_INSIDE.fullmatch(brackets["inside"].strip())
        if base and base["year"] in (None, year):
            return base["value"]
    return None


def _rank(goal: str) -> _Read | None:
    found = list(_RANK.finditer(goal))
    if len(found) != 1 or _NO_RANK_GOAL.search(goal) or _MEASURED.search(goal):
        return None
    match = found[0]
    return "rank", float(match["rank"] or match["top"] or match["leading"]), False, None


def _from_to(goal: str) -> _Read | None:
    """'tăng từ 83,99% lên 86%': a level to reach, and where it starts."""
    match = _FROM_TO.search(goal)
    if not match or _MEASURED.search(goal, match.end()):
        return None
    return (
        "at_least",
        _number(match["to"]),
        _is_percent(match["two"]),
        _number(match["from"]),
    )


def _amount(goal: str) -> _Read | None:
    found = list(_MEASURED.finditer(goal))
    if not found:
        return _only_a_number(goal)
    if len(found) > 1 or _RANK.search(goal):
        return None
    measured = found[0]
    plus = "+" if measured.group().startswith("+") else ""
    kind = _kind(goal[: measured.start()].rstrip() + plus, goal[measured.end() :])
    if kind is None:
        return None
    return kind, _number(measured["number"]), _is_percent(measured["measure"]), None


def _kind(before: str, after: str) -> _Kind | None:
    if _NO_GOAL_BEFORE.search(before) or _VAGUE_AFTER.match(after):
        return None
    if _RISE_BEFORE.search(before):
        return "rise"
    if _CHANGE.search(before) or re.match(r" (?:tăng|giảm)\b", after):
        return None
    if _AT_MOST_BEFORE.search(before) or (_DOWN_AFTER.match(after) and before.endswith("từ")):
        return "at_most"
    return "at_least" if _AT_LEAST_BEFORE.search(before) else None


def _only_a_number(goal: str) -> _Read | None:
    """A cell with nothing but a number is the level to reach; a year is not."""
    match = _ONLY_A_NUMBER.fullmatch(goal)
    if not match or re.fullmatch(_YEAR, goal):
        return None
    kinds: dict[str | None, _Kind] = {
        "+": "rise",
        "≤": "at_most",
        "<": "at_most",
        "<=": "at_most",
    }
    return kinds.get(match["sign"], "at_least"), _number(match["number"]), False, None


def _number(text: str) -> float:
    number = parse_number(text)
    if number is None:
        raise NotANumber(text)
    return number


def _is_percent(measure: str) -> bool:
    return "%" in measure or "phần trăm" in measure
