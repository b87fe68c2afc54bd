"""Does a file come back with its problems marked, and is what became of them told?"""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from streamlit.testing.v1 import AppTest

from pages.ui import answers
from scoring import intake
from scoring.settings import settings
from scoring.sheets.marked import marked_copy
from tests.pages.uploading import (
    BROKEN,
    GIA_LAI,
    book,
    button,
    dropped,
    field,
    open_fold,
    sample,
    saved,
    text,
    whole,
)

Use = Callable[[str], Path]
NAME = "sai (đánh dấu).xlsx"
LABEL = "Tải tệp có đánh dấu"


@pytest.fixture(autouse=True)
def empty(database: Use) -> Path:
    return database("empty")


def marked_book(content: bytes = book(BROKEN), name: str = "sai.xlsx") -> Workbook:
    tables = intake.read(name, content, answers.reference(), settings())
    return load_workbook(BytesIO(marked_copy(tables, content)[1]))


def offered(app: AppTest) -> bool:
    return LABEL in [one.proto.label for one in app.get("download_button")]


def changed_cells(app: AppTest) -> list[list[str]]:
    (cells,) = (one.value for one in app.dataframe if "Bây giờ" in one.value)
    return cells.to_numpy().tolist()


def became(app: AppTest) -> list[list[str]]:
    """State, cell and name of each problem, from the fold."""
    app = open_fold(app, "-tung-van-de")
    (found,) = (one.value for one in app.dataframe if "Ô" in one.value and "Vấn đề" in one.value)
    return found.to_numpy().tolist()


def test_it_is_offered_where_something_is_wrong_with_the_file_and_only_there() -> None:
    assert offered(dropped(("x.xlsx", book(BROKEN))))
    app = dropped(sample(GIA_LAI))
    assert not offered(app)
    whole(button(app, "Ghi dữ liệu").click().run())
    again = dropped(sample(GIA_LAI))
    assert "Tệp đã nạp" in text(again)  # a note, but none on the file
    assert not offered(again)


def test_it_is_offered_at_every_table_of_a_file_with_a_problem() -> None:
    workbook = load_workbook(BytesIO(book(BROKEN)))
    other = load_workbook(BytesIO(sample(GIA_LAI)[1])).worksheets[0]
    sheet = workbook.create_sheet("SIPAS Gia Lai", 0)
    for row in other.iter_rows():
        for cell in row:
            sheet[cell.coordinate] = cell.value
    app = dropped(("hai bảng.xlsx", saved(workbook)))
    (looked_at,) = (one for one in app.selectbox if one.label.startswith("Bảng đang xem"))
    for option in looked_at.options:
        looked_at.select(option).run()
        assert offered(whole(app))
        (looked_at,) = (one for one in app.selectbox if one.label.startswith("Bảng đang xem"))


def test_what_was_mended_on_the_page_is_still_marked_in_the_file(downloads: dict) -> None:
    app = dropped(("sai.xlsx", book(BROKEN)))
    field(app, "Ô").set_value("D7").run()
    field(app, "Đọc là").set_value("6,47")
    whole(button(app, "Sửa ô D7").click().run())
    name, made, _ = downloads[LABEL]
    assert name == NAME
    copy = load_workbook(BytesIO(made()))["Phụ lục"]
    assert copy["D7"].value == "sáu"
    assert "cần một số, thấy “sáu”" in copy["D7"].comment.text


def test_a_copy_keeps_to_the_limits_of_the_settings(
    downloads: dict, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SCORING_MAX_COLUMNS", "2000")  # twice as many as usual
    workbook = load_workbook(BytesIO(book(BROKEN)))
    workbook["Phụ lục"].cell(3, 1500, "xa")
    dropped(("sai.xlsx", saved(workbook)))
    copy = load_workbook(BytesIO(downloads[LABEL][1]()))
    assert copy["Phụ lục"].cell(3, 1500).value == "xa"
    assert copy["Phụ lục"]["D7"].comment is not None


def test_a_copy_that_comes_back_tells_only_what_was_changed_in_it() -> None:
    workbook = marked_book()
    workbook["Phụ lục"]["D7"] = "6,47"
    app = dropped((NAME, saved(workbook)))
    said = text(app)
    assert "Đã sửa kể từ bản đánh dấu: 1 ô" in said
    assert changed_cells(app) == [["Phụ lục!D7", "sáu", "6,47"]]
    assert "Hết 1 vấn đề · còn 3 · mới 0" in said
    assert "Chưa ghi được bảng này: sửa 1 lỗi" in said
    assert became(app)[-1] == ["✓ Hết", "Phụ lục!D7", "Không phải là số"]


def test_rows_that_were_put_in_do_not_hide_which_problems_are_gone_left_and_new() -> None:
    workbook = marked_book()
    sheet = workbook["Phụ lục"]
    sheet.insert_rows(6)
    for column, value in zip("ABCDE", ("1.3", "Thêm", "0,50", "một", "0,00"), strict=True):
        sheet[f"{column}6"] = value
    sheet["D8"] = "6,47"  # which stood in D7
    app = dropped((NAME, saved(workbook)))
    assert ["Phụ lục!D8", "sáu", "6,47", ""] in changed_cells(app)
    told = became(app)
    assert ["＋ Mới", "Phụ lục!D6", "Không phải là số"] in told
    assert ["○ Còn", "Phụ lục!D7", "Điểm vượt điểm chuẩn"] in told
    assert ["✓ Hết", "Phụ lục!D8", "Không phải là số"] in told


def test_a_copy_as_it_was_handed_out_says_that_nothing_was_mended() -> None:
    said = text(dropped((NAME, saved(marked_book()))))
    assert "Đã sửa kể từ bản đánh dấu: 0 ô" in said
    assert "Chưa có ô nào khác bản đánh dấu." in said
    assert "Hết 0 vấn đề" in said
