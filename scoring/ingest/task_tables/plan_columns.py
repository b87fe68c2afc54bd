"""Which columns of a list of tasks no other kind of table has: 'Nhóm nhiệm vụ', 'Lĩnh vực', 'Loại'.

And which column names the task, where several could.
"""

from collections.abc import Mapping
from dataclasses import replace

from scoring.ingest.cells import text_of
from scoring.ingest.finding.headers import EXACT, Headers, bare
from scoring.ingest.finding.layout import Layout
from scoring.ingest.finding.other_columns import column_cells, column_is_said, other_columns
from scoring.ingest.opening.workbook import Sheet
from scoring.ingest.said import Given

_PERHAPS = frozenset(("nội dung",))  # a group of tasks only where several tasks share it


def as_plan(sheet: Sheet, layout: Layout, given: Given) -> Layout:
    """The layout with the columns of section and purpose, and with no name of tasks left unread.

    'Lĩnh vực' before 'Nhiệm vụ' names no task: it is the section, and what stands behind it the
    title. 'Nhiệm vụ' behind 'Tiêu chí' is what is to be done about it. What a person said of a
    column stays.
    """
    headers = Headers(given.reference.headers)
    for field in ("section", "purpose"):
        if field not in layout.columns and not column_is_said(layout, field, given):
            layout = _with(layout, _first(field, sheet, layout, headers))
    if any(column_is_said(layout, field, given) for field in ("title", "solution")):
        return layout
    return _with(layout, _names(sheet, layout, headers))


def _first(field: str, sheet: Sheet, layout: Layout, headers: Headers) -> dict[str, int]:
    """The first column that no field reads and whose name is that of this one."""
    title = layout.columns.get("title", -1)
    for at in other_columns(layout):
        if _is(field, layout.texts[at], headers):
            return {field: at}
        grouping = field == "section" and at < title and bare(layout.texts[at]) in _PERHAPS
        if grouping and _shared(sheet, layout, at, title):
            return {field: at}
    return {}


def _names(sheet: Sheet, layout: Layout, headers: Headers) -> dict[str, int]:
    """Where the section, the title and the solution stand, if not where they seemed to."""
    first = layout.columns.get("title")
    solution = layout.columns.get("solution")
    perhaps = [*other_columns(layout), *([] if solution is None else [solution])]
    behind = [at for at in sorted(perhaps) if _is("title", layout.texts[at], headers)]
    if first is None or not behind or behind[0] < first:
        return {}
    title, *more = behind
    if _is_section(sheet, layout, title, headers):
        done = [at for at in (*([] if solution is None else [solution]), *more) if at != title]
        return {"section": first, "title": title, "solution": done[0] if done else -1}
    return {"solution": title} if solution is None else {}


def _is_section(sheet: Sheet, layout: Layout, behind: int, headers: Headers) -> bool:
    """Whether the column taken for the titles groups what stands behind it."""
    at = layout.columns["title"]
    if "section" in layout.columns:
        return False
    if bare(layout.texts[at]) in _PERHAPS:
        return _shared(sheet, layout, at, behind)
    return _is("section", layout.texts[at], headers)


def _shared(sheet: Sheet, layout: Layout, groups: int, titles: int) -> bool:
    """Whether several tasks stand under one text."""
    texts = [text_of(cell) for cell in column_cells(sheet, layout, groups)]
    named = sum(cell != "" for cell in column_cells(sheet, layout, titles))
    return 0 < len(set(filter(None, texts))) < named


def _is(field: str, text: str, headers: Headers) -> bool:
    return headers.fields(text).get(field) == EXACT


def _with(layout: Layout, columns: Mapping[str, int]) -> Layout:
    """The layout with these columns too; -1 takes one away."""
    everywhere = {f: at for f, at in {**layout.columns, **columns}.items() if at >= 0}
    labels = {field: layout.texts[at] for field, at in everywhere.items()}
    return replace(layout, columns=everywhere, labels=labels)
