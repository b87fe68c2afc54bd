"""Every screen of a review in the order of a meeting."""

from collections.abc import Sequence

from scoring.analysis.review.gathered import Review
from scoring.reports.blocks import Screen
from scoring.reports.screens import losses, opening, plans, satisfaction, years
from scoring.reports.screens.words import SOURCES, source_table, sources


def screens(review: Review, commentary: Sequence[str]) -> tuple[Screen, ...]:
    """The screens that the data is there for.

    Shape: `commentary` are the sentences of Nhận xét, as generated or as a person edited them.
    """
    made = (
        opening.cover(review),
        opening.headline(review, commentary),
        losses.where(review),
        losses.largest(review),
        years.change(review),
        satisfaction.satisfaction(review),
        satisfaction.targets(review),
        plans.responsible(review),
        plans.tasks(review),
        plans.reach(review),
        _sources(review),
    )
    return tuple(one for one in made if one is not None)


def _sources(review: Review) -> Screen | None:
    """Which files all numbers were read from."""
    if not review.batches:
        return None
    return Screen(
        key=SOURCES,
        topic="Nguồn số liệu",
        message=f"Số liệu lấy từ {len(review.batches)} bảng đã nạp",
        table=source_table(review.batches),
        sources=sources(review, (row["batch"] for row in review.batches)),
    )
