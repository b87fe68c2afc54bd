"""Điểm bị mất: the whole table, or what lies under one of its criteria."""

from collections.abc import Mapping

from scoring.analysis.messages.losses import kinds as said_of_kinds
from scoring.analysis.messages.losses import pareto
from scoring.analysis.review.gathered import Review
from scoring.reports.blocks import Column, Screen
from scoring.reports.page_screens.parts import LONG, Bars, bars, batches, coded, listed, there
from scoring.reports.screens.deeper import criterion
from scoring.reports.screens.losses import where

UNKNOWN_KIND = "Chưa phân loại"


def losses(review: Review, code: str, names: Mapping[str, str]) -> tuple[Screen, ...]:
    """The screens of the page; `code` is the criterion looked at, '' for the whole table.

    Shape: `names` gives a kind's words.
    """
    if code:
        return there(criterion(review, code))
    return there(where(review), _leaves(review), _kinds(review, names))


def _leaves(review: Review) -> Screen | None:
    """All leaves with the loss that adds up: the Pareto chart's numbers."""
    leaves = review.leaves[(review.leaves["lost_points"] > 0).fillna(False)]
    if leaves.empty:
        return None
    return Screen(
        key="tieu-chi",
        topic="Mất theo tiêu chí",
        message=pareto(review.head.pareto),
        chart=bars(
            leaves,
            coded(leaves),
            [Bars("lost_points", "Điểm mất", "loss")],
            name="Điểm mất của từng tiêu chí, lớn nhất trước",
            start=0.0,
        ),
        table=listed(
            leaves,
            {
                "code": Column("Mã"),
                "title": Column("Tiêu chí", width=LONG),
                "max_points": Column("Điểm chuẩn", "points"),
                "points": Column("Thẩm định", "points"),
                "lost_points": Column("Bị mất", "points"),
                "cumulative_share": Column("Cộng dồn", "share"),
            },
        ),
        sources=batches(leaves),
    )


def _kinds(review: Review, names: Mapping[str, str]) -> Screen | None:
    kinds = review.kinds
    if kinds.empty:
        return None
    named = kinds.assign(
        name=[
            names.get(one, UNKNOWN_KIND) if isinstance(one, str) else UNKNOWN_KIND
            for one in kinds["kind"]
        ]
    )
    return Screen(
        key="loai",
        topic="Mất theo loại",
        message=said_of_kinds(kinds, names),
        chart=bars(
            named,
            named["name"].tolist(),
            [Bars("lost_points", "Điểm mất", "loss")],
            name="Điểm mất theo loại tiêu chí",
        ),
        table=listed(
            named,
            {
                "name": Column("Loại", width=LONG),
                "lost_points": Column("Bị mất", "points"),
                "share": Column("Tỷ trọng", "share"),
                "leaves": Column("Số tiêu chí", "integer"),
            },
        ),
        sources=batches(review.leaves),
    )
