"""One screen of a meeting: its message, and the figures, chart or table that show it."""

from collections.abc import Callable
from dataclasses import replace
from html import escape

import streamlit as st

from pages.ui.meeting import address, table
from pages.ui.meeting.address import Place
from scoring.analysis.review.gathered import Review
from scoring.charts.blocks import figure
from scoring.charts.theme import CONFIG, LABEL_SIZE, Figure
from scoring.reports.blocks import Chart, Screen
from scoring.reports.screens import deeper
from scoring.text.format import integer

SIZE = 24  # pixels of a 1080p wall
_HIGHEST = 830  # pixels that a chart of bars may ask for; it has some 700, where lines still part
_COVER = "bia"
_LONG = 110  # characters from which a message is set smaller
_BESIDE = 2  # sentences from which they stand beside the chart, not over it


def show(review: Review, at: Place, *, narrow: bool) -> None:
    """The screen that is looked at; a click on a mark or row leads deeper."""
    screen = at.screen
    with st.container(key="man-than"):
        if screen.key == _COVER:
            _cover(screen)
            return
        _message(screen)
        _figures(screen)
        _shown(review, screen, narrow=narrow)


def has_both(screen: Screen) -> bool:
    """Whether the table can be looked at instead of a chart."""
    return screen.chart is not None and screen.table is not None


def _cover(screen: Screen) -> None:
    lines = "".join(f"<p>{escape(one)}</p>" for one in screen.sentences)
    st.html(f'<div class="man-bia"><h1>{escape(screen.message)}</h1>{lines}</div>')


def _message(screen: Screen) -> None:
    long = " man-dai" if len(screen.message) > _LONG else ""
    st.html(f'<h1 class="man-thong-diep{long}">{escape(screen.message)}</h1>')


def _figures(screen: Screen) -> None:
    cards = "".join(
        f"<div><p>{escape(one.label)}</p><strong>{escape(one.shown)}</strong>"
        f"<p>{escape(one.beside)}</p></div>"
        for one in screen.figures
    )
    if cards:
        st.html(f'<div class="man-so">{cards}</div>')


def _shown(review: Review, screen: Screen, *, narrow: bool) -> None:
    """Sentences, then the chart or the table; beside each other where there are many sentences."""
    charted = screen.chart is not None and not (has_both(screen) and address.shows_table())
    if charted and len(screen.sentences) >= _BESIDE:
        with st.container(key="man-hai-cot"):
            _sentences(screen)
            _chart(review, screen, narrow=narrow)
        return
    _sentences(screen)
    if charted:
        _chart(review, screen, narrow=narrow)
    elif screen.table is not None:
        _table(review, screen, narrow=narrow)


def _sentences(screen: Screen) -> None:
    if screen.sentences:
        lines = "".join(f"<li>{escape(one)}</li>" for one in screen.sentences)
        st.html(f'<ul class="man-cau">{lines}</ul>')


def _table(review: Review, screen: Screen, *, narrow: bool) -> None:
    if screen.table is None:
        return
    with st.container(key="man-bang"):
        table.show(
            screen.table,
            key=f"bang-{_name(screen)}",
            alt=screen.message,
            opens=lambda told: _leads(review, screen, told) is not None,
            on_pick=_opener(review, screen),
            scrolls=narrow,
        )


def _chart(review: Review, screen: Screen, *, narrow: bool) -> None:
    if screen.chart is None:
        return
    drawn, left = (figure(screen.chart, size=LABEL_SIZE), 0) if narrow else _fitting(screen.chart)
    key = f"hinh-{_name(screen)}"
    categories = screen.chart.categories
    open_one = _opener(review, screen)

    def picked() -> None:
        for point in st.session_state[key]["selection"]["points"]:
            open_one(categories[int(point["point_index"])])
            return

    with st.container(key="man-hinh"):
        st.plotly_chart(
            drawn,
            key=key,
            alt=screen.chart.name,
            config=CONFIG,
            height="content" if narrow else "stretch",
            selection_mode="points",
            on_select=picked,
        )
    if left:
        st.html(f'<p class="man-con">Còn {integer(left)} mục khác trong bảng số liệu.</p>')


def _fitting(chart: Chart) -> tuple[Figure, int]:
    """The chart at the size of a wall, and how many of its last bars found no room."""
    count = len(chart.categories)
    drawn = figure(chart, size=SIZE)
    while chart.form.endswith("bars") and drawn.layout.height > _HIGHEST and count > 1:
        count -= 1
        drawn = figure(_first(chart, count), size=SIZE)
    # Streamlit's theme has smaller sizes of its own for these.
    drawn.update_xaxes(tickfont_size=SIZE, title_font_size=SIZE)
    drawn.update_yaxes(tickfont_size=SIZE, title_font_size=SIZE)
    drawn.update_layout(legend_font_size=SIZE, hoverlabel_font_size=SIZE)
    return drawn, len(chart.categories) - count


def _first(chart: Chart, count: int) -> Chart:
    series = tuple(
        replace(one, values=one.values[:count], tones=one.tones[:count]) for one in chart.series
    )
    return replace(chart, categories=chart.categories[:count], series=series)


def _opener(review: Review, screen: Screen) -> Callable[[str], None]:
    def open_one(told: str) -> None:
        to = _leads(review, screen, told)
        if to is not None:
            address.down(to)

    return open_one


def _leads(review: Review, screen: Screen, told: str) -> deeper.Place | None:
    return deeper.leads_to(review, screen, told)


def _name(screen: Screen) -> str:
    """Tells the widgets of one screen from those of another."""
    under = st.query_params.get(address.CODE) or st.query_params.get(address.UNIT) or ""
    return f"{screen.key}-{under}"
