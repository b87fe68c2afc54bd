"""Các đơn vị trực thuộc: the units of one level, by domain, and beside the year before."""

import pandas as pd

from scoring.analysis.members import Units, domain_spreads, facts, wide
from scoring.analysis.members_change import Moved
from scoring.analysis.messages import members as said
from scoring.analysis.messages import members_change as said_of_change
from scoring.reports.blocks import Column, Screen
from scoring.reports.page_screens.parts import LONG, Bars, bars, batches, coded, listed, there

_EACH_WAY = 5


def members(found: Units, moved: Moved) -> tuple[Screen, ...]:
    """The screens of the page."""
    return there(_units(found), _changes(moved), _domains(found))


def _units(found: Units) -> Screen:
    every = wide(found)
    known = every.dropna(subset=["index_value"])
    return Screen(
        key="don-vi",
        topic="Các đơn vị",
        message=said.heatmap(found),
        sentences=(said.index_spread(found),),
        chart=bars(
            known,
            known["label"].tolist(),
            [Bars("index_value", "Chỉ số")],
            name="Chỉ số của từng đơn vị, % điểm tối đa của chính đơn vị",
            kind="percent",
            axis="%",
        ),
        table=listed(
            every,
            {
                "label": Column("Đơn vị", width=LONG),
                "index_value": Column("Chỉ số", "percent"),
                "points": Column("Điểm đạt", "points"),
                "total_max": Column("Điểm tối đa", "points"),
                **{
                    row.code: Column(f"{row.code} {row.short_title}", "percent", 1.4)
                    for row in found.domains.itertuples()
                },
            },
        ),
        sources=batches(found.tables),
    )


def _changes(moved: Moved) -> Screen | None:
    if moved.compared.empty:
        return None
    ends = pd.concat([moved.rose.head(_EACH_WAY), moved.fell.head(_EACH_WAY).iloc[::-1]])
    return Screen(
        key="thay-doi",
        topic="So với năm trước",
        message=said_of_change.change(moved),
        chart=bars(
            ends,
            ends["label"].tolist(),
            [
                Bars(
                    "step",
                    "Thay đổi",
                    tones=tuple("good" if one > 0 else "loss" for one in ends["step"]),
                )
            ],
            name=f"Các đơn vị tăng và giảm nhiều nhất so với năm {moved.year_before}",
            kind="change",
            axis="điểm\u00a0%",
        ),
        table=listed(
            moved.compared,
            {
                "label": Column("Đơn vị", width=LONG),
                "index_value": Column("Chỉ số", "percent"),
                "before": Column(f"Năm {moved.year_before}", "percent"),
                "step": Column("Thay đổi", "change"),
                "place": Column("Thứ tự", "integer"),
                "place_before": Column(f"Thứ tự {moved.year_before}", "integer"),
            },
        ),
        sources=batches(moved.compared),
    )


def _domains(found: Units) -> Screen | None:
    every = facts(found)
    if not every:
        return None
    spreads = domain_spreads(found)
    return Screen(
        key="linh-vuc",
        topic="Từng lĩnh vực",
        message=said.widest(every),
        chart=bars(
            spreads,
            coded(spreads),
            [
                Bars("low", "Thấp nhất", "loss"),
                Bars("median", "Trung vị", "neutral"),
                Bars("high", "Cao nhất", "good"),
            ],
            name="Từng lĩnh vực: thấp nhất, trung vị và cao nhất trong các đơn vị",
            kind="percent",
            axis="%",
        ),
        table=listed(
            said.with_words(every),
            {
                "title": Column("Lĩnh vực", width=3.0),
                "worst": Column("Thấp nhất", width=2.0),
                "worst_value": Column("% thấp nhất", "percent"),
                "best": Column("Cao nhất", width=2.0),
                "best_value": Column("% cao nhất", "percent"),
                "outside": Column("Ngoại lệ", width=2.0),
                "median": Column("Trung vị", "percent"),
                "count": Column("Số đơn vị", "integer"),
            },
        ),
        sources=batches(found.tables),
    )
