"""Is every batch kept, also when it is undone, and can it be brought back with all it had?"""

from datetime import timedelta

import pandas as pd
import pytest

from scoring.store import Store
from scoring.store.tables import BATCH_TABLES
from tests.store.material import FILE, NOON, batch, corrections, picture, rows_of, scale, scores

OTHER = FILE + b"corrected"
LATER = NOON + timedelta(hours=1)


def full_rows() -> dict[str, pd.DataFrame]:
    """A score table with something in several tables."""
    problem = {"code": "title-clash", "severity": "warning", "sheet": "Phụ lục", "row": 9}
    blank = dict.fromkeys(["column", "expected", "found", "fix"])
    return {
        "score": scores(),
        "scale_level": scale(),
        "correction": corrections("9", "8,5"),
        "batch_problem": pd.DataFrame([problem | blank | {"position": 0}]),
    }


def load(store: Store, content: bytes, rows: dict[str, pd.DataFrame], who: str = "Lan") -> str:
    return store.load(batch(content), rows, content, now=NOON, who=who).batch


def of_batch(store: Store, batch_id: str) -> dict[str, list[tuple[object, ...]]]:
    """Everything that belongs to one batch, but for its id and moment."""
    own = "columns(name -> name not in ('batch', 'loaded_at'))"
    return {
        table: rows_of(store, f"select {own} from \"{table}\" where batch = '{batch_id}'")
        for table in ("uploaded_file", *BATCH_TABLES)
    }


def told(store: Store, batch_id: str) -> dict[str, object]:
    frame = store.query("from batch where id = $id", {"id": batch_id})
    return {name: None if pd.isna(cell) else cell for name, cell in frame.iloc[0].items()}


def current(store: Store) -> list[str]:
    return store.query("select id from current_batch order by id")["id"].tolist()


def test_who_loaded_and_who_undid_is_kept(store: Store) -> None:
    first = load(store, FILE, full_rows(), who="Lan")
    store.undo(first, now=LATER, who="Minh")
    of = told(store, first)
    assert (of["loaded_by"], of["undone_by"]) == ("Lan", "Minh")
    assert of["undone_at"] == LATER.replace(tzinfo=None)
    assert current(store) == []
    assert store.history().empty
    nameless = load(store, OTHER, full_rows(), who="")
    assert told(store, nameless)["loaded_by"] is None


def test_what_was_undone_comes_back_as_a_new_batch(store: Store) -> None:
    first = load(store, FILE, full_rows())
    store.undo(first, now=LATER, who="Lan")
    done = store.restore(first, now=LATER, who="Minh")
    assert (done.already, current(store)) == (False, [done.batch])
    assert of_batch(store, done.batch) == of_batch(store, first)
    its_own = {"id", "loaded_at", "loaded_by", "restored_from", "is_current"}
    same = set(told(store, first)) - its_own
    old, new = told(store, first), told(store, done.batch)
    assert {n: new[n] for n in same - {"undone_at", "undone_by"}} == {
        n: old[n] for n in same - {"undone_at", "undone_by"}
    }
    assert (new["restored_from"], new["loaded_by"], new["undone_at"]) == (first, "Minh", None)
    assert old["undone_at"] is not None  # it stays what it was


def test_an_earlier_batch_takes_the_place_of_a_later_one(store: Store) -> None:
    first = load(store, FILE, {"score": scores(0.5)})
    second = load(store, OTHER, {"score": scores(0.4)})
    third = store.restore(first, now=NOON).batch
    assert store.history()["id"].tolist() == [third, second, first]
    assert current(store) == [third]
    store.undo(third, now=NOON)
    assert current(store) == [second]


def test_restoring_what_is_current_writes_nothing(store: Store) -> None:
    first = load(store, FILE, full_rows())
    load(store, OTHER, full_rows())
    third = store.restore(first, now=NOON)
    before = picture(store)
    assert store.restore(third.batch, now=NOON) == store.restore(first, now=NOON)
    assert store.restore(first, now=NOON).already  # pressed twice
    assert picture(store) == before


def test_a_batch_that_is_not_there_is_not_restored(store: Store) -> None:
    with pytest.raises(KeyError, match="20200101"):
        store.restore("20200101-000000-000000", now=NOON)


def test_the_log_tells_every_event_and_who(store: Store) -> None:
    first = load(store, FILE, full_rows(), who="Lan")
    store.undo(first, now=LATER, who="Minh")
    new = store.restore(first, now=LATER, who="Hoa").batch
    log = store.query("select action, batch, detail, who from log order by happened_at")
    table = "scores PAR lam-dong 2020 phụ lục.xlsx › Phụ lục"
    assert log.values.tolist() == [
        ["load", first, table, "Lan"],
        ["correction", first, "Phụ lục!E9: chín → 9", "Lan"],
        ["correction", first, "Phụ lục!E10: chín → 8,5", "Lan"],
        ["undo", first, table, "Minh"],
        ["restore", new, f"{table} ← {first}", "Hoa"],
    ]
    moments = store.query("select count(distinct happened_at) as n from log")
    assert moments["n"].tolist() == [5]


def test_undoing_keeps_another_year_as_it_is(store: Store) -> None:
    kept = store.load(batch(year=2019), {"score": scores()}, FILE, now=NOON).batch
    undone = load(store, FILE, full_rows())
    store.undo(undone, now=LATER)
    assert current(store) == [kept]
