"""Is an import that is killed at any moment wholly there or not at all?

A real process loads, undoes and restores a table and is ended by SIGKILL: at random moments from
its start to its end, and inside its commits. On a DuckLake a killed process may leave Parquet files
that no snapshot names; they are no rows of any table.
"""

import json
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from scoring.store import Store, open_store
from scoring.store.tables import BATCH_TABLES
from tests.killed.victim import FILES
from tests.store.conftest import ADDRESSES
from tests.store.material import FILE, NOON, batch, scores

ROOT = Path(__file__).parents[2]
KILLS = 100  # on each kind of database
FRESH = 10  # kills after which the database is a new copy, so that it stays small
SEED = 20_261_121

# Everything that carries a batch, counted once: orphans are counts of a batch that is not there.
COUNTS = " union all ".join(
    f"select '{table}' as place, batch, count(*) as n from \"{table}\" group by batch"
    for table in BATCH_TABLES
)
FILES_KEPT = "select batch, sha256 from uploaded_file order by batch"
EVENTS = "select batch, action from log where batch is not null order by happened_at"
BATCHES = (
    "select id, row_count, file_sha256, undone_at is not null as undone, "
    "restored_from is not null as restored from batch order by id"
)
Counts = dict[str, int]
SMALL = {"score": 2}  # rows of the load that comes after


class Victim:
    """The warm process, asked in lines of JSON."""

    def __init__(self, folder: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.killed.victim", str(folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        )
        assert self._process.stdout is not None
        assert self._process.stdout.readline() == "ready\n"

    def ask(self, **asked: object) -> dict[str, Any]:
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.write(json.dumps(asked) + "\n")
        self._process.stdin.flush()
        return json.loads(self._process.stdout.readline())

    def close(self) -> None:
        self._process.communicate()


@pytest.fixture(scope="module")
def victim(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Victim]:
    victim = Victim(tmp_path_factory.mktemp("files"))
    yield victim
    victim.close()


@pytest.mark.parametrize("kind", ADDRESSES)
def test_a_killed_import_is_there_wholly_or_not_at_all(
    kind: str, victim: Victim, tmp_path: Path
) -> None:
    base = tmp_path / "base"
    base.mkdir()
    for number in range(FILES):
        whole = victim.ask(address=ADDRESSES[kind].format(folder=base), number=number, after=None)
        assert not whole["killed"] and not whole["failed"]
    expected = contents(open_store(ADDRESSES[kind].format(folder=base)))
    assert len(expected) == FILES

    chance = random.Random(f"{SEED} {kind}")
    killed = inside = 0
    for number in range(1, KILLS + 1):
        folder = tmp_path / f"copy-{number // FRESH}"
        if not folder.exists():
            shutil.copytree(base, folder) if number // FRESH % 2 else folder.mkdir()
        address = ADDRESSES[kind].format(folder=folder)
        done = victim.ask(address=address, number=number, **moment(chance, whole))
        assert not done["failed"]
        killed += done["killed"]
        inside += [sign for sign, _ in done["commits"]][-1:] == ["<"]
        store = open_store(address)
        holds_together(store, expected)
        the_next_load_works(store, number)
        store.close()
    # The delays are random, so some come too late; most do not, and many hit a commit.
    assert killed > KILLS / 2
    assert inside > KILLS / 10


def moment(chance: random.Random, whole: dict[str, Any]) -> dict[str, float]:
    """When to kill: anywhere from the start to the end, or inside one of the commits."""
    if chance.random() < 0.6:
        return {"after": chance.uniform(0, whole["seconds"])}
    commits = whole["commits"]
    begins = [at for sign, at in commits if sign == "<"]
    ends = [at for sign, at in commits if sign == ">"]
    nth = chance.randrange(len(ends))
    return {"commit": nth + 1, "into": chance.uniform(0, ends[nth] - begins[nth])}


def counted(store: Store) -> dict[str, Counts]:
    """How many rows of each table carry each batch's id."""
    found: dict[str, Counts] = {}
    for place, batch_id, n in store.query(COUNTS).itertuples(index=False, name=None):
        found.setdefault(batch_id, {})[place] = n
    return found


def contents(store: Store) -> dict[str, Counts]:
    """What a whole batch of each file has, by the digest of the file."""
    rows, kept = counted(store), store.query(FILES_KEPT)
    store.close()
    return {digest: rows[batch_id] for batch_id, digest in kept.itertuples(index=False)}


def holds_together(store: Store, expected: dict[str, Counts]) -> None:
    """Every batch has all that it came with, and nothing is there without its batch."""
    batches, rows = store.query(BATCHES), counted(store)
    assert set(rows) == set(batches["id"])
    kept = store.query(FILES_KEPT).itertuples(index=False, name=None)
    assert list(kept) == list(zip(batches["id"], batches["file_sha256"], strict=True))
    told: dict[str, list[str]] = {batch_id: [] for batch_id in batches["id"]}
    for batch_id, action in store.query(EVENTS).itertuples(index=False, name=None):
        told[batch_id].append(action)
    for one in batches.itertuples(index=False):
        whole = expected.get(one.file_sha256, SMALL)
        assert rows[one.id] == whole
        assert one.row_count == whole["score"]
        begun = (
            ["restore"] if one.restored else ["load", *["correction"] * whole.get("correction", 0)]
        )
        assert told[one.id] == begun + ["undo"] * one.undone


def the_next_load_works(store: Store, number: int) -> None:
    content = FILE + str(number).encode()
    done = store.load(batch(content), {"score": scores()}, content, now=NOON, who="Lan")
    assert not done.already
    assert store.query("select id from current_batch where organisation = 'lam-dong'")[
        "id"
    ].tolist() == [done.batch]
