"""How do the tasks of a board stand together, by state, by quarter and in points?"""

from datetime import UTC, date, datetime

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.analysis.plans.board import board
from scoring.analysis.plans.choosing import Wanted, options, wanted_tasks, with_keys
from scoring.analysis.plans.criteria import criteria_at_stake
from scoring.analysis.plans.summary import (
    MOST_PERIODS,
    by_period,
    by_urgency,
    needs_day,
    summary,
    without_day,
)
from scoring.analysis.questions import ask
from scoring.store import Progress, TaskDue, TaskLink
from tests.analysis.plans.material import load_plan

TODAY = date(2021, 11, 20)
NOW = datetime(2021, 11, 1, 8, 0, tzinfo=UTC)
SCORES = """
    STT | Tiêu chí                         | Điểm chuẩn | Điểm thẩm định | Điểm bị mất
    1   | CHỈ ĐẠO                          | 8,50       | 7,50           | 1,00
    1.5 | Sáng kiến trong cải cách         | 2,00       | 1,00           | 1,00
    2   | CẢI CÁCH THỦ TỤC HÀNH CHÍNH      | 9,00       | 5,00           | 4,00
    2.1 | Công khai thủ tục hành chính     | 4,00       | 1,50           | 2,50
    2.2 | Giải quyết hồ sơ đúng hạn        | 5,00       | 3,50           | 1,50
"""


@pytest.fixture
def tasks(store, load_table):
    """The board of a plan, with its keys; rows are those of load_plan."""
    load_table(SCORES)

    def of(*rows, **batch) -> pd.DataFrame:
        load_plan(store, *rows, plan="1/KH", **batch)
        found = board(store.query, "lam-dong", TODAY)
        return with_keys(found, ask(store.query, "tasks_stakes", organisation="lam-dong"))

    return of


def row(title: str, deadline: str | None = None, **more) -> dict:
    return {"title": title, "deadline": deadline, "lead": "Sở Nội vụ", **more}


OPEN_TIME = "Công khai thủ tục hành chính"
ON_TIME = "Giải quyết hồ sơ đúng hạn"


def test_a_criterion_of_two_tasks_is_at_stake_once(tasks) -> None:
    found = summary(tasks(row(OPEN_TIME), row(OPEN_TIME, code="b"), row(ON_TIME), row("Trồng cây")))
    assert (found.points, found.criteria) == (2.5 + 1.5, 2)
    assert (found.total, found.counts["not_started"]) == (4, 4)


def test_a_criterion_under_another_counts_in_it(tasks, store) -> None:
    found = tasks(row("Cải cách thủ tục hành chính"), row(OPEN_TIME), row("Sáng kiến"))
    assert criteria_at_stake(found)["stake_code"].tolist() == ["2"]
    assert summary(found).points == 4.0  # not 4,00 + 2,50


def test_what_is_done_is_no_longer_at_stake(tasks, store) -> None:
    first = tasks(row(OPEN_TIME), row(ON_TIME))["task"].iloc[0]
    store.say([Progress(first, "done")], now=NOW)
    found = summary(board(store.query, "lam-dong", TODAY))
    assert (found.points, found.criteria, found.reported, found.counts["done"]) == (1.5, 1, 1, 1)


def test_the_most_urgent_task_is_worth_most_and_is_late_longest(tasks) -> None:
    found = by_urgency(
        tasks(
            row("Trồng cây", "Quý I/2021"),  # late, nobody knows what it is worth
            row("Việc sắp tới", "Quý IV/2021"),
            row(ON_TIME, "Quý II/2021"),  # 1,5 × 143 days
            row(OPEN_TIME, "Quý III/2021"),  # 2,5 × 51 days
            row("Việc khi có dịp", "Sau khi kết thúc đợt kiểm tra"),
        )
    )
    assert found["title"].tolist() == [
        ON_TIME,
        OPEN_TIME,
        "Trồng cây",
        "Việc sắp tới",
        "Việc khi có dịp",
    ]


@pytest.mark.parametrize(
    ("deadline", "kind"),
    [
        ("Quý IV/2021", None),
        ("Hằng quý", "recurring"),
        ("Sau khi kết thúc đợt kiểm tra", "event"),
        ("Trong năm 2021 và các năm tiếp theo", "goes_on"),
        ("Từ năm 2021", "goes_on"),
        ("Càng sớm càng tốt", "unclear"),
        (None, "none"),
    ],
)
def test_a_task_without_a_last_day_stands_in_no_quarter(tasks, deadline, kind) -> None:
    found = tasks(row("Việc", deadline))
    assert without_day(found) == ({kind: 1} if kind else {})
    assert len(by_period(found)) == (0 if kind else 1)
    # What recurs has no last day either, but nobody has to say one.
    assert needs_day(found).tolist() == [kind not in (None, "recurring")]


