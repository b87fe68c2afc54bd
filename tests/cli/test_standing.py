"""Which bearer of a reused name does a command mean, with the published tables loaded?"""

from argparse import Namespace
from dataclasses import replace
from pathlib import Path

import pytest

from scoring.commands.evidence import evidence
from scoring.commands.progress import progress
from scoring.commands.targets import targets
from scoring.commands.tasks import tasks
from scoring.commands.units import units
from scoring.settings import Settings, settings
from tests import databases

NAME = "Lâm Đồng"  # since July 2025 of another province, of which no plan is loaded


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    path = tmp_path_factory.mktemp("standing") / "scoring.duckdb"
    databases.samples(path)
    return replace(settings(), database=str(path))


def test_a_name_without_a_year_is_the_bearer_with_something_loaded(
    known: Settings, tmp_path: Path
) -> None:
    asked = {"organisation": NAME, "unit": None, "on": "2021-11-20"}
    assert tasks(Namespace(**asked), known).code == 0
    assert units(Namespace(**asked, year=None, members=False), known).code == 0
    assert progress(Namespace(**asked, out=str(tmp_path / "tep.zip")), known).code == 0


@pytest.mark.parametrize(("year", "code"), [(2020, 0), (2026, 1)])
def test_with_a_year_it_is_the_bearer_in_that_year(known: Settings, year: int, code: int) -> None:
    assert evidence(Namespace(organisation=NAME, year=year), known).code == code


@pytest.mark.parametrize("name", ["Gia Lai", "gia-lai"])
def test_targets_are_of_the_bearer_in_their_year(known: Settings, name: str) -> None:
    asked = Namespace(organisation=name, relative=False, out=None)
    assert targets(Namespace(**vars(asked), year=2023), known).code == 0
    assert targets(Namespace(**vars(asked), year=2026), known).code == (name == "Gia Lai")
