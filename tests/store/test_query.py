"""Is a question answered from one state, by values only, from any thread?"""

import threading
from concurrent.futures import ThreadPoolExecutor
from itertools import count

import duckdb
import numpy as np
import pandas as pd
import pytest

from scoring.store import Store, open_store
from tests.store.material import FILE, NOON, batch, scores

UNEVEN = """
with found as (
    select batch.id, batch.row_count, count(score.code) as rows
    from batch left join score on score.batch = batch.id
    group by all
)
select (select count(*) from found where rows <> row_count) as halves,
       (select count(*) from score where batch not in (select id from batch)) as orphans,
       (select count(*) from found) as batches
"""


def test_values_are_parameters(store: Store) -> None:
    store.load(batch(organisation="x'; drop table score; --"), {"score": scores()}, FILE, now=NOON)
    found = store.query(
        "select year from batch where organisation = $who and year = $year and total_max > $least",
        {"who": "x'; drop table score; --", "year": np.int64(2020), "least": np.float64(1.5)},
    )
    assert found["year"].tolist() == [2020]


@pytest.mark.parametrize(
    "sql",
    ["delete from batch", "select 1; select 2", "drop view current_batch", "", "use memory"],
)
def test_only_one_select_is_a_question(store: Store, sql: str) -> None:
    with pytest.raises(ValueError, match="not one select"):
        store.query(sql)


def test_a_value_that_is_missing_or_too_much_is_an_error(store: Store) -> None:
    with pytest.raises(duckdb.InvalidInputException, match="who"):
        store.query("select $who")
    with pytest.raises(duckdb.InvalidInputException, match="whom"):
        store.query("select $who", {"who": 1, "whom": 2})


def test_many_threads_ask_while_others_load_and_undo(store: Store) -> None:
    stop, numbers = threading.Event(), count()

    def write(year: int) -> int:
        for _ in range(3):
            content = FILE + str(next(numbers)).encode()
            described = batch(content, year=year, row_count=400)
            loaded = store.load(described, {"score": scores(count=400)}, content, now=NOON)
            store.undo(loaded.batch, now=NOON)
        loaded = store.load(described, {"score": scores(count=400)}, content, now=NOON)
        return int(not loaded.already)

    def read(_: int) -> list[pd.DataFrame]:
        seen = []
        while not stop.is_set():
            seen.append(store.query(UNEVEN))
        return seen

    with ThreadPoolExecutor(7) as threads:
        readers = [threads.submit(read, number) for number in range(4)]
        try:
            written = list(threads.map(write, (2018, 2019, 2020)))
        finally:
            stop.set()
        seen = pd.concat([frame for reader in readers for frame in reader.result()])

    assert written == [1, 1, 1]
    assert seen["halves"].sum() == 0
    assert seen["orphans"].sum() == 0
    assert seen["batches"].nunique() > 1  # readers did see loads come and go
    assert len(store.query("from log")) == 3 * (3 * 2 + 1)
    assert store.query("select count(distinct happened_at) as n from log")["n"].tolist() == [21]


def test_one_store_for_one_address(address: str) -> None:
    with ThreadPoolExecutor(8) as threads:
        opened = list(threads.map(open_store, [address] * 8))
    assert len(set(map(id, opened))) == 1
    opened[0].close()
    again = open_store(address)
    assert again is not opened[0]
    with pytest.raises(duckdb.ConnectionException):
        opened[0].query("select 1")
    again.close()
