"""Tự chấm và thẩm định: both scores of each criterion, by unit, and year after year."""

import pandas as pd

from scoring.analysis.messages import self_scores as said
from scoring.analysis.questions import Row
from scoring.analysis.self_scores import Repeated
from scoring.reports.blocks import Column, Figure, Screen
from scoring.reports.page_screens.parts import LONG, Bars, bars, batches, coded, listed, there
from scoring.text.format import integer, points
from scoring.text.values import measured

NO_LEAD = "(không ghi chủ trì)"


def self_scores(
    totals: Row, leaves: pd.DataFrame, units: pd.DataFrame, found: Repeated
) -> tuple[Screen, ...]:
    """The screens of the page; none where nothing can be compared.

    Shape: `totals` the row of self_score_totals; `leaves`, `units` as the questions self_scores,
        self_score_units; `found` what self_scores.repeated gives.
    """
    if said.nothing_to_compare(totals):
        return ()
    return there(_criteria(totals, leaves), _units(units), _repeated(found, leaves))


def _criteria(totals: Row, leaves: pd.DataFrame) -> Screen:
    apart = leaves[leaves["standing"].isin(("over", "under"))].sort_values(
        "difference", ascending=False, kind="stable"
    )
    return Screen(
        key="tieu-chi",
        topic="Theo tiêu chí",
        message=said.self_scores(totals),
        sentences=tuple(filter(None, (said.coverage(totals), said.bridge(totals)))),
        figures=(
            Figure("Tự chấm", measured(totals["self_total"], points)),
            Figure("Thẩm định", measured(totals["appraised_total"], points)),
            Figure(
                "Tự chấm cao hơn",
                measured(totals["over_points"], points),
                f"ở {integer(totals['over_leaves'])} tiêu chí",
            ),
            Figure(
                "Tự chấm thấp hơn",
                measured(totals["under_points"], points),
                f"ở {integer(totals['under_leaves'])} tiêu chí",
            ),
        ),
        chart=bars(
            apart,
            coded(apart),
            [Bars("self_points", "Tự chấm", "neutral"), Bars("points", "Thẩm định", "total")],
            name="Điểm tự chấm và điểm thẩm định của các tiêu chí chênh lệch",
            start=0.0,
        ),
        table=listed(
            leaves.assign(told=leaves["standing"].map(said.STANDINGS)),
            {
                "code": Column("Mã"),
                "title": Column("Tiêu chí", width=LONG),
                "max_points": Column("Điểm chuẩn", "points"),
                "self_points": Column("Tự chấm", "points"),
                "points": Column("Thẩm định", "points"),
                "difference": Column("Chênh lệch", "points"),
                "told": Column("So sánh", width=1.8),
                "lead": Column("Chủ trì như trong tệp", width=2.5),
            },
        ),
        sources=batches(leaves),
    )


def _units(units: pd.DataFrame) -> Screen | None:
    if units.empty or (units["unit"] == "").all():
        return None
    named = units.assign(name=units["unit"].where(units["unit"] != "", NO_LEAD))
    over = named[named["over_points"] > 0]
    return Screen(
        key="don-vi",
        topic="Theo đơn vị",
        message=said.over_claim_units(units),
        chart=bars(
            over,
            over["name"].tolist(),
            [Bars("over_points", "Tự chấm cao hơn", "loss")],
            name="Điểm tự chấm cao hơn thẩm định theo đơn vị chủ trì, chia đều",
            start=0.0,
        ),
        table=listed(
            named,
            {
                "name": Column("Đơn vị", width=LONG),
                "over_points": Column("Tự chấm cao hơn", "points"),
                "over_leaves": Column("Ở số tiêu chí", "integer"),
                "under_points": Column("Tự chấm thấp hơn", "points"),
                "under_leaves": Column("Ở số tiêu chí", "integer"),
                "compared": Column("Chủ trì (so được)", "integer"),
            },
        ),
        sources=batches(units),
    )


def _repeated(found: Repeated, leaves: pd.DataFrame) -> Screen | None:
    if found.rows.empty:
        return None
    return Screen(
        key="nhieu-nam",
        topic="Nhiều năm liền",
        message=said.repeated_claims(found),
        table=listed(
            found.rows.assign(since=found.rows["since"].astype(str)),
            {
                "code": Column("Mã"),
                "title": Column("Tiêu chí", width=LONG),
                "years": Column("Số năm liền", "integer"),
                "since": Column("Từ năm"),
                "difference": Column("Năm nay", "points"),
                "summed": Column("Cộng các năm", "points"),
            },
        ),
        sources=batches(leaves),
    )
