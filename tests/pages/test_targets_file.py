"""The file of results: offered beside the entry, and its way in through the import page."""

from collections.abc import Callable
from pathlib import Path

import pytest

from pages.ui import answers
from scoring.analysis.plans.indicators import indicators
from scoring.store import Actual, open_store
from tests.intake.actual_desk import MADE, aimed, filled, handed_out
from tests.pages.opening import opened
from tests.pages.uploading import button, dropped, text, whole

Use = Callable[[str], Path]


@pytest.fixture(autouse=True)
def empty(database: Use) -> Path:
    return database("empty")


def reached() -> dict[int, float]:
    found = indicators(answers.store().query, "lam-dong", None)[0]
    return {year: one.value for year, one in found.actuals.items()}


def test_the_file_is_offered_beside_the_entry_for_the_year_that_is_looked_at() -> None:
    aimed(answers.store())
    app = whole(opened("pages/targets.py", co_quan="lam-dong", nam_xet="2023", xem="nhap"))
    (offered,) = app.get("download_button")
    assert offered.label == "Tải tệp Excel để điền kết quả năm 2023"
    assert "mỗi tệp là một lần nạp và hoàn tác được" in text(app)


def test_what_a_file_changes_is_shown_cell_by_cell_and_written() -> None:
    aimed(answers.store())
    words = [Actual("lam-dong", "Hồ sơ trực tuyến", 2023, 70.0)]
    answers.store().say(words, now=MADE.replace(day=19))
    content = filled(handed_out(answers.store()), online=("84,5", "Báo cáo 99"))
    app = dropped(("ket-qua.xlsx", content))
    assert "So với số liệu hiện hành: đổi 2 ô" in text(app)
    whole(button(app, "Ghi dữ liệu").click().run())
    assert reached() == {2023: 84.5}


def test_an_indicator_that_nobody_has_cannot_be_written() -> None:
    elsewhere = open_store(":memory:")
    aimed(elsewhere)
    content = filled(handed_out(elsewhere), online="84,5")
    elsewhere.close()
    app = dropped(("ket-qua.xlsx", content))
    assert button(app, "Ghi dữ liệu").disabled
    assert "sửa 1 lỗi so với số liệu đã nạp" in text(app)
