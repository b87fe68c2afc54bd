"""Do plans stand beside each other, do tasks keep their ids, and what people say of them?"""

from collections.abc import Sequence
from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scoring.store import (
    Actual,
    Evidence,
    GroupMeaning,
    Progress,
    Remark,
    Store,
    TaskDue,
    TaskLink,
)
from tests.store.material import FILE, NOON, batch, picture, scores

PLAN = {"kind": "tasks", "organisation": "so-van-hoa", "year": 2022, "plan": "76/KH-SVHTT"}
FEW = settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
_TEXTS = ("goal", "product", "lead", "coordinating", "deadline", "note")
_MORE = ("section", "purpose", "index_name")


def tasks(*rows: Sequence[str]) -> pd.DataFrame:
    """Tasks of code, title and solution."""
    frame = pd.DataFrame(list(rows), columns=["code", "title", "solution"])
    blank = dict.fromkeys((*_TEXTS, *_MORE))
    return frame.assign(position=range(len(frame)), row=range(9, 9 + len(frame)), **blank)


def load(store: Store, frame: pd.DataFrame, content: bytes = FILE, **changes: object) -> list[str]:
    """The ids of the tasks of a new batch, in order."""
    loaded = store.load(batch(content, **{**PLAN, **changes}), {"task": frame}, content, now=NOON)
    found = store.query(
        "select id from task where batch = $batch order by position", {"batch": loaded.batch}
    )
    return found["id"].tolist()


FIRST = (
    ("1", "Công khai thủ tục hành chính", "Đăng lên trang thông tin"),
    ("2", "Giải quyết hồ sơ đúng hạn", "Theo dõi hằng tuần"),
    ("3", "Số hóa kết quả", ""),
)


def test_a_task_keeps_its_id_when_the_plan_is_loaded_again(store: Store) -> None:
    public, on_time, digital = load(store, tasks(*FIRST))
    moved = tasks(
        ("1", "Kiểm tra công vụ", "Đột xuất"),
        ("2", "Số hóa kết quả", "Mua máy quét"),
        ("3", "Công khai thủ tục hành chính", "Đăng lên trang thông tin"),
        ("4", "Giải quyết hồ sơ đúng hạn", "Theo dõi hằng tháng"),
    )
    new, *kept = load(store, moved, b"moved")
    assert kept == [digital, public, on_time]
    assert new not in (public, on_time, digital)


def test_a_title_in_other_words_under_its_code_is_the_same_task(store: Store) -> None:
    before = load(store, tasks(*FIRST))
    reworded = [("1", "Công khai các thủ tục hành chính", ""), ("2", "Việc khác hẳn", "")]
    same, other = load(store, tasks(*reworded), b"reworded")
    assert same == before[0]
    assert other not in before


def test_an_id_is_never_given_twice(store: Store) -> None:
    first = load(store, tasks(*FIRST))
    without = load(store, tasks(*FIRST[:2]), b"without")
    again = load(store, tasks(*FIRST), b"again")
    assert without == first[:2]
    assert again[:2] == first[:2]
    assert again[2] not in first


def test_the_same_file_is_not_loaded_twice(store: Store) -> None:
    load(store, tasks(*FIRST))
    assert store.load(batch(**PLAN), {"task": tasks(*FIRST)}, FILE, now=NOON).already


@FEW
@given(data=st.data())
def test_any_order_and_any_gap_keeps_every_id(shared_store: Store, data: st.DataObject) -> None:
    numbers = data.draw(st.lists(st.integers(0, 30), min_size=1, max_size=12, unique=True))
    rows = [(str(at), f"Nhiệm vụ số {number}", "") for at, number in enumerate(numbers)]
    year = int(shared_store.query("select count(*) as n from batch")["n"].iloc[0]) + 1
    first = dict(zip(numbers, load(shared_store, tasks(*rows), year=year), strict=True))
    kept = data.draw(st.lists(st.sampled_from(numbers), unique=True, min_size=1))
    later = [("", f"Nhiệm vụ số {number}", "Làm lại") for number in kept]
    ids = load(shared_store, tasks(*later), b"later", year=year)
    assert ids == [first[number] for number in kept]


def test_plans_of_one_year_stand_beside_each_other(store: Store) -> None:
    load(store, tasks(*FIRST))
    load(store, tasks(*FIRST), b"other", plan="93/KH-SVHTT")
    load(store, tasks(*FIRST[:1]), b"mended", plan="93/KH-SVHTT")
    held = store.query("select plan, row_count from current_batch order by plan")
    assert held["plan"].tolist() == ["76/KH-SVHTT", "93/KH-SVHTT"]
    ids = store.query(
        "select task.id from task join current_batch on current_batch.id = task.batch"
    )
    assert ids["id"].is_unique


def test_a_score_table_of_another_document_takes_the_place_of_the_first(store: Store) -> None:
    store.load(batch(plan="6006/KH-UBND"), {"score": scores()}, FILE, now=NOON)
    later = store.load(batch(b"later", plan=""), {"score": scores(0.25)}, b"later", now=NOON)
    assert store.query("select id from current_batch")["id"].tolist() == [later.batch]


