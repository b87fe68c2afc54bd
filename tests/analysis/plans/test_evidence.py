"""Is what was lost for want of evidence told apart, with sums that close?"""

from datetime import UTC, date, datetime
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.analysis.plans.evidence import (
    STATES,
    counted,
    losing_leaves,
    split,
    state_of,
    tied_tasks,
)
from scoring.analysis.questions import ask, rows
from scoring.store import Evidence, Store, TaskLink
from tests.analysis.material import load_scores
from tests.analysis.plans.material import load_plan

NOW = datetime(2021, 6, 1, tzinfo=UTC)
TABLE = """
    STT   | Tiêu chí     | Điểm chuẩn | Điểm thẩm định | Điểm bị mất | Chủ trì
    1     | Chỉ đạo      | 5,00       | 2,25           | 2,75        |
    1.1   | Kế hoạch     | 2,00       | 1,00           | 1,00        | Sở Nội vụ
    1.2   | Kiểm tra     | 3,00       | 1,25           | 1,75        |
    1.2.1 | Cấp tỉnh     | 1,00       | 0,25           | 0,75        |
    1.2.2 | Cấp huyện    | 2,00       | 1,00           | 1,00        |
    2     | Thưởng       | 1,00       | 1,50           | -0,50       |
    3     | Chưa chấm    | 1,00       |                |             |
"""
OF = {"organisation": "lam-dong", "index_name": "PAR", "year": 2020}


def piece(id_: str, status: Any = "complete", **about: Any) -> Evidence:
    """A piece of a criterion of the table; of a task where one is named."""
    whose = about if "task" in about else {**OF, **about}
    return Evidence(id_, about.pop("number", f"{id_}/BC-SNV"), status, **whose)


def say(store: Store, *said: Any) -> None:
    store.say(list(said), now=NOW, who="Người thử")


