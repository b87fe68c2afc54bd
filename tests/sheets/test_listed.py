"""The sheet that lists the problems of a marked copy."""

from collections.abc import Callable
from dataclasses import replace

from scoring.ingest.opening.own_sheets import LISTED
from scoring.ingest.table import Table
from scoring.sheets.marked import marked_copy
from tests.sheets.conftest import NOW, ROWS, book_of, opened
from tests.sheets.test_marked import coloured

Tables = Callable[..., tuple[Table, ...]]
Mark = Callable[..., bytes]


def test_the_list_says_what_it_is_and_leads_to_each_cell(mark: Mark) -> None:
    sheet = opened(mark(book_of({"Phụ lục": ROWS}), "so-noi-vu.xlsx"))[LISTED]
    assert sheet["A1"].value == (
        "Vấn đề cần xem của tệp “so-noi-vu.xlsx”, đánh dấu lúc 21/11/2026 23:53: "
        "2 lỗi, 2 cảnh báo, 1 ghi chú."
    )
    header = [cell.value for cell in sheet[3]]
    assert header == ["STT", "Mức", "Trang tính", "Ô", "Vấn đề", "Cần", "Thấy", "Cách sửa", "Mã"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4)]
    assert [(row[0], row[1], row[2], row[3], row[8]) for row in rows] == [
        (1, "Lỗi", "Phụ lục", "D8", "not-a-number"),
        (2, "Lỗi", "Phụ lục", "D9", "points-above-max"),
        (3, "Cảnh báo", "Phụ lục", "E5", "children-differ"),
        (4, "Cảnh báo", "Phụ lục", "E9", "lost-differs"),
        (5, "Ghi chú", "Phụ lục", "C3", "domain-absent"),
    ]
    assert [sheet.cell(row, 4).hyperlink.location for row in (4, 8)] == [
        "'Phụ lục'!D8",
        "'Phụ lục'!C3",
    ]


def test_the_list_can_be_filtered_and_printed(mark: Mark) -> None:
    sheet = opened(mark(book_of({"Phụ lục": ROWS})))[LISTED]
    assert sheet.auto_filter.ref == "A3:I8"
    assert (sheet.page_setup.orientation, int(sheet.page_setup.paperSize)) == ("landscape", 9)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == "$3:$3"
    assert sheet.freeze_panes == "A4"


def test_a_file_without_problems_has_an_empty_list(tables: Tables) -> None:
    content = book_of({"Phụ lục": ROWS})
    (table,) = tables(content)
    done = marked_copy([replace(table, problems=())], content, now=NOW)[1]
    assert coloured(opened(done)["Phụ lục"]) == {}
    assert opened(done)[LISTED].max_row == 3


def test_of_too_many_problems_all_are_coloured_and_the_list_says_what_was_left_out(
    tables: Tables,
) -> None:
    content = book_of({"Phụ lục": ROWS})
    book = opened(marked_copy(tables(content), content, now=NOW, most_comments=2)[1])
    assert len(coloured(book["Phụ lục"])) == 5
    commented = [c.coordinate for row in book["Phụ lục"].iter_rows() for c in row if c.comment]
    assert commented == ["D8", "D9"]  # the gravest
    assert book[LISTED]["A3"].value == (
        "Có 5 ô có vấn đề: ô nào cũng được tô màu, nhưng chỉ 2 ô nặng nhất có nhận xét. Danh sách "
        "dưới đây đầy đủ."
    )
