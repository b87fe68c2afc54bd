"""The commands that hand workbooks back: what they write, say and refuse."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from scoring.__main__ import main
from scoring.ingest.opening.own_sheets import LISTED
from tests.sheets.conftest import LAM_DONG, opened

Run = Callable[..., tuple[int, Any]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command: its exit code, and its value with --json or else its text."""

    def command(*arguments: str) -> tuple[int, Any]:
        code = main([str(one) for one in arguments])
        said = capsys.readouterr().out
        return code, json.loads(said) if "--json" in arguments else said

    return command


def test_mark_writes_the_copy(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "dau.xlsx"
    code, said = run("mark", str(LAM_DONG), "--out", str(out))
    assert (code, said) == (0, f"Đã ghi {out}: 0 lỗi, 2 cảnh báo, 1 ghi chú.\n")
    assert LISTED in opened(out.read_bytes()).sheetnames


def test_mark_speaks_to_programs(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "dau.xlsx"
    code, value = run("mark", str(LAM_DONG), "--out", str(out), "--json")
    assert code == 0
    assert value == {
        "file": LAM_DONG.name,
        "out": str(out),
        "written": True,
        "errors": 0,
        "warnings": 2,
        "notes": 1,
    }


def test_mark_refuses_what_it_cannot_read(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "dau.xlsx"
    broken = tmp_path / "hong.xlsx"
    broken.write_bytes(b"PK\x03\x04")
    for path in (broken, tmp_path / "khong-co.xlsx", tmp_path):
        code, value = run("mark", str(path), "--out", str(out), "--json")
        assert (code, value["written"]) == (2, False)
        assert value["error"]
    assert not out.exists()


def test_what_cannot_be_written_is_said_without_a_traceback(run: Run, tmp_path: Path) -> None:
    nowhere = tmp_path / "khong-co" / "dau.xlsx"
    made = ("template", "--organisation", "Lâm Đồng", "--year", "2020")
    for arguments in (("mark", str(LAM_DONG)), made):
        code, said = run(*arguments, "--out", str(nowhere))
        assert code == 1
        assert said.startswith(f"Không ghi được {nowhere}: ")
        code, said = run(*arguments, "--out", str(tmp_path / "dau.pdf"))
        assert code == 1
        assert "đổi đuôi của dau.pdf" in said


@pytest.mark.parametrize(
    ("kind", "organisation", "sheet"),
    [
        ("scores", "Lâm Đồng", "Bảng điểm"),
        ("satisfaction", "Gia Lai", "SIPAS"),
        ("league", "Cả nước", "Xếp hạng"),
        ("tasks", "Lâm Đồng", "Nhiệm vụ"),
    ],
)
def test_templates_are_written(
    kind: str, organisation: str, sheet: str, run: Run, tmp_path: Path
) -> None:
    out = tmp_path / "mau.xlsx"
    code, value = run(
        *("template", kind, "--organisation", organisation, "--year", "2020"),
        *("--out", str(out), "--json"),
    )
    assert (code, value["written"], value["kind"]) == (0, True, kind)
    assert opened(out.read_bytes()).sheetnames[0] == sheet


def test_a_template_of_scores_needs_no_criteria_set(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "mau.xlsx"
    code, said = run(
        *("template", "--organisation", "Sở Tư pháp tỉnh Gia Lai", "--year", "2023"),
        *("--out", str(out)),
    )
    assert code == 0
    assert "Chưa có danh mục tiêu chí" in said


def test_a_league_of_nobody_is_refused(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "mau.xlsx"
    code, value = run(
        *("template", "league", "--organisation", "Gia Lai", "--year", "2020"),
        *("--level", "huyện", "--out", str(out), "--json"),
    )
    assert code == 1
    assert value["error"] == "Danh mục không có cơ quan cấp huyện nào của Gia Lai năm 2020."
