"""The answers 'Rất hài lòng', 'Hài lòng', 'Không hài lòng' … in columns of their own."""

import re
from collections.abc import Collection, Sequence

ANSWER = re.compile(
    r"(?:(?:rất|tương đối|khá|hoàn toàn) )?(?:(?:không|chưa) )?hài lòng\W*|bình thường\W*"
    r"|trung lập\W*|không ý kiến\W*"
)
_IN_GROUP = re.compile(rf"(?P<group>.*?)\b(?P<answer>{ANSWER.pattern})")
_VERY, _SATISFIED = "rất hài lòng", "hài lòng"


def answers_among(names: Sequence[str]) -> frozenset[int]:
    """The columns of different answers under one group, by their folded header texts.

    Of two groups of answers the one with more; 'Tỷ lệ hài lòng' beside them is none of them.
    """
    found: dict[str, dict[int, str]] = {}
    for at, name in enumerate(names):
        if match := _IN_GROUP.fullmatch(name):
            found.setdefault(match["group"], {})[at] = _words(match["answer"])
    answers = max(found.values(), key=lambda one: len(set(one.values())), default={})
    return frozenset(answers) if len(set(answers.values())) > 1 else frozenset()


def are_added(columns: Collection[int], answers: Collection[int], names: Sequence[str]) -> bool:
    """Whether only the answers of both kinds of satisfied are left: together they are the ratio."""
    said = {_answer_of(names[at]) for at in columns}
    return set(columns) <= set(answers) and said == {_VERY, _SATISFIED}


def _answer_of(name: str) -> str:
    match = _IN_GROUP.fullmatch(name)
    return _words(match["answer"]) if match else ""


def _words(answer: str) -> str:
    return re.sub(r"\W+", " ", answer).strip()