def test_what_people_say_of_a_task_is_kept_all_and_the_latest_last(store: Store) -> None:
    task, *_ = load(store, tasks(*FIRST))
    said = [
        Progress(task, "doing", 40.0),
        Progress(task, "done", 100.0, "Báo cáo số 12/BC-SVHTT", "", "Văn phòng Sở"),
        TaskLink(task, "ha-noi", "PAR", "2.1"),
        TaskLink(task, "ha-noi", "PAR", "", taken_back=True),
        TaskDue(task, "Quý II/2022"),
        Actual("so-van-hoa", "Tỷ lệ hồ sơ đúng hạn", 2022, 99.2, "Báo cáo năm"),
    ]
    store.say(said, now=NOON, who="Lan")
    states = store.query("select state from progress order by reported_at")["state"]
    assert states.tolist() == ["doing", "done"]
    links = store.query("select code, taken_back from task_link order by decided_at")
    assert links.values.tolist() == [["2.1", False], ["", True]]
    assert store.query("select said from task_due")["said"].tolist() == ["Quý II/2022"]
    assert store.query("select value from actual")["value"].tolist() == [99.2]
    events = store.query("select action, who from log order by happened_at")[1:]
    assert events["action"].tolist() == [*["progress"] * 2, *["link"] * 2, "due", "actual"]
    assert set(events["who"]) == {"Lan"}


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        (Progress("nowhere", "done"), KeyError),
        (Progress("", "late"), ValueError),  # type: ignore[arg-type]
        (Progress("", "doing", 120.0), ValueError),
        (TaskDue("nowhere", "Quý II/2022"), KeyError),
        (TaskLink("nowhere", "ha-noi", "PAR", "1"), KeyError),
    ],
)
def test_what_means_nothing_is_refused_with_all_that_came_with_it(
    store: Store, wrong: Progress | TaskDue | TaskLink, error: type[Exception]
) -> None:
    task, *_ = load(store, tasks(*FIRST))
    before = picture(store)
    with pytest.raises(error):
        store.say([Progress(task, "doing"), wrong], now=NOON)
    assert picture(store) == before


def reported(task: str, state: str) -> pd.DataFrame:
    """A unit's file of one task."""
    told = {"task": task, "state": state, "percent": None, "evidence": None, "remark": None}
    return pd.DataFrame([told | {"unit": "Văn phòng Sở", "row": 5, "position": 0}])


def test_files_of_progress_all_count_until_one_is_undone(store: Store) -> None:
    task, *_ = load(store, tasks(*FIRST))
    files = [(b"first", "doing"), (b"second", "done")]
    loaded = [
        store.load(
            batch(content, **{**PLAN, "kind": "progress"}),
            {"progress": reported(task, state)},
            content,
            now=NOON + timedelta(days=day),
            who="Lan",
        ).batch
        for day, (content, state) in enumerate(files)
    ]
    counting = "select id from current_batch where kind = 'progress' order by id"
    assert store.query(counting)["id"].tolist() == loaded
    store.undo(loaded[1], now=NOON + timedelta(days=2))
    assert store.query(counting)["id"].tolist() == loaded[:1]
    back = store.restore(loaded[1], now=NOON + timedelta(days=3)).batch
    last = store.query("select batch, state, who from progress order by reported_at").iloc[-1]
    assert last.tolist() == [back, "done", "Lan"]


def test_evidence_notes_and_groups_are_kept(store: Store) -> None:
    task, *_ = load(store, tasks(*FIRST))
    of_criterion = {"organisation": "ha-noi", "index_name": "PAR", "year": 2022, "code": "2.1"}
    said = [
        Evidence("e1", "12/BC-SVHTT", "complete", task=task, issued=date(2022, 3, 1), page="4"),
        Evidence("e2", "", "missing", **of_criterion),  # type: ignore[arg-type]
        Remark("r1", "ha-noi", 2022, "Rà soát lại hồ sơ", "PAR", "2.1", conclusion=True),
        GroupMeaning("ha-noi", "Các sở", "members", "Sở Nội vụ\nSở Tư pháp"),
    ]
    store.say(said, now=NOON, who="Lan")
    kept = store.query("select id, task, issued, status, code from evidence order by id")
    assert kept["status"].tolist() == ["complete", "missing"]
    assert kept["task"].fillna("").tolist() == [task, ""]
    assert str(kept["issued"].iloc[0].date()) == "2022-03-01"
    assert store.query("select text, conclusion from remark").values.tolist() == [
        ["Rà soát lại hồ sơ", True]
    ]
    assert store.query("select meaning, units from group_meaning").values.tolist() == [
        ["members", "Sở Nội vụ\nSở Tư pháp"]
    ]


@pytest.mark.parametrize(
    "nothing",
    [
        Evidence("e", "12/BC", "complete"),
        Remark("r", "ha-noi", 2022, "  "),
        GroupMeaning("ha-noi", "Các sở", "members"),
        GroupMeaning("ha-noi", "Các sở", "focal", "Sở Nội vụ\nSở Tư pháp"),
        GroupMeaning("ha-noi", "Các sở", "group", "Sở Nội vụ"),
    ],
)
def test_words_that_mean_nothing_are_refused(
    store: Store, nothing: Evidence | Remark | GroupMeaning
) -> None:
    before = picture(store)
    with pytest.raises(ValueError):
        store.say([nothing], now=NOON)
    assert picture(store) == before
