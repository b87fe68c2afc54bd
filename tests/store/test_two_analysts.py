"""Two analysts load the same organisation and year at the same moment: what do they find?

In one process they share a store and wait in line. Two servers on one DuckLake do not know of each
other: their changes meet in the catalog, and the one that comes second begins again.
"""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from scoring.store import Loaded, Store, open_store
from scoring.store.address import parse_address
from scoring.store.connect import connect
from tests.store.analyst import WHO, load
from tests.store.conftest import ADDRESSES
from tests.store.processes import Analysts, two_processes

TIMES = 100
FEW = 20  # where the harder case below is tried a hundred times


def at_once(stores: tuple[Store, Store], times: int = TIMES) -> None:
    """Load many times, each time both at the same moment."""
    start = threading.Barrier(2, timeout=60)

    def analyst(store: Store, who: str) -> list[Loaded]:
        done = []
        for year in range(1900, 1900 + times):
            start.wait()
            done.append(load(store, who, year))
        return done

    with ThreadPoolExecutor(2) as threads:
        both = [threads.submit(analyst, *one) for one in zip(stores, WHO, strict=True)]
        done = [one.result() for one in both]  # no error on either side
    assert not any(loaded.already for one in done for loaded in one)
    found = stores[0].history()
    assert sorted(found["id"]) == sorted(loaded.batch for one in done for loaded in one)
    by_year = found.groupby("year").agg(
        who=("loaded_by", sorted), current=("current", "sum"), latest=("id", "max")
    )
    assert by_year["who"].tolist() == [sorted(WHO)] * times
    assert by_year["current"].tolist() == [1] * times
    assert sorted(by_year["latest"]) == sorted(found.loc[found["current"], "id"])
    rows = stores[0].query("select batch, count(*) as n from score group by batch")
    assert rows["n"].tolist() == [2] * (2 * times)


def test_two_analysts_at_one_dashboard(address: str) -> None:
    store = open_store(address)
    at_once((store, store), FEW if store.shown.endswith(".ducklake") else TIMES)
    store.close()


@pytest.fixture
def servers(tmp_path: Path) -> Iterator[tuple[Store, Store]]:
    """Two stores on one catalog that do not know of each other's lock."""
    address = f"ducklake:{tmp_path}/scores.ducklake"
    open_store(address).close()
    where = parse_address(address)
    connection = connect(where)
    yield Store(where, connection), Store(where, connection)
    connection.close()


def test_two_analysts_at_two_dashboards_on_one_ducklake(servers: tuple[Store, Store]) -> None:
    at_once(servers)


# Two command lines on a local catalog: one of them may find it open, and is told what to do.

ROUNDS = 15


@pytest.fixture
def analysts() -> Iterator[Analysts]:
    yield from two_processes()


@pytest.mark.parametrize("kind", ADDRESSES)
def test_two_command_lines_on_one_file(kind: str, tmp_path: Path, analysts: Analysts) -> None:
    address = ADDRESSES[kind].format(folder=tmp_path)
    open_store(address).close()
    for year in range(1900, 1900 + ROUNDS):
        waiting = WHO
        while waiting:  # who is refused does what the sentence says: tries again
            answers = analysts(address, year, waiting)
            refused = {who: said for who, said in answers.items() if not said.startswith("2026")}
            assert all("đang được một chương trình khác mở" in said for said in refused.values())
            waiting = tuple(refused)
    store = open_store(address)
    found = store.history()
    assert len(found) == 2 * ROUNDS
    assert found.groupby("year")["current"].sum().tolist() == [1] * ROUNDS
    store.close()
