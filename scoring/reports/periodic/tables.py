"""The tables of a periodic report, each with its header, rows and widths in millimetres."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pandas as pd

from scoring.analysis.messages import periods as words
from scoring.analysis.messages import tasks as said
from scoring.analysis.messages.target_words import value as with_measure
from scoring.analysis.messages.target_words import word
from scoring.analysis.plans.choosing import plan_names
from scoring.analysis.plans.states import STATES
from scoring.analysis.questions import Row, records
from scoring.analysis.review.periods import PeriodTasks
from scoring.reports.blocks import written
from scoring.text.format import MISSING, integer

NO_LEAD = "chưa ghi"
_LONGEST = 240  # characters of a task's name


@dataclass(frozen=True)
class Grid:
    """What official.grid asks for; `numbers` are the columns set flush right."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    numbers: tuple[int, ...] = ()


def of_plans(found: PeriodTasks) -> Grid:
    """The tasks of each plan by state, and of all plans together where they are several."""
    board = found.board.assign(plan_name=plan_names(found.board))
    plans = [_of_plan(str(name), rows) for name, rows in board.groupby("plan_name", sort=False)]
    rows = list(_numbered(plans))
    if len(plans) > 1:
        rows.append(("", *_of_plan("Tổng số", board)))
    return Grid(
        header=("STT", "Kế hoạch", "Nhiệm vụ", *(said.STATES[state] for state in STATES)),
        rows=tuple(rows),
        widths=(13, 44, 18, 18, 18, 18, 18, 18),
        numbers=(2, 3, 4, 5, 6, 7),
    )


def of_tasks(tasks: pd.DataFrame) -> Grid:
    """Tasks with who leads them, by when, how they stand and what is at stake."""
    return Grid(
        header=("STT", "Nhiệm vụ", "Chủ trì", "Thời hạn", "Tình trạng", "Điểm mất"),
        rows=tuple(_numbered(_task(row) for row in records(tasks))),
        widths=(13, 60, 30, 24, 22, 16),
        numbers=(5,),
    )


def of_done(tasks: pd.DataFrame) -> Grid:
    """Tasks that were done, with what was told of them."""
    return Grid(
        header=("STT", "Nhiệm vụ", "Chủ trì", "Thời hạn", "Kết quả đã báo cáo"),
        rows=tuple(_numbered(_done(row) for row in records(tasks))),
        widths=(13, 54, 30, 26, 42),
    )


def of_targets(rows: pd.DataFrame) -> Grid:
    """The targets that are still asked for, with their latest results."""
    return Grid(
        header=("STT", "Chỉ tiêu", "Phải đạt", "Năm", "Kết quả", "Tình trạng"),
        rows=tuple(_numbered(_target(row) for row in records(rows))),
        widths=(13, 60, 23, 13, 32, 24),
        numbers=(2, 3, 4),
    )


def of_units(loads: pd.DataFrame, coverage: pd.DataFrame, *, scored: bool) -> Grid:
    """What each unit carries and when it last told; a group's name says that it is one.

    Shape: `scored` says whether the points of any task are known.
    """
    told = coverage.set_index("unit")["told_on"].to_dict()
    return Grid(
        header=(
            *("STT", "Đơn vị", "Chủ trì", "Quá hạn", "Hoàn thành", "Phối hợp"),
            *("Điểm, chia đều", "Báo cáo gần nhất"),
        ),
        rows=tuple(
            _numbered(_unit(row, told.get(row["unit"]), scored=scored) for row in records(loads))
        ),
        widths=(13, 48, 15, 14, 18, 15, 18, 24),
        numbers=(2, 3, 4, 5, 6),
    )


def _numbered(rows: Iterable[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    for at, row in enumerate(rows, start=1):
        yield str(at), *row


def _of_plan(name: str, tasks: pd.DataFrame) -> tuple[str, ...]:
    counted = tasks["status"].value_counts()
    return name, integer(len(tasks)), *(integer(counted.get(state, 0)) for state in STATES)


def _task(row: Row) -> tuple[str, ...]:
    return (*_about(row), words.state(row), written(row["lost_points"], "points"))


def _done(row: Row) -> tuple[str, ...]:
    told = [row["evidence"], row["remark"]]
    return (*_about(row), "; ".join(filter(None, told)) or MISSING)


def _about(row: Row) -> tuple[str, str, str]:
    deadline = row["due_said"] or row["deadline"]
    name = said.short(said.name(row), _LONGEST)
    return name, "; ".join(row["leads"]) or NO_LEAD, deadline or "không ghi"


def _target(row: Row) -> tuple[str, ...]:
    due = MISSING if row["due_year"] is None else str(int(row["due_year"]))
    goal = row["sentence"] if row["goal"] is None else with_measure(row["goal"], row["measure"])
    result = with_measure(row["value"], row["measure"], row["field_size"])
    other = row["value_year"] not in (None, row["due_year"])
    year = f" (năm {int(row['value_year'])})" if other else ""
    return row["title"], goal, due, f"{result}{year}", word(row)


def _unit(row: Row, told: object, *, scored: bool) -> tuple[str, ...]:
    counts = (integer(row[one]) for one in ("led", "overdue", "done", "coordinated"))
    group = row["unit_group"]
    last = "(nhóm)" if group else written(told, "date")  # type: ignore[arg-type]
    return (row["unit"], *counts, written(row["shared"] if scored else None, "points"), last)
