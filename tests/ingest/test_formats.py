"""Is one table the same table in whatever format it is kept?"""

import csv
import io
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

import pytest

from scoring.ingest.limits import Limits
from scoring.ingest.opening.own_sheets import LISTED, ORIGINAL
from scoring.ingest.opening.workbook import open_sheets
from scoring.ingest.read import read_tables
from scoring.ingest.reference import Reference
from scoring.ingest.table import Table
from tests.ingest.binary_books import xlsb
from tests.ingest.conftest import workbook
from tests.ingest.test_delimited import of_windows
from tests.ingest.word_files import docx, p, plain_table

SAMPLE = Path(__file__).parents[2] / "data" / "samples" / "lam-dong-par-2020.xlsx"
FIXTURES = Path(__file__).parent / "fixtures"  # written by LibreOffice 24 from the sample
NUMBERS = ["row", "code", "title", "max_points", "self_points", "points", "lost_points"]


@cache
def rows() -> list[list[str]]:
    """The sample's cells."""
    (sheet,), _ = open_sheets(SAMPLE.name, SAMPLE.read_bytes(), Limits())
    return [[str(cell) for cell in row] for row in sheet.rows]


def one_table(name: str, content: bytes, reference: Reference) -> Table:
    (table,) = (one for one in read_tables(name, content, reference, Limits()) if one.kind)
    return table


def assert_the_sample(table: Table, reference: Reference, *, row: int = 0) -> None:
    """The table is the sample's, its rows so many higher up."""
    sample = one_table(SAMPLE.name, SAMPLE.read_bytes(), reference)
    expected = sample.frame[NUMBERS].assign(row=sample.frame["row"] - row)
    assert table.frame[NUMBERS].to_csv() == expected.to_csv()
    assert (table.rows, table.totals.lost) == (37, 16.07)
    assert [one.code for one in table.problems] == [
        "domain-absent",
        "children-differ",
        "title-clash",
    ]
    assert table.organisation is not None
    assert (table.index, table.organisation.name, table.year) == ("PAR", "Lâm Đồng", 2020)


def delimited(separator: str) -> str:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=separator).writerows(rows())
    return text.getvalue()


ENCODINGS: dict[str, Callable[[str], bytes]] = {
    "utf-8": str.encode,
    "utf-8-bom": lambda text: text.encode("utf-8-sig"),
    "utf-16": lambda text: text.encode("utf-16"),
    "utf-16-be": lambda text: text.encode("utf-16-be"),
    "windows": of_windows,
}


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_text_in_each_encoding_with_each_separator(
    reference: Reference, encoding: str, separator: str
) -> None:
    content = ENCODINGS[encoding](delimited(separator))
    assert_the_sample(one_table("bang.csv", content, reference), reference)


@pytest.mark.parametrize("name", ["lam-dong-par-2020.xls", "lam-dong-par-2020.ods"])
def test_workbooks_of_other_programs(reference: Reference, name: str) -> None:
    content = (FIXTURES / name).read_bytes()
    assert_the_sample(one_table(name, content, reference), reference)
    sheets, _ = open_sheets(name, content, Limits())
    assert ((0, 0), (0, 3)) in sheets[0].merged


def test_a_binary_workbook(reference: Reference) -> None:
    content = xlsb("Phụ lục", rows())
    assert_the_sample(one_table("bang.xlsb", content, reference), reference)


def test_a_document_written_by_another_program(reference: Reference) -> None:
    content = (FIXTURES / "lam-dong-par-2020.docx").read_bytes()
    table = one_table("lam-dong-par-2020.docx", content, reference)
    assert_the_sample(table, reference, row=7)
    assert table.sheet == "Bảng 2"


def test_a_document_with_the_table_as_text(reference: Reference) -> None:
    title = [p(row[0]) for row in rows()[:6]]
    content = docx(*title, plain_table(rows()[7:45]))
    assert_the_sample(one_table("ke-hoach.docx", content, reference), reference, row=7)


@pytest.mark.parametrize("name", ["bang.csv", "bang.xls", "bang.docx", "bang.pdf", "bang"])
def test_what_it_holds_counts_not_its_name(reference: Reference, name: str) -> None:
    assert_the_sample(one_table(name, SAMPLE.read_bytes(), reference), reference)


def test_the_xlsx_itself_is_kept_with_its_sheets() -> None:
    content = SAMPLE.read_bytes()
    assert [one.source for one in open_sheets("a.xlsx", content, Limits())[0]] == [content]
    for name in ("lam-dong-par-2020.xls", "lam-dong-par-2020.ods", "lam-dong-par-2020.docx"):
        sheets, _ = open_sheets(name, (FIXTURES / name).read_bytes(), Limits())
        assert {one.source for one in sheets} == {b""}


def test_our_own_sheets_are_left_out() -> None:
    sheets: dict[str, Sequence[Sequence[object]]] = {LISTED: [["a"]], "Bảng": [["b"]]}
    found, _ = open_sheets("a.xlsx", workbook({**sheets, ORIGINAL: [["c"]]}), Limits())
    assert [one.name for one in found] == ["Bảng"]
