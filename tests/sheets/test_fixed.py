"""What changed since a file was marked: cells, rows and columns, each told once."""

from collections.abc import Callable, Sequence
from typing import Any

import openpyxl
import pytest

from scoring.ingest.limits import Limits
from scoring.ingest.opening.own_sheets import ORIGINAL
from scoring.sheets.fixed import changes_since, compared
from tests.sheets.conftest import LAM_DONG, ROWS, book_of, opened, saved

Mark = Callable[..., bytes]
Edit = Callable[[Any], None]


@pytest.fixture
def changed(mark: Mark) -> Callable[..., list[tuple[Any, ...]]]:
    """Mark a file, edit the copy, and ask what changed: place, old, new, kind of change."""

    def since(edit: Edit, rows: Sequence[Sequence[Any]] = ROWS) -> list[tuple[Any, ...]]:
        book = opened(mark(book_of({"Phụ lục": rows})))
        edit(book)
        return told(saved(book))

    return since


def told(content: bytes, name: str = "bang.xlsx") -> list[tuple[Any, ...]]:
    copy = compared(name, content, Limits())
    assert copy is not None
    return [
        (f"{row.sheet}!{row.column}{row.row}", row.old, row.new, row.change)
        for row in changes_since(copy).itertuples()
    ]


def test_nothing_changed_in_a_copy_as_it_was_handed_out(mark: Mark) -> None:
    assert told(mark(LAM_DONG.read_bytes())) == []


def test_a_file_that_is_no_marked_copy_has_no_changes() -> None:
    assert compared("a.xlsx", LAM_DONG.read_bytes(), Limits()) is None
    assert compared("a.csv", b"STT;Ten\n1;a\n", Limits()) is None
    assert compared("a.xlsx", b"PK\x03\x04 hong", Limits()) is None


def test_a_copy_whose_record_was_damaged_is_taken_for_none(mark: Mark) -> None:
    book = opened(mark(book_of({"Phụ lục": ROWS})))
    book[ORIGINAL].delete_rows(4)
    assert compared("a.xlsx", saved(book), Limits()) is None


def test_mended_cells_are_told_with_old_and_new(changed: Any) -> None:
    def edit(book: openpyxl.Workbook) -> None:
        book["Phụ lục"]["D8"] = 7
        book["Phụ lục"]["D9"] = 7.25
        book["Phụ lục"]["F4"] = "Đã xem"

    assert changed(edit) == [
        ("Phụ lục!F4", "", "Đã xem", "changed"),
        ("Phụ lục!D8", "bảy điểm", "7", "changed"),
        ("Phụ lục!D9", "80", "7,25", "changed"),
    ]


def test_a_number_typed_as_text_is_the_same_cell(changed: Any) -> None:
    def edit(book: openpyxl.Workbook) -> None:
        book["Phụ lục"]["C4"] = "63,5"

    assert changed(edit) == []


def test_one_inserted_row_is_one_row_of_changes(changed: Any) -> None:
    def edit(book: openpyxl.Workbook) -> None:
        book["Phụ lục"].insert_rows(5)
        book["Phụ lục"]["A5"], book["Phụ lục"]["B5"] = "3.1", "Rà soát thủ tục"

    assert changed(edit) == [
        ("Phụ lục!A5", "", "3.1", "added"),
        ("Phụ lục!B5", "", "Rà soát thủ tục", "added"),
    ]


def test_one_deleted_row_is_one_row_of_changes_where_it_stood(changed: Any) -> None:
    assert changed(lambda book: book["Phụ lục"].delete_rows(6)) == [
        ("Phụ lục!A6", "3.4.1", "", "removed"),
        ("Phụ lục!B6", "Đúng hạn cấp tỉnh", "", "removed"),
        ("Phụ lục!C6", "1,5", "", "removed"),
        ("Phụ lục!D6", "1,48", "", "removed"),
        ("Phụ lục!E6", "0,02", "", "removed"),
    ]


def test_rows_inserted_above_mended_ones_do_not_hide_what_was_mended(changed: Any) -> None:
    def edit(book: openpyxl.Workbook) -> None:
        book["Phụ lục"].insert_rows(3, 2)
        book["Phụ lục"]["A3"] = "Phụ lục kèm theo"
        book["Phụ lục"]["D11"] = 8

    assert changed(edit) == [
        ("Phụ lục!A3", "", "Phụ lục kèm theo", "added"),
        ("Phụ lục!D11", "80", "8", "changed"),
    ]


def test_a_column_added_is_one_column_of_changes(changed: Any) -> None:
    def edit(book: openpyxl.Workbook) -> None:
        book["Phụ lục"].insert_cols(4)
        book["Phụ lục"]["D3"], book["Phụ lục"]["D4"] = "Điểm tự đánh giá", 13.5

    assert changed(edit) == [
        ("Phụ lục!D3", "", "Điểm tự đánh giá", "added"),
        ("Phụ lục!D4", "", "13,5", "added"),
    ]


def test_a_sheet_that_was_renamed_is_known_by_what_it_holds(changed: Any) -> None:
    def edit(book: openpyxl.Workbook) -> None:
        book["Phụ lục"].title = "Bảng điểm"
        book["Bảng điểm"]["D9"] = 8

    assert changed(edit) == [("Bảng điểm!D9", "80", "8", "changed")]


def test_a_sheet_added_or_deleted_is_told_whole(changed: Any) -> None:
    def edit(book: openpyxl.Workbook) -> None:
        book.create_sheet("Mới")["B2"] = "x"
        del book["Phụ lục"]

    places = changed(edit)
    assert places[0] == ("Mới!B2", "", "x", "added")
    assert {change for _, _, _, change in places[1:]} == {"removed"}
    assert len(places) - 1 == sum(cell is not None for row in ROWS for cell in row)


def test_a_whole_column_that_was_retyped_is_told_cell_by_cell(changed: Any) -> None:
    def edit(book: openpyxl.Workbook) -> None:
        for row in range(4, 10):
            book["Phụ lục"][f"C{row}"] = row + 100

    assert [place for place, *_ in changed(edit)] == [f"Phụ lục!C{row}" for row in range(4, 10)]


@pytest.mark.parametrize("to", ["xlsx", "ods", "xls"])
def test_a_copy_saved_by_another_program_has_no_changes(to: str, mark: Mark, office: Any) -> None:
    content = office(mark(LAM_DONG.read_bytes()), "xlsx", to)
    assert told(content, f"bang.{to}") == []
