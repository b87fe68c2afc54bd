"""The HTML file: everything in it, nothing fetched."""

from collections.abc import Callable, Sequence
from html import escape
from pathlib import Path

from scoring.reports.blocks import Chart, Screen
from scoring.reports.single_page.parts import section
from scoring.text.printable import one_line

_HERE = Path(__file__).parent
# Whatever a text or a program in it may ask for, the browser fetches nothing.
_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:;"
    " base-uri 'none'; form-action 'none'"
)


def single_page(
    screens: Sequence[Screen],
    *,
    title: str,
    filters: Sequence[str] = (),
    drawn: Callable[[Chart], str],
    program: str,
) -> bytes:
    """The screens as one page, in their order, with a table of contents.

    Shape: `filters` what was chosen ('Năm: 2020'); `drawn` gives a chart as the JSON that the
        page draws, `program` is what draws it: both of scoring.charts.standalone.
    """
    shown = [section(f"muc-{at}", screen, drawn) for at, screen in enumerate(screens, start=1)]
    has_charts = any(screen.chart is not None for screen in screens)
    head = escape(one_line(title))
    parts = [
        '<!doctype html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{head}</title>",
        f"<style>\n{_own('page.css')}</style>\n</head>\n<body>",
        f"<header><h1>{head}</h1>",
        *(f"<p>{escape(one_line(one))}</p>" for one in filters),
        "</header>",
        _contents(screens),
        "<main>",
        "<noscript><p>Trình duyệt đang tắt JavaScript: biểu đồ không vẽ được, các bảng vẫn đủ số"
        " liệu.</p></noscript>",
        *shown,
        "</main>",
        f"<script>{program}</script>" if has_charts else "",
        f"<script>\n{_own('page.js')}</script>" if has_charts else "",
        "</body>\n</html>\n",
    ]
    return "\n".join(parts).encode()


def _contents(screens: Sequence[Screen]) -> str:
    items = "".join(
        f'<li><a href="#muc-{at}">{escape(one_line(screen.topic))}</a></li>'
        for at, screen in enumerate(screens, start=1)
    )
    return f'<nav aria-label="Mục lục"><h2>Mục lục</h2><ol>{items}</ol></nav>'


def _own(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")
