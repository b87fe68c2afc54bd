"""What does a person see before, while and after a table is written?"""

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.uploading import (
    GIA_LAI,
    GOOD,
    book,
    button,
    dropped,
    edited,
    field,
    loaded,
    sample,
    text,
    whole,
)

Use = Callable[[str], Path]
CHANGED = {"D7": "6,00", "E7": "1,00", "D5": "7,00", "E5": "1,50"}


@pytest.fixture(autouse=True)
def empty(database: Use) -> Path:
    return database("empty")


def write(app: AppTest) -> AppTest:
    return whole(button(app, "Ghi dữ liệu").click().run())


# Before


def test_over_nothing_the_page_says_how_many_rows_will_come() -> None:
    app = dropped(("a.xlsx", book(GOOD)))
    assert "Chưa có bảng điểm PAR của Lâm Đồng năm 2020; sẽ thêm 3 dòng." in text(app)


def test_over_other_values_every_cell_that_would_change_is_listed() -> None:
    write(dropped(("a.xlsx", book(GOOD))))
    app = dropped(("b.xlsx", edited(book(GOOD), **CHANGED)))
    said = text(app)
    assert "So với số liệu hiện hành: đổi 4 ô" in said
    assert "Đã có số liệu khác" in said
    (cells,) = (one.value for one in app.dataframe if "Sẽ thành" in one.value)
    assert cells[["Mã", "Cột", "Đang có", "Sẽ thành"]].to_numpy().tolist() == [
        ["1", "Điểm thẩm định", "7,47", "7,00"],
        ["1", "Điểm bị mất", "1,03", "1,50"],
        ["1.2", "Điểm thẩm định", "6,47", "6,00"],
        ["1.2", "Điểm bị mất", "0,53", "1,00"],
    ]
    write(app)
    assert "Thay cho lần nạp lúc" in text(app)


def test_the_same_again_changes_nothing_and_says_so() -> None:
    content = book(GOOD)
    write(dropped(("a.xlsx", content)))
    app = dropped(("a.xlsx", content))
    assert "Không có gì khác số liệu hiện hành." in text(app)
    assert "Tệp đã nạp" in text(app)


# While and after


def test_who_loads_is_asked_once_and_kept_with_the_batch() -> None:
    app = dropped(("a.xlsx", book(GOOD)))
    field(app, "Người nạp").set_value("Nguyễn Thị Lan").run()
    app.file_uploader[0].upload("a.xlsx", book(GOOD)).upload(*sample(GIA_LAI))
    app.run()
    assert field(app, "Người nạp").value == "Nguyễn Thị Lan"
    whole(button(app, "Ghi 2 bảng sẵn sàng").click().run())
    assert set(loaded()["loaded_by"]) == {"Nguyễn Thị Lan"}


def test_a_person_who_signed_in_is_not_asked() -> None:
    app = AppTest.from_file(str(Path(__file__).parents[2] / "dashboard.py"), default_timeout=60)
    app.user = {"is_logged_in": True, "name": "Trần Văn Minh", "email": "minh@example.vn"}
    app.run()
    app.switch_page("pages/importing.py").run()
    app.file_uploader[0].upload("a.xlsx", book(GOOD))
    app.run()
    assert "Người nạp: Trần Văn Minh" in text(whole(app))
    write(app)
    assert loaded()["loaded_by"].tolist() == ["Trần Văn Minh"]


def test_the_batch_is_named_and_leads_to_its_pages() -> None:
    app = write(dropped(("a.xlsx", book(GOOD))))
    (batch,) = loaded()["batch"]
    assert f"lần nạp {batch}" in text(app)
    assert "Xem Tổng quan: Lâm Đồng 2020" in text(app)


def test_the_file_is_handed_back_byte_for_byte_as_what_it_is(downloads: dict) -> None:
    rows = ["STT;Tiêu chí;Điểm chuẩn;Điểm thẩm định;Điểm bị mất", "1;Chỉ đạo;8,50;7,47;1,03"]
    title = "UBND TỈNH LÂM ĐỒNG;;;;\nKết quả Chỉ số cải cách hành chính năm 2020;;;;"
    content = "\n".join([title, *rows]).encode("utf-8-sig")
    write(dropped(("điểm.csv", content)))
    handed = downloads["Tải tệp gốc"]
    assert (handed.name, handed.mime, handed.make()) == ("điểm.csv", "text/csv", content)
