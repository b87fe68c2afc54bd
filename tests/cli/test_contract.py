"""What programs rely on: exit codes and the JSON of each command."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from scoring.__main__ import main

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "data" / "samples"
LAM_DONG = str(SAMPLES / "lam-dong-par-2020.xlsx")
Run = Callable[..., tuple[int, Any]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command with --json over a database of its own: exit code and value."""
    monkeypatch.setenv("SCORING_DATABASE", str(tmp_path / "scoring.duckdb"))

    def command(*arguments: str) -> tuple[int, Any]:
        code = main([*arguments, "--json"])
        return code, json.loads(capsys.readouterr().out)

    return command


def test_check_describes_the_lam_dong_table(run: Run) -> None:
    code, (table,) = run("check", LAM_DONG)
    assert code == 0
    assert {key: table[key] for key in ("kind", "index", "organisation", "year", "sheet")} == {
        "kind": "scores",
        "index": "PAR",
        "organisation": "Lâm Đồng",
        "year": 2020,
        "sheet": "Phụ lục",
    }
    assert (table["rows"], table["leaves"], table["top_rows"]) == (37, 21, 8)
    assert (table["printed_max"], table["lost"], table["index_value"]) == (95.0, 16.07, 83.93)
    assert table["codes"][:5] == ["1", "1.5", "1.6", "3", "3.4"]
    found = [(one["code"], one["severity"]) for one in table["problems"]]
    assert found == [
        ("domain-absent", "note"),
        ("children-differ", "warning"),
        ("title-clash", "warning"),
    ]
    assert table["values"][7]["title"].startswith("Tỷ lệ hồ sơ TTHC do UBND cấp xã")
    assert table["values"][7]["points"] == 0.996


def test_check_says_that_two_tables_of_one_file_are_of_one_thing(run: Run, tmp_path: Path) -> None:
    book = load_workbook(LAM_DONG)
    book.copy_worksheet(book.worksheets[0])["B9"] = "Tên khác"
    book.save(tmp_path / "hai-bang.xlsx")
    code, (first, second) = run("check", str(tmp_path / "hai-bang.xlsx"))
    told = [(one["code"], one["sheet"]) for one in second["problems"] if one["sheet"] != "Phụ lục"]
    assert code == 0
    assert "other-values-loaded" not in [one["code"] for one in first["problems"]]
    assert ("other-values-loaded", second["sheet"]) in told


def test_check_writes_nothing(run: Run, tmp_path: Path) -> None:
    run("check", LAM_DONG)
    assert list(tmp_path.iterdir()) == []


def test_check_gives_the_highest_code_of_several_files(run: Run, tmp_path: Path) -> None:
    broken = tmp_path / "hong.xlsx"
    broken.write_bytes(b"PK\x03\x04 hong")
    code, tables = run("check", LAM_DONG, str(broken), str(tmp_path / "khong-co.xlsx"))
    assert code == 2
    assert [one["kind"] for one in tables] == ["scores", None, None]
    assert [one["problems"][0]["code"] for one in tables[1:]] == ["file-unreadable", "file-missing"]


def test_load_history_losses_undo(run: Run) -> None:
    code, (loaded,) = run("load", LAM_DONG)
    assert (code, loaded["already"]) == (0, False)
    code, (again,) = run("load", LAM_DONG)
    assert (code, again["already"], again["batch"]) == (0, True, loaded["batch"])
    _, history = run("history")
    assert [one["batch"] for one in history] == [loaded["batch"]]

    code, answer = run("losses", "--organisation", "Lâm Đồng", "--year", "2020")
    assert (code, answer["index_value"], answer["total_max"], answer["lost"]) == (
        0,
        83.93,
        100,
        16.07,
    )
    assert len(answer["rows"]) == 37
    row = next(one for one in answer["rows"] if one["code"] == "6.1.2")
    assert (row["max_points"], row["points"], row["lost_points"], row["leaf"]) == (1, 0, 1, True)
    assert row["lead"] == "Sở Tài chính"
    assert row["source"] == {"file": "lam-dong-par-2020.xlsx", "sheet": "Phụ lục", "row": 29}

    _, under = run("losses", "--organisation", "Lâm Đồng", "--year", "2020", "--under", "6")
    assert [one["code"] for one in under["rows"]] == [
        *("6.1", "6.1.1", "6.1.2", "6.1.3", "6.3", "6.3.3", "6.3.4"),
    ]

    code, undone = run("undo", loaded["batch"])
    assert (code, undone["undone"]) == (0, True)
    assert run("history") == (0, [])
    assert run("undo", loaded["batch"])[0] == 1


