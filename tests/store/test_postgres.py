"""Two servers, each a process of its own, on one PostgreSQL catalog: the case DuckLake is for."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from scoring.store import open_store
from tests.store.analyst import WHO
from tests.store.processes import two_processes

TIMES = 25
PORT = 54_329  # names the socket in the folder; nothing listens on the network


def programs() -> Path | None:
    """The folder of PostgreSQL's programs; None where it is not installed."""
    known = shutil.which("pg_ctl")
    folder = Path(known).resolve().parent if known else None
    return folder if folder and (folder / "initdb").exists() else None


@pytest.fixture
def catalog() -> Iterator[str]:
    """The address of an empty database of a PostgreSQL started for the test."""
    found = programs()
    if found is None:
        pytest.skip("PostgreSQL is not installed")
    folder = Path(tempfile.mkdtemp(prefix="scoring-postgres-"))
    user = "nobody" if os.geteuid() == 0 else None  # PostgreSQL refuses to run as root
    if user:
        shutil.chown(folder, user)

    def run(program: str, *arguments: str) -> None:
        command = [str(found / program), *arguments]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, user=user, cwd=folder)

    data = str(folder / "data")
    run("initdb", "-D", data, "-A", "trust", "-U", "scoring", "--no-sync")
    listen = f"-k {folder} -p {PORT} -c listen_addresses=''"
    run("pg_ctl", "-D", data, "-o", listen, "-w", "-l", str(folder / "log"), "start")
    try:
        run("createdb", "-h", str(folder), "-p", str(PORT), "-U", "scoring", "scoring")
        connection = f"dbname=scoring host={folder} port={PORT} user=scoring"
        yield f"ducklake:postgres:{connection}?data_path={{files}}"
    finally:
        run("pg_ctl", "-D", data, "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


def test_two_processes_load_the_same_organisation_and_year(catalog: str, tmp_path: Path) -> None:
    address = catalog.format(files=tmp_path / "files")
    loaded: list[str] = []
    for analysts in two_processes("keep"):
        for year in range(1900, 1900 + TIMES):
            loaded += analysts(address, year, WHO).values()
    store = open_store(address)
    found = store.history()
    store.close()
    assert sorted(found["id"]) == sorted(loaded)
    assert found.groupby("year")["current"].sum().tolist() == [1] * TIMES
    assert found.groupby("year")["loaded_by"].agg(sorted).tolist() == [sorted(WHO)] * TIMES
