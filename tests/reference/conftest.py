"""The shipped reference files, and copies of them with one file changed."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from scoring.ingest.problems import Problem
from scoring.ingest.reference import Reference, load_reference

SHIPPED = Path(__file__).resolve().parents[2] / "data" / "reference"


@pytest.fixture(scope="session")
def reference() -> Reference:
    found, problems = load_reference(SHIPPED)
    assert problems == ()
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped files that a test may change."""
    return Path(shutil.copytree(SHIPPED, tmp_path / "reference"))


@pytest.fixture
def problems(folder: Path) -> Callable[[], list[tuple[str, str]]]:
    """The places and codes of what is wrong with the folder now: ('kinds.csv!A2', code)."""

    def found() -> list[tuple[str, str]]:
        return [(cell(one), one.code) for one in load_reference(folder)[1]]

    return found


def cell(problem: Problem) -> str:
    return f"{problem.sheet}!{problem.column or ''}{problem.row or ''}".rstrip("!")
