"""Does Thời hạn chưa rõ set many at once, refuse what it does not understand, and take back?"""

from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from scoring.store import TaskDue, open_store
from tests.analysis.plans.material import load_plan
from tests.pages.opening import opened
from tests.pages.planned_tasks import HERE, NOW, told
from tests.pages.uploading import text

DEADLINES = "pages/deadlines.py"
EVENT = "Sau khi kết thúc đợt kiểm tra"


@pytest.fixture
def planned(empty: Path) -> tuple[Path, list[str]]:
    """Seven tasks: two wait for one event, one is unclear, one blank, one goes on, two clear."""
    store = open_store(str(empty))
    deadlines = (EVENT, EVENT, "Càng sớm càng tốt", None, "Trong năm 2021 và các năm tiếp theo")
    rows = [
        {"title": f"Việc {number}", "lead": "Sở Nội vụ", "deadline": deadline}
        for number, deadline in enumerate((*deadlines, "Quý I/2021", "Hằng quý"), 1)
    ]
    ids = load_plan(store, *rows, plan="1/KH", organisation_name="Lâm Đồng")
    store.close()
    return empty, ids


def at(**more: str) -> AppTest:
    app = opened(DEADLINES, **HERE, **more)
    assert [str(one.value) for one in app.exception] == []
    return app


def edit(app: AppTest, key: str, rows: dict[int, dict[str, Any]]) -> AppTest:
    """The page after cells of a table were changed: what a person does in the browser."""
    app.session_state[key] = {"edited_rows": rows, "added_rows": [], "deleted_rows": []}
    app.run()
    assert [str(one.value) for one in app.exception] == []
    return app


def said_of(path: Path) -> list[tuple[str, str]]:
    return [row[:2] for row in told(path, "task_due")]


def test_tasks_are_listed_by_the_words_printed(planned) -> None:
    app = at()
    assert (
        "5 nhiệm vụ chưa rõ ngày phải xong: 2 chờ một việc khác, 1 không có ngày kết thúc, "
        "1 chưa hiểu thời hạn, 1 không ghi thời hạn"
    ) in text(app)
    table = app.dataframe[0].value
    assert table["printed"].tolist()[:2] == [EVENT, EVENT]
    assert set(table["name"]) == {f"Việc {number}" for number in range(1, 6)}
    assert f"“{EVENT}” · 2 nhiệm vụ" in app.selectbox(key="loc-nhom").options


def test_one_wording_for_a_whole_group(planned) -> None:
    path, ids = planned
    app = at(nhom="sau-khi-ket-thuc-dot-kiem-tra")
    assert len(app.dataframe[0].value) == 2
    app.toggle(key="han-tat-ca").set_value(True)
    app.text_input(key="han-chung").set_value("Quý IV").run()
    assert "(2 nhiệm vụ) đọc là: **đến hết 31/12/2021**" in text(app)
    assert app.dataframe[0].value["read"].tolist() == ["đến hết 31/12/2021"] * 2
    assert said_of(path) == []  # nothing is written before somebody says so
    app.button(key="han-ghi").click().run()
    assert said_of(path) == [(ids[0], "Quý IV"), (ids[1], "Quý IV")]
    assert "3 nhiệm vụ chưa rõ ngày phải xong" in text(app)
    assert "Đã đặt thời hạn cho 2 nhiệm vụ" in text(app)
    kept = app.dataframe[-1].value
    assert kept["printed"].tolist() == [EVENT, EVENT]  # what is printed stays beside it
    assert kept["said"].tolist() == ["Quý IV", "Quý IV"]


def test_ticked_rows_and_rows_with_words_of_their_own(planned) -> None:
    path, ids = planned
    app = at()
    names = app.dataframe[0].value["name"].tolist()
    rows = {
        names.index("Việc 1"): {"ticked": True},
        names.index("Việc 4"): {"set": "30/11/2021"},
        names.index("Việc 3"): {"set": "lúc nào đó"},
    }
    edit(app, "han--0", rows)
    app.text_input(key="han-chung").set_value("hằng quý").run()
    said = text(app)
    assert "“lúc nào đó” (1 nhiệm vụ): chưa hiểu nên không ghi" in said
    assert "“hằng quý” (1 nhiệm vụ) đọc là: **lặp lại**" in said
    assert "“30/11/2021” (1 nhiệm vụ) đọc là: **đến hết 30/11/2021**" in said
    app.button(key="han-ghi").click().run()
    assert sorted(said_of(path)) == sorted([(ids[0], "hằng quý"), (ids[3], "30/11/2021")])


def test_a_common_wording_that_is_not_understood_is_not_kept(planned) -> None:
    path, _ = planned
    app = at()
    app.toggle(key="han-tat-ca").set_value(True)
    app.text_input(key="han-chung").set_value("Quý V/2023").run()
    assert "chưa hiểu nên không ghi" in text(app)
    app.button(key="han-ghi").click().run()
    assert said_of(path) == []
    assert [toast.value for toast in app.toast] == ["Chưa có dòng nào để ghi"]


def test_what_was_set_is_taken_back(planned) -> None:
    path, ids = planned
    store = open_store(str(path))
    store.say([TaskDue(ids[0], "Quý IV/2021"), TaskDue(ids[1], "Quý III/2021")], now=NOW)
    store.close()
    app = at()
    assert "3 nhiệm vụ chưa rõ ngày phải xong" in text(app)
    app.button(key="han-bo").click().run()
    assert len(said_of(path)) == 2  # nothing was ticked
    edit(app, "han-da-dat-0", {1: {"ticked": True}})
    app.button(key="han-bo").click().run()
    assert said_of(path)[2:] == [(ids[1], "")]
    assert "4 nhiệm vụ chưa rõ ngày phải xong" in text(app)


def test_nothing_is_left_to_say(planned) -> None:
    path, ids = planned
    store = open_store(str(path))
    store.say([TaskDue(task, "Quý IV/2021") for task in ids], now=NOW)
    store.close()
    assert "Mọi nhiệm vụ đều rõ thời hạn" in text(at())


def test_without_a_plan_the_page_says_what_to_load(samples: Path) -> None:
    said = text(opened(DEADLINES, co_quan="gia-lai", nam="2022"))
    assert "Chưa nạp kế hoạch nào của Gia Lai" in said
