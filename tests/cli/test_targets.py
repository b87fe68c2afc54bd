"""Does the command line answer what the page Chỉ tiêu shows?"""

from argparse import Namespace
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from scoring.commands import targets
from scoring.commands.answer import write
from scoring.settings import Settings, settings
from scoring.store import Actual, open_store
from tests.analysis.plans.material import load_targets

NOW = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)
RISE = {"kind": "rise", "amount": 2.0, "base_year": 2022, "base_value": 83.99, "due_year": 2023}


@pytest.fixture
def loaded(tmp_path: Path) -> Settings:
    """The settings of a database with made-up targets of Lâm Đồng."""
    path = str(tmp_path / "scoring.duckdb")
    store = open_store(path)
    load_targets(
        store,
        {"title": "Hồ sơ trực tuyến", "due_year": 2025, "amount": 80.0},
        {"title": "Hồ sơ trực tuyến", "due_year": 2030, "amount": 100.0},
        {"title": "Tiếp cận dịch vụ", **RISE},
        {"title": "Không năm", "due_year": None},
        organisation="lam-dong",
    )
    words = [
        Actual("lam-dong", "Hồ sơ trực tuyến", year, value)
        for year, value in ((2022, 60.0), (2023, 70.0))
    ]
    store.say([*words, Actual("lam-dong", "Tiếp cận dịch vụ", 2023, 85.8, "Báo cáo")], now=NOW)
    store.close()
    return replace(settings(), database=path)


def asked(**more: object) -> Namespace:
    return Namespace(
        **(
            {"organisation": "lam-dong", "year": 2023, "relative": False, "json": True, "out": None}
            | more
        )
    )


def test_every_target_with_its_way_its_state_and_its_source(loaded: Settings) -> None:
    answer = targets.targets(asked(), loaded)
    assert answer.code == 0
    assert answer.value["counts"] == {
        "missed": 1,
        "behind": 0,
        "met": 0,
        "on_path": 1,
        "unknown": 1,
    }
    online, access, undated = answer.value["rows"]
    # 60 + 20 × 1 ÷ 3
    assert (online["asked"], online["state"], online["final_year"]) == (
        66.6666666667,
        "on_path",
        2030,
    )
    assert [goal["value"] for goal in online["goals"]] == [80, 100]
    assert [one["year"] for one in online["results"]] == [2022, 2023]
    assert access["source"]["sheet"] == "Phụ lục" and access["source"]["row"] == 11
    assert access["readings"] == [
        "83,99 → 85,99 nếu hiểu là điểm\u00a0%, → 85,67 nếu hiểu là tương đối"
    ]
    assert (undated["state"], undated["lack"]) == ("unknown", "due")
    write(answer, as_json=True)  # plain values only


def test_the_other_reading_of_a_percentage(loaded: Settings) -> None:
    answer = targets.targets(asked(relative=True), loaded)
    assert answer.value["reading"] == "relative"
    assert answer.value["rows"][1]["state"] == "met"  # 85,8 of 83,99 × 1,02 = 85,6698


def test_people_read_the_headline_the_states_and_what_is_missing(loaded: Settings) -> None:
    lines = "\n".join(targets.targets(asked(), loaded).lines)
    assert "trong 3 chỉ tiêu: 1 đúng lộ trình, 1 chưa đạt, 1 chưa có kết quả" in lines
    assert "✗ Chưa đạt. Chỉ tiêu năm 2023: 85,99" in lines
    assert "chưa rõ năm đến hạn" in lines


def test_an_organisation_without_targets(loaded: Settings) -> None:
    answer = targets.targets(asked(organisation="gia-lai"), loaded)
    assert (answer.code, "error" in answer.value) == (1, True)
