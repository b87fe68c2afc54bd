"""The command that adds a criteria set: what it writes, what it refuses, what it answers."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from scoring.__main__ import main
from scoring.ingest.reference import load_reference
from tests.ingest.conftest import rows_of, workbook

ROOT = Path(__file__).parents[2]
TITLE = "Bộ tiêu chí xác định Chỉ số cải cách hành chính cấp tỉnh năm 2026"
TABLE = """
    STT | Tiêu chí                             | Điểm tối đa
    1   | Chỉ đạo, điều hành                   | 60
    1.1 | Ban hành kế hoạch                    | 60
        | Ban hành trong quý IV năm trước      | 60
        | Ban hành trong quý I                 | 30
    2   | Điều tra xã hội học                  | 40
"""
Run = Callable[..., tuple[int, Any]]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Reference files of the test's own."""
    copied = Path(shutil.copytree(ROOT / "data" / "reference", tmp_path / "reference"))
    monkeypatch.setenv("SCORING_REFERENCE", str(copied))
    monkeypatch.setenv("SCORING_DATABASE", str(tmp_path / "scoring.duckdb"))
    return copied


@pytest.fixture
def run(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command with --json over a workbook of these sheets."""

    def command(*options: str, **sheets: str) -> tuple[int, Any]:
        path = tmp_path / "bo-tieu-chi.xlsx"
        tables = sheets or {"Trang 1": TABLE}
        path.write_bytes(
            workbook({name: [[TITLE], [], *rows_of(table)] for name, table in tables.items()})
        )
        code = main(["criteria", str(path), *options, "--json"])
        return code, json.loads(capsys.readouterr().out)

    return command


def test_the_title_says_everything(run: Run, folder: Path) -> None:
    code, told = run()
    assert code == 0
    names = ("id", "index_name", "level", "from_year", "to_year", "total", "added")
    assert [told[name] for name in names] == ["par-tinh-2026", "PAR", "tỉnh", 2026, 2026, 100, True]
    assert (told["rows"], told["leaves"], told["levels"], told["problems"]) == (3, 2, 2, [])
    reference, problems = load_reference(folder)
    added = reference.criteria_set("PAR", "tỉnh", 2026)
    assert problems == () and added and added.id == "par-tinh-2026"
    assert [one.points for one in reference.scale(added.id, "1.1")] == [60, 30]


def test_options_go_before_the_title(run: Run, folder: Path) -> None:
    options = ("--id", "sipas-so", "--index", "SIPAS", "--level", "sở", "--from-year", "2030")
    code, told = run(*options, "--title", "Tên mới", "--source", "Công báo", "--total", "80")
    assert code == 0 and told["to_year"] is None
    added = load_reference(folder)[0].criteria_set("SIPAS", "sở", 2040)
    assert added and (added.id, added.title, added.total) == ("sipas-so", "Tên mới", 80)


def test_the_same_set_again_asks_for_replacing(run: Run, folder: Path) -> None:
    run()
    code, told = run()
    assert (code, told["added"]) == (1, False)
    assert [one["code"] for one in told["problems"]] == ["reference-duplicate"]
    assert run("--replace")[0] == 0
    assert [one.name for one in (folder / "replaced").iterdir()][0].startswith("par-tinh-2026-")


def test_a_table_with_an_error_is_refused(run: Run, folder: Path) -> None:
    before = (folder / "criteria_sets.csv").read_bytes()
    code, told = run(Sheet=TABLE.replace("| 40", "| bốn mươi"))
    assert (code, told["added"]) == (1, False)
    assert "not-a-number" in [one["code"] for one in told["problems"]]
    assert (folder / "criteria_sets.csv").read_bytes() == before


def test_a_set_that_overlaps_another_is_refused(run: Run) -> None:
    code, told = run("--id", "moi", "--from-year", "2020", "--to-year", "2020")
    assert (code, [one["code"] for one in told["problems"]]) == (1, ["reference-overlap"])


def test_what_is_not_said_is_asked_for(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(workbook({"Trang 1": rows_of(TABLE)}))
    assert main(["criteria", str(path)]) == 1


def test_of_two_tables_one_is_chosen(run: Run) -> None:
    code, told = run(Một=TABLE, Hai=TABLE)
    assert code == 1 and "--sheet" in told["error"]
    assert run("--sheet", "Hai", Một=TABLE, Hai=TABLE)[0] == 0


@pytest.mark.parametrize("content", [None, b"", b"not a workbook"])
def test_a_file_that_cannot_be_read(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes | None
) -> None:
    path = tmp_path / "hong.xlsx"
    if content is not None:
        path.write_bytes(content)
    assert main(["criteria", str(path), "--json"]) == 2
    told = json.loads(capsys.readouterr().out)
    assert not told["added"] and told["problems"]


def test_people_read_what_was_added(
    run: Run, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run()
    main(["criteria", str(tmp_path / "bo-tieu-chi.xlsx"), "--replace"])
    assert capsys.readouterr().out.splitlines()[0] == (
        "Đã thêm bộ tiêu chí par-tinh-2026: "
        "2 lĩnh vực, 1 tiêu chí, 0 tiêu chí thành phần, 2 mức điểm."
    )
