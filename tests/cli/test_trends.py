"""Does the command line say of the years and of the indices what the pages say?"""

from argparse import Namespace
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from scoring.commands import trends
from scoring.commands.answer import write
from scoring.settings import Settings, settings
from scoring.store import open_store
from tests.analysis.made_up_trends import load_made_up


@pytest.fixture
def made_up(tmp_path: Path) -> Settings:
    """The settings of a database with made-up results before and after a merger."""
    path = str(tmp_path / "scoring.duckdb")
    store = open_store(path)
    load_made_up(store)
    store.close()
    return replace(settings(), database=path)


def asked(**more: Any) -> Namespace:
    return Namespace(**({"organisation": "lam-dong", "index": None, "now": False} | more))


def test_every_index_over_the_years(made_up: Settings) -> None:
    answer = trends.trends(asked(), made_up)
    assert (answer.code, answer.value["steady_points"]) == (0, 0.5)
    papi, par = answer.value["indices"]
    assert (papi["index"], par["index"]) == ("PAPI", "PAR")
    assert [one["year"] for one in papi["breaks"]] == [2018]
    (line,) = par["lines"]
    # 80, 82, 84, 83: up, then down by 1
    assert [one["segment"] for one in line["years"]] == [0, 0, 0, 0]
    assert (line["course"], line["went_into"]) == ("falling", "Lâm Đồng (từ 7/2025)")
    assert line["years"][-1]["step"] == -1
    assert line["years"][-1]["source"]["file"].endswith(".xlsx")
    assert any("đang giảm" in text for text in answer.lines)
    write(answer, as_json=True)  # plain values only


def test_with_what_it_became(made_up: Settings) -> None:
    answer = trends.trends(asked(index="PAR", now=True), made_up)
    (par,) = answer.value["indices"]
    assert [one["organisation"] for one in par["lines"]] == [
        "lam-dong-2025",
        "lam-dong",
        "dak-nong",
    ]
    assert [len(one["years"]) for one in par["lines"]] == [1, 4, 4]


def test_an_index_that_is_not_loaded(made_up: Settings) -> None:
    answer = trends.trends(asked(index="PCI"), made_up)
    assert answer.code == 1 and "error" in answer.value


def test_the_indices_of_one_year(made_up: Settings) -> None:
    answer = trends.indices(asked(year=2021), made_up)
    assert answer.code == 0
    found = {one["index"]: one for one in answer.value["indices"]}
    assert [name for name, one in found.items() if one["loaded"]] == ["PAR", "PAPI"]
    assert (found["PAPI"]["percent"], found["PAPI"]["total_max"]) == (50, 80)
    assert [one["percent"] for one in found["PAPI"]["parts"]] == [55, 40]
    assert "Chưa nạp PCI năm 2021." in answer.lines
    write(answer, as_json=True)
    assert trends.indices(asked(year=1999), made_up).code == 1
