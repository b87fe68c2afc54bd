"""Does the registry show who is named, and take what people decide about groups and names?"""

from pathlib import Path

import pytest

from scoring import intake
from scoring.analysis import questions
from scoring.ingest.said import NOTHING_SAID
from tests import databases
from tests.ingest.conftest import PROVINCE, rows_of, workbook
from tests.pages.opening import opened, shown
from tests.pages.uploading import text

PAGE, LAM_DONG = "pages/registry.py", {"co_quan": "lam-dong", "nam": "2020"}
GROUP = "Các sở, ban, ngành"
TABLE = """
    STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định | Điểm bị mất | Chủ trì
    1   | Chỉ đạo  | 10         | 8              | 2           | Sở Giáo dụ và Đào tạ
    2   | Thể chế  | 10         | 7              | 3           | Sở Nội vụ
"""


@pytest.fixture
def unknown(empty: Path) -> Path:
    """A database with one table that prints a name nobody knows."""
    store, reference, _ = intake.open_everything(databases.of(empty))
    content = workbook({"Bảng": [[PROVINCE], [], *rows_of(TABLE)]})
    (table,) = intake.read("bang.xlsx", content, reference, databases.of(empty))
    intake.load(store, table, content, reference, databases.NOW, said=NOTHING_SAID)
    return empty


def asked(path: Path, question: str, **params: object) -> list[dict]:
    store = intake.open_everything(databases.of(path))[0]
    return questions.rows(store.query, question, **params)


def test_units_stand_with_their_spellings_and_what_they_became(samples: Path) -> None:
    app = opened(PAGE, **LAM_DONG)
    assert "8 đơn vị và 9 nhóm được nêu 80 lần; tên nào cũng đã biết" in shown(app)
    table = app.dataframe[0].value.set_index("Đơn vị")
    assert table.loc["Thanh tra tỉnh", "Như in trong tệp"] == "Thanh tra tình (1 lần)"
    planning = table.loc["Sở Kế hoạch và Đầu tư"]
    assert planning["Như in trong tệp"] == "Sở Kế hoạch và Đầu tư (3 lần); Sở KH&ĐT (1 lần)"
    assert planning["Sau sáp nhập"] == "từ 01/03/2025 là Sở Tài chính"


def test_mergers_stand_with_their_dates(samples: Path) -> None:
    table = opened(PAGE, **LAM_DONG, muc="sap-nhap").dataframe[0].value
    row = table[table["Trước"] == "Sở Kế hoạch và Đầu tư tỉnh Lâm Đồng"].iloc[0]
    assert (row["Nay là"], row["Từ ngày"]) == ("Sở Tài chính tỉnh Lâm Đồng", "01/03/2025")
    assert row["Còn nêu trong tệp"] == "● còn nêu"
    same = table[table["Trước"] == "Sở Tài chính tỉnh Lâm Đồng"].iloc[0]
    assert same["Nay là"] == "Sở Tài chính tỉnh Lâm Đồng (cùng tên)"


def test_a_person_decides_who_a_group_is(samples: Path) -> None:
    app = opened(PAGE, **LAM_DONG, muc="nhom", ten_nhom=GROUP)
    assert "9 trên 9 nhóm chưa quyết định là ai" in shown(app)
    proposed = app.multiselect[0].value
    assert {"Sở Nội vụ", "Sở Tài chính", "Thanh tra tỉnh"} <= set(proposed)
    app.multiselect[0].set_value(["Sở Nội vụ", "Sở Tài chính"]).run()
    next(one for one in app.button if one.label == "Ghi").click().run()
    assert not app.exception
    (found,) = asked(samples, "group_meanings", organisation="lam-dong")
    told = (found["unit_group"], found["meaning"], found["units"])
    assert told == (GROUP, "members", "Sở Nội vụ\nSở Tài chính")
    assert "8 trên 9 nhóm chưa quyết định là ai" in shown(app)
    assert "Đang là 2 thành viên" in shown(app)


def test_a_group_that_nobody_is_proposed_for_needs_a_choice(samples: Path) -> None:
    app = opened(PAGE, **LAM_DONG, muc="nhom", ten_nhom="Đại biểu HĐND tỉnh")
    save = next(one for one in app.button if one.label == "Ghi")
    assert not save.disabled  # nobody in particular is a decision
    focal = next(one for one in app.button_group if one.label == "Được hiểu là")
    focal.set_value("focal").run()
    assert next(one for one in app.button if one.label == "Ghi").disabled


def test_an_unknown_name_is_confirmed_and_read_again(unknown: Path) -> None:
    app = opened(PAGE, **LAM_DONG, muc="chua-biet")
    assert "1 tên chưa có trong danh mục" in shown(app)
    choice = next(one for one in app.selectbox if "có thể là" in one.label)
    assert choice.value == "Sở Giáo dục và Đào tạo"
    next(one for one in app.button if one.label == "Xác nhận").click().run()
    assert not app.exception
    assert "đã đọc lại bang.xlsx" in text(app)
    assert "Mọi tên đơn vị trong các tệp đã nạp đều đã biết" in shown(app)
    units = asked(unknown, "tasks_units", organisation="lam-dong")
    assert {row["unit"] for row in units} == {"Sở Giáo dục và Đào tạo", "Sở Nội vụ"}


def test_an_organisation_whose_tables_name_nobody_says_so(samples: Path) -> None:
    app = opened(PAGE, co_quan="ca-nuoc")
    assert "Chưa có bảng nào của" in shown(app)
