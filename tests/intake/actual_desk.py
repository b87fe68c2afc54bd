"""Made-up targets, the file of their results, and what people do to it."""

import io
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from scoring.analysis.plans.indicators import indicators
from scoring.ingest.handed_out.keys import Mark
from scoring.ingest.limits import Limits
from scoring.ingest.problems import Problem
from scoring.ingest.read import read_tables
from scoring.ingest.reference import Organisation, Reference
from scoring.ingest.table import Table
from scoring.sheets.actual_file import actual_file
from scoring.sheets.actual_lines import lines_of
from scoring.store import Store
from tests.analysis.plans.material import load_targets

PROVINCE = Organisation("lam-dong", "Lâm Đồng", "tỉnh")
MADE = datetime(2026, 3, 20, 2, 0, tzinfo=UTC)  # after the targets were loaded
HEADER = 4  # the header's row as a spreadsheet shows it
LETTERS = {"value": "J", "source": "L"}
TARGETS: tuple[dict[str, Any], ...] = (
    {"title": "Hồ sơ trực tuyến", "due_year": 2025, "sentence": "tối thiểu 80%", "amount": 80.0},
    {"title": "Hồ sơ trực tuyến", "due_year": 2030, "sentence": "100%", "amount": 100.0},
    {"title": "Thời gian giải quyết", "measure": "ngày", "percent": False, "amount": 5.0},
    {"title": "Chỉ số PAPI", "measure": "điểm", "percent": False, "amount": 43.0},
    {"title": "Xếp hạng PCI", "kind": "rank", "measure": "hạng", "percent": False, "amount": 20.0},
)


def aimed(store: Store, *rows: dict[str, Any], **batch: Any) -> str:
    """Load a table of targets of the province."""
    known = {"organisation": PROVINCE.id, "organisation_name": PROVINCE.name}
    return load_targets(store, *(rows or TARGETS), **{**known, **batch})


def handed_out(
    store: Store, *years: int, made: datetime = MADE, of: Organisation = PROVINCE
) -> bytes:
    """The file of results as it is downloaded; of 2023 where no year is named."""
    found = indicators(store.query, of.id, None)
    return actual_file(lines_of(found, of.id, years or (2023,)), Mark(of, made))


def edited(content: bytes, change: Callable[[Worksheet], object]) -> bytes:
    """The file after somebody opened it, changed its first sheet and saved it."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    change(book.worksheets[0])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def fill(sheet: Worksheet, title: str, value: Any = None, source: str | None = None) -> int:
    """Write into the cells of the first row with this title; gives its row."""
    for row in range(HEADER + 1, sheet.max_row + 1):
        if sheet.cell(row, 3).value == title:
            for name, told in (("value", value), ("source", source)):
                if told is not None:
                    sheet[f"{LETTERS[name]}{row}"] = told
            return row
    raise KeyError(title)


def filled(content: bytes, **told: Any) -> bytes:
    """The file with these results: online="84,5", or online=("84,5", "Báo cáo 99")."""
    titles = {
        "online": "Hồ sơ trực tuyến",
        "days": "Thời gian giải quyết",
        "papi": "Chỉ số PAPI",
        "pci": "Xếp hạng PCI",
    }

    def change(sheet: Worksheet) -> None:
        for name, cells in told.items():
            fill(sheet, titles[name], *(cells if isinstance(cells, tuple) else (cells,)))

    return edited(content, change)


def read(content: bytes, reference: Reference, name: str = "ket-qua.xlsx") -> tuple[Table, ...]:
    """The tables of a file."""
    return read_tables(name, content, reference, Limits())


def one(content: bytes, reference: Reference, name: str = "ket-qua.xlsx") -> Table:
    """The one table of a file."""
    (table,) = read(content, reference, name)
    return table


def told(table: Table) -> dict[tuple[str, int], tuple[Any, ...]]:
    """What a table tells: indicator and year → value, source."""
    rows = table.frame.astype(object).where(table.frame.notna(), None)
    return {
        (row.indicator, row.year): (row.value, row.source) for row in rows.itertuples(index=False)
    }


def codes(problems: Sequence[Problem]) -> list[tuple[str | None, str]]:
    """Place and code of each problem."""
    return [(f"{one.column or ''}{one.row or ''}" or None, one.code) for one in problems]
