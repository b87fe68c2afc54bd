"""Each kind of database is built once, and a page opened on a copy of its own."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import streamlit as st

from tests import databases


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The database of one kind, as it is before a test touches it."""
    folder = tmp_path_factory.mktemp("databases")

    def one(kind: str) -> Path:
        path = folder / f"{kind}.duckdb"
        if not path.exists():
            databases.KINDS[kind](path)
        return path

    return one


@pytest.fixture
def database(
    built: Callable[[str], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[str], Path]:
    """Make the dashboard use a fresh copy of one kind of database."""

    def use(kind: str) -> Path:
        path = tmp_path / "scoring.duckdb"
        shutil.copy(built(kind), path)
        monkeypatch.setenv("SCORING_DATABASE", str(path))
        st.cache_data.clear()
        st.cache_resource.clear()
        return path

    return use


@pytest.fixture
def empty(database: Callable[[str], Path]) -> Path:
    """A database with the reference data only, under the dashboard."""
    return database("empty")


@pytest.fixture
def samples(database: Callable[[str], Path]) -> Path:
    """A database with the published tables, under the dashboard."""
    return database("samples")


class Handed(NamedTuple):
    """A file that a download button hands out."""

    name: str
    make: Callable[[], bytes]
    mime: str


@pytest.fixture
def downloads(monkeypatch: pytest.MonkeyPatch) -> dict[str, Handed]:
    """What each download button hands out, by its label; of several with one label, the last."""
    offered: dict[str, Handed] = {}
    button = st.download_button

    def kept(label: str, data: Any, file_name: str, mime: str, **more: Any) -> bool:
        offered[label] = Handed(file_name, data, mime)
        return button(label, data, file_name, mime, **more)

    monkeypatch.setattr(st, "download_button", kept)
    return offered
