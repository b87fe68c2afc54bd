"""Whatever people do to a unit's file, each report stays with its task or is refused with a place.

What is told is the model: a file that is not refused tells exactly that.
"""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from scoring.ingest.problems import blocking
from scoring.ingest.reference import Reference, load_reference
from scoring.store import Store, open_store
from tests.intake.progress_desk import HEADER, handed_out, one, planned, saved, told

TASKS, WIDTH = 8, 15
FIRST = HEADER + 1
WORDS = {
    "not_started": "chưa bắt đầu",
    "doing": "Đang làm",
    "done": "hoàn thành ",
    "not_applicable": "không áp dụng",
}
TOLD = ("J", "L", "M", "N")
Cells = list[list[Any]]

reports = st.dictionaries(
    st.integers(0, TASKS - 1),
    st.tuples(
        st.sampled_from(sorted(WORDS)),
        st.none() | st.integers(2, 100) | st.just(0),
        st.none() | st.sampled_from(["BC 12/BC-SNV", "=văn bản", "- đã gửi"]),
        st.none() | st.sampled_from(["chờ kinh phí", "1", "@"]),
    ),
    min_size=1,
)
harmless = st.lists(
    st.one_of(
        st.tuples(st.just("sort"), st.permutations(range(TASKS))),
        st.tuples(st.just("rows"), st.lists(st.integers(0, TASKS), max_size=3)),
        st.tuples(st.just("columns"), st.permutations(range(WIDTH))),
        st.tuples(st.just("hide"), st.integers(FIRST, FIRST + TASKS)),
        st.tuples(st.just("name"), st.sampled_from(["Sheet1", "Kết quả 2021", "Sở Y tế"])),
        st.tuples(st.just("values"), st.none()),
        st.tuples(st.just("sheet"), st.sampled_from(["x", "nv:", "STT"])),
    ),
    max_size=4,
)


@pytest.fixture(scope="module")
def reference() -> Reference:
    return load_reference(Path(__file__).parents[2] / "data" / "reference")[0]


@pytest.fixture(scope="module")
def file() -> Iterator[bytes]:
    store: Store = open_store(":memory:")
    rows = [
        {"code": str(at), "title": f"Việc {at % 5}", "product": f"p{at}", "lead": "Sở Nội vụ"}
        for at in range(TASKS)
    ]
    planned(store, *rows)
    yield handed_out(store)
    store.close()


def opened(file: bytes, model: dict[int, tuple[Any, ...]]) -> openpyxl.Workbook:
    """The file with the reports typed in; texts that look like formulas as texts, as they are."""
    book = openpyxl.load_workbook(io.BytesIO(file))
    sheet = book.worksheets[0]
    for at, (state, *others) in model.items():
        for letter, value in zip(TOLD, (WORDS[state], *others), strict=True):
            cell = sheet[f"{letter}{FIRST + at}"]
            cell.value = value
            if isinstance(value, str):
                cell.data_type = "s"
    return book


def block(sheet: Worksheet) -> Cells:
    """The cells from the header down."""
    return [[cell.value for cell in row] for row in sheet.iter_rows(min_row=HEADER, max_col=WIDTH)]


def put(sheet: Worksheet, cells: Cells) -> None:
    """Write the cells back, texts as texts."""
    for row, values in enumerate(cells, HEADER):
        for column, value in enumerate(values, 1):
            cell = sheet.cell(row, column)
            cell.value = value
            if isinstance(value, str):
                cell.data_type = "s"


def do(book: openpyxl.Workbook, what: str, how: Any) -> openpyxl.Workbook:
    """One of the things that people do and that must not matter."""
    sheet = next(one for one in book.worksheets if one.title != "Hướng dẫn" and one["A1"].value)
    cells = block(sheet)
    header, rows = cells[0], cells[1:]
    if what == "sort":
        order = [*how, *range(TASKS, len(rows))]
        put(sheet, [header, *(rows[at] for at in order if at < len(rows))])
    elif what == "rows":
        for at in how:
            rows.insert(at, [None] * WIDTH)
        put(sheet, [header, *rows])
    elif what == "columns":
        put(sheet, [[row[at] for at in how] for row in cells])
    elif what == "hide":
        sheet.row_dimensions[how].hidden = True
    elif what == "name":
        sheet.title = how
    elif what == "values":
        other = openpyxl.Workbook()
        copied = other.worksheets[0]
        copied["A1"] = sheet["A1"].value
        put(copied, cells)
        return other
    else:
        book.create_sheet("Ghi chú")["B2"] = how
    return book


@settings(max_examples=60, phases=[Phase.generate])  # a book a try
@given(model=reports, changes=harmless, above=st.integers(0, 3))
def test_reports_stay_with_their_tasks(
    file: bytes,
    reference: Reference,
    model: dict[int, tuple[Any, ...]],
    changes: list[Any],
    above: int,
) -> None:
    book = opened(file, model)
    for what, how in changes:
        book = do(book, what, how)
    if above:
        book.worksheets[0].insert_rows(2, above)
    table = one(saved(book), reference)
    assert not blocking(table.problems), table.problems
    assert told(table) == {
        str(at): (state, None if percent is None else float(percent), *texts)
        for at, (state, percent, *texts) in model.items()
    }


@settings(max_examples=60, phases=[Phase.generate])
@given(
    model=reports,
    order=st.permutations(range(TASKS)),
    first=st.integers(0, WIDTH - 1),
    width=st.integers(2, WIDTH),
)
def test_a_sort_of_some_columns_is_refused_or_did_not_matter(
    file: bytes,
    reference: Reference,
    model: dict[int, tuple[Any, ...]],
    order: list[int],
    first: int,
    width: int,
) -> None:
    columns = range(first, min(first + width, WIDTH))
    if set(columns) <= {11, 12, 13}:  # without any key: nobody can tell (docs/workbook.md)
        return
    book = opened(file, model)
    sheet = book.worksheets[0]
    header, *rows = block(sheet)
    mixed = [
        [rows[order[at] if c in columns else at][c] for c in range(WIDTH)] for at in range(TASKS)
    ]
    put(sheet, [header, *mixed])
    table = one(saved(book), reference)
    if blocking(table.problems):
        assert all(found.row and found.sheet and found.fix for found in table.problems)
    else:
        whole = {at: (state, *others) for at, (state, *others) in model.items()}
        assert {int(code): (row[0], *row[2:]) for code, row in told(table).items()} == {
            at: (row[0], *row[2:]) for at, row in whole.items()
        }


@settings(max_examples=60, phases=[Phase.generate])
@given(
    model=reports,
    at=st.integers(0, TASKS - 1),
    to=st.integers(0, TASKS),
    whole=st.booleans(),
)
def test_a_row_put_in_with_a_report_is_refused_where_it_stands(
    file: bytes,
    reference: Reference,
    model: dict[int, tuple[Any, ...]],
    at: int,
    to: int,
    whole: bool,
) -> None:
    book = opened(file, model)
    sheet = book.worksheets[0]
    header, *rows = block(sheet)
    new = list(rows[at]) if whole else [None] * 9 + ["đang làm"] + [None] * 5
    rows.insert(to, new)
    put(sheet, [header, *rows])
    table = one(saved(book), reference)
    spots = {found.row for found in table.problems if found.severity == "error"}
    second = FIRST + (max(at + 1, to) if whole else to)
    assert spots == {second}
