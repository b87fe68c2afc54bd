"""One screen on one sheet: its message, what was chosen, table and chart, and where it was read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from scoring.reports.blocks import Column, Figure, Screen
from scoring.reports.workbook.chart import add_chart
from scoring.reports.workbook.grid import (
    LINE,
    height,
    lines,
    longest_number,
    names_across,
    put,
    put_table,
    put_value,
    put_values,
    share_out,
)
from scoring.reports.workbook.looks import COMPARED, LABEL, NOTE, SIZE, STRONG, TEXT, TITLE, Looks
from scoring.reports.workbook.paper import set_up

_WIDE = 104  # letters of all columns together: what a page holds at full size
_BESIDE = 72  # letters of a table that has its chart beside it
_NARROW = 10.5  # letters of a column of numbers at least
_FIRST, _OTHERS = 44.0, 15.0  # letters of the columns where there is no table
_MOST_SOURCES = 10  # under a table; the last sheet has all
_PIXELS = 4 / 3  # of a point
_FIGURE = Column("", "number")
_BESIDE_FIGURE = 2  # the column of what a figure is compared to


@dataclass
class _Writing:
    """The next free row of a sheet, and how wide its words may run."""

    sheet: Worksheet
    looks: Looks
    widths: list[float]
    row: int = 0

    def say(self, text: str, look: Mapping[str, Any]) -> None:
        """A text over all columns."""
        size = look.get("font_size", SIZE)
        across = sum(self.widths)
        last = len(self.widths) - 1
        if last > 0:
            self.sheet.merge_range(self.row, 0, self.row, last, "", self.looks.of(look))
        put(self.sheet, self.row, 0, text, self.looks, look)
        self.sheet.set_row(self.row, height(lines(text, across, size), size))
        self.row += 1

    def figure(self, figure: Figure) -> None:
        """A figure: its name, its number in a cell of its own, and what it is compared to."""
        put(self.sheet, self.row, 0, figure.label, self.looks, STRONG)
        put_value(self.sheet, self.row, 1, figure.value, _FIGURE, self.looks, strong=True)
        last = len(self.widths) - 1
        if last > _BESIDE_FIGURE:
            look = self.looks.of(COMPARED)
            self.sheet.merge_range(self.row, _BESIDE_FIGURE, self.row, last, "", look)
        put(self.sheet, self.row, _BESIDE_FIGURE, figure.beside, self.looks, COMPARED)
        high = max(
            lines(figure.label, self.widths[0]),
            lines(figure.beside, sum(self.widths[_BESIDE_FIGURE:])),
        )
        self.sheet.set_row(self.row, height(high))
        self.row += 1


def write(
    book: xlsxwriter.Workbook,
    sheet: Worksheet,
    screen: Screen,
    *,
    looks: Looks,
    title: str,
    filters: Sequence[str],
) -> None:
    """Fill the sheet."""
    widths = _widths(screen)
    for at, width in enumerate(widths):
        sheet.set_column(at, at, width)
    writing = _Writing(sheet, looks, widths)
    writing.say(screen.message, TITLE)
    if filters:
        writing.say(f"Bộ lọc: {'; '.join(filters)}", NOTE)
    header = _table(writing, screen)
    below = _figures_and_words(writing, screen)
    if screen.chart is not None and screen.chart.series:
        # Under the header, which every page of paper repeats with whatever stands beside it.
        beside = (below, 0) if header is None else (header + 1, len(widths))
        _chart(book, writing, screen, beside)
    if screen.sources:
        writing.row += 1
        writing.say("Nguồn số liệu", LABEL)
        for one in screen.sources[:_MOST_SOURCES]:
            writing.say(one, NOTE)
        if len(screen.sources) > _MOST_SOURCES:
            rest = len(screen.sources) - _MOST_SOURCES
            writing.say(f"và {rest} bảng khác, xem trang Nguồn", NOTE)
    set_up(sheet, title=title, sources=screen.sources, header=header)


def _widths(screen: Screen) -> list[float]:
    """Of the table, and of what a chart is drawn of or figures need where that is more."""
    widths = _of_blocks(screen)
    if screen.figures:
        widths += [_OTHERS] * (_BESIDE_FIGURE + 1 - len(widths))
        widths[1] = max(widths[1], max(len(one.shown) for one in screen.figures) + 3)
    return widths


def _of_blocks(screen: Screen) -> list[float]:
    drawn = () if screen.chart is None else screen.chart.series
    series = len(drawn)
    if screen.table is None:
        widths: list[float] = [_FIRST, *(_OTHERS for _ in range(series))]
        if screen.figures and not series:
            widths.append(_OTHERS)
        return [*widths, max(_WIDE - sum(widths), _OTHERS)]
    room = _BESIDE if series else _WIDE
    widths = share_out(screen.table, room, _NARROW)
    if screen.chart is None or not drawn:
        return widths
    across = names_across(widths)
    widths += [_OTHERS] * (across + series - len(widths))
    for at, one in enumerate(drawn, start=across):
        widths[at] = max(widths[at], longest_number(one.values, screen.chart.kind) + 3)
    return widths


def _table(writing: _Writing, screen: Screen) -> int | None:
    """The table with a header that stays in sight; gives the row of the header."""
    if screen.table is None:
        return None
    header = writing.row
    writing.row = put_table(writing.sheet, header, screen.table, writing.widths, writing.looks)
    writing.sheet.freeze_panes(header + 1, 0)
    writing.row += 1
    return header


def _figures_and_words(writing: _Writing, screen: Screen) -> int:
    """The figures in large type and the sentences; gives the first free row."""
    for figure in screen.figures:
        writing.figure(figure)
    for sentence in screen.told:
        writing.say(sentence, TEXT)
    return writing.row


def _chart(
    book: xlsxwriter.Workbook, writing: _Writing, screen: Screen, at: tuple[int, int]
) -> None:
    """The chart beside the table, or over the values that it is drawn of."""
    chart = screen.chart
    if chart is None:
        return
    writing.row += 1
    place = writing.row
    cells = put_values(writing.sheet, place, chart, writing.widths, writing.looks)
    writing.row = cells.last + 2
    if screen.table is not None:
        add_chart(book, writing.sheet, chart, cells, at)
    else:
        high = add_chart(book, writing.sheet, chart, cells, (writing.row, 0))
        writing.row += int(high / (LINE * _PIXELS)) + 2