def leaves_of(store: Store, batch: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The losses of a table, and its losing leaves with their evidence."""
    pieces = counted(
        ask(store.query, "evidence", organisation="lam-dong", year=2020),
        tied_tasks(store.query, "lam-dong"),
        **OF,
    )
    losses = ask(store.query, "losses", batch=batch)
    return losses, losing_leaves(losses, pieces)


def states(leaves: pd.DataFrame) -> dict[str, str]:
    return dict(zip(leaves["code"], leaves["state"], strict=True))


def test_each_part_of_the_loss(store: Store) -> None:
    batch = load_scores(store, TABLE)
    say(store, piece("a", "missing", code="1.1"), piece("b", code="1.2.1"))
    losses, leaves = leaves_of(store, batch)
    assert states(leaves) == {"1.1": "missing", "1.2.2": "none", "1.2.1": "complete"}
    found = split(losses, leaves)
    assert found.points == {"missing": 1.0, "to_explain": 0.0, "complete": 0.75, "none": 1.0}
    assert found.criteria == {"missing": 1, "to_explain": 0, "complete": 1, "none": 1}
    assert found.lost == 1.0 + 0.75 + 1.0
    assert (found.above, found.unknown) == (0.5, 1)


def test_one_piece_that_is_missing_is_enough() -> None:
    said = [{"status": one} for one in ("complete", "to_explain", "missing")]
    assert state_of(said) == "missing"
    assert state_of(said[:2]) == "to_explain"
    assert state_of(said[:1]) == "complete"
    assert state_of([]) == "none"


def test_the_latest_word_of_a_piece_counts_and_can_be_taken_back(store: Store) -> None:
    batch = load_scores(store, TABLE)
    say(store, piece("a", "missing", code="1.1"), piece("a", "complete", code="1.1"))
    assert states(leaves_of(store, batch)[1])["1.1"] == "complete"
    say(store, Evidence("a", "a/BC-SNV", "complete", code="1.1", taken_back=True, **OF))
    assert states(leaves_of(store, batch)[1])["1.1"] == "none"


def test_a_row_above_stands_in_only_where_there_is_nothing_nearer(store: Store) -> None:
    batch = load_scores(store, TABLE)
    say(store, piece("a", "to_explain", code="1.2"), piece("b", "complete", code="1.2.1"))
    _, leaves = leaves_of(store, batch)
    assert states(leaves) == {"1.1": "none", "1.2.2": "to_explain", "1.2.1": "complete"}
    given_to = dict(zip(leaves["code"], leaves["given_to"], strict=True))
    assert given_to == {"1.1": "", "1.2.2": "1.2", "1.2.1": "1.2.1"}
    assert set(leaves["domain"]) == {"1"}


def test_evidence_of_a_task_counts_for_the_criterion_that_it_is_about(store: Store) -> None:
    batch = load_scores(store, TABLE)
    own = rows(store.query, "tasks", organisation="lam-dong")[0]["task"]  # beside 1.1
    linked, alike, free = load_plan(
        store, {"title": "Đi kiểm tra"}, {"title": "Cấp tỉnh"}, {"title": "Việc khác hẳn"},
        index_name="PAR",
    )  # fmt: skip
    say(store, TaskLink(linked, "lam-dong", "PAR", "1.2.2"))
    assert states(leaves_of(store, batch)[1]) == {"1.1": "none", "1.2.2": "none", "1.2.1": "none"}
    say(
        store,
        piece("a", "missing", task=own),
        piece("b", "to_explain", task=linked),
        piece("c", "complete", task=alike),
        piece("d", "missing", task=free),
    )
    _, leaves = leaves_of(store, batch)
    assert states(leaves) == {"1.1": "missing", "1.2.2": "to_explain", "1.2.1": "complete"}


def test_a_task_that_may_be_about_a_criterion_counts_for_none(store: Store) -> None:
    batch = load_scores(store, TABLE.replace("Cấp huyện", "Kiểm tra cải cách cấp huyện"))
    (task,) = load_plan(store, {"title": "Kiểm tra cải cách các huyện"}, index_name="PAR")
    tied = tied_tasks(store.query, "lam-dong").set_index("task")
    assert (tied.loc[task, "link"], tied.loc[task, "stake_code"]) == ("doubtful", "1.2.2")
    say(store, piece("a", "missing", task=task))
    assert set(states(leaves_of(store, batch)[1]).values()) == {"none"}


def test_other_years_and_organisations_are_not_counted(store: Store) -> None:
    batch = load_scores(store, TABLE)
    say(
        store,
        Evidence("a", "1/BC", "missing", **{**OF, "year": 2019}, code="1.1"),
        Evidence("b", "2/BC", "missing", **{**OF, "organisation": "gia-lai"}, code="1.1"),
        Evidence("c", "3/BC", "missing", **{**OF, "index_name": "SIPAS"}, code="1.1"),
    )
    _, leaves = leaves_of(store, batch)
    assert set(states(leaves).values()) == {"none"}
    found = ask(store.query, "evidence", organisation="lam-dong", year=2020)
    assert found["id"].tolist() == ["c"]  # told, but counted for no criterion of the table


def test_documents_named_before_with_the_date_said_last(store: Store) -> None:
    load_scores(store, TABLE)
    first = {"number": "45/KH-UBND", "issued": date(2020, 2, 1)}
    say(
        store,
        Evidence("a", status="complete", code="1.1", **first, **OF),
        Evidence("b", "45/KH-UBND", "complete", code="1.2.1", **OF),
        Evidence("c", "", "missing", code="1.2.2", remark="chưa có", **OF),
        Evidence("d", "9/BC", "complete", code="1.2.2", taken_back=True, **OF),
    )
    (named,) = rows(store.query, "evidence_documents", organisation="lam-dong")
    assert (named["number"], named["issued"].date(), named["pieces"]) == (
        "45/KH-UBND", date(2020, 2, 1), 2,
    )  # fmt: skip


def test_pieces_of_one_task(store: Store) -> None:
    one, other = load_plan(store, {"title": "Một"}, {"title": "Hai"})
    say(store, piece("a", task=one), piece("b", task=other))
    assert [row["id"] for row in rows(store.query, "evidence_of_task", task=one)] == ["a"]
    say(store, piece("a", task=other))  # given to the other one since
    assert rows(store.query, "evidence_of_task", task=one) == []


LOSS = st.one_of(st.none(), st.integers(-2_000, 6_000).map(lambda thousandths: thousandths / 1_000))
PIECE = st.tuples(st.integers(0, 29), st.sampled_from(STATES[:3]))


@given(st.lists(LOSS, min_size=1, max_size=30), st.lists(PIECE, max_size=40))
def test_the_four_parts_add_up_to_what_the_leaves_lost(
    lost: list[float | None], given_to: list[tuple[int, str]]
) -> None:
    codes = [f"{1 + at // 5}.{1 + at % 5}" for at in range(len(lost))]
    losses = pd.DataFrame(
        {
            "code": codes,
            "short_title": codes,
            "leaf": True,
            "kind": ["survey" if at % 7 == 0 else "control" for at in range(len(lost))],
            "position": range(len(lost)),
            "lost_points": pd.Series(lost, dtype="float64"),
        }
    )
    pieces = pd.DataFrame(
        [(f"{1 + at // 5}.{1 + at % 5}", status) for at, status in given_to],
        columns=["counts_for", "status"],
    )
    found = split(losses, losing_leaves(losses, pieces))
    thousandths = round(sum(1_000 * one for one in lost if one is not None))
    assert sum(round(1_000 * found.points[state]) for state in STATES) == round(1_000 * found.lost)
    assert round(1_000 * found.lost) - round(1_000 * found.above) == thousandths
    assert round(sum(found.points.values()), 10) == found.lost
    assert found.survey <= found.points["none"] + 1e-9
    assert sum(found.criteria.values()) + found.unknown <= len(lost)


def test_nothing_lost(store: Store) -> None:
    batch = load_scores(
        store, "STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định | Điểm bị mất\n1 | Một | 1 | 1 | 0"
    )
    losses, leaves = leaves_of(store, batch)
    assert leaves.empty
    assert split(losses, leaves).lost == 0.0


@pytest.mark.parametrize("state", STATES)
def test_every_state_is_in_every_split(store: Store, state: str) -> None:
    batch = load_scores(store, TABLE)
    found = split(*leaves_of(store, batch))
    assert state in found.points and state in found.criteria
