"""Can every earlier batch be looked at, compared, taken back and brought back?"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from pages.ui import answers
from scoring import intake
from scoring.ingest.corrections import Correction
from scoring.ingest.said import Said
from scoring.settings import settings
from tests.databases import NOW
from tests.pages.opening import opened
from tests.pages.uploading import book, loaded, text, whole

IMPORT = "pages/importing.py"
HEADER = "STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định | Điểm bị mất | Cơ quan chủ trì"
FIRST = f"{HEADER}\n1 | Chỉ đạo | 8,50 | 7,47 | 1,03 | Sở Nội vụ"
SECOND = (
    f"{HEADER}\n1 | Chỉ đạo | 8,50 | 7,45 | 1,05 | Sở Nội vụ\n2 | Văn bản | 5,00 | 4,00 | 1,00 |"
)


@pytest.fixture(autouse=True)
def empty(database: Callable[[str], Path]) -> None:
    database("empty")


def load(rows: str, *, who: str = "Lan", name: str = "bảng.xlsx", **said: Any) -> str:
    """The batch of a text table that was loaded."""
    content, of = book(rows), answers.reference()
    (table,) = intake.read(name, content, of, settings())
    given = Said(**said)
    table = intake.read_again(table, content, of, settings(), given)
    done = intake.load(answers.store(), table, content, of, NOW, who=who, said=given)
    answers.forget()
    return done.batch


def page() -> AppTest:
    return whole(opened(IMPORT))


def unfolded(app: AppTest, *keys: str) -> AppTest:
    """The page with some of its folds open."""
    for key in keys:
        app.session_state[key] = True
    return whole(app.run())


def listed(app: AppTest) -> pd.DataFrame:
    return next(one.value for one in app.dataframe if "Lần nạp" in one.value)


def with_column(app: AppTest, name: str) -> pd.DataFrame:
    return next(one.value for one in app.dataframe if name in one.value)


def chosen(app: AppTest, batch: str) -> AppTest:
    return whole(app.selectbox(key="lan_nap_chon").set_value(batch).run())


def pressed(app: AppTest, *keys: str) -> AppTest:
    for key in keys:
        app = whole(app.button(key=key).click().run())
    return app


def states(app: AppTest) -> list[str]:
    return listed(app)["Tình trạng"].tolist()


def keys(app: AppTest) -> set[str]:
    return {one.key for one in app.button}


def test_who_when_which_file_and_what_became_of_it() -> None:
    first = load(FIRST, who="Lan")
    second = load(SECOND, who="Minh", name="bảng sửa.xlsx")
    app = page()
    table = listed(app)
    assert table["Lần nạp"].tolist() == [second, first]
    assert table["Người nạp"].tolist() == ["Minh", "Lan"]
    assert states(app) == ["● Hiện hành", "○ Đã bị thay"]
    assert table["Tệp › trang tính"].tolist() == ["bảng sửa.xlsx › Phụ lục", "bảng.xlsx › Phụ lục"]
    said = text(app)
    assert "Nạp lúc 02/01/2026 10:04 bởi Minh" in said  # 03:04 UTC
    digest = answers.ask("batches", batches=second)["file_sha256"].iloc[0]
    assert table["Mã tệp"].iloc[0] == digest[:10]
    assert any(digest in str(one.proto.help) for one in app.caption)


def test_the_rows_of_an_earlier_batch_as_they_were_read() -> None:
    first = load(FIRST)
    load(SECOND)
    app = unfolded(chosen(page(), first), "lich_su_dong")
    assert "Các dòng đã đọc (1)" in [one.label for one in app.expander]
    rows = with_column(app, "Thẩm định")
    assert rows[["Mã", "Tên", "Thẩm định", "Chủ trì"]].values.tolist() == [
        ["1", "Chỉ đạo", 7.47, "Sở Nội vụ"]
    ]


def test_a_long_table_is_shown_a_page_at_a_time() -> None:
    lines = "\n".join(f"1.{n} | Tiêu chí {n} | 1 | 0,5 | 0,5 |" for n in range(1, 250))
    batch = load(f"{HEADER}\n1 | Chỉ đạo | 249 | 124,5 | 124,5 |\n{lines}")
    app = unfolded(page(), "lich_su_dong")
    assert "Dòng 1–100 trong 250 dòng." in text(app)
    assert len(with_column(app, "Thẩm định")) == 100
    app.session_state[f"lich_su_trang_{batch}"] = 3
    app = whole(app.run())
    assert "Dòng 201–250 trong 250 dòng." in text(app)
    assert with_column(app, "Thẩm định")["Mã"].tolist()[-1] == "1.249"


def test_corrections_are_shown_with_who_when_old_and_new() -> None:
    correction = Correction("Phụ lục", 5, "D", "7,47", "7,40")
    load(FIRST, who="Hoa", corrections=(correction,))
    app = unfolded(page(), "lich_su_sua")
    assert with_column(app, "Sửa thành").values.tolist() == [
        ["Phụ lục!D5", "7,47", "7,40", "Hoa", "02/01/2026 10:04"]
    ]


def test_problems_are_those_found_when_it_was_read() -> None:
    load(FIRST)
    app = unfolded(page(), "lich_su_van_de")
    kept = answers.store().query("select count(*) as n from batch_problem")["n"].iloc[0]
    assert f"Vấn đề khi đọc ({kept})" in [one.label for one in app.expander]
    assert any("Cách sửa" in one.value for one in app.table)


def test_a_batch_is_compared_with_the_current_one_of_the_same_table() -> None:
    first = load(FIRST)
    second = load(SECOND)
    app = unfolded(chosen(page(), first), "lich_su_so_sanh")
    assert app.selectbox(key=f"lich_su_so_voi_{first}").value == second
    assert with_column(app, "Trước")[["Thay đổi", "Mã", "Cột", "Trước", "Sau"]].values.tolist() == [
        ["→ Đổi", "1", "Điểm thẩm định", "7,47", "7,45"],
        ["→ Đổi", "1", "Điểm bị mất", "1,03", "1,05"],
        ["+ Thêm", "2", "Tên", "–", "Văn bản"],
        ["+ Thêm", "2", "Điểm chuẩn", "–", "5,00"],
        ["+ Thêm", "2", "Điểm thẩm định", "–", "4,00"],
        ["+ Thêm", "2", "Điểm bị mất", "–", "1,00"],
    ]
    assert f"Trước: lần nạp {first} · Sau: lần nạp {second}" in text(app)


def test_nothing_to_compare_with_is_said() -> None:
    load(FIRST)
    app = unfolded(page(), "lich_su_so_sanh")
    assert "Chưa có lần nạp nào khác cùng loại bảng để so sánh." in text(app)


def test_another_table_is_compared_only_when_it_is_asked_for() -> None:
    first = load(FIRST)
    other = load(SECOND, year=2019)
    app = unfolded(page(), "lich_su_so_sanh")
    against = app.selectbox(key=f"lich_su_so_voi_{other}")
    assert against.value is None
    assert "Chưa có lần nạp nào khác của đúng bảng này" in text(app)
    app = whole(against.set_value(first).run())
    assert "Đổi 2 ô, bỏ 4 ô" in text(app) or "Thêm 4 ô, đổi 2 ô" in text(app)


def test_what_was_undone_stays_in_the_list_and_comes_back() -> None:
    first = load(FIRST)
    app = pressed(page(), "hoan_tac")
    app.text_input(key="nguoi_lam").set_value("Minh")
    app = pressed(app, "dong_y_hoan_tac")
    assert "Đã hoàn tác lần nạp" in text(app)
    assert states(app) == ["✕ Đã hoàn tác"]
    assert "hoàn tác lúc" in text(app) and "bởi Minh" in text(app)
    assert "hoan_tac" not in keys(app)

    app = pressed(app, "khoi_phuc")
    assert "Hiện không có số liệu nào của bảng này." in text(app)
    app = pressed(app, "dong_y_khoi_phuc")
    assert "thành lần nạp mới" in text(app)
    assert states(app) == ["● Hiện hành", "✕ Đã hoàn tác"]
    assert f"khôi phục từ lần nạp {first}" in text(app)
    who = answers.store().query("select action, who from log order by happened_at")
    assert who.values.tolist() == [["load", "Lan"], ["undo", "Minh"], ["restore", "Minh"]]


def test_restoring_an_earlier_batch_says_what_will_change() -> None:
    first = load(FIRST)
    load(SECOND)
    app = pressed(chosen(page(), first), "khoi_phuc")
    assert "So với số liệu hiện hành: đổi 2 ô, bỏ 4 ô." in text(app)
    app = pressed(app, "giu_lai")
    assert states(app) == ["● Hiện hành", "○ Đã bị thay"]  # nothing was done
    app = pressed(app, "khoi_phuc", "dong_y_khoi_phuc")
    assert states(app) == ["● Hiện hành", "○ Đã bị thay", "○ Đã bị thay"]
    assert loaded()["row_count"].tolist() == [
        1,
        2,
        1,
    ]


def test_the_current_batch_cannot_be_restored() -> None:
    load(FIRST)
    assert "khoi_phuc" not in keys(page())


def test_undoing_what_was_undone_elsewhere_says_so() -> None:
    batch = load(FIRST)
    app = pressed(page(), "hoan_tac")
    answers.store().undo(batch, now=NOW)
    app = pressed(app, "dong_y_hoan_tac")
    assert "đã được hoàn tác ở nơi khác" in text(app)


def test_a_link_to_an_undone_batch_still_shows_its_file() -> None:
    load(FIRST)
    batch = load(SECOND)
    answers.store().undo(batch, now=NOW, who="Minh")
    answers.forget()
    app = whole(opened("pages/method.py", lan_nap=batch, dong="5"))
    assert "✕ Đã hoàn tác" in text(app)
    assert "không còn hiện hành" in text(app)
