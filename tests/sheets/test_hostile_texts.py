"""Whatever texts a file holds, no cell that we hand back holds a formula that it did not."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from scoring.ingest.limits import Limits
from scoring.ingest.opening.own_sheets import LISTED
from scoring.ingest.opening.workbook import Sheet, open_sheets
from scoring.ingest.problems import problem
from scoring.ingest.read import read_tables
from scoring.ingest.reference import Criterion, Reference
from scoring.ingest.table import Table
from scoring.sheets.fixed import changes_since, compared
from scoring.sheets.marked import marked_copy
from scoring.sheets.plain import plain_workbook, sheet_names
from scoring.sheets.plan_template import task_template
from scoring.sheets.template import score_template
from tests.sheets.conftest import NOW, ROWS, book_of, opened, saved

PAYLOADS = (
    *('=cmd|"/c calc"!A1', '=HYPERLINK("http://x.test";"Bấm")', "+1+1", "-2+3", "@SUM(A1)"),
    *("<script>alert(1)</script>", "</t></is></c><c><f>1+1</f></c>", "_x0041_", "_x005F_x0041_"),
    *("]]>", "&lt;b&gt;", "a\x00b\x08c", "\ufffe", "tab\tdòng\nmới", "'quoted", '"', "𝒳 ế"),
)
texts = st.one_of(st.sampled_from(PAYLOADS), st.text(max_size=40))


def formulas(content: bytes) -> set[str]:
    return {
        cell.coordinate
        for sheet in opened(content).worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    }


def xml_of(content: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return b"".join(archive.read(name) for name in archive.namelist())


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(texts, texts, texts)
def test_no_text_becomes_a_formula_and_all_are_read_back(
    reference: Reference, name: str, one: str, two: str
) -> None:
    rows = [*(list(row) for row in ROWS), ["7", one, 1.0, two, None, name]]
    sheets = (Sheet(name or "Trang", rows, ()),)
    content = plain_workbook(sheets, sheet_names(sheets))
    tables = read_tables("bang.xlsx", content, reference, Limits())
    found = tuple(
        replace(problem(one.code, sheet=one.sheet, row=10, column="B"), expected=name, found=two)
        for table in tables
        for one in table.problems
    )
    marked = marked_copy([replace(tables[0], problems=found)], content, now=NOW)[1]
    assert formulas(content) == formulas(marked) == set()
    assert b"<f>" not in xml_of(marked)
    before, _ = open_sheets("bang.xlsx", content, Limits())
    after, _ = open_sheets("bang.xlsx", marked, Limits())
    assert [sheet.rows for sheet in before] == [sheet.rows for sheet in after]
    copy = compared("bang.xlsx", marked, Limits())
    assert copy is not None
    assert changes_since(copy).empty


def test_the_list_shows_payloads_as_texts_that_stay_texts(tables: Callable[..., object]) -> None:
    content = book_of({"Phụ lục": ROWS})
    (table,) = read_one(tables, content)
    for payload in PAYLOADS[:5]:
        bad = replace(problem("not-a-number", sheet="Phụ lục", row=5, column="D"), found=payload)
        listed = opened(marked_copy([replace(table, problems=(bad,))], content)[1])[LISTED]
        cell = listed["G4"]
        assert (cell.value, cell.data_type, cell.quotePrefix) == (payload, "s", True)
        assert cell.number_format == "@"


def read_one(tables: Callable[..., object], content: bytes) -> tuple[Table, ...]:
    found = tables(content)
    assert isinstance(found, tuple)
    return found


@pytest.mark.parametrize("name", ["=1+1", "O'Brien", "a & b <c>", '"ngoặc"'])
def test_a_sheet_of_any_name_is_marked_and_linked(name: str, tables: Callable[..., object]) -> None:
    content = book_of({name: ROWS})
    marked = marked_copy(read_one(tables, content), content, now=NOW)[1]
    listed = opened(marked)[LISTED]
    assert listed["C4"].value == name
    doubled = name.replace("'", "''")
    assert listed["D4"].hyperlink.location == f"'{doubled}'!D8"
    assert opened(marked)[name]["D8"].comment is not None


def test_formulas_that_the_file_has_are_the_only_ones(tables: Callable[..., object]) -> None:
    book = opened(book_of({"Phụ lục": ROWS}))
    book["Phụ lục"]["E4"] = "=C4-D4"
    content = saved(book)
    marked = marked_copy(read_one(tables, content), content, now=NOW)[1]
    assert formulas(marked) == {"E4"}
    assert opened(marked)["Phụ lục"]["E4"].value == "=C4-D4"


def test_templates_hold_no_text_as_a_formula(reference: Reference) -> None:
    known = reference.criteria_set("PAR", "tỉnh", 2020)
    assert known is not None
    titles = {str(at): Criterion(str(at), text, None, 1.0) for at, text in enumerate(PAYLOADS, 1)}
    hostile = replace(known, criteria=titles, title=PAYLOADS[0], decision=PAYLOADS[1])
    whole = score_template(hostile, organisation=PAYLOADS[0], year=2020, units=PAYLOADS)
    tasks = task_template(organisation=PAYLOADS[2], year=2020, units=PAYLOADS)
    for content in (whole, tasks):
        for sheet in opened(content).worksheets:
            assert typed(sheet) <= {"D", "E", "F", "C"}


def typed(sheet: Worksheet) -> set[str]:
    """The columns with formulas: of points only."""
    return {c.column_letter for row in sheet.iter_rows() for c in row if c.data_type == "f"}
