"""What does a person get who uploads a file, writes it, and takes it back?"""

from pathlib import Path

import pytest

from tests.pages.opening import opened, pages
from tests.pages.uploading import (
    GIA_LAI,
    HEADER,
    HOME,
    LAM_DONG,
    LOSSES,
    METHOD,
    OF_GIA_LAI,
    OF_LAM_DONG,
    SIPAS,
    UNITS,
    batches,
    book,
    button,
    cards,
    dropped,
    sample,
    text,
    whole,
    written,
)


def test_what_was_read_and_what_is_wrong_is_shown_before_anything_is_written(empty: Path) -> None:
    app = dropped(sample(LAM_DONG))
    assert cards(app) == {"Dòng sạch": "35", "Lỗi": "0", "Cảnh báo": "2", "Ghi chú": "1"}
    said = text(app)
    assert "37 dòng" in said
    assert "Phụ lục!E13: cần bằng tổng điểm bị mất của các dòng con: 0,064, thấy 0,05" in said
    assert "Phụ lục!B21" in said  # 4.1 and 4.3 with one title
    assert "lĩnh vực 2 (5,00 điểm) hiểu là không mất điểm" in said
    assert "Kiểm tra điểm bị mất của các dòng con và của dòng cha." in said
    assert batches() == 0


def test_kind_index_organisation_and_year_are_proposed_with_their_evidence(empty: Path) -> None:
    apps = [dropped(sample(name)) for name in (LAM_DONG, GIA_LAI)]
    proposed = [(one.label, one.value) for app in apps for one in app.selectbox[:4]]
    assert proposed == [
        ("Loại bảng", "scores"),
        ("Chỉ số", "PAR"),
        ("Cơ quan, địa phương", "lam-dong"),
        ("Năm đánh giá", 2020),
        ("Loại bảng", "satisfaction"),
        ("Chỉ số", "SIPAS"),
        ("Cơ quan, địa phương", "gia-lai"),
        ("Năm đánh giá", 2022),
    ]
    assert "Đọc từ Phụ lục!A1: “ỦY BAN NHÂN DÂN TỈNH LÂM ĐỒNG”" in text(apps[0])
    assert batches() == 0


def test_what_is_written_is_on_every_page_at_once(empty: Path) -> None:
    for page in pages():
        opened(page)  # each has asked, and kept that there is nothing
    app = written(LAM_DONG, GIA_LAI)
    assert "PAR Lâm Đồng 2020** · Bảng điểm: **đã ghi 37 dòng" in text(app)
    assert "SIPAS Gia Lai 2022** · Mức độ hài lòng: **đã ghi 5 dòng" in text(app)
    (history,) = [one.value for one in app.dataframe if "Lần nạp" in one.value]
    assert history["Cơ quan"].tolist() == ["Gia Lai", "Lâm Đồng"]
    assert batches() == 2
    home = cards(opened(HOME, **OF_LAM_DONG))
    assert (home["Chỉ số CCHC (PAR Index)"], home["Điểm bị mất"]) == ("83,93 %", "16,07")
    assert "Mất 16,07 trên 100,00 điểm, chỉ số 83,93 %" in text(opened(LOSSES, **OF_LAM_DONG))
    assert "78,1 % điểm mất chỉ có nhóm đơn vị" in text(opened(UNITS, **OF_LAM_DONG))
    assert "100,00 − 16,07 = 83,93" in text(opened(METHOD, **OF_LAM_DONG))
    assert "85,99 %" in text(opened(SIPAS, **OF_GIA_LAI))


def test_writing_the_same_again_says_so_and_adds_nothing(empty: Path) -> None:
    written(LAM_DONG)
    app = written(LAM_DONG)
    assert "đã nạp**, không thêm gì" in text(app)
    assert batches() == 1


def test_undo_asks_first(empty: Path) -> None:
    app = written(LAM_DONG)
    app.button(key="hoan_tac").click().run()
    assert "Số liệu và tệp gốc vẫn được giữ trong lịch sử, khôi phục được." in text(app)
    assert "PAR Lâm Đồng 2020** · Bảng điểm · 37 dòng" in text(app)
    app.button(key="giu_lai").click().run()
    assert batches() == 1