def test_tasks_by_quarter_and_by_year_where_there_are_many(tasks) -> None:
    found = tasks(row("a", "Quý I/2021"), row("b", "Tháng 3/2021"), row("c", "Quý IV/2022"))
    assert by_period(found)[["year", "quarter", "overdue", "not_started"]].values.tolist() == [
        [2021, 1, 2, 0],
        [2022, 4, 0, 1],
    ]
    quarters = [(year, part) for year in range(2021, 2025) for part in ("I", "II", "III", "IV")]
    many = tasks(*(row(f"Việc {year} {part}", f"Quý {part}/{year}") for year, part in quarters))
    assert len(quarters) > MOST_PERIODS
    assert by_period(many)[["year", "quarter"]].values.tolist() == [
        [year, 0] for year in range(2021, 2025)
    ]


def test_tasks_are_asked_for_by_what_they_are(tasks, store) -> None:
    found = tasks(
        row(OPEN_TIME, "Quý I/2021", coordinating="Sở Tài chính", purpose="mend"),
        row("Trồng cây", "Quý IV/2021", section="CẢNH QUAN", purpose="keep"),
        row("Việc khác", "Hằng quý"),
    )

    def asked(**wanted) -> list[int]:
        return wanted_tasks(found, Wanted(**wanted))["position"].tolist()

    assert asked() == [0, 1, 2]
    assert asked(unit="Sở Tài chính") == [0]
    assert asked(unit="Sở Nội vụ") == [0, 1, 2]
    assert asked(domain="par-2") == [0]
    assert asked(domain="canh-quan") == [1]
    assert asked(purpose="khong-ghi") == [2]
    assert asked(state="overdue") == [0]
    assert asked(state="open", purpose="keep") == [1]
    assert asked(quarter="2021-4") == [1]
    assert asked(quarter="2021-0") == [0, 1]
    assert asked(report="never") == [0, 1, 2]
    assert asked(report="silent") == []
    assert asked(plan=found["plan_key"].iloc[0]) == [0, 1, 2]
    assert options(found, "domain", "domain_name") == {
        "par-2": "PAR 2 Cải cách thủ tục hành chính",
        "canh-quan": "Cảnh quan",
        "khong-ghi": "Chưa rõ lĩnh vực",
    }


def test_everything_said_of_a_task_is_kept_the_latest_first(store, load_table) -> None:
    load_table(SCORES)
    (task, _) = load_plan(store, row("Việc"), row("Việc khác"), plan="1/KH")
    store.say([Progress(task, "doing", 40.0, "Báo cáo 12", unit="Sở Nội vụ")], now=NOW, who="Lan")
    store.say([TaskDue(task, "Quý IV/2021"), TaskLink(task, "lam-dong", "PAR", "2.1")], now=NOW)
    store.say([TaskDue(task, "")], now=NOW)
    words = ask(store.query, "task_words", task=task)
    assert words["told"].tolist() == ["due", "link", "due", "report"]
    assert words["taken_back"].tolist() == [True, False, False, False]
    assert words.iloc[-1][["state", "percent", "unit", "who"]].tolist() == [
        *("doing", 40.0, "Sở Nội vụ", "Lan")
    ]


_codes = st.lists(
    st.tuples(st.sampled_from(["1", "1.1", "1.1.2", "1.2", "2", "2.1"]), st.integers(0, 400)),
    max_size=12,
)


@given(_codes)
def test_what_is_at_stake_never_exceeds_the_top_rows(codes: list[tuple[str, int]]) -> None:
    """With a parent there its children do not count, and without one each counts once."""
    lost = dict(reversed(codes))
    found = criteria_at_stake(
        pd.DataFrame(
            {
                "stake_organisation": "lam-dong",
                "stake_index": "PAR",
                "stake_year": 2020,
                "stake_code": pd.Series([code for code, _ in codes], dtype="str"),
                "lost_points": pd.Series([lost[code] / 100 for code, _ in codes], dtype="float64"),
            }
        )
    )
    kept = found["stake_code"].tolist()
    assert len(set(kept)) == len(kept)
    assert not any(one != other and one.startswith(f"{other}.") for one in kept for other in kept)
    assert {code for code in lost if "." not in code} <= set(kept)
