"""Báo cáo định kỳ: of a quarter, six or nine months, or a year."""

from datetime import date

import streamlit as st

from pages.ui import answers, downloads, today
from pages.ui.filters import Scope
from scoring.analysis.messages.periods import period_name
from scoring.analysis.review.gathered import Review
from scoring.analysis.review.periods import KEYS, Period
from scoring.analysis.review.worded import own_words
from scoring.reports.periodic.document import periodic_report

_YEARS = 3  # up to the year of the day, at least


def show(scope: Scope, review: Review) -> None:
    """Choose the period, type who signs, take the file."""
    day = today.today()
    known = _periods(day, min([scope.year, *review.board["year"].tolist()]))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        period = st.selectbox(
            "Kỳ báo cáo",
            known,
            index=_usual(known, day),
            format_func=lambda one: _shown(one, day),
            key=f"ky-bao-cao-{day}",
            width=360,
            filter_mode=None,
        )
        signs = st.text_input(
            "Người ký", key="nguoi-ky", max_chars=80, placeholder="Họ và tên", width=280
        ).strip()
    told = answers.ask("progress_told", organisation=scope.organisation)
    worded = answers.worded(scope.organisation, scope.year)
    sentences = own_words(review, worded)
    downloads.offer(
        "Tải báo cáo (.docx)",
        lambda: periodic_report(review, period, told, sentences=sentences, name=signs),
        f"bao-cao-{scope.organisation}-{period.key}-{period.year}.docx",
        key="xuat-bao-cao",
        type="primary",
    )
    st.caption(
        "Tình hình nhiệm vụ, chỉ tiêu và từng đơn vị tính đến ngày cuối kỳ, theo các báo cáo tiến "
        "độ đã nhận đến ngày đó."
    )


def _periods(day: date, oldest: int) -> list[Period]:
    """Those that have begun, the latest year first, back to the year of the oldest plan."""
    years = range(day.year, min(day.year - _YEARS, oldest - 1), -1)
    every = (Period(key, year) for year in years for key in KEYS)
    return [one for one in every if one.first <= day]


def _usual(known: list[Period], day: date) -> int:
    """The quarter that ended last."""
    ended = [one for one in known if one.last < day and one.key.startswith("quy")]
    last = max(ended, key=lambda one: one.last, default=None)
    return known.index(last) if last else 0


def _shown(period: Period, day: date) -> str:
    told = period_name(period)
    told = told[0].upper() + told[1:]
    return told if period.last < day else f"{told} (chưa hết kỳ)"
