"""Does a task show what is printed of it, and keep what people report and decide?"""

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.pages.planned_tasks import at, four_tasks, told
from tests.pages.uploading import button, cards, field, labels, text


@pytest.fixture
def planned(empty: Path) -> tuple[Path, Sequence[str]]:
    """A database with a made-up plan of four tasks, and their ids."""
    return empty, four_tasks(empty)


def test_one_task_shows_what_is_printed_and_where(planned) -> None:
    _, ids = planned
    app = at(nhiem_vu=ids[0])
    said = text(app)
    assert "Báo cáo <b>đậm</b>" in said
    assert "thời hạn đọc là: đến hết 31/03/2021" in said
    assert "mất **2,50** trên 4,00 điểm năm 2020" in said
    assert "› Phụ lục › dòng 9 ·" in said
    assert "Chưa có báo cáo nào." in said


def test_a_report_is_kept_and_counts_at_once(planned) -> None:
    path, ids = planned
    app = at(nhiem_vu=ids[0])
    app.text_input(key=f"bc-{ids[0]}-nguoi").set_value("Lan").run()
    app.radio(key=f"bc-{ids[0]}-state").set_value("done")
    app.number_input(key=f"bc-{ids[0]}-percent").set_value(100.0)
    field(app, "Minh chứng").set_value("Báo cáo số 12/BC")
    button(app, "Ghi báo cáo").click().run()
    assert [str(one.value) for one in app.exception] == []
    said = text(app)
    assert "Hoàn thành" in said and "Báo cáo số 12/BC" in said and "Lan" in said
    (row,) = [row for row in told(path, "progress") if row[2] == ids[0]]
    assert row[3:8] == ("done", 100.0, "Báo cáo số 12/BC", None, "Sở Nội vụ")
    button(app, "Tất cả nhiệm vụ").click().run()
    assert list(cards(app).values()) == ["0", "1", "2", "1", "0"]


def test_a_second_report_starts_from_the_first(planned) -> None:
    path, ids = planned
    app = at(nhiem_vu=ids[3])
    app.radio(key=f"bc-{ids[3]}-state").set_value("done")
    button(app, "Ghi báo cáo").click().run()
    rows = [row for row in told(path, "progress") if row[2] == ids[3]]
    assert [row[3:6] for row in rows] == [("doing", 40.0, "Báo cáo 7"), ("done", 40.0, "Báo cáo 7")]


def test_doubtful_criteria_are_settled_in_one_place(planned) -> None:
    path, ids = planned
    app = at(dang="lien-ket")
    assert "PAR 2.2 Giải quyết hồ sơ đúng hạn" in text(app)
    app.button(key=f"gan-dung-{ids[1]}").click().run()
    assert [row[:5] for row in told(path, "task_link")] == [
        (ids[1], "lam-dong", "PAR", "2.2", False)
    ]
    assert not any("Cần xác nhận" in one for one in labels(app))
    assert "gắn với 3 tiêu chí đã mất 5,00 điểm" in text(app)


def test_a_task_is_said_to_be_about_nothing_or_another_criterion_and_taken_back(planned) -> None:
    path, ids = planned
    app = at(nhiem_vu=ids[1])
    button(app, "Không thuộc tiêu chí nào").click().run()
    assert "không thuộc tiêu chí nào" in text(app)
    criteria = app.selectbox(key=f"tc-{ids[1]}")
    criteria.set_value(("lam-dong", "PAR", "1.5")).run()
    app.button(key=f"tc-{ids[1]}-ghi").click().run()
    assert "PAR 1.5 Sáng kiến trong cải cách (do người dùng chọn)" in text(app)
    button(app, "Bỏ quyết định").click().run()
    assert "tên gần giống, cần xác nhận" in text(app)
    assert [row[3:5] for row in told(path, "task_link")] == [
        ("", False),
        ("1.5", False),
        ("", True),
    ]
    assert "tiêu chí: bỏ quyết định" in text(app)


def test_the_time_of_one_task_is_said_in_words(planned) -> None:
    path, ids = planned
    app = at(nhiem_vu=ids[2])
    times = app.text_input(key=f"han-{ids[2]}")
    times.set_value("lúc nào đó").run()
    assert "Chưa hiểu nên chưa ghi được" in text(app)
    app.button(key=f"han-{ids[2]}-ghi").click().run()
    assert told(path, "task_due") == []
    app.text_input(key=f"han-{ids[2]}").set_value("Quý IV").run()
    assert "Đọc là: đến hết 31/12/2021" in text(app)
    app.button(key=f"han-{ids[2]}-ghi").click().run()
    assert [row[:2] for row in told(path, "task_due")] == [(ids[2], "Quý IV")]
    assert "Như in: Càng sớm càng tốt" in text(app)
    button(app, "Trở lại như in").click().run()
    assert [row[1] for row in told(path, "task_due")] == ["Quý IV", ""]
