"""The workbook that a draft is, and what the reader makes of it, as of any file."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from pages.ui import answers
from pages.ui.importing.dropped import Found
from pages.ui.plan_editor.draft import Draft
from pages.ui.plan_editor.grid import unit_names
from scoring.analysis.plans import drafts
from scoring.analysis.plans.draft_readings import (
    BLOCKING,
    Reading,
    by_place,
    read_targets,
    read_tasks,
)
from scoring.ingest.read import with_units
from scoring.ingest.said import NOTHING_SAID, Said
from scoring.ingest.table import Table
from scoring.sheets.plan_book import PlanHead, in_order, sheet_row, target_book, task_book
from scoring.text.words import nfc, slug

_BOOKS = {"tasks": task_book, "targets": target_book}
_SIGNS = re.compile(r"\s*([-–/])\s*")


@dataclass(frozen=True)
class PlanFile:
    """A draft as a file: its table as read, each typed row as read, what keeps it from saving."""

    name: str
    found: Found
    readings: tuple[Reading, ...]
    to_do: tuple[str, ...]


def of(draft: Draft) -> PlanFile | None:
    """The file that the draft is now; None while nothing is typed."""
    typed = drafts.said(draft.typed)
    if not typed:
        return None
    rows = [drafts.printed(draft.kind, row) for _, row in typed]
    order = in_order(rows)
    head = PlanHead(
        draft.organisation.name, draft.index, draft.year, nfc(draft.number), unit_names()
    )
    content = _BOOKS[draft.kind](head, [rows[at] for at in order])
    name = _name(draft)
    key = sha256(name.encode() + content).hexdigest()[:32]
    table = _table(draft, key, name, content)
    places = {sheet_row(number): typed[at][0] for number, at in enumerate(order)}
    readings = _readings(draft, typed, table, places)
    found = Found(key, f"{key}-0", content, table, table)
    return PlanFile(name, found, readings, tuple(_to_do(draft, table, readings)))


def _name(draft: Draft) -> str:
    words = ("ke-hoach" if draft.kind == "tasks" else "chi-tieu", draft.index, str(draft.year))
    return f"{slug(' '.join([*words, draft.number]))}.xlsx"


def _table(draft: Draft, key: str, name: str, content: bytes) -> Table:
    """The one table of the file; where its texts say another plan, it is read as the page says."""
    table = answers.tables(key, name, content)[0]
    read = (table.kind, table.index, table.organisation, table.year)
    if read == (draft.kind, draft.index, draft.organisation, draft.year):
        return table
    said = Said(draft.kind, draft.index, draft.organisation, draft.year)
    return answers.read_again(key, table, content, said)


def _readings(
    draft: Draft,
    typed: list[tuple[int, drafts.Cells]],
    table: Table,
    places: Mapping[int, int],
) -> tuple[Reading, ...]:
    read = by_place(table.frame, places) if table.rows else {}
    names = with_units(answers.reference(), NOTHING_SAID, answers.remembered()).units
    if draft.kind == "targets":
        return tuple(read_targets(typed, read, names))
    return tuple(read_tasks(typed, read, draft.year, names))


def _to_do(draft: Draft, table: Table, readings: tuple[Reading, ...]) -> list[str]:
    lost = [one for one in readings if {doubt for doubt, _ in one.doubts} & BLOCKING]
    number = _SIGNS.sub(lambda sign: sign[1].replace("–", "-"), nfc(draft.number))
    asked = [
        (bool(lost), f"sửa {len(lost)} dòng chưa đọc được"),
        (table.plan != number, "viết số kế hoạch như 76/KH-SVHTT, hoặc để trống"),
    ]
    return [to_do for present, to_do in asked if present]
