"""What leaves the screen: the page as a workbook, and on paper what the page is filtered by."""

from collections.abc import Callable, Sequence
from html import escape

import streamlit as st

from pages.ui import answers, downloads, today
from pages.ui.filters import Scope
from scoring.analysis.questions import Row, records
from scoring.reports.blocks import Screen
from scoring.reports.page_screens.parts import told
from scoring.reports.screens.words import SOURCES, source_table
from scoring.reports.workbook.book import workbook

Make = Callable[[], Sequence[Screen]]


def offer(
    scope: Scope,
    name: str,
    title: str,
    make: Make,
    chosen: Sequence[str] = (),
    *,
    subject: Sequence[str] = (),
) -> None:
    """The button; `make` is called when it is pressed, outside the run of the page.

    Where `make` fails, the framework logs why and says under the button what to do (vietnamese.js).

    Shape: `name` of the page in its file's name, `title` in words; `chosen` what narrows the page
        down ('Tiêu chí: 6.1'), for paper too; `subject` what every view of it is about, and says
        itself ('Chỉ số: PAR').
    """
    narrowed = (*chosen, *_day())
    on_paper(narrowed)
    whose = (f"Trang: {title}", f"Cơ quan: {scope.name}", f"Năm: {scope.year}")
    filters = (*whose, *subject, *narrowed)
    with st.sidebar:
        downloads.offer(
            "Xuất trang này (.xlsx)",
            lambda: _made(make(), f"{title}: {scope.name}, năm {scope.year}", filters),
            f"{name}-{scope.organisation}-{scope.year}.xlsx",
            key=f"xuat-trang-{name}",
            width="stretch",
            help="Mỗi biểu đồ một trang tính, có bảng số liệu, biểu đồ của Excel và nguồn.",
        )


def on_paper(chosen: Sequence[str]) -> None:
    """Tell what the page is filtered by, for print.js: its choices are not printed."""
    if chosen:
        st.sidebar.html(f'<p class="dang-loc">Đang lọc: {escape(" · ".join(chosen))}</p>')


def _day() -> tuple[str, ...]:
    """The day that the address names in the place of today."""
    return (f"Tính đến ngày {today.today():%d/%m/%Y}",) if today.kept() else ()


def _made(screens: Sequence[Screen], title: str, filters: Sequence[str]) -> bytes:
    """The workbook; batches that the screens name get their places, and a row on the last sheet."""
    named = dict.fromkeys(one for screen in screens for one in screen.sources)
    known: dict[str, Row] = {
        row["batch"]: row for row in records(answers.ask("batches", batches=",".join(named)))
    }
    own = next((screen.table for screen in screens if screen.key == SOURCES), None)
    sources = own or (source_table(known.values()) if known else None)
    return workbook(told(screens, known), title=title, filters=filters, sources=sources)
