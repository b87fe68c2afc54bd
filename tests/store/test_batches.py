"""Does a load bring everything or nothing, and does undo keep all of it without counting it?"""

from datetime import datetime, timedelta

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scoring.store import AlreadyUndone, Store
from scoring.store.tables import BATCH_TABLES, GIVEN
from tests.store.material import (
    FILE,
    NOON,
    batch,
    picture,
    plain_rows,
    reference,
    scale,
    scores,
    tables,
)
from tests.store.random_batches import random_rows

EVENTS = "select action, batch, detail from log order by happened_at"
FEW = settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)


def without(store: Store, *left_out: str) -> dict[str, list[tuple[object, ...]]]:
    return {table: rows for table, rows in picture(store).items() if table not in left_out}


def rows_in(store: Store, table: str, batch_id: str) -> list[tuple[object, ...]]:
    where = {"batch": batch_id}
    without = ", ".join(("batch", *GIVEN.get(table, ())))
    columns = f'select * exclude ({without}) from "{table}" where batch = $batch'
    return plain_rows(store.query(columns, where).sort_index(axis="columns"))


@FEW
@given(rows=random_rows(), content=st.binary(max_size=300))
def test_a_load_comes_back_as_it_went_in_and_undo_only_marks_it(
    shared_store: Store, rows: dict[str, pd.DataFrame], content: bytes
) -> None:
    shared_store.replace_reference(reference(), "first")
    shared_store.load(batch(year=2019), {"score": scores()}, FILE, now=NOON)
    counted, events = shared_store.history(), shared_store.query(EVENTS)

    loaded = shared_store.load(batch(content), rows, content, now=NOON)
    assert not loaded.already
    before = without(shared_store, "log", "batch")
    for table in BATCH_TABLES:
        given_rows = rows.get(table, pd.DataFrame()).sort_index(axis="columns")
        assert rows_in(shared_store, table, loaded.batch) == plain_rows(given_rows)
    shared_store.undo(loaded.batch, now=NOON)

    assert without(shared_store, "log", "batch") == before  # rows and file are kept
    assert shared_store.file(loaded.batch) == ("phụ lục.xlsx", content)
    pd.testing.assert_frame_equal(shared_store.history(), counted)
    added = shared_store.query(EVENTS).iloc[len(events) :]
    corrected = ["correction"] * len(rows.get("correction", ()))
    assert added["action"].tolist() == ["load", *corrected, "undo"]
    assert set(added["batch"]) == {loaded.batch}


def test_every_table_with_a_batch_column_is_a_batch_table(store: Store) -> None:
    found = store.query(
        "select table_name from information_schema.columns "
        "where column_name = 'batch' and table_catalog = current_database()"
    )
    carrying = set(found["table_name"]) & set(tables(store)) - {"log"}
    assert carrying == {*BATCH_TABLES, "uploaded_file", "score_total"}


def test_loading_twice_says_already_and_adds_nothing(store: Store) -> None:
    first = store.load(batch(), {"score": scores()}, FILE, now=NOON)
    before = picture(store)
    second = store.load(batch(), {"score": scores()}, FILE, now=NOON + timedelta(days=1))
    assert (first.already, second.already, second.batch) == (False, True, first.batch)
    assert picture(store) == before


@pytest.mark.parametrize(
    ("described", "rows"),
    [
        ({}, {"score": scores(0.4)}),
        ({}, {"score": scores(), "scale_level": scale()}),
        ({"total_max": 66.27}, {"score": scores()}),
    ],
    ids=["a cell corrected", "a scale read", "another total"],
)
def test_the_same_table_read_otherwise_is_another_batch(
    store: Store, described: dict[str, object], rows: dict[str, pd.DataFrame]
) -> None:
    first = store.load(batch(), {"score": scores(0.5)}, FILE, now=NOON)
    second = store.load(batch(**described), rows, FILE, now=NOON)
    assert not second.already
    assert store.history()["id"].tolist() == [second.batch, first.batch]
    assert store.load(batch(**described), rows, FILE, now=NOON).already


def test_the_same_rows_in_another_order_are_the_same_table(store: Store) -> None:
    store.load(batch(), {"score": scores()}, FILE, now=NOON)
    assert store.load(batch(), {"score": scores().iloc[::-1]}, FILE, now=NOON).already


@pytest.mark.parametrize("change", [{"sheet": "Khác"}, {"anchor": "A40"}, {"year": 2021}])
def test_another_table_of_the_same_file_is_another_batch(
    store: Store, change: dict[str, object]
) -> None:
    store.load(batch(), {"score": scores()}, FILE, now=NOON)
    assert not store.load(batch(**change), {"score": scores()}, FILE, now=NOON).already
    assert len(store.history()) == 2


