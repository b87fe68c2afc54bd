"""Can a broken table be mended on the page, and does what was mended get written?"""

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pages.ui import answers
from tests.pages.uploading import (
    BROKEN,
    GOOD,
    HEADER,
    LAM_DONG,
    batches,
    book,
    button,
    cell,
    choice,
    dropped,
    edited,
    field,
    grid,
    open_fold,
    sample,
    text,
    whole,
)

Use = Callable[[str], Path]


@pytest.fixture(autouse=True)
def empty(database: Use) -> Path:
    return database("empty")


def correct(app: AppTest, address: str, new: str) -> AppTest:
    """Type what a cell is to be read as, and send it."""
    field(app, "Ô").set_value(address).run()
    field(app, "Đọc là").set_value(new)
    return whole(button(app, f"Sửa ô {address}").click().run())


def shown_rows(app: AppTest) -> list[int]:
    return [row["number"] for row in grid(app)["rows"]]


def view(app: AppTest, name: str) -> AppTest:
    rows = next(one for one in app.get("segmented_control") if one.key.endswith("-dong"))
    return whole(rows.set_value(name).run())


# The grid


def test_the_grid_is_the_files_own_layout_with_each_problem_at_its_cell() -> None:
    app = dropped(sample(LAM_DONG))
    assert grid(app)["letters"] == list("ABCDEFGHIJ")
    assert [row["number"] for row in grid(app)["header"]] == [8]
    assert cell(app, "C8")["text"] == "Điểm chuẩn"
    wrong = cell(app, "E13")
    assert (wrong["text"], wrong["state"]) == ("0,05", "warning")
    assert wrong["hint"].startswith("Cảnh báo: Cấp trên và cấp dưới không khớp. Phụ lục!E13: cần")
    assert wrong["hint"].endswith("Kiểm tra điểm bị mất của các dòng con và của dòng cha.")
    assert "state" not in cell(app, "D13")


def test_only_wrong_rows_and_those_above_them_are_shown_until_all_are_asked_for() -> None:
    app = dropped(sample(LAM_DONG))
    assert shown_rows(app) == [12, 13, 17, 21]  # 3 › 3.4 and 4 › 4.3
    assert [row["context"] for row in grid(app)["rows"]] == [True, False, True, False]
    every = shown_rows(view(app, "Tất cả các dòng"))
    assert every[:37] == list(range(9, 9 + 37))


def test_a_long_table_has_pages_and_says_how_many_rows_there_are() -> None:
    rows = "\n".join(f"{n} | Tiêu chí số {n} | 1,00 | 0,50 | 0,40 |" for n in range(1, 101))
    app = dropped(("dài.xlsx", book(f"{HEADER}\n{rows}")))
    assert len(shown_rows(app)) == 40
    assert "Dòng thứ 1–40 trong 100 dòng được hiện." in text(app)
    app.get("pagination")[0].set_value(3).run()
    assert len(shown_rows(whole(app))) == 20  # 100 − 2 × 40
    field(app, "Ô").set_value("E50").run()
    assert 50 in shown_rows(whole(app))  # the page of the cell that is asked for


def test_a_formula_without_a_value_is_shown_as_a_formula_and_can_be_given_one() -> None:
    app = dropped(("công thức.xlsx", edited(book(GOOD), D7="=NOW()*A1", E7=None)))
    assert "Công thức chưa có giá trị" in text(app)
    assert (cell(app, "D7")["text"], cell(app, "D7")["state"]) == ("=NOW()*A1", "error")
    app = correct(app, "D7", "6,47")
    assert not button(app, "Ghi dữ liệu").disabled


# Corrections


def test_a_broken_table_is_mended_cell_by_cell_and_written_while_its_file_stays() -> None:
    broken = book(BROKEN)
    app = dropped(("sai.xlsx", broken))
    assert button(app, "Ghi dữ liệu").disabled
    assert field(app, "Ô").value == "D6"  # the first error
    assert "Trong tệp: “15”" in text(app)
    app = correct(app, "D6", "1,00")
    assert field(app, "Ô").value == "D7"  # the next one
    app = correct(app, "D7", "6,47")
    assert "D6**: “15” → “1,00”" in text(app)
    assert cell(app, "D6") | {"hint": ""} == {"text": "1,00", "fixed": True, "hint": ""}
    assert "Đã sửa, trong tệp là: 15" in cell(app, "D6")["hint"]
    field(app, "Người nạp").set_value("Nguyễn Thị Lan")
    whole(button(app, "Ghi dữ liệu").click().run())
    assert batches() == 1
    store = answers.store()
    kept = store.query("select code, points from score order by code", {})
    assert kept["points"].tolist() == [7.47, 1.0, 6.47]
    (batch,) = store.history()["id"]
    assert store.file(batch) == ("sai.xlsx", broken)
    log = store.query('select row, "column", "old", "new", who from correction order by row', {})
    assert log.to_numpy().tolist() == [
        [6, "D", "15", "1,00", "Nguyễn Thị Lan"],
        [7, "D", "sáu", "6,47", "Nguyễn Thị Lan"],
    ]


def test_a_correction_can_be_taken_back() -> None:
    app = correct(correct(dropped(("sai.xlsx", book(BROKEN))), "D6", "1,00"), "D7", "6,47")
    assert not button(app, "Ghi dữ liệu").disabled
    back = next(one for one in app.button if one.key.endswith("-bo-D6"))
    whole(back.click().run())
    assert button(app, "Ghi dữ liệu").disabled
    assert "D6**" not in text(app)
    assert "D7**: “sáu” → “6,47”" in text(app)


def test_the_same_word_as_in_the_file_is_no_correction() -> None:
    app = correct(dropped(("sai.xlsx", book(BROKEN))), "D7", "6,47")
    app = correct(app, "D7", "sáu")
    assert "D7**" not in text(app)


