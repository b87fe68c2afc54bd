"""Each factor of satisfaction against last year and its target, and the questions under it."""

import pandas as pd
import streamlit as st

from pages.ui import answers, choices, figures, sources, tables
from pages.ui.filters import Scope
from scoring.analysis import messages
from scoring.analysis.factors import factors_of, questions_of
from scoring.analysis.targets import with_goals
from scoring.charts.sipas import STATE_WORDS, factor_bullets
from scoring.text.format import MISSING, change_points, number, percent

READING = "cach_doc"
READINGS = {"diem": "Tăng điểm phần trăm", "tuong-doi": "Tăng tương đối"}


def factors(scope: Scope) -> pd.DataFrame:
    """Each factor against last year and its target, the furthest from its target first.

    Gives the factors as they are read and ordered here; none where the file has none.
    """
    asked = factors_of(_asked(scope))
    if asked.empty:
        return asked
    heading = st.container()
    relative = _reading(asked, scope.year) == "tuong-doi"
    goals = _ordered(asked, scope.year, relative=relative)
    with heading:
        figures.message(messages.factors(goals))
    figures.show(
        factor_bullets(goals, year=scope.year),
        key="yeu-to",
        alt=f"Tỷ lệ hài lòng theo yếu tố, năm trước và mục tiêu. {messages.factors(goals)}",
    )
    st.caption(
        "Xếp theo mức còn thiếu so với mục tiêu, xa nhất trước; bằng nhau thì theo thứ tự trong "
        f"tệp. {_missing_last_year(goals, scope.year)}"
    )
    _table(goals, scope.year)
    sources.caption(goals)
    return goals


def questions(scope: Scope) -> None:
    """The questions behind the factors, each under its own; nothing where none is printed."""
    asked = questions_of(_asked(scope))
    if asked.empty:
        return
    figures.message(messages.questions(asked))
    tables.table(
        asked.assign(gained=asked["percent"] - asked["previous_percent"]),
        {
            "factor": tables.text("Yếu tố", width="medium"),
            "code": tables.text("Mã"),
            "title": tables.text("Câu hỏi", width="large"),
            "percent": tables.of_percent(f"Năm {scope.year}"),
            "previous_percent": tables.of_percent(f"Năm {scope.year - 1}"),
            "gained": tables.Column("Thay đổi", change_points),
        },
        alt="Từng câu hỏi của mỗi yếu tố: kết quả và năm trước",
        wide=True,
    )
    sources.caption(asked)


def _asked(scope: Scope) -> pd.DataFrame:
    return answers.ask("satisfaction", organisation=scope.organisation, year=scope.year)


def _reading(asked: pd.DataFrame, year: int) -> str:
    """How '+2 %' is read, with both readings of the first such target spelled out."""
    rises = asked[(asked["kind"] == "rise") & asked["is_percent"].eq(True)]
    if rises.empty:
        return "diem"
    chosen = choices.one_of("Cách đọc mục tiêu “tăng … %”", READING, READINGS, usual="diem")
    st.caption(_both(rises, year))
    return chosen


def _both(rises: pd.DataFrame, year: int) -> str:
    first = rises.iloc[[0]]
    by_points = with_goals(first, year).iloc[0]
    relative = with_goals(first, year, relative=True).iloc[0]
    amount = number(by_points["amount"]).removesuffix(",00")
    base = percent(by_points["base_value"])
    return (
        f"Tăng điểm phần trăm: {base} tăng {amount} điểm % → {percent(by_points['goal'])}. "
        f"Tăng tương đối: {base} × (100 % + {amount} %) → {percent(relative['goal'])}."
    )


def _ordered(asked: pd.DataFrame, year: int, *, relative: bool) -> pd.DataFrame:
    goals = with_goals(asked, year, relative=relative)
    said = messages.with_standing(goals, relative=relative)
    return said.sort_values("short_points", ascending=False, kind="stable", na_position="last")


def _missing_last_year(goals: pd.DataFrame, year: int) -> str:
    known = goals["previous_percent"].notna()
    if known.all():
        return ""
    of_some = " của một số yếu tố" if known.any() else ""
    return f"Chưa có kết quả năm {year - 1}{of_some} để so sánh."


def _table(goals: pd.DataFrame, year: int) -> None:
    tables.table(
        goals.assign(
            word=goals["state"].map(STATE_WORDS),
            gained=goals["percent"] - goals["previous_percent"],
            due=goals["due_year"].map(lambda due: MISSING if pd.isna(due) else str(int(due))),
        ),
        {
            "title": tables.text("Yếu tố"),
            "percent": tables.of_percent(f"Năm {year}"),
            "previous_percent": tables.of_percent(f"Năm {year - 1}"),
            "gained": tables.Column("Thay đổi", change_points),
            "goal": tables.of_percent("Mục tiêu"),
            "due": tables.text("Năm đến hạn"),
            "short_points": tables.Column("Còn thiếu (điểm %)", number),
            "word": tables.text("Trạng thái"),
            "sentence": tables.text("Chỉ tiêu như trong tệp"),
        },
        alt="Từng yếu tố: kết quả, năm trước, mục tiêu và mức còn thiếu",
        wide=True,
    )
