"""Minh chứng: the loss by the state of its evidence, criterion by criterion."""

import pandas as pd

from scoring.analysis.messages import evidence as said
from scoring.analysis.plans.evidence import STATES, Split
from scoring.analysis.questions import records
from scoring.reports.blocks import Column, Screen, Table, Tone
from scoring.reports.page_screens.parts import Bars, bars, batches

_TONES: tuple[Tone, ...] = ("loss", "accent", "good", "neutral")


def evidence(found: Split, leaves: pd.DataFrame) -> tuple[Screen, ...]:
    """The screens of the page. Shape: `leaves` as evidence.losing_leaves, those asked for."""
    return (_parts(found, leaves), _criteria(found, leaves))


def _parts(found: Split, leaves: pd.DataFrame) -> Screen:
    words = [said.state({"state": state, "kind": None}) for state in STATES]
    rows = pd.DataFrame(
        {
            "name": words,
            "points": [found.points[state] for state in STATES],
            "criteria": [found.criteria[state] for state in STATES],
        }
    )
    return Screen(
        key="chia",
        topic="Theo minh chứng",
        message=said.headline(found),
        sentences=tuple(said.notes(found)),
        chart=bars(
            rows,
            words,
            [Bars("points", "Điểm mất", tones=_TONES)],
            name="Điểm mất theo trạng thái minh chứng",
            start=0.0,
        ),
        table=Table(
            (
                Column("Minh chứng", width=3.0),
                Column("Điểm mất", "points"),
                Column("Số tiêu chí", "integer"),
            ),
            tuple((row["name"], row["points"], row["criteria"]) for row in records(rows)),
        ),
        sources=batches(leaves),
    )


def _criteria(found: Split, leaves: pd.DataFrame) -> Screen:
    return Screen(
        key="tieu-chi",
        topic="Theo tiêu chí",
        message=said.headline(found),
        table=Table(
            (
                Column("Mã"),
                Column("Tiêu chí", width=4.0),
                Column("Bị mất", "points"),
                Column("Minh chứng", width=1.8),
                Column("Văn bản", width=3.5),
                Column("Chủ trì", width=2.5),
            ),
            tuple(
                (
                    row["code"],
                    row["title"],
                    row["lost_points"],
                    said.state(row),
                    said.documents(row["pieces"]) or None,
                    row["lead"],
                )
                for row in records(leaves)
            ),
        ),
        sources=batches(leaves),
    )
