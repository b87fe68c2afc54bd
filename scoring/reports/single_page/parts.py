"""One screen of the page: its message, figures, chart, table and sources; all text escaped."""

from collections.abc import Callable, Iterable, Sequence
from html import escape

from scoring.reports.blocks import Chart, Column, Figure, Screen, Table, Value, written
from scoring.text.printable import one_line

_WORDS = frozenset(("text", "date"))
# Letters from which a column reads better over several lines in a wide box than in a narrow one.
_LONG = 18


def section(name: str, screen: Screen, drawn: Callable[[Chart], str]) -> str:
    """The screen under that name, which the table of contents leads to."""
    parts = [
        f'<section id="{name}">',
        f'<p class="topic">{_text(screen.topic)}</p>',
        f"<h2>{_text(screen.message)}</h2>",
        _figures(screen.figures),
        *(f"<p>{_text(sentence)}</p>" for sentence in screen.told),
        "" if screen.chart is None else _chart(f"{name}-bieu-do", screen.chart, drawn),
        "" if screen.table is None else _table(screen.table),
        _sources(screen.sources),
        "</section>",
    ]
    return "\n".join(part for part in parts if part)


def _figures(figures: Iterable[Figure]) -> str:
    cards = "".join(
        f"<div><dt>{_text(one.label)}</dt><dd>{_text(one.shown)}</dd>"
        f"<dd class='beside'>{_text(one.beside)}</dd></div>"
        for one in figures
    )
    return f'<dl class="figures">{cards}</dl>' if cards else ""


def _chart(name: str, chart: Chart, drawn: Callable[[Chart], str]) -> str:
    return (
        f"<figure><figcaption>{_text(chart.name)}</figcaption>"
        f'<div class="chart" role="img" aria-label="{_text(chart.name)}" data-chart="{name}"></div>'
        f'<script type="application/json" id="{name}">{drawn(chart)}</script></figure>'
    )


def _table(table: Table) -> str:
    kinds = [_kind(at, column, table.rows) for at, column in enumerate(table.columns)]
    head = "".join(
        f'<th scope="col"{kind}>{_text(column.title)}</th>'
        for column, kind in zip(table.columns, kinds, strict=True)
    )
    body = "\n".join(
        f"<tr{' class=strong' if at in table.strong else ''}>"
        f"{_cells(row, table.columns, kinds)}</tr>"
        for at, row in enumerate(table.rows)
    )
    return (
        '<div class="table" tabindex="0" role="region" aria-label="Bảng số liệu"><table>'
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody></table></div>"
    )


def _cells(row: Iterable[Value], columns: Iterable[Column], kinds: Iterable[str]) -> str:
    return "".join(
        f"<td{kind}>{_text(written(value, column.kind))}</td>"
        for value, column, kind in zip(row, columns, kinds, strict=True)
    )


def _kind(at: int, column: Column, rows: Iterable[Sequence[Value]]) -> str:
    if column.kind not in _WORDS:
        return ' class="number"'
    longest = max((len(written(row[at], column.kind)) for row in rows), default=0)
    return ' class="long"' if longest >= _LONG else ""


def _sources(sources: Iterable[str]) -> str:
    items = "".join(f"<li>{_text(one)}</li>" for one in sources)
    return f'<div class="sources"><p>Nguồn số liệu</p><ul>{items}</ul></div>' if items else ""


def _text(text: str) -> str:
    return escape(one_line(text))