def test_load_writes_nothing_of_a_table_with_errors(run: Run, tmp_path: Path) -> None:
    from tests.ingest.conftest import workbook

    wrong = tmp_path / "lam-dong-par-2020.xlsx"
    header = ["STT", "Tiêu chí", "Điểm chuẩn", "Điểm thẩm định", "Điểm bị mất"]
    wrong.write_bytes(workbook({"Trang 1": [header, ["1", "Chỉ đạo", 10, 80, 2]]}))
    code, (answer,) = run("load", str(wrong))
    assert (code, answer["batch"]) == (1, None)
    assert "points-above-max" in [one["code"] for one in answer["problems"]]
    assert run("history") == (0, [])


def test_load_takes_organisation_and_year_from_a_person(run: Run, tmp_path: Path) -> None:
    from tests.ingest.conftest import workbook

    plain = tmp_path / "bang.xlsx"
    header = ["STT", "Tiêu chí", "Điểm chuẩn", "Điểm thẩm định", "Điểm bị mất"]
    plain.write_bytes(workbook({"Trang 1": [header, ["1", "Chỉ đạo", 10, 8, 2]]}))
    assert run("load", str(plain))[0] == 1
    who = ["--organisation", "Sở Tư pháp tỉnh Tuyên Quang", "--year", "2022"]
    code, (loaded,) = run("load", str(plain), *who)
    assert (code, loaded["already"]) == (0, False)
    code, answer = run("losses", *who)
    assert (code, answer["total_max"], answer["index_value"]) == (0, 10, 80)


@pytest.mark.parametrize(
    "command", ["overview", "losses", "leaves", "kinds", "zeros", "units", "groups", "reconcile"]
)
def test_every_question_answers_over_the_samples_and_over_nothing(run: Run, command: str) -> None:
    who = ["--organisation", "Lâm Đồng", "--year", "2020"]
    code, answer = run(command, *who)
    assert (code, answer["error"]) == (1, "Chưa nạp số liệu của Lâm Đồng năm 2020.")
    assert run("samples")[0] == 0
    code, answer = run(command, *who)
    assert code == 0 and answer


def test_sipas_of_gia_lai(run: Run) -> None:
    run("samples")
    code, factors = run("sipas", "--organisation", "Gia Lai", "--year", "2022")
    assert code == 0
    assert [one["percent"] for one in factors] == [83.99, 84.04, 85.39, 80.9, 77.89]


def test_a_unit_and_a_trend(run: Run) -> None:
    run("samples")
    who = ["--organisation", "Lâm Đồng", "--year", "2020"]
    code, criteria = run("unit", *who, "--unit", "sở tài chính")
    assert code == 0
    assert [one["code"] for one in criteria if one["role"] == "lead"] == [
        *("6.1.2", "6.3.3", "6.3.4", "6.1.1", "6.1.3"),
    ]
    code, years = run("trend", "--organisation", "Cả nước")
    assert [(one["year"], one["percent"]) for one in years] == [
        (2022, 80.08),
        (2023, 82.66),
        (2024, 83.94),
    ]


def test_a_setting_that_is_no_number_is_said(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCORING_TOLERANCE", "abc")
    code, answer = run("check", LAM_DONG)
    assert (code, "SCORING_TOLERANCE" in answer["error"]) == (1, True)


def test_the_sum_over_all_rows_is_nowhere(run: Run) -> None:
    run("samples")
    who = ["--organisation", "Lâm Đồng", "--year", "2020"]
    for command in ("overview", "losses", "leaves", "kinds", "units", "reconcile"):
        said = json.dumps(run(command, *who)[1], ensure_ascii=False)
        assert "37.884" not in said and "37,884" not in said


def test_the_command_line_as_a_program(tmp_path: Path) -> None:
    environment = os.environ | {"SCORING_DATABASE": str(tmp_path / "scoring.duckdb")}
    done = subprocess.run(
        [sys.executable, "-m", "scoring", "check", LAM_DONG],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "Mất 16,07 điểm; chỉ số 83,93\xa0%." in done.stdout
