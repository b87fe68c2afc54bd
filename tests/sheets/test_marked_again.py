"""A marked copy, mended and marked again: earlier marks go, other people's work stays."""

from collections.abc import Callable
from copy import copy

from openpyxl.comments import Comment
from openpyxl.styles import PatternFill

from scoring.ingest.opening.own_sheets import LISTED, ORIGINAL
from scoring.ingest.rules import ERROR, NOTE, WARNING
from tests.sheets.conftest import ROWS, book_of, opened, saved
from tests.sheets.rich import SHEET, rich_workbook
from tests.sheets.test_marked import coloured, parts

Mark = Callable[..., bytes]
NAME = "bang (đánh dấu).xlsx"


def test_marking_twice_is_marking_once(mark: Mark) -> None:
    once = mark(rich_workbook())
    twice = mark(once, NAME)
    book, again = opened(once)[SHEET], opened(twice)[SHEET]
    assert coloured(again) == coloured(book)
    assert again["D7"].comment.text == book["D7"].comment.text
    assert again["C4"].comment.text == book["C4"].comment.text
    assert opened(twice).sheetnames == [SHEET, LISTED, ORIGINAL]
    assert len(parts(twice)) == len(parts(once))
    shapes = parts(twice)["xl/drawings/vmlDrawing1.vml"]
    assert shapes.count(b'ObjectType="Note"') == 4  # C4; C5 and D7 of Chị An; E7


def test_what_was_mended_looks_as_it_did_before(mark: Mark) -> None:
    book = opened(book_of({"Phụ lục": ROWS}))
    green = PatternFill("solid", fgColor="FFC6EFCE")
    book["Phụ lục"]["D9"].fill = green
    marked = opened(mark(saved(book)))
    assert coloured(marked["Phụ lục"])["D9"] == ERROR
    marked["Phụ lục"]["D9"] = 8.0
    again = opened(mark(saved(marked), NAME))["Phụ lục"]
    assert coloured(again) == {"C3": NOTE, "E5": WARNING, "D8": ERROR}
    assert again["D9"].fill.fgColor.rgb == "FFC6EFCE"
    assert again["E9"].fill.fill_type is None
    assert again["D9"].comment is None


def test_marks_are_taken_back_where_their_rows_moved_to(mark: Mark) -> None:
    book = opened(book_of({"Phụ lục": ROWS}))
    book["Phụ lục"]["D9"].fill = PatternFill("solid", fgColor="FFC6EFCE")
    moved = opened(mark(saved(book)))
    sheet = moved["Phụ lục"]
    last = [(copy(cell.fill), cell.value) for cell in sheet[9]]
    for at, (fill, value) in enumerate(last, 1):  # as a spreadsheet inserts a row above row 9
        sheet.cell(10, at).fill, sheet.cell(10, at).value = fill, value
        sheet.cell(9, at).fill, sheet.cell(9, at).value = PatternFill(), None
    sheet["A9"], sheet["B9"], sheet["C9"], sheet["D9"], sheet["E9"] = "5.1", "Mới", 2, 2, 0
    sheet["D10"] = 8.0
    again = opened(mark(saved(moved), NAME))["Phụ lục"]
    assert again["D10"].fill.fgColor.rgb == "FFC6EFCE"
    assert "D10" not in coloured(again)


def test_what_others_wrote_stays_in_comments(mark: Mark) -> None:
    book = opened(book_of({"Phụ lục": ROWS}))
    book["Phụ lục"]["D9"].comment = Comment("Hỏi lại Sở Tài chính", "Chị An")
    marked = opened(mark(saved(book)))
    sheet = marked["Phụ lục"]
    sheet["D8"].comment = Comment(sheet["D8"].comment.text + "\nĐã gọi điện", "Anh Bình")
    sheet["D8"], sheet["D9"] = 7.0, 8.0
    again = opened(mark(saved(marked), NAME))["Phụ lục"]
    assert again["D9"].comment.text == "Hỏi lại Sở Tài chính"
    assert again["D8"].comment.text == "Đã gọi điện"


def test_a_sheet_that_is_only_named_like_ours_is_not_touched(mark: Mark) -> None:
    content = book_of({"Phụ lục": ROWS, LISTED: [("Của tôi",)]})
    for _ in range(2):
        content = mark(content)
        book = opened(content)
        assert book.sheetnames == ["Phụ lục", LISTED, f"{LISTED} (2)", ORIGINAL]
        assert book[LISTED]["A1"].value == "Của tôi"
        assert str(book[f"{LISTED} (2)"]["A1"].value).startswith("Vấn đề cần xem của tệp")


def test_colours_like_ours_in_a_file_never_marked_are_left_alone(mark: Mark) -> None:
    book = opened(book_of({"Phụ lục": ROWS}))
    book["Phụ lục"]["B5"].fill = PatternFill("solid", fgColor="FFF4A582")
    assert "B5" in coloured(opened(mark(saved(book)))["Phụ lục"])
