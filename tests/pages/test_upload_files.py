"""What does a person see who drops many files at once, and what is written of them?"""

from collections.abc import Callable
from pathlib import Path

import pytest

from pages.ui import answers
from tests.pages.uploading import (
    BROKEN,
    GIA_LAI,
    GOOD,
    LAM_DONG,
    TITLE,
    batches,
    book,
    button,
    choice,
    dropped,
    edited,
    field,
    labels,
    overview,
    sample,
    states,
    text,
    whole,
)

Use = Callable[[str], Path]
PROVINCES = ["An Giang", "Bắc Giang", "Cà Mau", "Điện Biên", "Gia Lai", "Hà Giang", "Kon Tum"]


@pytest.fixture(autouse=True)
def empty(database: Use) -> Path:
    return database("empty")


def of(province: str) -> bytes:
    return book(GOOD, f"UBND TỈNH {province.upper()}\nKết quả Chỉ số cải cách hành chính năm 2020")


def test_one_table_tells_what_all_files_hold() -> None:
    app = dropped(
        sample(LAM_DONG),
        ("hỏng.xlsx", b"\x89PNG" + bytes(200)),
        ("sai.xlsx", book(BROKEN)),
        ("không năm.xlsx", book(GOOD, "UBND TỈNH GIA LAI\nKế hoạch CCHC năm 2022")),
        sample(GIA_LAI),
    )
    assert states(app) == {
        LAM_DONG: "✓ Sẵn sàng ghi",
        "hỏng.xlsx": "✗ Không đọc được",
        "sai.xlsx": "✗ Có 2 lỗi",
        "không năm.xlsx": "? Cần chọn năm đánh giá",
        GIA_LAI: "✓ Sẵn sàng ghi",
    }
    assert "5 tệp, 4 bảng: 2 bảng sẵn sàng ghi" in text(app)
    first = overview(app)[0]
    assert (first["Trang tính"], first["Loại"], first["Chỉ số"]) == ("Phụ lục", "Bảng điểm", "PAR")
    assert (first["Cơ quan"], first["Năm"], first["Dòng"]) == ("Lâm Đồng", "2020", 37)
    assert (first["Lỗi"], first["Cảnh báo"], first["Ghi chú"]) == (0, 2, 1)
    assert batches() == 0


def test_the_first_table_that_needs_somebody_is_looked_at_and_another_can_be() -> None:
    app = dropped(sample(LAM_DONG), ("sai.xlsx", book(BROKEN)))
    assert [one.value for one in app.subheader if one.value == "sai&#46;xlsx"]
    assert overview(app)[1]["Tệp"] == "▶ sai.xlsx"
    looked_at = choice(app, "Bảng đang xem")
    (key,) = (one for one in looked_at.options if LAM_DONG in one)
    looked_at.select(key).run()
    assert overview(whole(app))[0]["Tệp"] == f"▶ {LAM_DONG}"
    assert choice(app, "Cơ quan, địa phương").value == "lam-dong"


def test_one_button_writes_every_ready_table_and_no_other() -> None:
    app = dropped(sample(LAM_DONG), ("sai.xlsx", book(BROKEN)), sample(GIA_LAI))
    whole(button(app, "Ghi 2 bảng sẵn sàng").click().run())
    assert batches() == 2
    assert "PAR Lâm Đồng 2020** · Bảng điểm: **đã ghi 37 dòng" in text(app)
    assert states(app)[LAM_DONG] == states(app)[GIA_LAI] == "● Đã nạp rồi"
    assert not [one for one in labels(app) if one.endswith("sẵn sàng")]


def test_a_file_dropped_twice_is_one() -> None:
    app = dropped(sample(LAM_DONG), sample(LAM_DONG))
    assert "Có tệp được thả hai lần" in text(app)
    assert overview(app) == []  # one table, which is looked at at once
    assert "37 dòng" in text(app)


def test_two_tables_of_one_province_and_year_that_differ_wait_for_a_person() -> None:
    other = edited(book(GOOD), D7="6,00", E7="1,00", D5="7,00", E5="1,50")
    app = dropped(("a.xlsx", book(GOOD)), ("b.xlsx", other))
    assert set(states(app).values()) == {"≠ Khác bảng cùng loại vừa thả"}
    assert not [one for one in labels(app) if one.endswith("sẵn sàng")]
    assert "Trong các tệp vừa thả có bảng khác của cùng cơ quan, chỉ số và năm" in warned(app)
    whole(button(app, "Ghi dữ liệu").click().run())  # the one looked at
    assert batches() == 1


