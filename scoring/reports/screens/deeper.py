"""One click deeper in a meeting: a criterion, or a unit, out of the same review."""

from collections.abc import Iterator
from typing import Literal

import pandas as pd

from scoring.analysis.messages.losses import under
from scoring.analysis.messages.tasks import MARKED_STATES, deadline, name, time_left
from scoring.analysis.messages.units import unit as of_one_unit
from scoring.analysis.questions import Row, records
from scoring.analysis.review.gathered import Review
from scoring.reports.blocks import Chart, Column, Figure, Link, Screen, Series, Table
from scoring.reports.screens.words import WON_BACK, label, sources
from scoring.text.format import percent, points, share
from scoring.text.titles import sentence_case
from scoring.text.values import measured

Place = tuple[Literal["code", "unit"], str]

CRITERION, UNIT = "tieu-chi", "don-vi-rieng"  # keys of the screens
_OF_CRITERIA = frozenset(("diem-mat", "mat-nhieu-nhat", "thay-doi", "phan-dau", CRITERION, UNIT))
_OF_UNITS = "don-vi"
_NO_TASK = "chưa có trong kế hoạch nào"


def leads_to(review: Review, screen: Screen, told: str) -> Place | None:
    """Where a mark or a row of a screen leads, by its label; None where nothing lies under it."""
    if screen.key in _OF_CRITERIA:
        code = told.removeprefix(WON_BACK).partition(" ")[0]
        return ("code", code) if code in set(review.criteria["code"]) else None
    if screen.key == _OF_UNITS:
        units = [unit for unit in review.units["unit"] if told in (unit, label("", unit))]
        return ("unit", units[0]) if units else None
    return None


def parent_of(review: Review, code: str) -> str:
    """The criterion above one; '' for a top row or one that there is not."""
    found = review.criteria.loc[review.criteria["code"] == code, "parent"]
    return "" if found.empty else str(found.iat[0])


def criterion(review: Review, code: str) -> Screen | None:
    """What one criterion lost: by those under it, or with who leads it, by when, and how."""
    found = records(review.criteria[review.criteria["code"] == code])
    if not found:
        return None
    row = found[0]
    children = _children(review.criteria, row)
    title = sentence_case(row["short_title"])
    return Screen(
        key=CRITERION,
        topic=f"Tiêu chí {code}",
        message=f"{code} {_lost(row, title)}" if children.empty else under(title, children),
        figures=tuple(_figures(row)),
        chart=None if children.empty else _chart(children, title),
        table=_facts(review, row) if children.empty else _rows(children),
        sources=(f"{row['file_name']}, trang {row['sheet']}, dòng {row['row']}",),
        links=(Link("pages/losses.py", "Mở trang Điểm bị mất", (("ma", code),)),),
    )


def unit(review: Review, unit_name: str) -> Screen | None:
    """What one unit answers for, criterion by criterion."""
    own = review.unit_criteria[review.unit_criteria["unit"] == unit_name]
    if own.empty:
        return None
    told = own.merge(
        review.criteria[["code", "title", "deadline"]], on="code", how="left"
    ).sort_values(["role", "lost_points"], ascending=[False, False], kind="stable")
    return Screen(
        key=UNIT,
        topic="Đơn vị",
        message=of_one_unit(unit_name, own),
        sentences=_shared(review.units[review.units["unit"] == unit_name]),
        table=Table(
            columns=(
                Column("Tiêu chí", width=5.0),
                Column("Vai trò", width=1.2),
                Column("Cùng chủ trì", "integer"),
                Column("Điểm mất", "points"),
                Column("Thời hạn", width=2.4),
            ),
            rows=tuple(
                (
                    f"{row['code']} {row['title']}",
                    "Chủ trì" if row["role"] == "lead" else "Phối hợp",
                    row["leads"],
                    row["lost_points"],
                    row["deadline"],
                )
                for row in records(told)
            ),
        ),
        sources=sources(review, [review.head.score_batch]),
        links=(Link("pages/units.py", "Mở trang Đơn vị", (("don_vi", unit_name),)),),
    )


