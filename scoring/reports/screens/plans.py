"""Who answers for it, what is due, and what it would take."""

import pandas as pd

from scoring.analysis.messages.recovery import headline as reaching
from scoring.analysis.messages.tasks import (
    MARKED_STATES,
    at_stake,
    headline,
    name,
    time_left,
)
from scoring.analysis.messages.units import UNIT_COLUMNS, group_only, units
from scoring.analysis.plans.summary import OPEN_STATES, by_urgency, summary
from scoring.analysis.questions import records
from scoring.analysis.review.gathered import Review
from scoring.analysis.review.recovery import recovery
from scoring.reports.blocks import Chart, Column, Link, Screen, Series, Table
from scoring.reports.screens.words import WON_BACK, label, sources, task_counts
from scoring.text.format import integer

MOST_UNITS = 12
MOST_TASKS = 12
MOST_STEPS = 10


def responsible(review: Review) -> Screen | None:
    """The units with most points, shared evenly among the leads of a criterion."""
    led = review.units[review.units["shared"] > 0].head(MOST_UNITS)
    card = review.head.units
    if led.empty or card is None:
        return None
    rows = records(led)
    return Screen(
        key="don-vi",
        topic="Đơn vị chủ trì",
        message=units(review.units, "shared"),
        sentences=(group_only(card.group_only_share, card.no_lead),),
        chart=Chart(
            form="bars",
            name="Điểm mất của từng đơn vị chủ trì, chia đều cho các đơn vị cùng chủ trì",
            categories=tuple(label("", row["unit"]) for row in rows),
            series=(
                Series(
                    "Điểm mất, chia đều",
                    tuple(row["shared"] for row in rows),
                    "total",
                    tuple("neutral" if row["unit_group"] else "total" for row in rows),
                ),
            ),
            axis="điểm",
            start=0.0,
        ),
        table=Table(
            columns=(
                Column("Đơn vị", width=4.0),
                *(Column(UNIT_COLUMNS[one], "points") for one in UNIT_COLUMNS),
                Column("Tiêu chí chủ trì", "integer"),
                Column("Tiêu chí phối hợp", "integer"),
            ),
            rows=tuple(
                tuple(row[one] for one in ("unit", *UNIT_COLUMNS))
                + (row["led"], row["coordinated"])
                for row in rows
            ),
        ),
        sources=sources(review, led["batch"]),
        links=(Link("pages/units.py", "Xem từng đơn vị"),),
    )


def tasks(review: Review) -> Screen | None:
    """The most pressing open tasks, over how all of them stand."""
    board = review.board
    if board.empty:
        return None
    still = by_urgency(board[board["status"].isin(OPEN_STATES)])
    pressing = still.head(MOST_TASKS)
    return Screen(
        key="nhiem-vu",
        topic="Nhiệm vụ",
        message=_standing(board),
        sentences=_listed(len(pressing), len(still)),
        figures=task_counts(board),
        table=Table(
            columns=(
                Column("Nhiệm vụ", width=5.0),
                Column("Chủ trì", width=2.6),
                Column("Thời hạn", width=2.0),
                Column("Tình trạng", width=1.6),
                Column("Điểm mất", "points"),
            ),
            rows=tuple(
                (
                    name(row),
                    "; ".join(row["leads"]) or None,
                    row["due_said"] or row["deadline"],
                    ", ".join(filter(None, (MARKED_STATES[row["status"]], time_left(row)))),
                    row["lost_points"],
                )
                for row in records(pressing)
            ),
        ),
        sources=sources(review, [*board["batch"], *board["reported_batch"]]),
        spoken=(f"{headline(board)}.",),
        links=(Link("pages/tasks.py", "Xem mọi nhiệm vụ"),),
    )


def reach(review: Review) -> Screen | None:
    """The index after each of the largest losses is won back."""
    card = review.head.index
    found = None if card is None else recovery(review.leaves, card)
    if found is None:
        return None
    rows = records(found.steps.head(MOST_STEPS))
    shown = tuple(row["index_after"] for row in rows)
    values = [value for value in (*shown, found.bound) if value is not None]
    series = [Series("Chỉ số nếu lấy lại đủ", shown, "good")]
    if found.bound is not None:
        limits = (found.bound,) * len(rows)
        series.append(Series("Mức cần đạt", limits, "accent", labelled=False))
    return Screen(
        key="phan-dau",
        topic="Cần làm gì để lên mức",
        message=reaching(found),
        chart=Chart(
            form="lines",
            name="Chỉ số sau khi lấy lại lần lượt các tiêu chí mất nhiều điểm nhất",
            categories=tuple(f"{WON_BACK}{row['code']}" for row in rows),
            series=tuple(series),
            kind="percent",
            axis="%",
            start=float(int(min(values)) - 1),
        ),
        table=Table(
            columns=(
                Column("Lấy lại", width=5.0),
                Column("Điểm mất", "points"),
                Column("Cộng dồn", "points"),
                Column("Chỉ số", "percent"),
            ),
            rows=tuple(
                (
                    f"{row['code']} {row['title']}",
                    row["lost_points"],
                    row["recovered"],
                    row["index_after"],
                )
                for row in rows
            ),
        ),
        sources=sources(review, [review.head.score_batch]),
        links=(Link("pages/losses.py", "Xem từng tiêu chí"),),
    )


def _listed(shown: int, of: int) -> tuple[str, ...]:
    """That the table has only some of the open tasks."""
    if shown == of:
        return ()
    told = f"Bảng nêu {integer(shown)} nhiệm vụ gấp nhất trong {integer(of)} nhiệm vụ chưa xong."
    return (told,)


def _standing(board: pd.DataFrame) -> str:
    """How many are late and what those that are open are worth, short enough for a title."""
    found = summary(board)
    late = found.counts["overdue"]
    if not late:
        return at_stake(found)
    told = f"{integer(late)} trên {integer(found.total)} nhiệm vụ quá hạn"
    return f"{told}; {at_stake(found)}" if found.criteria else told
