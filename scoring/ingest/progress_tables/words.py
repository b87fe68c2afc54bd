"""The states of a task in the words that units choose from."""

from collections.abc import Mapping
from types import MappingProxyType

from rapidfuzz import fuzz, process

from scoring.text.words import fold

WORDS: Mapping[str, str] = MappingProxyType(
    {
        "not_started": "chưa bắt đầu",
        "doing": "đang làm",
        "done": "hoàn thành",
        "not_applicable": "không áp dụng",
    }
)
OVERDUE = "quá hạn"  # told from the deadline, never chosen
_STATES = MappingProxyType({fold(word): state for state, word in WORDS.items()})
# What people write instead; offered, never taken for what they mean.
_MEANT = MappingProxyType(
    {
        "chưa làm": "not_started",
        "chưa thực hiện": "not_started",
        "chưa triển khai": "not_started",
        "đang thực hiện": "doing",
        "đang triển khai": "doing",
        "đang xử lý": "doing",
        "chưa xong": "doing",
        "chưa hoàn thành": "doing",
        OVERDUE: "doing",
        "trễ hạn": "doing",
        "xong": "done",
        "đã xong": "done",
        "đã hoàn thành": "done",
        "hoàn tất": "done",
        "đạt": "done",
        "không thực hiện": "not_applicable",
        "không thuộc": "not_applicable",
        "không có": "not_applicable",
    }
)


def state_of(text: str) -> str | None:
    """The state that a word names exactly; None where it is none of the words."""
    return _STATES.get(fold(text))


def nearest(text: str) -> str:
    """The word that is offered instead of another text."""
    known = _STATES | _MEANT
    best = process.extractOne(fold(text), list(known), scorer=fuzz.ratio)
    return WORDS[known[best[0]]]
