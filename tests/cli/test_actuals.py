"""Does `targets --out` write the file of results, and do `load` and `undo` take it in and back?"""

from argparse import Namespace
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from scoring.commands.answer import Answer
from scoring.commands.batches import undo
from scoring.commands.files import check, load
from scoring.commands.parser import parser
from scoring.commands.targets import targets
from scoring.settings import Settings, settings
from scoring.store import open_store
from tests import databases
from tests.intake.actual_desk import aimed, filled, handed_out


@pytest.fixture
def known(tmp_path: Path) -> Settings:
    path = tmp_path / "scoring.duckdb"
    databases.empty(path)
    store = open_store(str(path))
    aimed(store)
    store.close()
    return replace(settings(), database=str(path))


@pytest.fixture
def asked(known: Settings) -> Callable[..., Answer]:
    def run(out: Path | None = None, organisation: str = "Lâm Đồng") -> Answer:
        said = {"organisation": organisation, "year": 2023, "relative": False}
        return targets(Namespace(**said, out=None if out is None else str(out)), known)

    return run


def results(answer: Answer) -> dict[str, list[tuple[Any, ...]]]:
    return {
        row["title"]: [(one["year"], one["value"], one["source"]) for one in row["results"]]
        for row in answer.value["rows"]
    }


def test_the_file_goes_out_comes_back_and_is_taken_back(
    asked: Callable[..., Answer], known: Settings, tmp_path: Path
) -> None:
    out = tmp_path / "ket-qua.xlsx"
    said = asked(out)
    assert (said.code, said.value["indicators"]) == (0, 4)
    out.write_bytes(filled(out.read_bytes(), online=("84,5", "Báo cáo 99")))
    (described,) = check(Namespace(files=[str(out)]), known).value
    assert (described["kind"], described["year"], described["rows"]) == ("actuals", 2023, 1)
    (value,) = described["values"]
    assert (value["indicator"], value["year"], value["value"], value["source"]) == (
        *("Hồ sơ trực tuyến", 2023, 84.5, "Báo cáo 99"),
    )
    back = Namespace(files=[str(out)], organisation=None, year=None)
    (loaded,) = load(back, known).value
    assert not loaded["already"] and load(back, known).value[0]["already"]
    assert results(asked())["Hồ sơ trực tuyến"] == [(2023, 84.5, "Báo cáo 99")]
    assert undo(Namespace(batch=loaded["batch"]), known).code == 0
    assert results(asked())["Hồ sơ trực tuyến"] == []


@pytest.mark.parametrize(
    ("name", "organisation", "words"),
    [
        ("a.xlsx", "Gia Lai", "Chưa nạp chỉ tiêu nào của Gia Lai."),
        ("a.csv", "Lâm Đồng", "Tệp kết quả chỉ tiêu là .xlsx, không phải a.csv."),
        ("khong/co/a.xlsx", "Lâm Đồng", "Không ghi được"),
    ],
)
def test_what_cannot_be_written_is_said(
    asked: Callable[..., Answer], tmp_path: Path, name: str, organisation: str, words: str
) -> None:
    said = asked(tmp_path / name, organisation)
    assert said.code == 1 and words in said.lines[0]
    assert not (tmp_path / name).exists()


def test_an_indicator_that_nobody_has_is_not_loaded(known: Settings, tmp_path: Path) -> None:
    elsewhere = open_store(":memory:")
    aimed(elsewhere, {"title": "Hồ sơ trực tuyến"}, year=2023)
    aimed(elsewhere, {"title": "Chỉ số PAPI", "measure": "ngày", "percent": False}, plan="9/KH")
    path = tmp_path / "la.xlsx"
    path.write_bytes(filled(handed_out(elsewhere), papi="3"))
    elsewhere.close()
    said = load(Namespace(files=[str(path)], organisation=None, year=None), known)
    assert said.code == 1
    assert "actual-indicator-unknown" in [one["code"] for one in said.value[0]["problems"]]


def test_the_option_is_known() -> None:
    said = parser().parse_args(["targets", "--organisation", "X", "--year", "2023"])
    assert said.out is None