@pytest.mark.parametrize("address", ["", "13", "ZZZ1", "D99999", "D6:D7", "<b>"])
def test_an_address_that_is_no_cell_of_the_sheet_asks_for_one(address: str) -> None:
    app = dropped(("sai.xlsx", book(BROKEN)))
    field(app, "Ô").set_value(address).run()
    assert "Chọn một ô của trang tính này, ví dụ E13." in text(whole(app))


def test_the_title_above_a_table_can_be_corrected_too() -> None:
    app = dropped(("a.xlsx", book(GOOD)))
    app = open_fold(app, "-bang")
    app = correct(app, "A2", "Kết quả Chỉ số cải cách hành chính năm 2021")
    assert choice(app, "Năm đánh giá").value == 2021


# Columns, decimal sign, unit names


def test_a_column_that_has_another_name_is_chosen_and_remembered() -> None:
    strange = GOOD.replace("Điểm thẩm định", "Hội đồng B").replace("Điểm bị mất", "Chỗ hụt")
    app = dropped(("lạ.xlsx", book(strange)))
    assert button(app, "Ghi dữ liệu").disabled
    assert "Thiếu cột" in text(app)
    points = choice(app, "Điểm thẩm định")
    points.set_value("D").run()
    whole(button(app, "Ghi dữ liệu").click().run())
    assert batches() == 1
    title = "UBND TỈNH GIA LAI\nKết quả Chỉ số cải cách hành chính năm 2020"
    again = dropped(("lạ 2.xlsx", book(strange, title)))
    assert not button(again, "Ghi dữ liệu").disabled


def test_a_number_that_can_be_either_is_asked_about_once() -> None:
    title = "UBND TỈNH LÂM ĐỒNG\nXếp hạng Chỉ số PAPI năm 2020"
    rows = "Xếp hạng | Tỉnh | Giá trị\n1 | Lâm Đồng | 1.234\n2 | Gia Lai | 1.100"
    app = dropped(("papi.xlsx", book(rows, title)))
    assert "Trong tệp này có số đọc được hai cách" in text(app)
    sign = next(one for one in app.get("segmented_control") if one.key.endswith("-thap-phan"))
    for said, values in ((".", [1.234, 1.1]), (",", [1234.0, 1100.0])):
        sign.set_value(said).run()
        app = open_fold(whole(app), "-xem")
        (rows_read,) = (one.value for one in app.dataframe if "Giá trị" in one.value)
        assert rows_read["Giá trị"].tolist() == values
        sign = next(one for one in app.get("segmented_control") if one.key.endswith("-thap-phan"))


def test_a_unit_that_is_printed_with_a_slip_shows_both_readings_and_can_be_another() -> None:
    slip = GOOD.replace("0,53 | Sở Nội vụ", "0,53 | Thanh tra tình")
    app = open_fold(dropped(("sai.xlsx", book(slip))), "-don-vi")
    reading = choice(app, "“Thanh tra tình”")
    assert (reading.label, reading.value) == ("“Thanh tra tình” (F7) đọc là", "Thanh tra tỉnh")
    reading.set_value("Sở Nội vụ")
    whole(button(app, "Nhận").click().run())
    assert "“Thanh tra tình” là **Sở Nội vụ**" in text(app)
    whole(button(app, "Ghi dữ liệu").click().run())
    units = answers.store().query("select distinct unit from task_unit", {})["unit"].tolist()
    assert units == ["Sở Nội vụ"]
    assert answers.remembered().units == {"Thanh tra tình": "Sở Nội vụ"}


def test_a_unit_that_no_list_has_can_be_said_to_be_a_known_one() -> None:
    unknown = GOOD.replace("0,53 | Sở Nội vụ", "0,53 | Sở Nôi Vu Lạ")
    app = open_fold(dropped(("lạ.xlsx", book(unknown))), "-don-vi")
    reading = choice(app, "“Sở Nôi Vu Lạ” (F7) chưa có trong danh mục")
    assert reading.value == "Sở Nôi Vu Lạ"
    reading.set_value("Sở Nội vụ")
    whole(button(app, "Nhận").click().run())
    assert "Đơn vị chưa có trong danh mục" not in text(app)
    taken_back = next(one for one in app.button if one.key.endswith("-bo-ten-0"))
    assert "Đơn vị chưa có trong danh mục" in text(whole(taken_back.click().run()))


# Text of a file is text

PAYLOADS = ("<script>alert(1)</script>", "**x** [y](http://ngoai.example)", "=cmd|' /C calc'!A0")


def test_no_text_of_a_file_is_markup_anywhere_in_the_review() -> None:
    script, bold, formula = PAYLOADS
    rows = f"""
        {HEADER} | {bold.replace("|", "/")}
        1   | {script}  | 8,50 | {script} | 1,03 | {bold}
        1.1 | {bold}    | 1,50 | 15       | 0,50 | {script}
    """
    app = dropped(("<img src=x onerror=alert(2)>.xlsx", book(rows, sheet="<b>Tờ<&b>")))
    for fold in ("-cot", "-xem"):
        app = open_fold(app, fold)
    app = correct(app, "D5", formula)
    assert cell(app, "D5")["text"] == formula
    assert script in str(cell(app, "B5"))  # drawn as text by the grid
    read_as_markup = [one.value for one in (*app.markdown, *app.caption, *app.subheader)]
    read_as_markup += [one.label for one in (*app.selectbox, *app.button, *app.expander)]
    read_as_markup += [str(value) for one in app.table for value in one.value.to_numpy().ravel()]
    for said in read_as_markup:
        assert not any(sign in said for sign in ("<script", "<img", "**x**", "](http", "<b>Tờ"))