def test_two_tables_that_say_the_same_are_written_once() -> None:
    app = dropped(("a.xlsx", book(GOOD)), ("b.xlsx", book(GOOD, sheet="Bảng")))
    assert states(app) == {"a.xlsx": "✓ Sẵn sàng ghi", "b.xlsx": "= Giống bảng khác vừa thả"}
    whole(button(app, "Ghi 1 bảng sẵn sàng").click().run())
    assert batches() == 1


def test_what_would_replace_current_data_is_written_only_when_asked_for() -> None:
    whole(button(dropped(("a.xlsx", book(GOOD))), "Ghi dữ liệu").click().run())
    other = edited(book(GOOD), D7="6,00", E7="1,00", D5="7,00", E5="1,50")
    app = dropped(("b.xlsx", other), sample(GIA_LAI))
    assert states(app)["b.xlsx"] == "△ Đang có số liệu khác"
    assert "Ghi 1 bảng sẵn sàng" in labels(app)
    app.checkbox(key="ghi-ca-bang-khac").check().run()
    whole(button(app, "Ghi 2 bảng sẵn sàng").click().run())
    assert batches() == 3


def test_what_was_said_of_a_table_stays_while_another_is_looked_at() -> None:
    plan = "Kế hoạch cải cách hành chính năm 2022"
    app = dropped(*((f"{p}.xlsx", book(GOOD, f"UBND TỈNH {p.upper()}\n{plan}")) for p in PROVINCES))
    assert overview(app)[0]["Tình trạng"] == "? Cần chọn năm đánh giá"
    choice(app, "Năm đánh giá").set_value(2021).run()
    looked_at = choice(app, "Bảng đang xem")
    looked_at.select(next(one for one in looked_at.options if "Cà Mau" in one)).run()
    assert choice(whole(app), "Năm đánh giá").value is None
    assert states(app)["An Giang.xlsx"] == "✓ Sẵn sàng ghi"
    looked_at = choice(app, "Bảng đang xem")
    looked_at.select(next(one for one in looked_at.options if "An Giang" in one)).run()
    assert choice(whole(app), "Năm đánh giá").value == 2021
    whole(button(app, "Ghi 1 bảng sẵn sàng").click().run())
    assert "PAR An Giang 2021**" in text(app)


def test_many_files_can_be_narrowed_to_those_that_wait() -> None:
    files = [(f"{one}.xlsx", of(one)) for one in PROVINCES]
    app = dropped(*files, ("sai.xlsx", book(BROKEN)), ("rỗng.xlsx", b""))
    assert len(overview(app)) == 9
    app.get("segmented_control")[0].set_value("Cần xem").run()
    assert list(states(whole(app))) == ["sai.xlsx", "rỗng.xlsx"]


def test_two_hundred_files_are_one_table_and_one_review() -> None:
    known = [one.name for one in answers.reference().organisations if one.level == "tỉnh"]
    files = [
        (f"{name} {year}.xlsx", book(GOOD, TITLE.replace("LÂM ĐỒNG", name).replace("2020", year)))
        for name in sorted(set(known))[:50]
        for year in ("2016", "2017", "2018", "2019")
    ]
    app = dropped(*files)
    assert len(overview(app)) == 50 * 4
    assert "200 tệp, 200 bảng" in text(app)
    assert len([one for one in app.selectbox if one.label == "Năm đánh giá"]) == 1


def test_a_name_that_no_list_has_must_be_typed_before_anything_is_written() -> None:
    app = dropped(("a.xlsx", book(GOOD)))
    choice(app, "Cơ quan, địa phương").set_value("(khác)").run()
    assert button(whole(app), "Ghi dữ liệu").disabled
    assert "nhập tên cơ quan" in text(app)  # and the province that the file names is not meant
    field(app, "Tên cơ quan").set_value("Sở Tư pháp tỉnh Lâm Đồng").run()
    whole(button(app, "Ghi dữ liệu").click().run())
    assert "PAR Sở Tư pháp tỉnh Lâm Đồng 2020**" in text(app)


def warned(app) -> str:
    return " ".join(str(one.value) for one in app.warning)
