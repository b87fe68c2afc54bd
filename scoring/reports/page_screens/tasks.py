"""Nhiệm vụ: the tasks that are asked for, by state, by quarter and one by one."""

from datetime import date

import pandas as pd

from scoring.analysis.messages import tasks as said
from scoring.analysis.plans.summary import by_period, by_urgency
from scoring.analysis.plans.summary import summary as sums
from scoring.analysis.questions import Row, records
from scoring.reports.blocks import Column, Screen, Table, Tone
from scoring.reports.page_screens.parts import Bars, bars, batches, listed, there, without_zeros

_TONES: dict[str, Tone] = {
    "overdue": "loss",
    "doing": "accent",
    "not_started": "neutral",
    "done": "good",
    "not_applicable": "track",
}


def tasks(board: pd.DataFrame, day: date) -> tuple[Screen, ...]:
    """The screens of the page. Shape: `board` has the tasks that are asked for."""
    if board.empty:
        return ()
    return there(_states(board), _periods(board, day), _every(board))


def _states(board: pd.DataFrame) -> Screen:
    found = sums(board)
    rows = pd.DataFrame(
        {"name": [said.STATES[state] for state in found.counts], "count": found.counts.values()}
    )
    return Screen(
        key="trang-thai",
        topic="Theo trạng thái",
        message=said.headline(board),
        sentences=(said.at_stake(found), said.coverage(found)),
        chart=bars(
            rows,
            rows["name"].tolist(),
            [Bars("count", "Số nhiệm vụ", tones=tuple(_TONES[state] for state in found.counts))],
            name="Số nhiệm vụ theo trạng thái",
            kind="integer",
            axis="nhiệm vụ",
            start=0.0,
        ),
        table=listed(
            rows, {"name": Column("Trạng thái", width=3.0), "count": Column("Số", "integer")}
        ),
        sources=batches(board, columns=("batch", "reported_batch")),
    )


def _periods(board: pd.DataFrame, day: date) -> Screen | None:
    counted = by_period(board)
    if counted.empty:
        return None
    labels = [said.period(row, day) for row in records(counted)]
    named = counted.assign(label=[one[:1].upper() + one[1:] for one in labels])
    return Screen(
        key="quy",
        topic="Theo quý",
        message=said.periods(counted, day),
        chart=bars(
            without_zeros(named, list(said.STATES)),
            named["label"].tolist(),
            [Bars(one, name, _TONES[one]) for one, name in said.STATES.items()],
            name="Số nhiệm vụ theo quý phải xong và theo trạng thái",
            kind="integer",
            axis="nhiệm vụ",
            form="stacked bars",
        ),
        table=listed(
            named,
            {
                "label": Column("Phải xong trong", width=2.0),
                **{one: Column(name, "integer") for one, name in said.STATES.items()},
            },
        ),
        sources=batches(board, columns=("batch", "reported_batch")),
    )


def _every(board: pd.DataFrame) -> Screen:
    return Screen(
        key="danh-sach",
        topic="Từng nhiệm vụ",
        message=said.headline(board),
        table=Table(
            (
                Column("Nhiệm vụ", width=5.0),
                Column("Chủ trì", width=2.5),
                Column("Phối hợp", width=2.0),
                Column("Trạng thái", width=1.4),
                Column("Trễ, còn", width=1.4),
                Column("Thời hạn", width=2.0),
                Column("Điểm mất", "points"),
                Column("Tiêu chí", width=3.0),
                Column("Kế hoạch", width=2.0),
            ),
            tuple(_row(task) for task in records(by_urgency(board))),
        ),
        sources=batches(board, columns=("batch", "reported_batch")),
    )


def _row(task: Row) -> tuple[str | float | None, ...]:
    return (
        said.name(task),
        "; ".join(task["leads"]) or task["lead"],
        "; ".join(task["coordinators"]) or task["coordinating"],
        said.MARKED_STATES[task["status"]],
        said.time_left(task),
        said.deadline(task),
        task["lost_points"],
        said.criterion(task),
        task["plan_name"],
    )