def test_the_latest_of_two_is_current_and_undo_brings_the_former_back(store: Store) -> None:
    other = FILE + b"corrected"
    first = store.load(batch(), {"score": scores(0.5)}, FILE, now=NOON)
    second = store.load(batch(other), {"score": scores(0.4)}, other, now=NOON)  # the same moment
    assert store.history()[["id", "current"]].values.tolist() == [
        [second.batch, True],
        [first.batch, False],
    ]
    store.undo(second.batch, now=NOON)
    assert store.history()[["id", "current"]].values.tolist() == [[first.batch, True]]
    assert store.load(batch(), {"score": scores(0.5)}, FILE, now=NOON).already


def test_the_first_file_may_come_again_after_a_correction(store: Store) -> None:
    other = FILE + b"corrected"
    first = store.load(batch(), {"score": scores()}, FILE, now=NOON)
    store.load(batch(other), {"score": scores()}, other, now=NOON)
    third = store.load(batch(), {"score": scores()}, FILE, now=NOON)
    assert not third.already
    assert third.batch != first.batch
    assert store.query("select id from current_batch")["id"].tolist() == [third.batch]


def test_what_is_loaded_last_counts_though_the_clock_went_back(store: Store) -> None:
    other = FILE + b"corrected"
    store.load(batch(), {"score": scores()}, FILE, now=NOON)
    second = store.load(batch(other), {"score": scores()}, other, now=NOON - timedelta(hours=1))
    assert store.query("select id from current_batch")["id"].tolist() == [second.batch]


def _repeated(frame: pd.DataFrame) -> pd.DataFrame:
    return pd.concat([frame, frame.tail(1)])


@pytest.mark.parametrize(
    "bad",
    [
        pytest.param(scores().drop(columns="title"), id="column missing"),
        pytest.param(scores().assign(remark="x"), id="column unknown"),
        pytest.param(scores().assign(points="chín"), id="not a number"),
        pytest.param(scores().assign(row=9.5), id="not a whole number"),
        pytest.param(scores().assign(title=None), id="title missing"),
        pytest.param(_repeated(scores()), id="code twice"),
        pytest.param(scores().assign(parent=["", "7"]), id="parent unknown"),
    ],
)
def test_a_frame_that_does_not_fit_leaves_nothing_behind(store: Store, bad: pd.DataFrame) -> None:
    task = pd.DataFrame(
        {
            "position": [0],
            "code": "1",
            "title": "Việc",
            "goal": None,
            "solution": None,
            "product": None,
            "lead": None,
            "coordinating": None,
            "deadline": None,
            "note": None,
            "section": None,
            "purpose": None,
            "index_name": None,
            "row": 9,
        }
    )
    before = picture(store)
    with pytest.raises(ValueError, match="score"):
        store.load(batch(), {"task": task, "score": bad}, FILE, now=NOON)
    assert picture(store) == before
    assert not store.load(batch(), {"task": task, "score": scores()}, FILE, now=NOON).already


@pytest.mark.parametrize(
    ("described", "rows", "said"),
    [
        (batch(b"other"), {}, "file_sha256"),
        (batch(), {"log": pd.DataFrame()}, "log"),
        (batch(year=None), {}, "year"),
        ({**batch(), "colour": "red"}, {}, "colour"),
        (
            batch(),
            {
                "task_unit": pd.DataFrame(
                    {"position": [3], "role": "lead", "unit": "Sở Nội vụ", "unit_group": False}
                )
            },
            "task",
        ),
    ],
)
def test_a_batch_that_contradicts_itself_leaves_nothing_behind(
    store: Store, described: dict[str, object], rows: dict[str, pd.DataFrame], said: str
) -> None:
    before = picture(store)
    with pytest.raises(ValueError, match=said):
        store.load(described, rows, FILE, now=NOON)
    assert picture(store) == before


def test_a_time_without_zone_is_refused(store: Store) -> None:
    with pytest.raises(ValueError, match="zone"):
        store.load(batch(), {}, FILE, now=datetime(2026, 11, 21))


def test_undoing_what_is_not_there(store: Store) -> None:
    with pytest.raises(KeyError, match="20200101"):
        store.undo("20200101-000000-000000", now=NOON)
    assert store.query("from log").empty


def test_undo_twice_says_so(store: Store) -> None:
    loaded = store.load(batch(), {"score": scores()}, FILE, now=NOON)
    store.undo(loaded.batch, now=NOON)
    before = picture(store)
    with pytest.raises(AlreadyUndone, match=loaded.batch):
        store.undo(loaded.batch, now=NOON)
    assert picture(store) == before


def test_the_file_comes_back_byte_for_byte(store: Store) -> None:
    content = bytes(range(256)) * 20_000  # 5 MB
    loaded = store.load(batch(content), {}, content, now=NOON)
    assert store.file(loaded.batch) == ("phụ lục.xlsx", content)


def test_a_long_column_of_blanks_before_the_first_text(store: Store) -> None:
    frame = scores(count=3_000)
    frame["self_points"] = [None] * 2_999 + [1.5]
    loaded = store.load(batch(), {"score": frame}, FILE, now=NOON)
    back = store.query(
        "select count(*) as n, sum(self_points) as s from score where batch = $batch",
        {"batch": loaded.batch},
    )
    assert back.values.tolist() == [[3_000, 1.5]]
