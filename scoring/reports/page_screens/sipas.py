"""SIPAS: the overall percentage over the years, each factor, the questions behind them."""

import pandas as pd

from scoring.analysis.messages.satisfaction import factors as said_of_factors
from scoring.analysis.messages.satisfaction import questions as said_of_questions
from scoring.analysis.messages.satisfaction import trend
from scoring.reports.blocks import Chart, Column, Screen, Series
from scoring.reports.page_screens.parts import LONG, Bars, bars, batches, listed, there
from scoring.reports.screens.words import label
from scoring.text.values import measured, year_of

_LOWEST = 20.0  # percentage points under the lowest value that the axis still shows


def sipas(
    goals: pd.DataFrame,
    questions: pd.DataFrame,
    overall: pd.DataFrame,
    nation: pd.DataFrame,
    *,
    year: int,
    name: str,
) -> tuple[Screen, ...]:
    """The screens of the page.

    Shape: `goals` the factors with goals as the page reads and orders them; `questions` the rows
        of questions; `overall` and `nation` as the question satisfaction_overall gives them.
    """
    return there(
        _overall(overall, nation, year, name), _factors(goals, year), _questions(questions, year)
    )


def _overall(overall: pd.DataFrame, nation: pd.DataFrame, year: int, name: str) -> Screen | None:
    if overall[overall["year"] == year].empty:
        return None
    years = sorted({int(one) for one in (*overall["year"], *nation["year"])})
    rows = pd.DataFrame({"year": years}).assign(
        label=[str(one) for one in years],
        own=_by_year(overall, years),
        nation=_by_year(nation, years),
    )
    series = [Bars("own", name)]
    if not nation.empty:
        series.append(Bars("nation", "Cả nước", "neutral"))
    columns = {"label": Column("Năm"), "own": Column(name, "percent")}
    if not nation.empty:
        columns["nation"] = Column("Cả nước", "percent")
    return Screen(
        key="chung",
        topic="Hài lòng chung",
        message=f"Chỉ số hài lòng chung. {trend(overall[overall['year'] <= year])}",
        chart=bars(
            rows,
            rows["label"].tolist(),
            series,
            name="Chỉ số hài lòng chung qua các năm",
            kind="percent",
            axis="%",
            form="lines",
        ),
        table=listed(rows, columns),
        sources=batches(overall, nation),
    )


def _by_year(frame: pd.DataFrame, years: list[int]) -> list[float | None]:
    known = dict(zip(frame["year"].astype(int), frame["percent"], strict=True))
    return [known.get(year) for year in years]


def _factors(goals: pd.DataFrame, year: int) -> Screen | None:
    if goals.empty:
        return None
    return Screen(
        key="yeu-to",
        topic="Theo yếu tố",
        message=said_of_factors(goals),
        chart=_chart(goals, year),
        table=listed(
            goals.assign(
                gained=goals["percent"] - goals["previous_percent"],
                # As objects: a column of numbers keeps no words.
                due=pd.Series(
                    [measured(one, year_of) for one in goals["due_year"]], goals.index, dtype=object
                ),
            ),
            {
                "title": Column("Yếu tố", width=LONG),
                "percent": Column(f"Năm {year}", "percent"),
                "previous_percent": Column(f"Năm {year - 1}", "percent"),
                "gained": Column("Thay đổi", "change"),
                "goal": Column("Mục tiêu", "percent"),
                "due": Column("Năm đến hạn"),
                "short_points": Column("Còn thiếu (điểm\u00a0%)", "number"),
            },
        ),
        sources=batches(goals, columns=("batch", "previous_batch", "target_batch")),
    )


def _chart(goals: pd.DataFrame, year: int) -> Chart | None:
    named = {
        "previous_percent": Series(f"Năm {year - 1}", (), "neutral"),
        "percent": Series(f"Năm {year}", ()),
        "goal": Series("Mục tiêu", (), "accent"),
    }
    held = [one for one in named if goals[one].notna().any()]
    lowest = min((float(goals[one].min()) for one in held), default=0.0)
    return bars(
        goals,
        [label("", title) for title in goals["title"]],
        [Bars(one, named[one].name, named[one].tone) for one in held],
        name="Tỷ lệ hài lòng theo yếu tố, so với năm trước và mục tiêu",
        kind="percent",
        axis="%",
        start=max(0.0, (lowest - _LOWEST) // 10 * 10),
    )


def _questions(questions: pd.DataFrame, year: int) -> Screen | None:
    if questions.empty:
        return None
    return Screen(
        key="cau-hoi",
        topic="Theo câu hỏi",
        message=said_of_questions(questions),
        table=listed(
            questions.assign(gained=questions["percent"] - questions["previous_percent"]),
            {
                "factor": Column("Yếu tố", width=2.0),
                "code": Column("Mã"),
                "title": Column("Câu hỏi", width=LONG),
                "percent": Column(f"Năm {year}", "percent"),
                "previous_percent": Column(f"Năm {year - 1}", "percent"),
                "gained": Column("Thay đổi", "change"),
            },
        ),
        sources=batches(questions),
    )
