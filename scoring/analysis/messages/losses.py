"""What is said of lost points: which domain, criterion or kind carries them?"""

from collections.abc import Mapping

import pandas as pd

from scoring.analysis.cards import AbsentDomain
from scoring.analysis.losses import ParetoPoint
from scoring.analysis.questions import Row, records
from scoring.text.format import points, share
from scoring.text.titles import sentence_case

NO_LOSS = "Không mất điểm ở tiêu chí nào"
UNKNOWN_KIND = "Chưa phân loại"


def waterfall(top: pd.DataFrame) -> str:
    """'Tài chính công mất 3,42 điểm, 21,3 % tổng điểm mất', from the top rows by loss."""
    first = _first_loss(top)
    if first is None:
        return NO_LOSS
    said = _loses(first["short_title"], first["lost_points"])
    return f"{said}, {share(first['share'])} tổng điểm mất"


def under(parent_title: str, children: pd.DataFrame) -> str:
    """Which child carries most of one criterion's loss, from the question `losses_under`."""
    first = _first_loss(children)
    if first is None:
        return f"{parent_title}: không mất điểm"
    part = (
        "" if first["share"] is None else f", {share(first['share'])} điểm mất của {parent_title}"
    )
    return f"{_loses(first['short_title'], first['lost_points'])}{part}"


def pareto(point: ParetoPoint | None) -> str:
    """'8 trên 21 tiêu chí chiếm 82,8 % điểm mất'."""
    if point is None:
        return NO_LOSS
    said = f"{point.count} trên {point.of} tiêu chí chiếm {share(point.share)} điểm mất"
    return f"{said} ({point.unknown} tiêu chí chưa rõ điểm mất)" if point.unknown else said


def kinds(by_kind: pd.DataFrame, labels: Mapping[str, str]) -> str:
    """Which kind of criterion lost most, of the leaves' loss (`losses_by_kind`)."""
    first = _first_loss(by_kind)
    if first is None:
        return NO_LOSS
    label = labels.get(first["kind"], UNKNOWN_KIND)
    whole = points(round(by_kind["lost_points"].sum(), 10))
    return f"{label} chiếm {share(first['share'])} trong {whole} điểm mất của các tiêu chí"


def absent_domain(domain: AbsentDomain) -> str:
    """What is inferred for a domain that the file does not print."""
    size = "" if domain.max_points is None else f", {points(domain.max_points)} điểm"
    said = f"Lĩnh vực {domain.code} ({sentence_case(domain.title)}{size})"
    return f"{said} không có trong tệp: coi là không mất điểm"


def _first_loss(frame: pd.DataFrame) -> Row | None:
    rows = records(frame.head(1))
    return rows[0] if rows and (rows[0]["lost_points"] or 0) > 0 else None


def _loses(title: str, lost_points: float) -> str:
    return f"{sentence_case(title)} mất {points(lost_points)} điểm"
