"""The first screens: whose year is reviewed, and its headline in a few sentences."""

from collections.abc import Iterator, Sequence

from scoring.analysis.messages import index as said
from scoring.analysis.review.gathered import Review
from scoring.reports.blocks import Figure, Screen
from scoring.reports.screens.words import sources, task_counts
from scoring.text.format import percent, points, rank, share
from scoring.text.values import Measured, measured, placed

_SENTENCES = 3


def cover(review: Review) -> Screen:
    """The title of the meeting."""
    return Screen(
        key="bia",
        topic="Trang bìa",
        message=f"Kết quả cải cách hành chính năm {review.year}",
        sentences=(review.name, f"Số liệu đến ngày {review.day:%d/%m/%Y}"),
    )


def headline(review: Review, commentary: Sequence[str]) -> Screen | None:
    """The figures of the home page and the first sentences of the commentary."""
    figures = tuple(_figures(review))
    if not figures and not commentary:
        return None
    batches = (review.head.score_batch, review.head.satisfaction_batch)
    league = [row["batch"] for row in review.batches if row["kind"] == "league"]
    return Screen(
        key="tong-quan",
        topic="Tổng quan",
        message=commentary[0].rstrip(".") if commentary else f"{review.name}, năm {review.year}",
        sentences=tuple(commentary[1:_SENTENCES]),
        figures=figures,
        sources=sources(review, (*batches, *league)),
        spoken=tuple(commentary[_SENTENCES:]),
    )


def _figures(review: Review) -> Iterator[Figure]:
    card, satisfied, units = review.head.index, review.head.satisfaction, review.head.units
    if card is not None and card.value is not None:
        yield Figure(
            said.index_name(card.index_name),
            measured(card.value, percent),
            said.index_change(card),
        )
        if card.lost is not None:
            whole = f"trên {points(card.total_max)} điểm" if card.total_max is not None else ""
            yield Figure("Điểm bị mất", measured(card.lost, points), whole)
    if card is not None and card.place is not None and card.place.rank is not None:
        before = card.previous_place
        held = placed(card.place.rank, card.place.field_size)
        year = card.previous_year
        earlier = (
            f"năm {year}: {rank(before.rank, before.field_size)}"
            if before is not None and before.rank is not None
            else f"chưa có thứ hạng năm {year}"
        )
        yield Figure("Thứ hạng", held, earlier)
    if satisfied is not None and satisfied.overall is not None:
        before_percent = satisfied.overall.previous_percent
        beside = "" if before_percent is None else f"năm trước: {percent(before_percent)}"
        yield Figure("Hài lòng chung (SIPAS)", measured(satisfied.overall.percent, percent), beside)
    elif satisfied is not None and satisfied.weakest is not None:
        weakest = satisfied.weakest
        yield Figure("Yếu tố hài lòng thấp nhất", measured(weakest.percent, percent), weakest.title)
    if card is None and satisfied is None:
        yield from task_counts(review.board)
    if units is not None:
        part = units.group_only_share
        only = None if part is None else Measured(100 * part, share(part))
        yield Figure("Chỉ nhóm đơn vị chủ trì", only, f"{points(units.group_only)} điểm mất")
