"""Does each screen name every table that its numbers were read from?"""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pandas as pd
import pytest

from scoring.analysis.review.gathered import Review, review
from scoring.analysis.review.worded import batches_of
from scoring.reports.blocks import Screen
from scoring.reports.screens.sequence import screens
from scoring.store import Progress, Store, open_store
from tests.analysis.material import load, load_satisfaction
from tests.analysis.plans.material import load_plan, load_targets

DAY = date(2026, 11, 12)
FACTORS = """
STT | Yếu tố | Kết quả
1 | Tiếp cận dịch vụ | {}
2 | Chung | {}
"""


@pytest.fixture
def store() -> Iterator[Store]:
    opened = open_store(":memory:")
    yield opened
    opened.close()


def named(found: Review, key: str) -> Screen:
    return next(one for one in screens(found, ()) if one.key == key)


def files(screen: Screen) -> list[str]:
    return [one.partition(",")[0] for one in screen.sources]


def sent(store: Store, task: str, name: str) -> str:
    """A unit's file of one task."""
    told = {"task": task, "state": "doing", "percent": None, "evidence": None, "remark": None}
    rows = pd.DataFrame([told | {"unit": "Sở Nội vụ", "row": 5, "position": 0}])
    of = {"kind": "progress", "organisation": "gia-lai", "year": 2025, "plan": "6006/KH-UBND"}
    return load(store, {"progress": rows}, **of, file_name=name)


def reached(store: Store, indicator: str, value: float) -> str:
    """A unit's file of what one indicator reached."""
    told = {"organisation": "gia-lai", "indicator": indicator, "year": 2025, "value": value}
    rows = pd.DataFrame([told | {"source": None, "row": 5, "position": 0}])
    of = {"kind": "actuals", "organisation": "gia-lai", "year": 2025}
    return load(store, {"actual": rows}, **of, file_name="ket-qua.xlsx")


def test_last_years_satisfaction_is_a_source_of_the_change(store: Store) -> None:
    for year in (2024, 2025):
        load_satisfaction(store, FACTORS.format(year % 100 + 60, 85.5), year=year)
    found = review(store.query, "gia-lai", 2025, DAY)
    of_years = {row["year"] for row in found.batches if row["kind"] == "satisfaction"}
    assert of_years == {2024, 2025}
    assert len(named(found, "hai-long").sources) == 2
    alone = review(store.query, "gia-lai", 2024, DAY)
    assert len(named(alone, "hai-long").sources) == 1


def test_files_that_units_sent_are_named_and_many_are_counted(store: Store) -> None:
    tasks = load_plan(
        store, *({"title": f"Việc {at}"} for at in range(3)), organisation="gia-lai", year=2025
    )
    words = batches_of(review(store.query, "gia-lai", 2025, DAY))
    sent(store, tasks[0], "tien-do-1.xlsx")
    found = review(store.query, "gia-lai", 2025, DAY)
    assert files(named(found, "nhiem-vu"))[1:] == ["tien-do-1.xlsx"]
    for task in tasks[1:]:
        sent(store, task, f"{task}.xlsx")
    found = review(store.query, "gia-lai", 2025, DAY)
    screen = named(found, "nhiem-vu")
    assert len(screen.sources) == 2
    assert screen.sources[1].startswith("3 tệp tiến độ, kết quả nộp về, nạp từ 01/01/2026")
    listed = named(found, "nguon").table
    assert listed is not None and len(listed.rows) == 4
    assert batches_of(found) == words  # what units send makes no sentence of people stale


def test_a_result_that_came_in_a_file_names_the_file(store: Store) -> None:
    title = "Tỷ lệ hồ sơ giải quyết đúng hạn"
    load_targets(store, {"title": title}, organisation="gia-lai", year=2025)
    before = review(store.query, "gia-lai", 2025, date(2025, 12, 31))
    assert len(named(before, "chi-tieu").sources) == 1
    reached(store, title, 91.5)
    found = review(store.query, "gia-lai", 2025, date(2025, 12, 31))
    screen = named(found, "chi-tieu")
    assert screen.table is not None and screen.table.rows[0][3] == 91.5
    assert files(screen)[1:] == ["ket-qua.xlsx"]
    assert batches_of(found) == batches_of(before)


def test_a_past_day_has_the_states_that_were_told_up_to_it(store: Store) -> None:
    (task,) = load_plan(
        store, {"title": "Một", "deadline": "30/06/2026"}, organisation="gia-lai", year=2025
    )
    store.say([Progress(task, "doing")], now=datetime(2026, 5, 1, tzinfo=UTC))
    store.say([Progress(task, "done")], now=datetime(2026, 8, 1, tzinfo=UTC))
    days = (date(2026, 4, 1), date(2026, 6, 1), date(2026, 7, 15), date(2026, 8, 2))
    states = [review(store.query, "gia-lai", 2025, day).board["status"].tolist()[0] for day in days]
    assert states == ["not_started", "doing", "overdue", "done"]
