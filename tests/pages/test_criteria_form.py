"""Is a decision's table taken as a criteria set, at once and only when asked?"""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pages.ui import answers
from scoring.ingest.reference import load_reference
from tests.pages.uploading import book, button, choice, dropped, field, text, whole

Use = Callable[[str], Path]
SHIPPED = Path(__file__).parents[2] / "data" / "reference"
TITLE = "Bộ tiêu chí xác định Chỉ số cải cách hành chính cấp tỉnh năm 2026"
TABLE = """
    STT | Tiêu chí                             | Điểm tối đa
    1   | Chỉ đạo, điều hành                   | =60
    1.1 | Ban hành kế hoạch                    | =60
        | Ban hành trong quý IV năm trước      | =60
        | Ban hành trong quý I                 | =30
    2   | Điều tra xã hội học                  | =40
"""


@pytest.fixture(autouse=True)
def folder(database: Use, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty database, and reference files of the test's own."""
    copied = Path(shutil.copytree(SHIPPED, tmp_path / "reference"))
    monkeypatch.setenv("SCORING_REFERENCE", str(copied))
    database("empty")
    return copied


def with_set(title: str = TITLE, table: str = TABLE) -> AppTest:
    return dropped(("bo-tieu-chi.xlsx", book(table, title)))


def metrics(app: AppTest) -> dict[str, str]:
    return {one.label: one.value for one in app.metric}


def test_what_will_be_added_is_shown_and_nothing_is_written(folder: Path) -> None:
    app = with_set()
    shown = metrics(app)
    names = ("Lĩnh vực", "Tiêu chí", "Tiêu chí thành phần", "Mức điểm")
    assert [shown[name] for name in names] == ["2", "1", "0", "2"]
    assert field(app, "Mã bộ tiêu chí").value == "par-tinh-2026"
    assert choice(app, "Cấp").value == "tỉnh"
    assert field(app, "Tên bộ tiêu chí").value == TITLE
    assert not button(app, "Thêm bộ tiêu chí").disabled
    assert not (folder / "criteria" / "par-tinh-2026.csv").exists()


def test_the_added_set_counts_at_once(folder: Path) -> None:
    app = whole(button(with_set(), "Thêm bộ tiêu chí").click().run())
    assert "Đã thêm bộ tiêu chí par-tinh-2026." in text(app)
    assert load_reference(folder)[1] == ()
    added = answers.reference().criteria_set("PAR", "tỉnh", 2026)
    assert added and added.id == "par-tinh-2026"
    stored = answers.store().query("select count(*) as n from criterion where code = '1.1'", {})
    assert int(stored["n"].iloc[0]) == 1
    score = dropped(
        (
            "diem.xlsx",
            book(
                "STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định\n1 | Chỉ đạo | =60 | =50",
                "UBND TỈNH GIA LAI\nKết quả Chỉ số cải cách hành chính năm 2026",
            ),
        )
    )
    assert "lĩnh vực 2 (40,00 điểm) hiểu là không mất điểm" in text(score)


def test_the_same_id_is_only_replaced_when_ticked(folder: Path) -> None:
    whole(button(with_set(), "Thêm bộ tiêu chí").click().run())
    app = with_set()
    assert button(app, "Thêm bộ tiêu chí").disabled
    assert "Đã có bộ tiêu chí par-tinh-2026" in text(app)
    tick = next(one for one in app.checkbox if one.label.startswith("Thay bộ tiêu chí"))
    app = whole(tick.check().run())
    app = whole(button(app, "Thay bộ tiêu chí").click().run())
    assert "Đã thêm bộ tiêu chí" in text(app)
    assert len(list((folder / "replaced").iterdir())) == 1


def test_what_the_title_does_not_say_is_asked_for() -> None:
    app = with_set("Bảng tiêu chí")
    assert button(app, "Thêm bộ tiêu chí").disabled
    assert "Chưa thêm được: " in text(app) and "điền cấp" in text(app)


def test_a_table_with_an_error_cannot_be_added() -> None:
    app = with_set(table=TABLE.replace("=40", "bốn mươi"))
    assert button(app, "Thêm bộ tiêu chí").disabled
    assert "sửa 1 lỗi của bảng" in text(app)


def test_a_refusal_is_told_in_place(folder: Path) -> None:
    app = with_set(TITLE.replace("2026", "2020"))
    field_id = field(app, "Mã bộ tiêu chí")
    app = whole(field_id.set_value("bo-khac").run())
    before = (folder / "criteria_sets.csv").read_bytes()
    app = whole(button(app, "Thêm bộ tiêu chí").click().run())
    assert "Không thêm được bộ tiêu chí; không có gì được ghi." in text(app)
    assert "Hai bộ tiêu chí trùng thời gian" in text(app)
    assert (folder / "criteria_sets.csv").read_bytes() == before


def test_markup_in_titles_is_shown_as_text() -> None:
    app = with_set(table=TABLE.replace("Ban hành kế hoạch", "<script>alert(1)</script>"))
    whole(button(app, "Thêm bộ tiêu chí").click().run())
    assert answers.reference().criteria_set("PAR", "tỉnh", 2026) is not None
