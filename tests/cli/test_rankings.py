"""What programs are told of places and of units."""

import json
from argparse import Namespace
from pathlib import Path
from typing import Any

import pytest

from scoring.commands import rankings
from scoring.commands.answer import Answer
from scoring.settings import settings
from tests import databases
from tests.benchmarks import national


def asked(path: Path, monkeypatch: pytest.MonkeyPatch, **args: Any) -> Namespace:
    monkeypatch.setenv("SCORING_DATABASE", str(path))
    return Namespace(**{"index": None, "level": None, "now": False, **args})


def value(answer: Answer) -> Any:
    """The value as JSON has it."""
    return json.loads(json.dumps(answer.value, allow_nan=False))


def test_rank_of_lam_dong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    databases.samples(tmp_path / "a.duckdb")
    args = asked(tmp_path / "a.duckdb", monkeypatch, organisation="Lâm Đồng", year=2020)
    answer = rankings.rank(args, settings())
    told = value(answer)
    assert answer.code == 0
    assert (told["standing"]["value"], told["standing"]["rank"]) == (83.93, 32)
    assert (told["standing"]["size"], told["complete"], told["known"]) == (63, False, 3)
    assert (told["change"]["points"], told["change"]["places"]) == (3.27, 8)
    assert told["standing"]["mean"] is None
    assert [row["name"] for row in told["field"]] == [
        "Lâm Đồng",
        "Hà Giang",
        "Tiền Giang",
        "Quảng Ngãi",
    ]
    assert answer.lines[0].replace("\u00a0", " ") == "Lâm Đồng, năm 2020: 83,93 %, hạng 32/63."
    other = {"organisation": "Hải Phòng", "year": 2022}
    broken = value(rankings.rank(Namespace(**{**vars(args), **other}), settings()))
    assert broken["change"]["points"] is None and broken["change"]["places"] == -1
    assert "bộ tiêu chí khác" in broken["broken"][0]
    today = rankings.rank(Namespace(**{**vars(args), "now": True}), settings())
    assert any("Hà Giang (nay thuộc Tuyên Quang)" in line for line in today.lines)
    nobody = rankings.rank(Namespace(**{**vars(args), "year": 2001}), settings())
    assert (nobody.code, nobody.lines) == (1, ["Chưa có thứ hạng của Lâm Đồng năm 2001."])


def test_members_of_a_made_up_province(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "b.duckdb"
    national.build(path, national.Size(provinces=1, departments=6, communes=3, years=2))
    args = asked(path, monkeypatch, organisation="gia-lap-01", year=2017)
    answer = rankings.members(args, settings())
    told = value(answer)
    assert (answer.code, told["level"], told["levels"]) == (0, "sở", ["sở", "xã"])
    assert len(told["units"]) == 6 and len(told["domains"]) == 6 * 8
    assert told["spread"]["count"] == 6
    indices = [row["index_value"] for row in told["units"]]
    assert indices == sorted(indices, reverse=True)
    few = value(rankings.members(Namespace(**{**vars(args), "level": "xã"}), settings()))
    assert (len(few["units"]), few["spread"], few["outliers"]) == (3, None, [])
    none = rankings.members(Namespace(**{**vars(args), "year": 2001}), settings())
    assert none.code == 1
