"""Every screen of a review in the order of a meeting."""

from collections.abc import Sequence

from scoring.analysis.review.gathered import Review
from scoring.reports.blocks import Column, Screen, Table
from scoring.reports.screens import losses, opening, plans, satisfaction, years
from scoring.reports.screens.words import source
from scoring.text.format import when


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
        key="nguon",
        topic="Nguồn số liệu",
        message=f"Số liệu lấy từ {len(review.batches)} bảng đã nạp",
        table=Table(
            columns=(
                Column("Tệp", width=3.0),
                Column("Trang", width=2.0),
                Column("Công bố", width=4.0),
                Column("Nạp lúc", width=1.6),
                Column("Lần nạp", width=2.2),
            ),
            rows=tuple(
                (
                    row["file_name"],
                    row["sheet"],
                    row["source"],
                    when(row["loaded_at"]),
                    row["batch"],
                )
                for row in review.batches
            ),
        ),
        sources=tuple(source(row) for row in review.batches),
    )
