"""Nhận xét: what is to be said of a year in five to seven sentences, by rules.

Each sentence has one rule and drops out where its data is missing.
"""

from collections.abc import Iterator

from scoring.analysis.losses import NOISE
from scoring.analysis.messages import index as of_index
from scoring.analysis.messages.losses import pareto
from scoring.analysis.messages.reminders import headline as pressing_tasks
from scoring.analysis.messages.satisfaction import beside_overall, satisfaction
from scoring.analysis.messages.units import group_only, units
from scoring.analysis.review.gathered import Review
from scoring.text.format import percent, points, share
from scoring.text.titles import sentence_case


def commentary(review: Review) -> list[str]:
    """The sentences, the most important first; each with its full stop."""
    return [*of_results(review), *of_the_day(review)]


def of_results(review: Review) -> list[str]:
    """Those on what was scored: they hold as long as its tables do, and people may word them."""
    return [_sentence(told) for told in _told(review) if told]


def of_the_day(review: Review) -> list[str]:
    """What is late or due on the day of the review; on another day it is something else."""
    told = _deadlines(review)
    return [_sentence(told)] if told else []


def _sentence(told: str) -> str:
    return f"{told[0].upper()}{told[1:]}."


def _told(review: Review) -> Iterator[str]:
    yield _total(review)
    yield _largest_domain(review)
    yield _concentration(review)
    yield _zeros(review)
    yield _units(review)
    yield _satisfaction(review)


def _total(review: Review) -> str:
    """The value, its change on last year, and the place after it."""
    card = review.head.index
    if card is None:
        return ""
    ranked = card.place is not None and card.place.rank is not None
    place = of_index.place(card.place, card.previous_place, card.previous_year)
    place = f"{place[0].lower()}{place[1:]}"
    named = of_index.index_name(card.index_name)
    if card.value is None:
        held = f"năm {review.year}, {review.name} xếp {place} theo {named}"
        return f"{held}; {of_index.index_change(card)}" if ranked else ""
    said = f"năm {review.year}, {named} của {review.name} đạt {percent(card.value)}"
    if card.change is not None:
        said = f"{said}, {of_index.index_change(card)}"
    return f"{said}; {place}" if ranked else said


def _largest_domain(review: Review) -> str:
    card, domain = review.head.index, review.head.domain
    if card is None or card.lost is None or review.head.score_batch is None:
        return ""
    if domain is None:
        return "" if card.lost > NOISE else "không mất điểm ở tiêu chí nào"
    title = sentence_case(domain.short_title)
    whole = f"mất {points(card.lost)}"
    if card.total_max is not None:
        whole = f"{whole} trên {points(card.total_max)}"
    return (
        f"{whole} điểm; nhiều nhất ở {title}: {points(domain.lost)} điểm,"
        f" {share(domain.share)} tổng điểm mất"
    )


def _concentration(review: Review) -> str:
    found = review.head.pareto
    return "" if found is None or found.count == found.of else pareto(found)


def _zeros(review: Review) -> str:
    card, zero = review.head.index, review.head.zeros
    return "" if card is None or zero is None else of_index.zeros(zero, card)


def _units(review: Review) -> str:
    """Who leads most of the loss by name, and how much of it only groups lead."""
    card = review.head.units
    if card is None:
        return ""
    told = [units(review.units, "shared")] if card.unit else []
    if card.group_only or card.no_lead:
        told.append(group_only(card.group_only_share, card.no_lead))
    return "; ".join(told)


def _satisfaction(review: Review) -> str:
    card = review.head.satisfaction
    if card is None:
        return ""
    told = [satisfaction(card)]
    if card.overall is not None and card.overall.percent is not None:
        told.append(beside_overall(card))
    joined = "; ".join(f"{one[0].lower()}{one[1:]}" for one in told if one)
    return f"hài lòng (SIPAS): {joined}" if joined else ""


def _deadlines(review: Review) -> str:
    pressing = review.reminders[review.reminders["kind"].isin(("overdue", "due_soon"))]
    return "" if pressing.empty else pressing_tasks(pressing)
