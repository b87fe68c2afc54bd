"""Đơn vị: all units by the points or tasks that they lead, or one of them."""

import pandas as pd

from scoring.analysis.messages.tasks import STATES
from scoring.analysis.messages.tasks import loads as said_of_loads
from scoring.analysis.messages.units import UNIT_COLUMNS, UNIT_MODES
from scoring.analysis.messages.units import unit as of_one_unit
from scoring.analysis.messages.units import units as said
from scoring.reports.blocks import Column, Screen
from scoring.reports.page_screens.parts import (
    LONG,
    Bars,
    bars,
    batches,
    coded,
    listed,
    there,
    without_zeros,
)

_LED = ("overdue", "doing", "not_started", "done")
_TONES = {"overdue": "loss", "doing": "accent", "not_started": "neutral", "done": "good"}


def by_points(units: pd.DataFrame, mode: str) -> tuple[Screen, ...]:
    """All units of a score table; `mode` is the column of unit_points that counts."""
    if units.empty:
        return ()
    ordered = units.sort_values(mode, ascending=False, kind="stable")
    led = ordered[ordered[mode] > 0]
    return there(
        Screen(
            key="don-vi",
            topic="Theo đơn vị",
            message=said(units, mode),
            chart=bars(
                led,
                led["unit"].tolist(),
                [
                    Bars(
                        mode,
                        f"Điểm mất, {UNIT_MODES[mode].lower()}",
                        tones=tuple("neutral" if one else "total" for one in led["unit_group"]),
                    )
                ],
                name="Điểm mất của từng đơn vị chủ trì; màu xám là nhóm đơn vị",
                start=0.0,
            ),
            table=listed(
                ordered.assign(sort=_sorts(ordered)),
                {
                    "unit": Column("Đơn vị", width=LONG),
                    "sort": Column("Loại"),
                    "lead_only": Column(UNIT_COLUMNS["lead_only"], "points"),
                    "shared": Column(UNIT_COLUMNS["shared"], "points"),
                    "shared_share": Column("Tỷ trọng", "share"),
                    "in_full": Column(UNIT_COLUMNS["in_full"], "points"),
                    "led": Column("Chủ trì (tiêu chí)", "integer"),
                    "coordinated": Column("Phối hợp (tiêu chí)", "integer"),
                },
            ),
            sources=batches(units),
        )
    )


def by_tasks(loads: pd.DataFrame, board: pd.DataFrame) -> tuple[Screen, ...]:
    """All units that plans name. Shape: `loads` as plans.loads gives them; `board` the tasks."""
    if loads.empty:
        return ()
    ordered = loads.sort_values(["overdue", "led"], ascending=False, kind="stable")
    leading = ordered[ordered["led"] > 0]
    return there(
        Screen(
            key="viec-don-vi",
            topic="Nhiệm vụ theo đơn vị",
            message=said_of_loads(loads),
            chart=bars(
                without_zeros(leading, _LED),
                leading["unit"].tolist(),
                [Bars(one, STATES[one], _TONES[one]) for one in _LED],  # type: ignore[arg-type]
                name="Số nhiệm vụ mỗi đơn vị chủ trì, theo trạng thái",
                kind="integer",
                axis="nhiệm vụ",
                form="stacked bars",
            ),
            table=listed(
                ordered.assign(sort=_sorts(ordered)),
                {
                    "unit": Column("Đơn vị", width=LONG),
                    "sort": Column("Loại"),
                    "led": Column("Chủ trì (nhiệm vụ)", "integer"),
                    **{one: Column(STATES[one], "integer") for one in _LED},
                    "coordinated": Column("Phối hợp (nhiệm vụ)", "integer"),
                },
            ),
            sources=batches(board),
        )
    )


def one(name: str, criteria: pd.DataFrame) -> tuple[Screen, ...]:
    """One unit's criteria. Shape: as the question unit_criteria gives them."""
    if criteria.empty:
        return ()
    led = criteria[(criteria["role"] == "lead") & (criteria["lost_points"] > 0)]
    return there(
        Screen(
            key="mot-don-vi",
            topic=name,
            message=of_one_unit(name, criteria),
            chart=bars(
                led,
                coded(led),
                [Bars("lost_points", "Điểm mất", "loss")],
                name=f"Điểm mất của các tiêu chí do {name} chủ trì",
                start=0.0,
            ),
            table=listed(
                criteria.assign(
                    said=["Chủ trì" if one == "lead" else "Phối hợp" for one in criteria["role"]]
                ),
                {
                    "code": Column("Mã"),
                    "title": Column("Tiêu chí", width=LONG),
                    "said": Column("Vai trò"),
                    "max_points": Column("Điểm chuẩn", "points"),
                    "points": Column("Thẩm định", "points"),
                    "lost_points": Column("Bị mất", "points"),
                    "lead": Column("Chủ trì như trong tệp", width=2.5),
                    "deadline": Column("Thời hạn", width=1.8),
                },
            ),
            sources=batches(criteria),
        )
    )


def _sorts(units: pd.DataFrame) -> list[str]:
    return ["Nhóm" if one else "Nêu tên" for one in units["unit_group"]]