def _shared(units: pd.DataFrame) -> tuple[str, ...]:
    """The part of its loss that the chart of units shows, where others lead with it."""
    return tuple(
        f"Chia đều cho các đơn vị cùng chủ trì, phần của đơn vị là {points(row['shared'])} điểm."
        for row in records(units)
        if row["shared"] and round(row["shared"] - row["in_full"], 10)
    )


def _children(criteria: pd.DataFrame, row: Row) -> pd.DataFrame:
    """Those directly under one, largest loss first, with their share of its loss."""
    found = criteria[criteria["parent"] == row["code"]]
    lost = row["lost_points"] or float("nan")
    return found.assign(share=found["lost_points"] / lost).sort_values(
        "lost_points", ascending=False, kind="stable"
    )


def _lost(row: Row, title: str) -> str:
    if row["lost_points"] is None:
        return f"{title}: chưa rõ điểm mất"
    if row["lost_points"] <= 0:
        return f"{title} không mất điểm"
    return f"{title} mất {points(row['lost_points'])} điểm, {share(row['share'])} tổng điểm mất"


def _figures(row: Row) -> Iterator[Figure]:
    own = "" if row["self_points"] is None else f"tự đánh giá {points(row['self_points'])}"
    yield Figure("Điểm chuẩn", measured(row["max_points"], points), own)
    for name_of, column in (("Điểm thẩm định", "points"), ("Điểm bị mất", "lost_points")):
        known = row["max_points"] and row[column] is not None
        part = f"{percent(100 * row[column] / row['max_points'], 1)} điểm chuẩn" if known else ""
        yield Figure(name_of, measured(row[column], points), part)


def _chart(children: pd.DataFrame, title: str) -> Chart:
    rows = records(children)
    return Chart(
        form="bars",
        name=f"Điểm mất của các mục trong {title}",
        categories=tuple(label(row["code"], row["short_title"]) for row in rows),
        series=(Series("Điểm mất", tuple(row["lost_points"] for row in rows), "loss"),),
        axis="điểm",
        start=0.0,
    )


def _rows(children: pd.DataFrame) -> Table:
    return Table(
        columns=(
            Column("Tiêu chí", width=5.0),
            Column("Điểm chuẩn", "points"),
            Column("Điểm thẩm định", "points"),
            Column("Điểm mất", "points"),
            Column("Chủ trì", width=3.2),
        ),
        rows=tuple(
            (
                f"{row['code']} {row['title']}",
                *(row[one] for one in ("max_points", "points", "lost_points", "lead")),
            )
            for row in records(children)
        ),
    )


def _facts(review: Review, row: Row) -> Table:
    """What is to be done about a leaf: as its table prints it, then the tasks of every plan."""
    printed = (
        ("Giải pháp", row["solution"]),
        ("Cơ quan chủ trì", row["lead"]),
        ("Cơ quan phối hợp", row["coordinating"]),
        ("Thời hạn", row["deadline"]),
    )
    tasks = [("Nhiệm vụ", _task(task)) for task in _tasks(review, str(row["code"]))]
    return Table(
        columns=(Column("Nội dung", width=1.4), Column("Như đã ghi", width=8.0)),
        rows=(("Tiêu chí", row["title"]), *printed, *(tasks or [("Nhiệm vụ", _NO_TASK)])),
    )


def _tasks(review: Review, code: str) -> list[Row]:
    board = review.board
    own = (board["stake_code"] == code) & (board["stake_organisation"] == review.organisation)
    return records(board[own & (board["stake_index"] == review.index_name)])


def _task(task: Row) -> str:
    """'Công khai … (Sở Nội vụ; Quý I/2022): ▲ Quá hạn, trễ 12 ngày'."""
    state = ", ".join(filter(None, (MARKED_STATES[task["status"]], time_left(task))))
    who = "; ".join(task["leads"]) or "chưa ghi chủ trì"
    return f"{name(task)} ({who}; {deadline(task)}): {state}"
