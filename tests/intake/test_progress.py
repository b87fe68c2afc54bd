"""Units' files against what is loaded: tasks, differences, reports that came later, taking back."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from scoring import intake
from scoring.analysis import questions
from scoring.ingest.reference import Reference, load_reference
from scoring.ingest.table import Table
from scoring.store import Loaded, Store, StoreError, open_store
from scoring.store.plans import Progress, UnknownTask
from tests.intake.progress_desk import MADE, UNIT, codes, filled, handed_out, one, planned

DOING: dict[str, Any] = {"state": "đang làm", "percent": 40, "evidence": "BC 12"}
LATER = MADE + timedelta(days=1)


@pytest.fixture(scope="module")
def reference() -> Reference:
    return load_reference(Path(__file__).parents[2] / "data" / "reference")[0]


@pytest.fixture
def store() -> Iterator[Store]:
    opened = open_store(":memory:")
    yield opened
    opened.close()


@pytest.fixture
def tasks(store: Store) -> list[str]:
    return planned(store)


def load(store: Store, reference: Reference, content: bytes, at: datetime = LATER) -> Loaded:
    return intake.load(store, one(content, reference), content, reference, at, who="Lan")


def standing(store: Store) -> dict[str, tuple[Any, ...]]:
    """What was last told of each task."""
    rows = questions.rows(store.query, "tasks", organisation="lam-dong")
    fields = ("state", "percent", "evidence", "remark", "reported_unit", "reported_by")
    return {row["code"]: tuple(row[name] for name in fields) for row in rows if row["reported_at"]}


def beside(store: Store, table: Table, content: bytes) -> list[tuple[str | None, str]]:
    return codes(intake.against_store(store, table, content))


def test_a_report_is_loaded_once_and_taken_back_alone(
    store: Store, reference: Reference, tasks: list[str]
) -> None:
    first = filled(handed_out(store), t1=DOING)
    other = filled(handed_out(store, "Sở Tài chính"), t3=DOING)
    batch = load(store, reference, first)
    load(store, reference, other)
    told = ("doing", 40.0, "BC 12", None)
    assert standing(store) == {
        "1": (*told, UNIT, "Lan"),
        "3": (*told, "Sở Tài chính", "Lan"),
    }
    assert load(store, reference, first) == Loaded(batch.batch, already=True)
    assert beside(store, one(first, reference), first) == [("4", "already-loaded")]
    store.undo(batch.batch, now=LATER)
    assert set(standing(store)) == {"3"}
    assert beside(store, one(first, reference), first) == []


def test_what_was_last_told_stands_in_the_next_file_and_says_nothing_new(
    store: Store, reference: Reference, tasks: list[str]
) -> None:
    load(store, reference, filled(handed_out(store), t1=DOING))
    again = handed_out(store, made=MADE + timedelta(days=2))
    table = one(filled(again, t2={"state": "không áp dụng"}), reference)
    assert table.frame["code"].tolist() == ["2"]
    assert table.problems[0].found == "2 dòng để trống, 1 dòng như lúc tải tệp"


def test_differences_are_against_what_was_last_told(
    store: Store, reference: Reference, tasks: list[str]
) -> None:
    load(store, reference, filled(handed_out(store), t1=DOING))
    again = handed_out(store, made=MADE + timedelta(days=2))
    content = filled(
        again,
        t1={"state": "hoàn thành", "percent": 100},
        t2={"state": "chưa bắt đầu"},
    )
    found = intake.changes(store, one(content, reference))
    cells = found[["code", "field", "old", "new", "change", "row"]]
    assert list(cells.itertuples(index=False, name=None)) == [
        ("1", "state", "đang làm", "hoàn thành", "changed", 5),
        ("1", "percent", 40.0, 100.0, "changed", 5),
        ("2", "state", None, "chưa bắt đầu", "added", 6),
    ]


def test_two_batches_of_progress_are_compared_in_words(
    store: Store, reference: Reference, tasks: list[str]
) -> None:
    before = load(store, reference, filled(handed_out(store), t1=DOING))
    done = {"state": "hoàn thành"}
    after = load(store, reference, filled(handed_out(store), t1=done), LATER + timedelta(days=1))
    found = intake.batch_changes(store, before.batch, after.batch)
    assert (found["old"].iloc[0], found["new"].iloc[0]) == ("đang làm", "hoàn thành")
    assert found["title"].iloc[0] == "Rà soát thủ tục"


def test_a_report_that_came_after_the_file_was_handed_out_is_told_with_both_days(
    store: Store, reference: Reference, tasks: list[str]
) -> None:
    content = filled(handed_out(store), t1=DOING, t2=DOING)
    done = Progress(tasks[0], "done", 100.0, unit="Sở Tài chính")
    same = Progress(tasks[1], "doing", 40.0, "BC 12")
    store.say([done, same], now=datetime(2026, 3, 25, 3, 0, tzinfo=UTC))
    (found,) = intake.against_store(store, one(content, reference), content)
    assert (found.code, found.severity, found.row) == ("progress-older", "warning", 5)
    assert found.expected == "tệp tải sau báo cáo của Sở Tài chính lúc 25/03/2026 10:00"
    assert found.found == "tệp tải ngày 20/03/2026"


def test_a_report_from_before_the_file_was_handed_out_is_no_problem(
    store: Store, reference: Reference, tasks: list[str]
) -> None:
    store.say([Progress(tasks[0], "not_started")], now=MADE - timedelta(days=1))
    content = filled(handed_out(store), t1=DOING)
    assert beside(store, one(content, reference), content) == []


def test_tasks_of_another_organisation_or_of_nobody_are_refused(
    store: Store, reference: Reference, tasks: list[str]
) -> None:
    elsewhere = open_store(":memory:")
    planned(elsewhere)
    content = filled(handed_out(elsewhere), t1=DOING)
    assert beside(store, one(content, reference), content) == []  # the same plan: the same keys
    planned(elsewhere, {"code": "7", "title": "Việc lạ", "lead": UNIT}, plan="9/KH")
    strange = filled(handed_out(elsewhere), t7=DOING)
    (found,) = intake.against_store(store, one(strange, reference), strange)
    assert (found.code, found.severity) == ("progress-task-unknown", "error")
    planned(
        store,
        {"code": "7", "title": "Việc lạ", "lead": UNIT},
        plan="9/KH",
        organisation="gia-lai",
        organisation_name="Gia Lai",
    )
    elsewhere.close()


def test_a_task_that_the_plan_has_no_longer_is_kept_with_a_warning(
    store: Store, reference: Reference, tasks: list[str]
) -> None:
    content = filled(handed_out(store), t1=DOING)
    planned(store, {"code": "2", "title": "Mở lớp bồi dưỡng", "lead": UNIT})
    assert beside(store, one(content, reference), content) == [("D5", "progress-task-gone")]


def test_two_files_of_one_upload_that_tell_different_things_of_a_task(
    store: Store, reference: Reference, tasks: list[str]
) -> None:
    lead = one(filled(handed_out(store), t2=DOING), reference, "a.xlsx")
    content = filled(handed_out(store, "Sở Tài chính"), t2={"state": "hoàn thành"}, t3=DOING)
    coordinating = one(content, reference, "b.xlsx")
    agreeing = one(filled(handed_out(store, "Sở Tài chính"), t2=DOING), reference, "c.xlsx")
    assert [codes(found) for found in intake.clashes((lead, coordinating))] == [
        [],
        [("D5", "progress-told-twice")],
    ]
    assert not any(intake.clashes((lead, agreeing)))


def test_words_on_a_task_that_is_nowhere_are_refused_as_a_whole(
    store: Store, reference: Reference, tasks: list[str]
) -> None:
    said = [Progress(tasks[0], "done"), Progress("khong-co", "done"), Progress("cung-khong", None)]
    with pytest.raises(UnknownTask) as refused:
        store.say(said, now=LATER)
    assert str(refused.value).startswith(
        "Không kế hoạch nào đã nạp của cơ quan này có nhiệm vụ mang khoá khong-co, cung-khong. "
        "Chưa ghi gì. Hãy nạp kế hoạch"
    )
    assert isinstance(refused.value, StoreError)
    assert standing(store) == {}


@pytest.mark.parametrize("there", [False, True])
def test_a_file_on_tasks_of_no_plan_of_its_organisation_is_refused_as_a_whole(
    store: Store, reference: Reference, tasks: list[str], there: bool
) -> None:
    """Nothing but the store may be relied on: a table may be loaded that was not checked."""
    content = filled(handed_out(store), t1=DOING)
    table = one(content, reference)
    (elsewhere,) = planned(store, {"title": "Việc khác"}, organisation="gia-lai")
    table = replace(table, frame=table.frame.assign(task=elsewhere if there else "khong-co"))
    with pytest.raises(UnknownTask, match="Chưa ghi gì"):
        intake.load(store, table, content, reference, LATER)
    written = "select kind from batch union all select 'told' from progress"
    assert store.query(written, {})["kind"].tolist() == ["tasks", "tasks"]
