"""Does the command line say of two years what the page says?"""

from argparse import Namespace
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from scoring.commands import years
from scoring.settings import Settings, settings
from scoring.store import open_store
from tests.analysis.made_up_years import NAME, PROVINCE, load_years


@pytest.fixture
def made_up(tmp_path: Path) -> Settings:
    """The settings of a database with three made-up years."""
    path = str(tmp_path / "scoring.duckdb")
    store = open_store(path)
    load_years(store)
    store.close()
    return replace(settings(), database=path, user="Lan")


def asked(**more: Any) -> Namespace:
    known = {"organisation": PROVINCE, "year": 2023, "against": None, "index": None}
    decided = {"old": None, "new": None, "unprinted": False, "everyone": False, "take_back": False}
    return Namespace(**(known | decided | more))


def test_two_years_of_one_organisation(made_up: Settings) -> None:
    answer = years.years(asked(), made_up)
    assert answer.code == 0
    assert answer.lines[0] == "Điểm tăng 4,00 (78,00 → 82,00), hạng giảm 1 bậc (12/34 → 13/34)"
    value = answer.value
    assert (value["rise"], value["places"], value["before"]["name"]) == (4, -1, NAME)
    assert sum(value["effects"].values()) == pytest.approx(4)
    assert abs(value["residual"]) < 1e-9
    assert sum(row["effect"] for row in value["criteria"]) == pytest.approx(4)
    assert len(value["matches"]) == 12
    assert value["repeated"]["years"] == [2021, 2022, 2023]
    assert years.years(asked(against=2021), made_up).value["before"]["year"] == 2021


def test_a_year_that_is_not_there_is_said(made_up: Settings) -> None:
    for args in (
        asked(year=2030),
        asked(against=2010),
        asked(index="DTI"),
        asked(organisation="X"),
    ):
        answer = years.years(args, made_up)
        assert answer.code == 1
        assert "để so sánh" in answer.value["error"]


def test_a_decision_is_kept_and_taken_back(made_up: Settings) -> None:
    chosen = {"old": "4.1, 4.2", "new": "4.1"}
    assert years.link(asked(**chosen), made_up).code == 0
    (merged,) = [one for one in _matches(made_up) if one["decided"]]
    assert (merged["old"], merged["relation"]) == (["4.1", "4.2"], "merged")
    assert years.link(asked(**chosen, take_back=True), made_up).code == 0
    assert not any(one["decided"] for one in _matches(made_up))


@pytest.mark.parametrize(
    ("chosen", "words"),
    [
        ({}, "Chưa nêu tiêu chí nào"),
        ({"old": "9.9", "new": "1.1"}, "Không có tiêu chí 9.9 (năm 2022)"),
        ({"old": "1.1", "new": "1.1", "unprinted": True}, "không phải là không in"),
        ({"old": "1.1", "everyone": True}, "Chưa rõ bộ tiêu chí"),
    ],
)
def test_a_decision_that_means_nothing_is_refused(
    made_up: Settings, chosen: dict[str, Any], words: str
) -> None:
    answer = years.link(asked(**chosen), made_up)
    assert answer.code == 1
    assert words in answer.value["error"]


def _matches(made_up: Settings) -> list[dict[str, Any]]:
    return years.years(asked(), made_up).value["matches"]
