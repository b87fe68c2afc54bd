"""Chỉ tiêu: each target's result beside what is asked, group by group, and all in one table."""

import pandas as pd

from scoring.analysis.messages.target_words import gap, group, shown, word
from scoring.analysis.messages.target_words import measure as measure_words
from scoring.analysis.messages.targets import group as said_of_group
from scoring.analysis.messages.targets import headline
from scoring.analysis.plans.results import PERCENT, RANK
from scoring.analysis.questions import Row, records
from scoring.reports.blocks import Chart, Column, Screen, Table
from scoring.reports.page_screens.parts import Bars, bars, batches
from scoring.reports.screens.words import label
from scoring.text.values import Kind, Measured, Value, measured, year_of

_BATCHES = ("batch", "result_batch")


def targets(rows: pd.DataFrame, every: pd.DataFrame, year: int) -> tuple[Screen, ...]:
    """The screens of the page.

    Shape: `rows` of target_rows that the page shows, `every` one of the organisation.
    """
    if rows.empty:
        return ()
    named = rows.assign(group=[group(row) for row in records(rows)])
    known = named[named["asked"].notna() | named["value"].notna()]
    parts = [part for _, part in known.groupby(["group", "measure"], sort=False)]
    return (*(_group(part, year) for part in parts), _every(rows, every, year))


def _group(part: pd.DataFrame, year: int) -> Screen:
    return Screen(
        key="nhom",
        topic=str(part["group"].iat[0] or "Chỉ tiêu"),
        message=said_of_group(part, measured=True),
        chart=_chart(part, str(part["measure"].iat[0]), year),
        table=_table(part, year),
        sources=batches(part, columns=_BATCHES),
    )


def _chart(part: pd.DataFrame, measure: str, year: int) -> Chart | None:
    kinds: dict[str, Kind] = {PERCENT: "percent", RANK: "integer"}
    return bars(
        part,
        [label("", title) for title in part["title"]],
        [Bars("value", "Kết quả", "total"), Bars("asked", f"Cần đạt năm {year}", "accent")],
        name=f"Kết quả so với mức cần đạt năm {year}",
        kind=kinds.get(measure, "number"),
        axis=measure_words(measure),
        start=0.0,
    )


def _every(rows: pd.DataFrame, every: pd.DataFrame, year: int) -> Screen:
    return Screen(
        key="bang",
        topic="Bảng chỉ tiêu",
        message=headline(every, year),
        table=_table(rows, year),
        sources=batches(rows, columns=_BATCHES),
    )


def _table(rows: pd.DataFrame, year: int) -> Table:
    """Each value with its own measure: percent, ranks and numbers share a column."""
    return Table(
        (
            Column("Chỉ tiêu", width=5.0),
            Column("Trạng thái", width=1.6),
            Column("Kết quả", width=1.4),
            Column(f"Cần đạt năm {year}", width=1.4),
            Column("Còn thiếu", width=1.2),
            Column("Chỉ tiêu cuối", width=1.4),
            Column("Năm đến hạn"),
            Column("Chủ trì", width=2.4),
        ),
        tuple(_row(row) for row in records(rows)),
    )


def _row(row: Row) -> tuple[Value, ...]:
    measure = row["measure"]
    return (
        row["title"],
        word(row),
        shown(row["value"], measure, row["field_size"]),
        shown(row["asked"], measure),
        _missing(row["missing"], measure),
        row["sentence"] if row["final"] is None else shown(row["final"], measure),
        measured(row["due_year"], year_of),
        row["lead"],
    )


def _missing(short: float | None, measure: str) -> Value:
    """What is still missing; 0 of a target that was reached or exceeded."""
    if short is None:
        return None
    return Measured(short, gap(short, measure)) if short > 0 else Measured(0.0, "0")
