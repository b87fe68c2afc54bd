"""How is a target written, and what does a rise in percent come to in either reading?"""

import re
from dataclasses import dataclass
from decimal import Decimal

from scoring.text.targets import Kind, Target
from scoring.text.words import fold

_GOAL: dict[Kind, str] = {
    "rise": "tăng ít nhất {}",
    "at_least": "đạt tối thiểu {}",
    "at_most": "không quá {}",
    "rank": "xếp hạng {} trở lên",
}
_CHANGES = re.compile(r"\b(?:tăng|giảm|thêm|nâng|hạ|bớt|rút ngắn)\b")
# 'Mô hình mới đạt 3' would tell what was reached so far.
_NOT_BEFORE_A_VERB = ("mới", "đã", "chỉ", "chưa", "không", "hiện", "hiện nay", "hiện tại")


@dataclass(frozen=True)
class Readings:
    """The value that a rise leads to: by points, and relative to the value it starts from.

    Shape: `relative` is None where one reading only is left: 'tăng 2 điểm %', 'tăng 0,5 điểm'.
    """

    base: float
    points: float
    relative: float | None


def readings(target: Target, base: float | None = None) -> Readings | None:
    """Both readings of a rise: 83,99 and '+2%' come to 85,99 or, × 1,02, to 85,6698.

    `base` is the value it starts from where the sentence tells none.

    Returns: None for a goal that is no rise, and where nobody knows the value it starts from.
    """
    start = target.base_value if target.base_value is not None else base
    if target.kind != "rise" or start is None:
        return None
    relative = start * (1 + target.amount / 100) if target.measure == "%" else None
    return Readings(
        base=start,
        points=round(start + target.amount, 10),
        relative=None if relative is None else round(relative, 10),
    )


def format_target(target: Target) -> str:
    """'Đến năm 2025, tỷ lệ giao dịch thanh toán trực tuyến đạt tối thiểu 30%'.

    Read again it is the same target but for the sentence.
    """
    if target.measure is None and not target.indicator:
        return {"rise": "+{}", "at_most": "≤ {}"}.get(target.kind, "{}").format(_amount(target))
    opening = _opening(target)
    if fold(opening).endswith(tuple(f" {word}" for word in _NOT_BEFORE_A_VERB)):
        opening += ":"
    said = [opening, _goal(target), _base(target)]
    return " ".join(filter(None, said))


def _opening(target: Target) -> str:
    """The year it is due and what is measured."""
    if target.due_year is None:
        return target.indicator
    return f"Đến năm {target.due_year}, {_lower(target.indicator)}".strip()


def _lower(title: str) -> str:
    """The title inside a sentence; abbreviations stay as they are."""
    return title if title[:2].isupper() else title[:1].lower() + title[1:]


def _goal(target: Target) -> str:
    if target.base_value is not None and target.base_year is None:
        verbs = ("giảm", "xuống") if target.kind == "at_most" else ("tăng", "lên")
        start = _measured(target.base_value, target)
        return f"{verbs[0]} từ {start} {verbs[1]} {_measured(target.amount, target)}"
    if target.kind == "rank":
        return _GOAL["rank"].format(_number(target.amount))
    if (target.kind, target.amount, target.measure) == ("at_least", 100, "%"):
        return "đạt 100%"
    # 'Số TTHC cắt giảm không quá 5%' would tell how much it falls.
    reached = target.kind == "at_most" and _CHANGES.search(fold(target.indicator))
    return ("đạt " if reached else "") + _GOAL[target.kind].format(_amount(target))


def _base(target: Target) -> str:
    if target.base_year is None:
        return ""
    compared = f"so với năm {target.base_year}"
    if target.base_value is None:
        return compared
    value = _measured(target.base_value, target)
    return f"{compared} (năm {target.base_year} là {value})"


def _amount(target: Target) -> str:
    return _measured(target.amount, target)


def _measured(value: float, target: Target) -> str:
    """'83,99%', '88,5 điểm', '5 ngày'."""
    if target.measure in (None, "%"):
        return f"{_number(value)}{target.measure or ''}"
    return f"{_number(value)} {target.measure}"


def _number(value: float) -> str:
    """As many decimals as there are, a decimal comma, no groups: '83,99', '2', '1200'."""
    return f"{Decimal(repr(value)).normalize():f}".replace(".", ",")
