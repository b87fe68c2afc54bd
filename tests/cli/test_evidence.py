"""What does the command on evidence answer, and with which exit code?"""

import json
from argparse import Namespace
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from scoring.commands.answer import Answer
from scoring.commands.evidence import evidence
from scoring.settings import settings
from scoring.store import open_store
from tests import databases
from tests.analysis.material import load_scores
from tests.analysis.plans.test_evidence import TABLE, piece, say

Asked = Callable[[int], Answer]


@pytest.fixture
def asked(tmp_path: Path) -> Asked:
    path = tmp_path / "scoring.duckdb"
    databases.empty(path)
    store = open_store(str(path))
    load_scores(store, TABLE, organisation_name="Lâm Đồng")
    say(
        store,
        piece("a", "missing", code="1.1", issued=date(2020, 3, 15), page="3"),
        piece("b", code="9.9"),
    )
    store.close()
    known = replace(settings(), database=str(path))
    return lambda year: evidence(Namespace(organisation="Lâm Đồng", year=year), known)


def test_the_parts_the_leaves_and_their_pieces(asked: Asked) -> None:
    said = asked(2020)
    assert said.code == 0
    assert said.value["lost"] == 2.75
    parts = {state: part["points"] for state, part in said.value["states"].items()}
    assert parts == {"missing": 1.0, "to_explain": 0.0, "complete": 0.0, "none": 1.75}
    first = next(row for row in said.value["rows"] if row["code"] == "1.1")
    assert (first["state"], first["given_to"], first["source"]["row"]) == ("missing", "1.1", 3)
    (one,) = first["pieces"]
    assert (one["number"], one["issued"], one["page"]) == ("a/BC-SNV", "2020-03-15", "3")
    assert any("1,00 mất vì thiếu minh chứng" in line for line in said.lines)
    assert json.loads(json.dumps(said.value, allow_nan=False)) == said.value


def test_a_year_that_is_not_loaded_is_an_error(asked: Asked) -> None:
    said = asked(2017)
    assert (said.code, list(said.lines)) == (1, ["Chưa nạp bảng điểm của Lâm Đồng năm 2017."])
