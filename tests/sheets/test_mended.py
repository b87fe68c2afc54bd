"""Which problems of a marked copy are gone, left and new, wherever their rows are now."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import openpyxl
import pytest

from scoring.ingest.limits import Limits
from scoring.ingest.opening.own_sheets import LISTED, ORIGINAL
from scoring.ingest.table import Table
from scoring.sheets.fixed import compared
from scoring.sheets.mended import problems_since
from tests.sheets.conftest import LAM_DONG, ROWS, book_of, opened, saved

Edit = Callable[[Any], None]
Told = list[tuple[str, str, str | None]]
# What is wrong with ROWS, the gravest first.
TEXT, ABOVE = ("not-a-number", "Phụ lục!D8"), ("points-above-max", "Phụ lục!D9")
PARENT = ("children-differ", "Phụ lục!E5")


@pytest.fixture
def since(mark: Callable[..., bytes], tables: Callable[..., tuple[Table, ...]]) -> Any:
    """Mark a file, edit the copy, read it again: state, code and place of each problem."""

    def told(edit: Edit, content: bytes = book_of({"Phụ lục": ROWS})) -> Told:
        book = opened(mark(content))
        edit(book)
        now = saved(book)
        beside = compared("bang.xlsx", now, Limits())
        assert beside is not None
        frame = problems_since(beside, tables(now))
        return list(frame[["state", "code", "place"]].itertuples(index=False, name=None))

    return told


def state(word: str, *of: tuple[str, str]) -> Told:
    return [(word, code, place) for code, place in of]


def test_all_are_left_in_a_copy_as_it_was_handed_out(since: Any) -> None:
    told = since(lambda book: None)
    assert told[:3] == state("left", TEXT, ABOVE, PARENT)
    assert {one[0] for one in told} == {"left"}
    assert {one[0] for one in since(lambda book: None, LAM_DONG.read_bytes())} == {"left"}


def test_a_mended_cell_is_one_problem_gone(since: Any) -> None:
    def edit(book: openpyxl.Workbook) -> None:
        book["Phụ lục"]["D8"] = 7.0

    told = since(edit)
    assert [one for one in told if one[0] != "left"] == state("gone", TEXT)


def test_what_a_change_brought_is_new_and_comes_first(since: Any) -> None:
    def edit(book: openpyxl.Workbook) -> None:
        book["Phụ lục"]["D6"] = "một"

    assert since(edit)[0] == ("new", "not-a-number", "Phụ lục!D6")


def test_rows_put_in_above_leave_a_problem_the_one_it_was(since: Any) -> None:
    def edit(book: openpyxl.Workbook) -> None:
        book["Phụ lục"].insert_rows(5, 2)
        book["Phụ lục"]["A5"], book["Phụ lục"]["B5"] = "3.1", "Rà soát thủ tục"
        book["Phụ lục"]["C5"], book["Phụ lục"]["D5"], book["Phụ lục"]["E5"] = 1.0, 1.0, 0.0
        book["Phụ lục"]["D11"] = 8.0  # which stood in D9

    told = since(edit)
    # 8,00 − 80,00 ≠ 0,00 stood in E9
    assert [one for one in told if one[0] == "gone"] == state(
        "gone", (ABOVE[0], "Phụ lục!D11"), ("lost-differs", "Phụ lục!E11")
    )
    left = [one[1:] for one in told if one[0] == "left"]
    assert left[:2] == [(TEXT[0], "Phụ lục!D10"), (PARENT[0], "Phụ lục!E7")]
    assert [one for one in told if one[0] == "new"] == []


def test_a_column_put_in_before_leaves_a_problem_the_one_it_was(since: Any) -> None:
    def edit(book: openpyxl.Workbook) -> None:
        book["Phụ lục"].insert_cols(4)
        book["Phụ lục"]["D3"] = "Điểm tự đánh giá"

    left = [one[1:] for one in since(edit) if one[0] == "left"]
    assert left[:2] == [(TEXT[0], "Phụ lục!E8"), (ABOVE[0], "Phụ lục!E9")]


def test_a_problem_goes_with_its_row_from_where_it_stood(since: Any) -> None:
    told = since(lambda book: book["Phụ lục"].delete_rows(8))
    assert ("gone", *TEXT) in told
    assert ("left", ABOVE[0], "Phụ lục!D8") in told


def test_problems_of_one_code_in_one_row_are_told_apart(since: Any) -> None:
    rows = [list(row) for row in ROWS]
    rows[7][2:4] = ["bảy", "sáu"]

    def edit(book: openpyxl.Workbook) -> None:
        book["Phụ lục"]["C8"] = 7.5

    told = since(edit, book_of({"Phụ lục": rows}))
    unreadable = [one for one in told if one[1] == "not-a-number"]
    assert sorted(unreadable) == [
        ("gone", "not-a-number", "Phụ lục!C8"),
        ("left", "not-a-number", "Phụ lục!D8"),
    ]


def test_a_renamed_sheet_and_a_deleted_list_change_nothing(since: Any) -> None:
    def edit(book: openpyxl.Workbook) -> None:
        book["Phụ lục"].title = "Bảng điểm"
        del book[LISTED]

    told = since(edit)
    assert ("left", TEXT[0], "Bảng điểm!D8") in told
    assert {one[0] for one in told} == {"left"}


@pytest.mark.parametrize(("cell", "wrong"), [("C", "không phải ô"), ("D", 7)])
def test_a_record_with_a_place_that_cannot_be_is_no_record(
    cell: str, wrong: object, mark: Callable[..., bytes]
) -> None:
    book = opened(mark(book_of({"Phụ lục": ROWS})))
    record = book[ORIGINAL]
    row = next(one[0].row for one in record.iter_rows() if one[0].value == "told")
    record[f"{cell}{row}"] = wrong
    assert compared("bang.xlsx", saved(book), Limits()) is None


def test_what_is_about_the_whole_file_has_no_place(
    mark: Callable[..., bytes], tables: Callable[..., tuple[Table, ...]]
) -> None:
    content = mark(book_of({"Phụ lục": ROWS}))
    beside = compared("bang.xlsx", content, Limits())
    assert beside is not None
    (table,) = tables(content)
    whole = replace(table.problems[0], code="no-table", sheet=None, row=None, column=None)
    frame = problems_since(beside, [replace(table, problems=(*table.problems, whole))])
    new = frame[frame["state"] == "new"]
    assert new[["code", "place"]].to_numpy().tolist() == [["no-table", None]]
