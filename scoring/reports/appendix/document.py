"""The appendix as .docx: A4 landscape, its header on every page, domains in bold."""

from docx.shared import Pt

from scoring.reports.appendix.layout import Cell, Layout
from scoring.reports.official import (
    content,
    document,
    grid,
    page_numbers,
    source_footer,
    text_width,
    title,
)
from scoring.text.format import number

_MOST_DECIMALS = 10


def appendix_document(layout: Layout) -> bytes:
    """The document, to be enclosed with its plan."""
    made = document(landscape=True)
    page_numbers(made)
    source_footer(made, layout.sources)
    name, *lines = layout.titles
    title(made, [name, lines[0]])
    for line in lines[1:]:
        title(made, [line])
        run = made.paragraphs[-1].runs[0]
        run.bold, run.italic = False, True
    widths = [one.width for one in layout.columns]
    grid(
        made,
        [one.title for one in layout.columns],
        [[_written(value) for value in row] for row in layout.rows],
        [width * text_width(made) / sum(widths) for width in widths],
        numbers=layout.numbers,
        size=Pt(11),
        strong=layout.strong,
    )
    return content(made, subject=f"{name}: {lines[0]}")


def _written(value: Cell) -> str:
    """A number with two decimals, or with all that it has; nothing where it is missing."""
    if value is None or isinstance(value, str):
        return value or ""
    digits = next((n for n in range(2, _MOST_DECIMALS) if round(value, n) == value), _MOST_DECIMALS)
    return number(value, digits)
