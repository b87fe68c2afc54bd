"""What is said when a database cannot be opened, and does it open where it should?"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from scoring.store import StoreBusy, StoreUnreadable, open_store
from scoring.store.address import parse_address
from tests.store.material import FILE, NOON, batch, scores

HOLD = """
import sys
from scoring.store import open_store
store = open_store(sys.argv[1])
print("open", flush=True)
sys.stdin.read()
"""


def test_another_process_holds_it(address: str) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, address],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "open\n"
        with pytest.raises(StoreBusy, match="đang được một chương trình khác mở"):
            open_store(address)
    finally:
        holder.communicate("")
    open_store(address).close()


def test_a_crash_after_a_load_loses_nothing(address: str) -> None:
    script = (
        "import os, sys; sys.path.insert(0, '.')\n"
        "from scoring.store import open_store\n"
        "from tests.store.material import FILE, NOON, batch, scores\n"
        "open_store(sys.argv[1]).load(batch(), {'score': scores()}, FILE, now=NOON)\n"
        "os._exit(1)\n"
    )
    root = Path(__file__).parents[2]
    subprocess.run([sys.executable, "-c", script, address], cwd=root, check=False)
    store = open_store(address)
    assert store.load(batch(), {"score": scores()}, FILE, now=NOON).already
    store.close()


def test_a_damaged_file(address: str) -> None:
    Path(parse_address(address).catalog).write_bytes(os.urandom(100_000))
    with pytest.raises(StoreUnreadable, match="bản sao lưu"):
        open_store(address)


def test_a_cut_off_file(address: str) -> None:
    open_store(address).close()
    file = Path(parse_address(address).catalog)
    file.write_bytes(file.read_bytes()[:5_000])
    with pytest.raises(StoreUnreadable, match="bản sao lưu"):
        open_store(address)


def test_a_folder_is_not_a_database(tmp_path: Path) -> None:
    with pytest.raises(StoreUnreadable, match="SCORING_DATABASE"):
        open_store(str(tmp_path))


def test_a_file_in_the_way_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")
    with pytest.raises(StoreUnreadable, match="SCORING_DATABASE"):
        open_store(str(tmp_path / "data" / "scores.duckdb"))


@pytest.mark.parametrize("text", ["", "  ", "ducklake:", "ducklake:postgres:dbname=x password=s"])
def test_no_address(text: str) -> None:
    with pytest.raises(StoreUnreadable, match="SCORING_DATABASE") as refused:
        open_store(text)
    assert "password" not in str(refused.value)


def test_addresses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    file = parse_address("data/x.duckdb")
    assert (file.catalog, file.data_path) == (str(tmp_path / "data/x.duckdb"), None)
    lake = parse_address("ducklake:x.ducklake")
    assert (lake.catalog, lake.data_path) == (
        str(tmp_path / "x.ducklake"),
        str(tmp_path / "x.ducklake.files"),
    )
    shared = parse_address("ducklake:postgres:dbname=x password=s?data_path=/srv/x")
    assert (shared.catalog, shared.data_path) == ("postgres:dbname=x password=s", "/srv/x")
    assert shared.on_postgres
    assert "password" not in shared.shown


def test_a_lake_may_be_moved_with_its_folder(tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    address = "ducklake:{0}/x.ducklake?data_path={0}/parquet"
    store = open_store(address.format(tmp_path / "old"))
    loaded = store.load(batch(), {"score": scores()}, FILE, now=NOON)
    store.close()
    (tmp_path / "old").rename(tmp_path / "new")
    moved = open_store(address.format(tmp_path / "new"))
    assert moved.file(loaded.batch) == ("phụ lục.xlsx", FILE)
    moved.undo(loaded.batch, now=NOON)
    moved.close()


def test_names_with_quotes_and_accents(kind_of_database: str, tmp_path: Path) -> None:
    folder = tmp_path / "dữ liệu 'thử'"
    prefix = "ducklake:" if kind_of_database == "ducklake" else ""
    store = open_store(f"{prefix}{folder}/điểm.duckdb")
    assert not store.load(batch(), {"score": scores()}, FILE, now=NOON).already
    store.close()


def test_memory_is_always_new() -> None:
    first, second = open_store(":memory:"), open_store(":memory:")
    first.load(batch(), {"score": scores()}, FILE, now=NOON)
    assert second.history().empty
    first.close()
    second.close()
