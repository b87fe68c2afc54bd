"""What programs read of the units of a plan, and how a group or a name is decided about."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from scoring.__main__ import main
from tests.ingest.conftest import PROVINCE, rows_of, workbook

SAMPLES = Path(__file__).parents[2] / "data" / "samples"
Run = Callable[..., tuple[int, Any]]
TABLE = """
    STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định | Điểm bị mất | Chủ trì            | Phối hợp
    1   | Chỉ đạo  | 10         | 8              | 2           | Các sở, ban, ngành | Sở Vũ trụ
    2   | Thể chế  | 10         | 7              | 3           | Sở Nội vụ          | SNV; các sở
"""


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command with --json as the user Lan: exit code and value."""
    monkeypatch.setenv("SCORING_DATABASE", str(tmp_path / "scoring.duckdb"))
    monkeypatch.setenv("SCORING_USER", "Lan")

    def command(*arguments: str) -> tuple[int, Any]:
        code = main([*arguments, "--json"])
        return code, json.loads(capsys.readouterr().out)

    return command


@pytest.fixture
def table(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "bang.xlsx"
    path.write_bytes(workbook({"Bảng": [[PROVINCE], [], *rows_of(TABLE)]}))
    assert run("load", str(path))[0] == 0


def test_the_units_of_a_table_with_their_spellings(run: Run, table: None) -> None:
    code, value = run("units", "--organisation", "Lâm Đồng", "--on", "2021-11-20")
    units = {row["unit"]: row for row in value["units"]}
    assert code == 0
    assert units["Sở Nội vụ"]["spellings"] == [
        {"printed": "SNV", "times": 1},
        {"printed": "Sở Nội vụ", "times": 1},
    ]
    assert units["Các sở, ban, ngành"]["unit_group"]
    assert [row["unit"] for row in value["unknown"]] == ["Sở Vũ trụ"]
    assert {row["old_name"] for row in value["mergers"]} >= {"Sở Tài chính tỉnh Lâm Đồng"}


def test_a_focal_unit_is_decided_and_counted(run: Run, table: None) -> None:
    name = ("--organisation", "Lâm Đồng", "--group", "các Sở, ban, ngành")
    code, value = run("group", *name, "--focal", "SNV")
    assert (code, value["meaning"], value["units"]) == (0, "focal", ["Sở Nội vụ"])
    told = run("units", "--organisation", "Lâm Đồng", "--members")[1]["loads"]
    assert {row["unit"]: row["in_full"] for row in told if row["led"]} == {"Sở Nội vụ": 5.0}
    plain = run("units", "--organisation", "Lâm Đồng")[1]["loads"]
    assert {row["unit"]: row["in_full"] for row in plain if row["led"]} == {
        "Sở Nội vụ": 3.0,
        "Các sở, ban, ngành": 2.0,
    }
    assert run("group", *name)[1]["meaning"] == "group"


@pytest.mark.parametrize(
    "command",
    [
        ("units", "--organisation", "Hà Giang"),
        ("units", "--organisation", "Lâm Đồng", "--on", "hôm qua"),
        ("group", "--organisation", "Lâm Đồng", "--group", "Các hội", "--focal", "Sở Nội vụ"),
        ("group", "--organisation", "Lâm Đồng", "--group", "Các sở", "--members", ";"),
        ("unit-name", "--organisation", "Lâm Đồng", "--printed", "Sở Gì", "--unit", "Sở Nội vụ"),
    ],
)
def test_what_cannot_be_done_says_why(run: Run, table: None, command: tuple[str, ...]) -> None:
    code, value = run(*command)
    assert (code, set(value)) == (1, {"organisation", "error"})


def test_an_unknown_name_is_explained_once(run: Run, table: None) -> None:
    name = ("--organisation", "Lâm Đồng", "--printed", "Sở Vũ trụ")
    code, value = run("unit-name", *name, "--unit", "Sở Khoa học và Công nghệ")
    assert (code, value["read"], value["left"]) == (0, ["bang.xlsx"], [])
    told = run("units", "--organisation", "Lâm Đồng")[1]
    assert told["unknown"] == []
    assert "Sở Khoa học và Công nghệ" in {row["unit"] for row in told["loads"]}
    latest, first = run("history")[1]
    doubts = [row["warnings"] + row["notes"] for row in (latest, first)]
    assert (latest["loaded_by"], doubts[0]) == ("Lan", doubts[1] - 1)


def test_with_a_year_the_points_of_its_table(run: Run) -> None:
    run("load", str(SAMPLES / "lam-dong-par-2020.xlsx"))
    code, rows = run("units", "--organisation", "Lâm Đồng", "--year", "2020")
    finance = next(row for row in rows if row["unit"] == "Sở Tài chính")
    assert (code, finance["lead_only"]) == (0, 3.13)
