"""Does every question give the columns that it promises, in an order that never varies?"""

import pytest

from scoring.analysis import questions
from scoring.analysis.questions import FOLDER, about, ask, gives, grain, names, sql, takes
from scoring.store import open_store

ARGUMENTS = {
    "organisation": "lam-dong",
    "index_name": "PAR",
    "level": "tỉnh",
    "year": 2020,
    "index_value": 83.93,
    "code": "6.1",
    "parent": "",
    "plan": "",
    "unit": "Sở Tài chính",
    "kind": "scores",
    "first": 0,
    "most": 500,
    "text": "",
    "undone": True,
    "year_before": 2019,
    "year_after": 2020,
    "league_before": "none",
    "league_after": "none",
    "task": "none",
    "tasks": "none",
    "file_sha256": "none",
    "sheet": "none",
    "anchor": "A1",
    "meeting": "none",
}


@pytest.fixture(scope="module")
def empty_store():
    store = open_store(":memory:")
    yield store
    store.close()


def _ask(store, name, batch):
    arguments = {**ARGUMENTS, "batch": batch, "batches": batch}
    return ask(store.query, name, **{key: arguments[key] for key in takes(name)})


@pytest.mark.parametrize("name", names())
def test_gives_are_the_columns_that_come_back(read_only_store, lam_dong_read, name):
    assert list(_ask(read_only_store, name, lam_dong_read).columns) == gives(name)


@pytest.mark.parametrize("name", names())
def test_an_empty_database_gives_the_same_columns(empty_store, name):
    answer = _ask(empty_store, name, "none")
    assert list(answer.columns) == gives(name)
    assert len(answer) == (1 if grain(name) == "one row." else 0)


@pytest.mark.parametrize("name", names())
def test_every_question_is_described_and_ends_in_an_order(name):
    assert about(name) and grain(name) and gives(name)
    last = (FOLDER / f"{name}.sql").read_text(encoding="utf-8").rstrip().splitlines()[-2:]
    assert any(line.startswith("order by") for line in last)
    assert all(f"${parameter}" in sql(name) for parameter in takes(name))


def test_wrong_parameters_are_named(empty_store):
    with pytest.raises(ValueError, match="losses takes"):
        ask(empty_store.query, "losses", year=2020)
    with pytest.raises(KeyError, match="nothing_such"):
        questions.sql("nothing_such")
