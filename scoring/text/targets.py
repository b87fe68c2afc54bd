"""What does this sentence promise to reach?"""

from dataclasses import dataclass, replace
from functools import lru_cache

from scoring.text.bases import without_base
from scoring.text.goal_parts import Part, goal_parts
from scoring.text.goals import Kind, goal_of, is_relative
from scoring.text.indicators import due_year_of, has_amount, indicator_of, is_fact
from scoring.text.words import fold, nfc

__all__ = ["Kind", "Target", "Targets", "parse_target", "parse_targets"]


@dataclass(frozen=True)
class Target:
    """A goal read from a sentence.

    Shape: `amount` is in points, or in percent where `percent` says so, or counts what `measure`
        names ('%', 'điểm %', 'điểm', 'hạng', 'ngày' …; None for a bare number); a rise is one on
        `base_value`, the value of `base_year`, each None where it was not written. `indicator` is
        what is measured, in the sentence's own words, '' where it does not say; `due_year` None
        where it names no year.
    """

    kind: Kind
    amount: float
    percent: bool
    base_year: int | None
    base_value: float | None
    sentence: str
    indicator: str = ""
    measure: str | None = None
    due_year: int | None = None


@dataclass(frozen=True)
class Targets:
    """Everything that a text sets, each part of it in exactly one of the three.

    Shape: `found` are the goals; `unread` the parts that name an amount of which the goal is not
        certain; `in_words` those without any amount. Each in printed order.
    """

    found: tuple[Target, ...]
    unread: tuple[str, ...]
    in_words: tuple[str, ...]


# What is longer is prose.
_LONGEST_SENTENCE = 2_000
_LONGEST_TEXT = 20_000


@lru_cache(maxsize=4096)
def parse_target(sentence: str) -> Target | None:
    """The goal that a sentence sets, 'tăng ít nhất 02% so với năm 2022 (năm 2022 là 83,99%)'.

    Returns: None where it sets no single goal that is certain: never guessed.
    """
    said = nfc(sentence)
    if len(said) > _LONGEST_SENTENCE:
        return None
    folded = fold(said)
    bare = without_base(folded)
    stripped = bare.text.strip(" ,.;:")
    goal = None if is_relative(folded) else goal_of(stripped)
    if goal is None:
        return None
    due_year = due_year_of(stripped)
    places = bare.at[bare.text.find(stripped) :]
    return Target(
        kind=goal.kind,
        amount=goal.amount,
        percent=goal.measure in ("%", "điểm %"),
        base_year=bare.base_year,
        base_value=bare.base_value if bare.base_value is not None else goal.from_value,
        sentence=said,
        indicator=indicator_of(_printed(said, stripped, places), goal, due=due_year is not None),
        measure=goal.measure,
        due_year=due_year,
    )


@lru_cache(maxsize=4096)
def parse_targets(text: str, *, year: int | None = None) -> Targets:
    """All goals of a sentence or paragraph, each with the part of the text that sets it.

    A year that stands before several of them ('Đến năm 2030: …') is due for each; `year` is where
    the text says none. A part that names nothing ('xếp hạng 20 trở lên') is about the one before.
    """
    if len(text) > _LONGEST_TEXT:
        return Targets((), (nfc(text),), ())
    found: list[Target] = []
    unread: list[str] = []
    in_words: list[str] = []
    previous: tuple[int, Target] | None = None
    facts = 0  # the number of the last sentence that tells what was reached already
    for part in goal_parts(text):
        facts = part.sentence if is_fact(fold(part.text)) else facts
        target = None if facts == part.sentence else parse_target(part.text)
        if target:
            target = _placed(target, part, previous, year)
            previous = part.sentence, target
            found.append(target)
        elif has_amount(fold(part.text)):
            unread.append(part.text)
        else:
            in_words.append(part.text)
    return Targets(tuple(found), tuple(unread), tuple(in_words))


def _placed(
    target: Target, part: Part, previous: tuple[int, Target] | None, year: int | None
) -> Target:
    """The target with what the text around its part says of it."""
    due_year = target.due_year or part.due_year
    if previous and previous[0] == part.sentence and not target.indicator:
        about = previous[1]
        return replace(target, indicator=about.indicator, due_year=due_year or about.due_year)
    return replace(target, due_year=due_year or year)


def _printed(said: str, stripped: str, places: tuple[int, ...]) -> str:
    """The stripped text in its printed letters, where folding left as many as there were."""
    if len(fold(said)) != len(said):
        return stripped
    return "".join(said[at] for at in places[: len(stripped)])
