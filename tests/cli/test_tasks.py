"""What does the command on tasks answer, and with which exit code?"""

import json
from argparse import Namespace
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from scoring.commands.answer import Answer
from scoring.commands.parser import parser
from scoring.commands.tasks import tasks
from scoring.settings import settings
from scoring.store import Progress, open_store
from tests import databases
from tests.analysis.material import load_scores
from tests.analysis.plans.material import load_plan
from tests.analysis.plans.test_summary import SCORES

Asked = Callable[..., Answer]


@pytest.fixture
def asked(tmp_path: Path) -> Asked:
    path = tmp_path / "scoring.duckdb"
    databases.empty(path)
    store = open_store(str(path))
    load_scores(store, SCORES, now=datetime(2021, 1, 1, tzinfo=UTC))
    ids = load_plan(
        store,
        {"title": "Công khai TTHC", "lead": "Sở Nội vụ", "deadline": "Quý I/2021"},
        {"title": "Trồng cây", "lead": "Sở Xây dựng", "deadline": "Quý IV/2021"},
        {"title": "Việc khác", "lead": "Sở Xây dựng", "coordinating": "Sở Nội vụ"},
        plan="1/KH",
        now=datetime(2021, 1, 2, tzinfo=UTC),
    )
    store.say([Progress(ids[1], "doing", 30.0)], now=datetime(2021, 11, 1, tzinfo=UTC))
    store.close()
    known = replace(settings(), database=str(path))

    def run(organisation: str = "Lâm Đồng", unit: str | None = None, on: str | None = "2021-11-20"):
        return tasks(Namespace(organisation=organisation, unit=unit, on=on), known)

    return run


def test_sums_and_rows_the_most_urgent_first(asked: Asked) -> None:
    said = asked()
    assert said.code == 0
    found = said.value["summary"]
    assert (found["total"], found["points"], found["reported"], found["no_day"]) == (3, 2.5, 1, 1)
    assert found["counts"]["overdue"] == 1
    first = said.value["rows"][0]
    assert (first["status"], first["days_late"], first["urgency"]) == ("overdue", 234, 2.5 * 234)
    assert (first["stake_code"], first["due_last"]) == ("2.1", "2021-03-31")
    assert (first["leads"], first["source"]["row"]) == (["Sở Nội vụ"], 9)
    assert said.value["without_day"] == {"none": 1}
    assert [row["quarter"] for row in said.value["periods"]] == [1, 4]
    assert "1 nhiệm vụ quá hạn; gấp nhất: Công khai TTHC, 2,50 điểm, trễ 234 ngày" in said.lines[0]
    json.dumps(said.value, allow_nan=False)


def test_a_unit_leads_or_coordinates(asked: Asked) -> None:
    titles = [row["title"] for row in asked(unit="Sở Nội vụ").value["rows"]]
    assert titles == ["Công khai TTHC", "Việc khác"]
    # Loads are those of all tasks, whoever is asked for.
    assert {row["unit"] for row in asked(unit="Sở Nội vụ").value["units"]} == {
        *("Sở Nội vụ", "Sở Xây dựng")
    }


@pytest.mark.parametrize(
    ("asks", "why"),
    [
        ({"organisation": "Gia Lai"}, "Chưa nạp kế hoạch nào của Gia Lai."),
        ({"unit": "Sở Y tế"}, "Không nhiệm vụ nào do Sở Y tế chủ trì hoặc phối hợp."),
        ({"on": "20/11/2021"}, "Ngày phải viết như 2021-11-20, thấy “20/11/2021”."),
    ],
)
def test_what_cannot_be_answered_says_why(asked: Asked, asks: dict[str, str], why: str) -> None:
    said = asked(**asks)
    assert (said.code, list(said.lines)) == (1, [why])


def test_the_command_line_knows_the_options() -> None:
    args = parser().parse_args(["tasks", "--organisation", "X", "--on", "2021-11-20"])
    assert (args.organisation, args.unit, args.on) == ("X", None, "2021-11-20")


def test_a_past_day_has_the_states_that_were_told_up_to_it(asked: Asked) -> None:
    states = {
        on: {row["title"]: row["status"] for row in asked(on=on).value["rows"]}
        for on in ("2021-10-31", "2021-11-20")
    }
    assert {on: of["Trồng cây"] for on, of in states.items()} == {
        "2021-10-31": "not_started",
        "2021-11-20": "doing",
    }
