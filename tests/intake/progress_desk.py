"""A made-up plan of four tasks, the files of its units, and what people do to them."""

import io
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from scoring.analysis.plans.board import board
from scoring.analysis.questions import ask
from scoring.ingest.handed_out.keys import Mark
from scoring.ingest.limits import Limits
from scoring.ingest.problems import Problem
from scoring.ingest.read import read_tables
from scoring.ingest.reference import Organisation, Reference
from scoring.ingest.table import Table
from scoring.sheets.progress_file import progress_file
from scoring.sheets.progress_tasks import lines_of
from scoring.store import Store
from tests.analysis.plans.material import load_plan

PROVINCE = Organisation("lam-dong", "Lâm Đồng", "tỉnh")
UNIT = "Sở Nội vụ"
MADE = datetime(2026, 3, 20, 2, 0, tzinfo=UTC)  # after the plan was loaded
HEADER = 4  # the header's row as a spreadsheet shows it
PLAN: tuple[dict[str, Any], ...] = (
    {"code": "1", "title": "Rà soát thủ tục", "lead": UNIT, "deadline": "Quý I/2021"},
    {"code": "2", "title": "Mở lớp bồi dưỡng", "lead": UNIT, "coordinating": "Sở Tài chính"},
    {"code": "3", "title": "Khảo sát người dân", "lead": "Sở Tài chính", "coordinating": UNIT},
    {"code": "4", "title": "Báo cáo cuối năm", "lead": UNIT, "product": "Báo cáo"},
)
LETTERS = dict(zip(["state", "percent", "evidence", "remark"], "JLMN", strict=True))


def planned(store: Store, *rows: dict[str, Any], **batch: Any) -> list[str]:
    """The ids of the tasks of a plan that is loaded."""
    return load_plan(store, *(rows or PLAN), **batch)


def handed_out(store: Store, unit: str = UNIT, *, made: datetime = MADE) -> bytes:
    """The file of a unit as it is downloaded."""
    found = board(store.query, PROVINCE.id, date(2021, 11, 20))
    return progress_file(lines_of(found, unit), Mark(PROVINCE, made, unit))


def units_of(store: Store) -> Any:
    """The units of the plan."""
    return ask(store.query, "tasks_units", organisation=PROVINCE.id)


def edited(content: bytes, change: Callable[[Worksheet], object]) -> bytes:
    """The file after somebody opened it, changed its first sheet and saved it."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    change(book.worksheets[0])
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    """A workbook's bytes."""
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def fill(sheet: Worksheet, code: str, **told: Any) -> int:
    """Write into the cells of the task with this number; gives its row."""
    for row in range(1, sheet.max_row + 1):
        if str(sheet.cell(row, 1).value) == code and row > HEADER:
            for name, value in told.items():
                sheet[f"{LETTERS[name]}{row}"] = value
            return row
    raise KeyError(code)


def filled(content: bytes, **told: dict[str, Any]) -> bytes:
    """The file with these cells filled: t1={"state": …} is of task 1."""

    def change(sheet: Worksheet) -> None:
        for code, cells in told.items():
            fill(sheet, code.removeprefix("t"), **cells)

    return edited(content, change)


def read(content: bytes, reference: Reference, name: str = "tien-do.xlsx") -> tuple[Table, ...]:
    """The tables of a file."""
    return read_tables(name, content, reference, Limits())


def one(content: bytes, reference: Reference, name: str = "tien-do.xlsx") -> Table:
    """The one table of a file."""
    (table,) = read(content, reference, name)
    return table


def told(table: Table) -> dict[str, tuple[Any, ...]]:
    """What a table tells: number of the task → state, percent, evidence, remark."""
    rows = table.frame.astype(object).where(table.frame.notna(), None)
    return {
        row.code: (row.state, row.percent, row.evidence, row.remark)
        for row in rows.itertuples(index=False)
    }


def codes(problems: Sequence[Problem]) -> list[tuple[str | None, str]]:
    """Place and code of each problem."""
    return [(f"{one.column or ''}{one.row or ''}" or None, one.code) for one in problems]
