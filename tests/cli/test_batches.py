"""What the commands on batches answer: what was undone is shown, compared and brought back."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from scoring.__main__ import main
from tests.ingest.conftest import PROVINCE, rows_of, workbook

Run = Callable[..., tuple[int, Any]]
TABLE = "STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định | Điểm bị mất\n1 | Chỉ đạo | 10 | 8 | 2"


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
def load(run: Run, tmp_path: Path) -> Callable[[str], str]:
    """Load a text table; gives its batch."""

    def loaded(text: str) -> str:
        path = tmp_path / "bang.xlsx"
        path.write_bytes(workbook({"Bảng": [[PROVINCE], [], *rows_of(text)]}))
        _, (done,) = run("load", str(path))
        return str(done["batch"])

    return loaded


def test_what_was_undone_is_listed_only_with_all(run: Run, load: Callable[[str], str]) -> None:
    batch = load(TABLE)
    assert run("undo", batch) == (0, {"batch": batch, "undone": True})
    assert run("history") == (0, [])
    _, (one,) = run("history", "--all")
    assert (one["batch"], one["undone_by"], one["is_current"]) == (batch, "Lan", False)
    assert one["undone_at"] is not None


def test_undoing_twice_says_so(
    run: Run, load: Callable[[str], str], capsys: pytest.CaptureFixture[str]
) -> None:
    batch = load(TABLE)
    run("undo", batch)
    assert run("undo", batch) == (1, {"batch": batch, "undone": False})
    main(["undo", batch])
    assert "đã được hoàn tác từ trước" in capsys.readouterr().out


def test_an_undone_batch_is_restored(run: Run, load: Callable[[str], str]) -> None:
    batch = load(TABLE)
    run("undo", batch)
    code, done = run("restore", batch)
    assert (code, done["already"], done["restored_from"]) == (0, False, batch)
    _, (one,) = run("history")
    assert (one["batch"], one["loaded_by"], one["restored_from"]) == (done["batch"], "Lan", batch)
    assert run("restore", batch)[1] == done | {"already": True}
    assert run("losses", "--organisation", "Lâm Đồng", "--year", "2020")[1]["lost"] == 2


def test_two_batches_are_compared_cell_by_cell(run: Run, load: Callable[[str], str]) -> None:
    before, after = load(TABLE), load(TABLE.replace("8 | 2", "7 | 3"))
    cell = {"code": "1", "title": "Chỉ đạo", "change": "changed", "row": 4}
    assert run("changes", before, after) == (
        0,
        [
            cell | {"field": "points", "old": 8, "new": 7},
            cell | {"field": "lost_points", "old": 2, "new": 3},
        ],
    )
    assert run("changes", before, before) == (0, [])


def test_changes_for_people(load: Callable[[str], str], capsys: pytest.CaptureFixture[str]) -> None:
    before, after = load(TABLE), load(TABLE.replace("8 | 2", "7,125 | 2,875"))
    capsys.readouterr()
    main(["changes", before, after])
    assert capsys.readouterr().out.splitlines() == [
        "2 ô đổi.",
        "1 Chỉ đạo: points: 8 → 7,125",
        "1 Chỉ đạo: lost_points: 2 → 2,875",
    ]


@pytest.mark.parametrize("command", [("restore",), ("undo",), ("changes", "2020-a")])
def test_a_batch_that_is_not_there(run: Run, command: tuple[str, ...]) -> None:
    code, answer = run(*command, "2020-x")
    assert code == 1
    assert "Traceback" not in str(answer)


def test_of_two_tables_of_one_thing_in_one_file_the_second_is_refused(
    run: Run, tmp_path: Path
) -> None:
    path = tmp_path / "bang.xlsx"
    sheets = {"Một": TABLE, "Hai": TABLE.replace("8 | 2", "7 | 3")}
    path.write_bytes(
        workbook({name: [[PROVINCE], [], *rows_of(text)] for name, text in sheets.items()})
    )
    code, (first, second) = run("load", str(path))
    assert (code, first["already"], second["batch"]) == (1, False, None)
    assert second["problems"][-1]["code"] == "other-values-loaded"
    assert [one["batch"] for one in run("history")[1]] == [first["batch"]]
