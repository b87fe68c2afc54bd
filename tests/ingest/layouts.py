"""The tables of a text table as they are found, before any row is read."""

from collections.abc import Callable

from scoring.ingest.finding.layout import Layout
from scoring.ingest.opening.workbook import column_letter

Finder = Callable[..., tuple[Layout, ...]]


def letters(layout: Layout) -> dict[str, str]:
    """The letter of each field's column."""
    return {field: column_letter(at) for field, at in layout.columns.items()}


def doubts(layout: Layout) -> list[tuple[str, str, str, str]]:
    """Each doubt: its code and field, the column taken, the other one."""
    return [
        (one.code, one.field, column_letter(one.column), column_letter(one.other))
        for one in layout.doubts
    ]
