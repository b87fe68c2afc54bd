"""Does the command write the files of units, and does `load` take them back?"""

from argparse import Namespace
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from scoring.commands.answer import Answer
from scoring.commands.files import check, load
from scoring.commands.parser import parser
from scoring.commands.progress import progress
from scoring.settings import Settings, settings
from scoring.store import open_store
from tests import databases
from tests.intake.progress_desk import UNIT, filled, handed_out, planned

DOING: dict[str, Any] = {"state": "đang làm", "percent": 40}


@pytest.fixture
def known(tmp_path: Path) -> Settings:
    path = tmp_path / "scoring.duckdb"
    databases.empty(path)
    store = open_store(str(path))
    planned(store)
    store.close()
    return replace(settings(), database=str(path))


@pytest.fixture
def asked(known: Settings) -> Callable[..., Answer]:
    def run(out: Path, unit: str | None = None, organisation: str = "Lâm Đồng") -> Answer:
        return progress(Namespace(organisation=organisation, unit=unit, out=str(out)), known)

    return run


def test_one_unit_is_one_file_and_comes_back_through_load(
    asked: Callable[..., Answer], known: Settings, tmp_path: Path
) -> None:
    out = tmp_path / "so-noi-vu.xlsx"
    said = asked(out, "sở nội vụ")
    assert (said.code, len(said.value["written"])) == (0, 1)
    assert "0/2 đơn vị đã gửi tiến độ" in said.lines[1]
    out.write_bytes(filled(out.read_bytes(), t1=DOING))
    (described,) = check(Namespace(files=[str(out)]), known).value
    assert (described["kind"], described["rows"]) == ("progress", 1)
    assert described["values"][0]["state"] == "doing"
    back = Namespace(files=[str(out)], organisation=None, year=None)
    assert [one["already"] for one in load(back, known).value] == [False]
    assert [one["already"] for one in load(back, known).value] == [True]
    again = asked(tmp_path / "lai.xlsx", UNIT)
    assert "1/2 đơn vị đã gửi tiến độ" in again.lines[1]


def test_all_units_go_into_a_folder_or_an_archive(
    asked: Callable[..., Answer], tmp_path: Path
) -> None:
    folder, archive = tmp_path / "ra" / "tep", tmp_path / "tep.zip"
    said = asked(folder)
    assert sorted(one.name for one in folder.iterdir()) == sorted(said.value["written"])
    assert asked(archive).code == 0
    assert ZipFile(archive).namelist() == said.value["written"]
    assert len(said.value["written"]) == 2


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"unit": "Sở Y tế"}, "Không có nhiệm vụ nào giao cho Sở Y tế."),
        ({"organisation": "Gia Lai"}, "Chưa nạp nhiệm vụ nào của Gia Lai."),
        ({}, "Nhiều đơn vị"),
    ],
)
def test_what_cannot_be_written_is_said(
    asked: Callable[..., Answer], tmp_path: Path, more: dict[str, str], words: str
) -> None:
    said = asked(tmp_path / "a.xlsx", **more)
    assert said.code == 1
    assert words in said.lines[0]
    assert not (tmp_path / "a.xlsx").exists()


def test_tasks_that_nobody_has_are_not_loaded(known: Settings, tmp_path: Path) -> None:
    elsewhere = open_store(":memory:")
    planned(elsewhere, {"code": "7", "title": "Việc lạ", "lead": UNIT}, plan="9/KH")
    path = tmp_path / "la.xlsx"
    path.write_bytes(filled(handed_out(elsewhere), t7=DOING))
    said = load(Namespace(files=[str(path)], organisation=None, year=None), known)
    assert said.code == 1
    assert "progress-task-unknown" in [one["code"] for one in said.value[0]["problems"]]


def test_the_command_is_known() -> None:
    said = parser().parse_args(["progress", "--organisation", "X", "--out", "ra"])
    assert (said.command, said.unit) == ("progress", None)
