"""The section of each task, what the task is for, and which index its section is about."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from scoring.ingest.cells import filled
from scoring.ingest.finding.layout import Layout
from scoring.ingest.opening.workbook import Sheet
from scoring.ingest.task_tables.ditto import above
from scoring.ingest.task_tables.headings import Heading, HeadingRows, under
from scoring.ingest.task_tables.line_texts import field_texts
from scoring.ingest.task_tables.section_words import index_of, purpose_of


@dataclass(frozen=True)
class Section:
    """Where a task stands: '' and None where nothing says it."""

    text: str = ""
    purpose: str | None = None
    index_name: str | None = None


def sections(
    sheet: Sheet, layout: Layout, titles: Mapping[int, str], is_task: Callable[[int], bool]
) -> dict[int, Section]:
    """The section of each task.

    A column 'Nhóm' names it before the heading above, and holds on below where it is left blank;
    what the heading does not say, those around it may: the tasks of 'I. Cải cách thể chế' under
    'A. Nhiệm vụ khắc phục hạn chế' are there to mend.

    Shape: `titles` is the title ('' where there is none) of each row, from 0, in order.
    """
    rows = HeadingRows(sheet, layout)
    groups, kinds = _column(sheet, layout, "section"), _column(sheet, layout, "purpose")
    found: dict[int, Section] = {}
    headings: tuple[Heading, ...] = ()
    group = ""
    for at, title in titles.items():
        if is_task(at):
            headings = under(headings, rows.task(at)) if headings else ()
            group = groups[at] or group
            around = [one.text for one in reversed(headings)]
            found[at] = _section(kinds[at], [*filter(None, [group]), *around])
        elif heading := rows.heading(at, title):
            headings = (*under(headings, heading), heading)
            group = ""
    return found


def _section(kind: str, texts: Sequence[str]) -> Section:
    """What the texts around a task say, the nearest first."""
    said = (purpose_of(text) for text in (kind, *texts))
    indices = (index_of(text) for text in texts)
    return Section(
        texts[0] if texts else "",
        next((one for one in said if one), None),
        next((one for one in indices if one), None),
    )


def _column(sheet: Sheet, layout: Layout, field: str) -> list[str]:
    return above(field_texts(filled(sheet, layout, field), field))
