"""Hostile files on the command line: an exit code, a sentence in Vietnamese, and nothing else."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.hostile.bases import bases
from tests.hostile.cases import Case
from tests.hostile.monsters import monsters
from tests.hostile.mutations import mutations

ROOT = Path(__file__).resolve().parents[2]
NAMES = (
    *("bomb.xlsx", "overlapping.xlsx", "far-XFD1048576.xlsx", "prefixed-XFD1048576.xlsx"),
    *("laughs-sheet.xlsx", "outside-word__document_xml.bang.docx", "khoa.xlsx", "khoa.ods"),
    *("endless.ods", "deep.docx", "quotes.csv", "payload-2-1.xlsx", "circular.xlsx"),
    *("truncated-0-bang.xls", "sector-3-bang.xls", "noise-1"),
)

pytestmark = pytest.mark.xdist_group("hostile")


def chosen() -> Iterator[Case]:
    for case in (*monsters(), *mutations()):
        if case.name.startswith(NAMES):
            yield case


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files, alone in a folder."""
    folder = tmp_path_factory.mktemp("hostile")
    for case in chosen():
        (folder / case.name).write_bytes(case.content)
    return folder


def checked(*paths: Path) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "scoring", "check", "--json", *map(str, paths)]
    return subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )


def test_each_file_alone_is_answered_without_a_traceback(folder: Path) -> None:
    before = sorted(folder.iterdir())
    assert len(before) >= 15
    for path in before:
        done = checked(path)
        tables = json.loads(done.stdout)
        assert done.returncode in (1, 2), path.name
        assert done.stderr == "", path.name
        assert any(one["severity"] == "error" for table in tables for one in table["problems"])
    assert sorted(folder.iterdir()) == before


def test_a_hostile_file_does_not_keep_the_others_from_being_read(folder: Path) -> None:
    good = folder.parent / "bang.xlsx"
    good.write_bytes(bases()["bang.xlsx"])
    done = checked(folder / "bomb.xlsx", good)
    assert done.returncode == 2
    assert [table["kind"] for table in json.loads(done.stdout)] == [None, "scores"]
