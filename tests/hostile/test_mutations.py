"""A thousand damaged files: each is answered, in time and memory, and none is misread."""

from collections import Counter
from typing import Any

import pytest

from tests.hostile.bases import bases
from tests.hostile.cases import ANSWERED, EITHER, REFUSED, SAME, Case
from tests.hostile.monsters import monsters
from tests.hostile.mutations import mutations
from tests.hostile.workers import Outcome, outcomes

SECONDS, BYTES = 10, 2**30
_VIETNAMESE = frozenset("àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ")
_ENGLISH = ("Error", "Exception", "Traceback", "invalid", "panicked", "failed")
Value = dict[str, Any]

pytestmark = pytest.mark.xdist_group("hostile")


@pytest.fixture(scope="module")
def clean() -> dict[str, list[Value]]:
    """What each file in order reads as."""
    found = outcomes([Case(name, content, SAME) for name, content in bases().items()])
    return {one.case.name: one.answer["values"] for one in found if one.answer}


@pytest.fixture(scope="module")
def damaged() -> list[Outcome]:
    return outcomes(mutations())


@pytest.fixture(scope="module")
def monstrous() -> list[Outcome]:
    return outcomes(monsters())


def failures(found: list[Outcome], clean: dict[str, list[Value]]) -> list[str]:
    return [f"{one.case.name}: {wrong}" for one in found for wrong in wrong_with(one, clean)]


def wrong_with(outcome: Outcome, clean: dict[str, list[Value]]) -> list[str]:
    """Every promise that was not kept for one file."""
    answer, case = outcome.answer, outcome.case
    if answer is None:
        return [outcome.died]
    refused = answer["code"] in (1, 2) and any(map(_says_why, answer["problems"]))
    checks = {
        f"did {answer['done']}": not answer["done"],
        f"took {answer['seconds']:.1f} s": answer["seconds"] <= SECONDS,
        f"took {answer['peak'] >> 20} MB": answer["peak"] <= BYTES,
        f"took {answer['apart'] >> 20} MB apart": answer["apart"] <= BYTES,
        f"was loadable or without a reason: {answer['problems']}": refused or answer["code"] == 0,
        f"is not refused: {answer['code']}": case.expected != REFUSED or refused,
        "reads otherwise": answer["code"] != 0 or _alike(answer["values"], clean, case),
        f"is refused: {answer['problems']}": case.expected != SAME or answer["code"] == 0,
    }
    return [wrong for wrong, kept in checks.items() if not kept]


def _says_why(problem: Value) -> bool:
    said = f"{problem['fix']} {problem['expected']} {problem['found']}"
    return (
        problem["severity"] == "error"
        and bool(_VIETNAMESE & set(problem["fix"].lower()))
        and not any(word in said for word in _ENGLISH)
    )


def _alike(values: list[Value], clean: dict[str, list[Value]], case: Case) -> bool:
    """Whether no more cells differ from those of the file in order than were changed."""
    before, after = (Counter(_cells(one)) for one in (clean.get(case.base, []), values))
    allowed = 0 if case.expected == SAME else case.changed
    return case.expected == ANSWERED or (before - after).total() <= allowed


def _cells(values: list[Value]) -> list[tuple[str, Any]]:
    return [(key, value) for row in values for key, value in row.items() if key != "row"]


def test_there_are_a_thousand_and_more(damaged: list[Outcome]) -> None:
    assert len({one.case.content for one in damaged}) > 1000
    assert {one.case.expected for one in damaged} == {REFUSED, SAME, EITHER}


def test_every_file_in_order_reads_as_the_same_table(clean: dict[str, list[Value]]) -> None:
    assert {name: len(values) for name, values in clean.items()} == dict.fromkeys(bases(), 37)
    assert len({str(_cells(values)) for values in clean.values()}) == 1


def test_damaged_files_are_answered(damaged: list[Outcome], clean: dict[str, list[Value]]) -> None:
    assert failures(damaged, clean) == []


def test_most_damage_of_a_whole_file_is_noticed(damaged: list[Outcome]) -> None:
    kinds = ("truncated", "overwritten", "shuffled")
    found = [one for one in damaged if one.case.name.startswith(kinds)]
    refused = sum(bool(one.answer and one.answer["code"]) for one in found)
    assert refused > len(found) * 2 / 3


def test_monsters_are_answered(monstrous: list[Outcome], clean: dict[str, list[Value]]) -> None:
    assert failures(monstrous, clean) == []
