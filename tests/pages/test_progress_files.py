"""A unit's file on the import page: what it changes, and whose tasks it must be of."""

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pages.ui import answers
from scoring.analysis import questions
from scoring.store import open_store
from tests.intake.progress_desk import filled, handed_out, planned
from tests.pages.uploading import button, dropped, text, whole

Use = Callable[[str], Path]


@pytest.fixture(autouse=True)
def empty(database: Use) -> Path:
    return database("empty")


def told() -> bytes:
    return filled(handed_out(answers.store()), t1={"state": "đang làm", "percent": 40})


def test_what_a_unit_tells_is_shown_cell_by_cell_and_written() -> None:
    planned(answers.store())
    app = dropped(("tien-do.xlsx", told()))
    assert "So với số liệu hiện hành: thêm 2 ô" in text(app)
    whole(button(app, "Ghi dữ liệu").click().run())
    rows = questions.rows(answers.store().query, "tasks", organisation="lam-dong")
    assert [(row["code"], row["state"]) for row in rows if row["state"]] == [("1", "doing")]


def test_tasks_that_nobody_has_cannot_be_written() -> None:
    elsewhere = open_store(":memory:")
    planned(elsewhere)
    content = filled(handed_out(elsewhere), t1={"state": "đang làm"})
    elsewhere.close()
    app = dropped(("tien-do.xlsx", content))
    assert button(app, "Ghi dữ liệu").disabled
    assert "sửa 1 lỗi so với số liệu đã nạp" in text(app)


def offering() -> None:
    from datetime import date

    from pages.ui import answers
    from pages.ui.filters import Scope
    from pages.ui.tasks import progress_files

    scope = Scope("lam-dong", "Lâm Đồng", "tỉnh", 2021, None, None, None, False)
    progress_files.show(scope, answers.board("lam-dong", date(2021, 11, 20)))


def test_who_has_sent_stands_above_the_files_to_send_out() -> None:
    planned(answers.store())
    app = AppTest.from_function(offering, default_timeout=30).run()
    assert not app.exception
    assert "0/2 đơn vị đã gửi tiến độ" in text(app)
    assert app.selectbox[0].options == ["Mọi đơn vị (.zip)", "Sở Nội vụ", "Sở Tài chính"]
    assert not app.selectbox[0].set_value("Sở Nội vụ").run().exception
