"""What does the command on self scores answer, and with which exit code?"""

from argparse import Namespace
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from scoring.commands.answer import Answer
from scoring.commands.self_scores import self_scores
from scoring.settings import settings
from scoring.store import open_store
from tests import databases
from tests.analysis.self_score_tables import SELF, loaded

Asked = Callable[..., Answer]


@pytest.fixture
def asked(tmp_path: Path) -> Asked:
    path = tmp_path / "scoring.duckdb"
    databases.empty(path)
    store = open_store(str(path))
    for year in (2019, 2020):
        loaded(store, SELF, year=year, organisation_name="Lâm Đồng")
    loaded(store, {}, year=2018, organisation_name="Lâm Đồng")
    store.close()
    known = replace(settings(), database=str(path))
    return lambda year: self_scores(Namespace(organisation="Lâm Đồng", year=year), known)


def test_sums_rows_units_and_what_comes_back(asked: Asked) -> None:
    said = asked(2020)
    assert said.code == 0
    sums = {name: said.value[name] for name in ("compared", "self_total", "appraised_total")}
    assert sums == {"compared": 5, "self_total": 8.25, "appraised_total": 6.2}
    first = said.value["rows"][0]
    assert (first["code"], first["difference"], first["standing"]) == ("1.2", 1.0, "over")
    assert first["source"]["row"] == 4
    assert said.value["units"][0]["over_points"] == 1.0
    assert [row["code"] for row in said.value["repeated"]] == ["1.2", "2.1", "1.1"]
    assert said.value["reason"] is None
    assert "  1.2 Kiểm tra: tự chấm 1,50, thẩm định 0,50 (+1,00 điểm)" in said.lines


def test_a_table_without_self_scores_is_answered_with_its_reason(asked: Asked) -> None:
    said = asked(2018)
    assert (said.code, said.value["over_points"], said.value["repeated"]) == (0, 0, [])
    assert said.lines == [said.value["reason"]]
    assert "không ghi điểm tự chấm" in said.lines[0]


def test_a_year_that_is_not_loaded_is_an_error(asked: Asked) -> None:
    said = asked(2017)
    assert (said.code, list(said.lines)) == (1, ["Chưa nạp bảng điểm của Lâm Đồng năm 2017."])