def test_undo_takes_it_back_and_every_page_says_so(empty: Path) -> None:
    app = written(LAM_DONG, GIA_LAI)
    app.button(key="hoan_tac").click().run()
    app.button(key="dong_y_hoan_tac").click().run()
    said = text(whole(app))
    assert "Đã hoàn tác lần nạp" in said
    assert "gia-lai-sipas-2022.xlsx" in said
    assert "SIPAS Gia Lai 2022** · Mức độ hài lòng: **đã ghi" not in said  # no longer true
    assert batches() == 1
    gone = text(opened(HOME, **OF_GIA_LAI))
    assert "Đường dẫn nêu cơ quan “gia-lai”, chưa có dữ liệu" in gone
    assert "85,99" not in gone
    app.button(key="hoan_tac").click().run()
    app.button(key="dong_y_hoan_tac").click().run()
    assert batches() == 0
    assert "Chưa có dữ liệu" in text(opened(HOME))


def test_errors_have_a_place_and_a_cure_and_keep_the_button_shut(empty: Path) -> None:
    app = dropped(
        (
            "sai.xlsx",
            book(f"""
                {HEADER}
                1   | Chỉ đạo  | 8,50 | 15   | 1,03 |
                1.1 | Kế hoạch | 1,50 | chín | 0,50 |
            """),
        )
    )
    said = text(app)
    assert "Phụ lục!D5" in said and "thấy 15" in said  # points above the maximum
    assert "Phụ lục!D6" in said and "chín" in said  # not a number
    assert cards(app)["Lỗi"] == "2"
    assert button(app, "Ghi dữ liệu").disabled
    assert "Chưa ghi được bảng này: sửa 2 lỗi, ngay tại đây hoặc trong tệp rồi thả lại." in said
    assert all(one.value["Cách sửa"].ne("").all() for one in app.table)
    assert batches() == 0


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("rỗng.xlsx", b""),
        ("ảnh.xlsx", b"\x89PNG\r\n\x1a\n" + bytes(200)),
        ("chữ.xlsx", "STT,Tiêu chí\n1,Chỉ đạo".encode()),
        ("không bảng.xlsx", book("Kính gửi các sở, ban, ngành")),
    ],
)
def test_a_file_without_a_table_says_why_and_offers_no_button(
    empty: Path, name: str, content: bytes
) -> None:
    app = dropped((name, content))
    assert "Không đọc được bảng nào trong tệp này; không có gì được ghi." in text(app)
    assert all(one.value["Cách sửa"].ne("").all() for one in app.table) and len(app.table) == 1
    assert [one for one in app.button if one.label == "Ghi dữ liệu"] == []
    assert "Traceback" not in text(app)


PLAN_ONLY = "UBND TỈNH LÂM ĐỒNG\nKế hoạch cải cách hành chính năm 2022"
ONE_ROW = f"{HEADER}\n1 | CÔNG TÁC CHỈ ĐẠO | 8,50 | 7,47 | 1,03 | Sở Nội vụ"


def test_a_year_that_is_not_printed_is_asked_for_and_checked_again(empty: Path) -> None:
    app = dropped(("kế hoạch.xlsx", book(ONE_ROW, PLAN_ONLY)))
    assert button(app, "Ghi dữ liệu").disabled
    assert "chọn năm đánh giá" in text(app)
    year = next(one for one in app.selectbox if one.label == "Năm đánh giá")
    year.set_value(2020).run()
    assert not button(whole(app), "Ghi dữ liệu").disabled
    # Now that the year is known, so is the criteria set, and what the table lacks of it.
    assert "thấy 8,50" in text(app)
    whole(button(app, "Ghi dữ liệu").click().run())
    assert "PAR Lâm Đồng 2020** · Bảng điểm: **đã ghi 1 dòng" in text(app)


def test_a_correction_of_the_organisation_is_what_gets_written(empty: Path) -> None:
    app = dropped(sample(GIA_LAI))
    of = next(one for one in app.selectbox if one.label == "Cơ quan, địa phương")
    of.set_value("lam-dong").run()
    whole(button(app, "Ghi dữ liệu").click().run())
    assert "SIPAS Lâm Đồng 2022**" in text(app)
