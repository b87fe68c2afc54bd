"""Where the points went: from the maximum to the result, and the largest losses with who leads."""

import math

import pandas as pd

from scoring.analysis.messages.losses import pareto, waterfall
from scoring.analysis.questions import Row, records
from scoring.analysis.review.gathered import Review
from scoring.reports.blocks import Chart, Column, Link, Screen, Series, Table, Tone
from scoring.reports.screens.words import label, sources
from scoring.text.format import points
from scoring.text.titles import sentence_case

LARGEST = 10
NO_LEAD = "chưa ghi đơn vị chủ trì"
_MOST_STEPS = 14  # of a waterfall on one slide; the rest in one step
_REST = "Các lĩnh vực khác"


def where(review: Review) -> Screen | None:
    """The waterfall: the maximum, each domain's loss, the result."""
    card = review.head.index
    if review.top.empty or card is None or card.total_max is None:
        return None
    return Screen(
        key="diem-mat",
        topic="Điểm mất ở đâu",
        message=waterfall(review.top),
        chart=_waterfall(_steps(review.top), card.total_max),
        table=_domains(review.top),
        sources=sources(review, [review.head.score_batch]),
        spoken=tuple(_places(records(review.top))),
        links=(Link("pages/losses.py", "Xem từng tiêu chí"),),
    )


def largest(review: Review) -> Screen | None:
    """The ten leaves that lost most, and who leads each."""
    losing = review.leaves[(review.leaves["lost_points"] > 0).fillna(False)].head(LARGEST)
    if losing.empty:
        return None
    return Screen(
        key="mat-nhieu-nhat",
        topic="Mất nhiều nhất",
        message=pareto(review.head.pareto),
        table=Table(
            columns=(
                Column("Tiêu chí", width=5.2),
                Column("Điểm chuẩn", "points"),
                Column("Điểm thẩm định", "points"),
                Column("Điểm mất", "points"),
                Column("Cộng dồn", "share"),
                Column("Chủ trì", width=3.2),
            ),
            rows=tuple(
                (
                    f"{row['code']} {row['title']}",
                    row["max_points"],
                    row["points"],
                    row["lost_points"],
                    row["cumulative_share"],
                    row["lead"] or NO_LEAD,
                )
                for row in records(losing)
            ),
        ),
        sources=sources(review, [review.head.score_batch]),
        spoken=tuple(_places(records(losing))),
        links=(Link("pages/losses.py", "Xem từng tiêu chí"),),
    )


def _steps(top: pd.DataFrame) -> list[Row]:
    """The domains, largest loss first, those that lost least summed up where they are many."""
    rows = records(top)
    if len(rows) <= _MOST_STEPS:
        return rows
    kept, rest = rows[: _MOST_STEPS - 1], rows[_MOST_STEPS - 1 :]
    known = [row["lost_points"] for row in rest]
    lost = None if None in known else round(sum(known), 10)
    return [*kept, {"code": "", "short_title": _REST, "lost_points": lost}]


def _waterfall(steps: list[Row], total: float) -> Chart:
    """Bars on a base that is not seen; a loss that is not known leaves the result open."""
    bases: list[float | None] = [None]
    lost: list[float | None] = [None]
    tones: list[Tone] = ["loss"]
    left: float | None = total
    for row in steps:
        loss = row["lost_points"]
        after = None if left is None or loss is None else round(left - loss, 10)
        known = [one for one in (left, after) if one is not None]
        bases.append(min(known) if loss is not None and len(known) == 2 else None)
        lost.append(None if loss is None else abs(loss))
        tones.append("good" if (loss or 0) < 0 else "loss")
        left = after
    ends: list[float | None] = [total, *(None for _ in steps), left]
    names = ["Điểm tối đa", *(label(row["code"], row["short_title"]) for row in steps), "Kết quả"]
    return Chart(
        form="stacked columns",
        name="Thác nước: từ điểm tối đa, trừ điểm mất của từng lĩnh vực, còn lại kết quả",
        categories=tuple(names),
        series=(
            Series("Nền", (*bases, None), "none", labelled=False),
            Series("Điểm mất", (*lost, None), "loss", (*tones, "loss")),
            Series("Điểm", tuple(ends), "total"),
        ),
        kind="points",
        axis="điểm",
        start=_start(total, left, steps),
    )


def _start(total: float, result: float | None, steps: list[Row]) -> float:
    """Where the axis starts: 0 once a third is lost, else a round figure below the lowest bar."""
    known = sum(row["lost_points"] or 0.0 for row in steps)
    lowest = min(total - known, total if result is None else result)
    fallen = total - lowest
    if fallen <= 0 or fallen > total / 3:
        return 0.0
    step = 10 ** math.floor(math.log10(fallen)) / 2
    return max(0.0, math.floor((lowest - fallen * 0.6) / step) * step)


def _domains(top: pd.DataFrame) -> Table:
    rows = tuple(
        (
            f"{row['code']} {sentence_case(row['title'])}",
            row["max_points"],
            row["points"],
            row["lost_points"],
            row["share"],
        )
        for row in records(top)
    )
    return Table(
        columns=(
            Column("Lĩnh vực", width=5.0),
            Column("Điểm chuẩn", "points"),
            Column("Điểm thẩm định", "points"),
            Column("Điểm mất", "points"),
            Column("Trong tổng", "share"),
        ),
        rows=rows,
    )


def _places(rows: list[Row]) -> list[str]:
    """'9.1: mất 3,42 điểm, dòng 35' for whoever is asked where a number stands."""
    return [
        f"{row['code']}: mất {points(row['lost_points'])} điểm, {row['file_name']},"
        f" trang {row['sheet']}, dòng {row['row']}"
        for row in rows
    ]
