"""Is each template that the page hands out read back by the page, without a problem?"""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from streamlit.testing.v1 import AppTest

from tests.pages.uploading import button, choice, dropped, open_fold, saved, text, whole

Use = Callable[[str], Path]
LABEL = "Tải mẫu"


@pytest.fixture(autouse=True)
def empty(database: Use) -> Path:
    return database("empty")


def chosen(label: str, organisation: str = "Lâm Đồng (tỉnh, đến") -> AppTest:
    """The form with one template and one organisation."""
    app = open_fold(dropped(), "mau-de-dien")
    kind = choice(app, "Mẫu")
    kind.select(next(one for one in kind.options if one.startswith(label))).run()
    if organisation:
        of = choice(whole(app), "Cơ quan, địa phương")
        of.select(next(one for one in of.options if one.startswith(organisation))).run()
    return whole(app)


def made(downloads: dict) -> tuple[str, bytes]:
    return downloads[LABEL].name, downloads[LABEL].make()


def disabled(app: AppTest) -> bool:
    (offered,) = (one for one in app.get("download_button") if one.proto.label == LABEL)
    return bool(offered.proto.disabled)


def test_the_organisation_is_asked_for_first() -> None:
    app = chosen("Bảng điểm PAR, cấp tỉnh", organisation="")
    assert disabled(app)
    assert "Chọn hoặc nhập tên cơ quan, địa phương để tải mẫu." in text(app)
    assert not disabled(chosen("Bảng điểm PAR, cấp tỉnh"))


def test_a_score_table_of_a_known_set_lists_its_criteria(downloads: dict) -> None:
    app = chosen("Bảng điểm PAR, cấp tỉnh")
    assert choice(app, "Năm đánh giá").value == 2020  # the latest year whose criteria are known
    assert "Theo bộ tiêu chí: Bộ tiêu chí xác định Chỉ số CCHC cấp tỉnh năm 2020." in text(app)
    name, content = made(downloads)
    assert name == "mau-scores-PAR-tỉnh-2020.xlsx"
    sheet = load_workbook(BytesIO(content))["Bảng điểm"]
    assert {"1", "3.4.1", "9.2"} <= {cell.value for cell in sheet["A"]}
    back = dropped((name, content))
    asked = ("Loại bảng", "Chỉ số", "Cơ quan, địa phương", "Năm đánh giá")
    assert [choice(back, one).value for one in asked] == ["scores", "PAR", "lam-dong", 2020]


@pytest.mark.parametrize(
    ("label", "year"),
    [("Bảng điểm PAR, cấp tỉnh", 2023), ("Bảng điểm PAR, cấp bộ", None)],
)
def test_a_year_whose_criteria_are_not_known_gives_blank_rows_and_says_so(
    label: str, year: int | None, downloads: dict
) -> None:
    app = chosen(label)
    if year is not None:
        choice(app, "Năm đánh giá").set_value(year).run()
    assert "mẫu có các dòng trống để nhập STT, tên và điểm chuẩn" in text(whole(app))
    sheet = load_workbook(BytesIO(made(downloads)[1]))["Bảng điểm"]
    assert [sheet[f"A{row}"].value for row in range(5, 15)] == [None] * 10


def test_a_department_fills_in_a_table_of_its_own_and_it_is_written(downloads: dict) -> None:
    app = chosen("Bảng điểm PAR, cấp sở", organisation="Sở Thông tin và Truyền thông tỉnh Lâm")
    choice(whole(app), "Năm đánh giá").set_value(2022).run()
    name, content = made(downloads)
    book = load_workbook(BytesIO(content))
    sheet = book["Bảng điểm"]
    for column, value in zip("ABCE", ("1", "Chỉ đạo, điều hành", 8.5, 8), strict=True):
        sheet[f"{column}5"] = value
    sheet["F5"] = 0.5  # as a spreadsheet computes it
    app = dropped((name, saved(book)))
    assert choice(app, "Năm đánh giá").value == 2022
    assert not button(app, "Ghi dữ liệu").disabled


def test_tasks_are_of_a_plan_and_list_the_units_to_choose_from(downloads: dict) -> None:
    app = chosen("Kế hoạch: danh sách nhiệm vụ")
    choice(app, "Năm kế hoạch").set_value(2021).run()
    whole(app)
    book = load_workbook(BytesIO(made(downloads)[1]))
    units = [cell.value for cell in book["Đơn vị"]["A"]]
    assert "Sở Tài chính" in units
    sheet = book["Nhiệm vụ"]
    rules = [str(rule.formula1) for rule in sheet.data_validations.dataValidation]
    assert f"'Đơn vị'!$A$2:$A${len(units)}" in rules
    sheet["B5"], sheet["E5"], sheet["G5"] = "Rà soát thủ tục", "Sở Nội vụ", "Quý I/2021"
    app = dropped(("nhiệm vụ.xlsx", saved(book)))
    assert not button(app, "Ghi dữ liệu").disabled
    assert "Không có vấn đề nào." in text(app)


@pytest.mark.parametrize(
    ("label", "rows"), [("Bảng xếp hạng các tỉnh", 63), ("Bảng xếp hạng các bộ", 17)]
)
def test_a_league_lists_who_is_ranked_and_asks_for_no_organisation(
    label: str, rows: int, downloads: dict
) -> None:
    app = chosen(label, organisation="")
    choice(app, "Năm đánh giá").set_value(2020).run()
    assert not disabled(whole(app))
    sheet = load_workbook(BytesIO(made(downloads)[1]))["Xếp hạng"]
    assert len([cell.value for cell in sheet["B"][4:] if cell.value]) >= rows
