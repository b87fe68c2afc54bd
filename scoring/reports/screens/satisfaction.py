"""SIPAS against its targets, and the targets of all plans."""

from scoring.analysis.messages.satisfaction import factors as said
from scoring.analysis.messages.target_words import shown as with_measure
from scoring.analysis.messages.target_words import word
from scoring.analysis.messages.targets import headline
from scoring.analysis.questions import Row, records
from scoring.analysis.review.gathered import Review
from scoring.reports.blocks import Chart, Column, Link, Screen, Series, Table
from scoring.reports.screens.words import label, sources
from scoring.text.values import Value, measured, year_of

_BATCHES = ("batch", "previous_batch", "target_batch")
_MOST_FACTORS = 10
_LOWEST = 20.0  # percentage points under the lowest value that the axis still shows


def satisfaction(review: Review) -> Screen | None:
    """Each factor's percentage beside last year's and its target."""
    rows = records(review.satisfaction)
    if not rows:
        return None
    shown = [row for row in rows if row["percent"] is not None][:_MOST_FACTORS]
    return Screen(
        key="hai-long",
        topic="Hài lòng so với mục tiêu",
        message=said(review.satisfaction),
        chart=_chart(shown, review.year) if shown else None,
        table=_table(rows, review.year),
        sources=sources(
            review, [row[name] for name in _BATCHES for row in rows if row[name] is not None]
        ),
        links=(Link("pages/sipas.py", "Xem từng yếu tố"),),
    )


def targets(review: Review) -> Screen | None:
    """How the targets of all plans stand in the year that is reviewed."""
    current = review.targets[~review.targets["past"]]
    if current.empty:
        return None
    return Screen(
        key="chi-tieu",
        topic="Chỉ tiêu",
        message=headline(review.targets, review.year),
        table=Table(
            columns=(
                Column("Chỉ tiêu", width=4.6),
                Column("Phải đạt", width=1.4),
                Column("Năm", "integer", 0.7),
                Column("Kết quả", width=1.4),
                Column("Tình trạng", width=2.0),
                Column("Chủ trì", width=2.4),
            ),
            rows=tuple(_target(row) for row in records(current)),
        ),
        sources=sources(review, [*current["batch"], *current["result_batch"]]),
        links=(Link("pages/targets.py", "Xem chỉ tiêu"),),
    )


def _target(row: Row) -> tuple[Value, ...]:
    goal = with_measure(row["goal"], row["measure"])
    return (
        row["title"],
        row["sentence"] if goal is None else goal,
        measured(row["due_year"], year_of),
        with_measure(row["value"], row["measure"], row["field_size"]),
        word(row),
        row["lead"],
    )


def _chart(rows: list[Row], year: int) -> Chart:
    values = [row[name] for row in rows for name in ("percent", "previous_percent", "goal")]
    lowest = min(value for value in values if value is not None)
    before = tuple(row["previous_percent"] for row in rows)
    goals = tuple(row["goal"] for row in rows)
    series = [Series(f"Năm {year}", tuple(row["percent"] for row in rows), "total")]
    if any(value is not None for value in before):
        series.insert(0, Series(f"Năm {year - 1}", before, "neutral"))
    if any(value is not None for value in goals):
        series.append(Series("Mục tiêu", goals, "accent"))
    return Chart(
        form="columns",
        name="Tỷ lệ hài lòng theo yếu tố, so với năm trước và mục tiêu",
        categories=tuple(label("", row["title"]) for row in rows),
        series=tuple(series),
        kind="percent",
        axis="%",
        start=max(0.0, (lowest - _LOWEST) // 10 * 10),
    )


def _table(rows: list[Row], year: int) -> Table:
    return Table(
        columns=(
            Column("Yếu tố", width=4.6),
            Column(f"Năm {year - 1}", "percent"),
            Column(f"Năm {year}", "percent"),
            Column("Mục tiêu", "percent"),
            Column("Năm đến hạn", "text"),
            Column("Còn thiếu (điểm\u00a0%)", "number"),
        ),
        rows=tuple(
            (
                row["title"],
                row["previous_percent"],
                row["percent"],
                row["goal"],
                measured(row["due_year"], year_of),
                row["short_points"],
            )
            for row in rows
        ),
        strong=frozenset(at for at, row in enumerate(rows) if row["overall"]),
    )
