"""One suite for every kind of database: each test runs on a DuckDB file and on a DuckLake."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from scoring.store import Store, open_store

ADDRESSES = {
    "duckdb": "{folder}/scores.duckdb",
    "ducklake": "ducklake:{folder}/scores.ducklake?data_path={folder}/parquet",
}


@pytest.fixture(params=ADDRESSES, scope="module")
def kind_of_database(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture
def address(kind_of_database: str, tmp_path: Path) -> str:
    return ADDRESSES[kind_of_database].format(folder=tmp_path)


@pytest.fixture
def store(address: str) -> Iterator[Store]:
    store = open_store(address)
    yield store
    store.close()


@pytest.fixture(scope="module")
def shared_store(
    kind_of_database: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Store]:
    """For tests that leave everything as it was."""
    folder = tmp_path_factory.mktemp("shared")
    store = open_store(ADDRESSES[kind_of_database].format(folder=folder))
    yield store
    store.close()
